-- Every value that no notice prints, and why it was taken so. $1 cycle.
-- subject (x:cycle's key or a rule's code), value, why, clause
select subject, value, why, clause
from (
    select 1 as part, s.key as subject, s.value ->> 'value' as value, s.value ->> 'why' as why,
           coalesce(s.value ->> 'clause', '') as clause
    from cycle c
    cross join jsonb_each(c.settings) s
    where c.cycle = $1 and s.value ->> 'assumed' = 'true' and s.key <> 'units'
    union all
    select 2, r.code, r.severity, r.assumed, r.clause
    from rule r
    where r.cycle = $1 and r.assumed is not null
) as assumed
order by part, subject collate "C";
