-- $1 cycle. A file of which the database has something else than was booked when it was read: path, and of what differs said and found ('' where there is
-- none). What was read before there were such lines has none.
with said as (
    select distinct on (arrival) arrival, fact
    from (select (fact::json ->> 'arrival')::bigint as arrival, fact::json as fact, sequence from audit_line where cycle = $1 and kind = 'rows') as line
    order by arrival, sequence desc
), standing as (
    select a.arrival_id as arrival, rows_fact(a, u)::json as fact
    from arrival a
    join upload u using (arrival_id)
    where a.cycle = $1 and exists (select from said)
), both_sides as (
    select arrival, coalesce(n.fact ->> 'path', s.fact ->> 'path') as path, s.fact as said, n.fact as found
    from said s
    full join standing n using (arrival)
    where s.fact::text is distinct from n.fact::text
)
select path,
       coalesce((
           select string_agg(m.key || ' ' || coalesce(m.value, ''), ', ' order by m.key collate "C")
           from json_each_text(said) m where m.value is distinct from found ->> m.key), '') as said,
       coalesce((
           select string_agg(m.key || ' ' || coalesce(m.value, ''), ', ' order by m.key collate "C")
           from json_each_text(found) m where m.value is distinct from said ->> m.key), '') as found
from both_sides
order by path collate "C", arrival
limit 1;
