-- $1: cycle, $2: a clock. The arrivals with lists that counted then and whose rows are not here, as load/pending tells those that wait.
select distinct a.arrival_id, a.source, a.sha256, a.path
from lists_at($1, $2)
join list_table t using (list_id)
join arrival a using (arrival_id)
where t.pruned_at is not null and t.disposed_at is null
order by a.arrival_id;
