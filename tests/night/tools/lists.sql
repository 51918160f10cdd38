\pset format csv
set search_path = huizong;
select a.path as file, l.kind, l.part_no as part, t.sheet, l.rows_read as read, l.rows_loaded as loaded,
       l.rows_rejected as rejected
from list_table l
join arrival a using (arrival_id)
join upload_table t using (arrival_id, table_no)
where a.cycle = :'cycle'
order by a.path collate "C", l.table_no;
