-- $1 cycle. What stands in history and not in the audit (unbooked), or there and not in history: unbooked, kind, fact.
with said as (
    select kind, fact, count(*) as lines
    from audit_line
    where cycle = $1 and kind in ('ruling', 'register', 'kept', 'final', 'disposal')
    group by kind, fact
    union all
    -- of a unit what was said last counts, while it is the register's
    select 'unit', fact, 1
    from (
        select distinct on (fact::json ->> 'unit') fact from audit_line where cycle = $1 and kind = 'unit' order by fact::json ->> 'unit', sequence desc
    ) as last
    where fact::json ->> 'added_at' is not null
), held as (
    select 'ruling' as kind, ruling_fact(h)::text as fact from ruling_history h where h.cycle = $1
    union all
    select 'final', export_fact(e)::text from export_event e where e.cycle = $1
    union all
    select 'kept', kept_fact(k)::text from night_kept k where k.cycle = $1
    union all
    select 'disposal', disposal_fact(d.disposal, d.as_of, d.retain_until, d.doc_no) from disposal d where d.cycle = $1
    union all
    select 'unit', unit_fact(u) from unit u where u.cycle = $1 and u.added_at is not null
    union all
    select 'register', register_fact(a, u.verdict)::text
    from arrival a
    join upload u using (arrival_id)
    where a.cycle = $1 and a.source = 'register'
)
select (s.fact is null)::text as unbooked, coalesce(s.kind, h.kind) as kind, coalesce(s.fact, h.fact) as fact
from said s
full join held h on h.kind = s.kind and h.fact = s.fact
where s.fact is null or h.fact is null
order by coalesce(s.kind, h.kind) collate "C", coalesce(s.fact, h.fact) collate "C"
limit 1;
