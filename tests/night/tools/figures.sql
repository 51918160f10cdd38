-- What the forms in force say: file, platform, field, state, value. :cycle
select a.path as file, (
           select text from figure n
           where (n.arrival_id, n.table_no, n.item, n.field) = (f.arrival_id, f.table_no, f.item, 'platform_name')
           limit 1
       ) as platform, f.field, f.state, coalesce(trim_scale(f.value)::text, f.text) as value
from figure f
join upload_table t using (arrival_id, table_no)
join arrival a using (arrival_id)
where a.cycle = :'cycle' and t.kind = 'application' and f.item > 0
  and exists (
        select from upload_outcome o
        where o.arrival_id = a.arrival_id and o.kind = t.kind and o.outcome = 'accepted' and o.ruled_until is null)
order by 1, 2, 3;
