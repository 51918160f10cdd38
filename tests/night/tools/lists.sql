-- Every list that was loaded, in the order of its coming: file, kind, part, and its rows. :cycle
select a.path as file, l.kind, l.part_no || '/' || l.part_of as part, l.rows_read as read, l.rows_loaded as loaded,
       l.rows_rejected as rejected, (
           select count(*) from list_reject r where (r.arrival_id, r.table_no) = (l.arrival_id, l.table_no)
       ) as kept
from list_table l
join arrival a using (arrival_id)
where a.cycle = :'cycle'
order by a.path collate "C", l.kind collate "C", a.first_seen_at, l.list_id;
