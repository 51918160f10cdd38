-- The office's registers as files: two for one register, one that is no longer in its folder, one that could not be taken or read, and what is no table. A register that is gone, or is not read
-- any more, stays in force, since a file lost by accident must not change decisions; the office is told.
select null as unit_code, null, null::integer, v.arrival_id, null::integer, null::integer, null, null, null::integer,
       null as field, 'register_twice' as code, v.others as raw, v.counts as read_as, null as expected
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
    window same_kind as (
        partition by n.kind order by n.path collate "C" rows between unbounded preceding and unbounded following), newest as (partition by n.kind order by n.arrival_id desc)
) as v
where v.files > 1
union all
select null, null, null, v.arrival_id, null, null, null, null, null, null, 'register_gone', v.path, null, null
from (select distinct arrival_id, path from register_line) as v
cross join run
where exists (
    select from arrival gone
    where gone.cycle = run.cycle and gone.source = 'register' and gone.path = v.path
      and gone.left_reason = 'register_gone' and gone.arrival_id > v.arrival_id and gone.first_seen_at <= run.as_of)
union all
select null, null, null, l.arrival_id, null, null, null, null, null, null, l.code, l.path, coalesce(m.title, l.reason), null
from (
    select n.*, coalesce(n.left_reason, n.refused_code, 'kind_document') as reason,
           case
               when n.document or n.left_reason = 'register_format' and lower(n.path collate "C") !~ '[.](xls[mb]?|xlt[xm]?|ett?|f?ods|txt|tsv|doc[xm]?|wps)$' then 'register_document'
               when n.left_reason not in ('register_gone', 'lock_file', 'system_file') or n.verdict = 'refused' then 'register_left'
           end as code
    from (
        select distinct on (a.path collate "C") a.arrival_id, a.path, a.left_reason, u.verdict, u.refused_code,
               exists (select from upload_table t where t.arrival_id = a.arrival_id and t.kind = 'document') as document
        from run
        join arrival a using (cycle)
        left join upload u using (arrival_id)
        where a.source = 'register' and a.first_seen_at <= run.as_of
        order by a.path collate "C", a.arrival_id desc
    ) as n
) as l
left join message m on m.code = l.reason
where l.code is not null
