-- The quota of each unit that has nominations. $1 cycle, $2 as_of.
-- unit_code, unit_name, unit_order, quota (empty: none), rows, exempt, counted, waived, over_quota, held,
-- surplus_unsettled (true, false)
select n.unit_code, n.unit_name, n.unit_order, case when u.unit_type <> 'direct' then c.quota end as quota,
       count(*) as rows,
       count(*) filter (where n.decision = 'exempt') as exempt, count(*)
           filter (where n.counts_against_quota) as counted,
       count(*) filter (where 'waived' = any (n.reasons)) as waived, count(*)
           filter (where n.decision = 'over_quota') as over_quota,
       count(*) filter (where n.decision in ('late', 'duplicate', 'needs_review')) as held,
       bool_or(n.decision = 'over_quota' or 'sequence_incomplete' = any (n.reasons))::text as surplus_unsettled
from nominations_at($1, $2) n
join unit u on u.cycle = $1 and u.unit_code = n.unit_code
join cycle c on c.cycle = $1
group by n.unit_code, n.unit_name, n.unit_order, u.unit_type, c.quota
order by n.unit_order;
