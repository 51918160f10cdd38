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
       fact_apart(said, found) as said, fact_apart(found, said) as found
from both_sides
order by path collate "C", arrival
limit 1;
