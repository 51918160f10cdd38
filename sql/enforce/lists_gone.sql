-- The arrivals with lists in force whose rows were pruned, as load/pending tells those that wait. What was disposed of since cannot come back: what has been
-- counted of it serves.
select distinct a.arrival_id, a.source, a.sha256, a.path
from list_now l
join list_table t using (list_id)
join arrival a on a.arrival_id = t.arrival_id
where t.pruned_at is not null
  and (t.disposed_at is null or not exists (select from list_fact f where f.list_id = t.list_id))
order by a.arrival_id;
