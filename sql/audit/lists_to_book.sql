-- $1 cycle. Its lists whose rows are not booked yet.
select t.list_id
from list_table t
join arrival a using (arrival_id)
join upload u using (arrival_id)
where a.cycle = $1 and t.digest is null and t.pruned_at is null and u.booked
order by t.list_id;
