-- $1 cycle. A list that is not said to be what was booked of it: file, list, title, sheet, and of what differs said and found ('' where there is none).
with said as (
    select distinct on (list) list, fact
    from (select (fact::json ->> 'list')::bigint as list, fact::json as fact, sequence from audit_line where cycle = $1 and kind = 'list') as line
    order by list, sequence desc
), standing as (
    select t.list_id as list, list_fact(a, t)::json as fact
    from list_table t
    join arrival a using (arrival_id)
    where a.cycle = $1 and t.digest is not null
), both_sides as (
    select list, coalesce(n.fact, s.fact) as fact, s.fact as said, n.fact as found
    from said s
    full join standing n using (list)
    where s.fact::text is distinct from n.fact::text
)
select b.fact ->> 'path' as file, b.list, coalesce(k.title, b.fact ->> 'kind') as title, coalesce(u.sheet, '') as sheet,
       fact_apart(said, found) as said, fact_apart(found, said) as found
from both_sides b
left join upload_kind k on (k.cycle, k.kind) = ($1, b.fact ->> 'kind')
left join upload_table u on (u.arrival_id, u.table_no) = ((b.fact ->> 'arrival')::bigint, (b.fact ->> 'table')::integer)
order by b.list
limit 1;
