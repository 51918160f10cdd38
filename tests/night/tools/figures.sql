\pset format csv
set search_path = huizong;
select a.path as file, f.field, f.state, coalesce(trim_scale(f.value)::text, f.text) as value, f.cell
from figure f
join upload_table t using (arrival_id, table_no)
join arrival a using (arrival_id)
where a.cycle = :'cycle' and t.kind = 'application'
order by a.path collate "C", f.item, f.field collate "C";
