-- The arrivals with lists in force whose rows were pruned, as load/pending tells those that wait.
select distinct a.arrival_id, a.source, a.sha256, a.path
from list_now l
join list_table t using (list_id)
join arrival a on a.arrival_id = t.arrival_id
where t.pruned_at is not null
order by a.arrival_id;
