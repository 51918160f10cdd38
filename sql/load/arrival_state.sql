-- $1: arrival, $2: cycle. No row: no such arrival, or nothing to read in it; else whether it is loaded already.
select u.arrival_id is not null as loaded
from arrival a
left join upload u using (arrival_id)
where a.arrival_id = $1 and a.cycle = $2 and a.sha256 is not null;
