-- Two different tables of one unit with the same arrival time: which one counts is an assumption, and both are told.
select o.unit_code, null, null::integer, o.arrival_id, null::integer, null::integer, null, null, null::integer,
       null as field, 'arrival_order_assumed' as code, t.others as raw, t.counts as read_as, null as expected
from tied t
join outcome o using (arrival_id)
where o.kind = 'summary'
union all
-- the same of two files for one register
select null, null, null, v.arrival_id, null, null, null, null, null, null, 'register_twice', v.others, v.counts, null
from (
    select n.arrival_id,
           string_agg(n.path, '；') over same_kind as others, first_value(n.path) over newest as counts,
           count(*) over same_kind as files
    from (
        select distinct t.kind, a.arrival_id, a.path, a.first_seen_at, max(a.first_seen_at) over (partition by t.kind) as newest
        from run
        join arrival a using (cycle)
        join upload u using (arrival_id)
        join upload_table t using (arrival_id)
        where a.source = 'register' and u.verdict = 'complete' and t.kind like 'register\_%'
          and a.first_seen_at <= run.as_of
    ) as n
    where n.first_seen_at = n.newest
    window same_kind as (partition by n.kind), newest as (partition by n.kind order by n.arrival_id desc)
) as v
where v.files > 1
