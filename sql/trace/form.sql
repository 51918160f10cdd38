-- The cell of a nomination's form that a field was read from: the one that 指标汇总 shows. $1 cycle, $2 as_of, $3 key of trace/nominations, $4 field.
-- arrival_id, table_no, item, file, sha256, sheet, row, cell
select g.arrival_id, g.table_no, g.item, a.path as file, a.sha256, t.sheet, g.row_no as row, g.cell
from pieces_at($1, $2) p
join arrival a using (arrival_id)
join upload_table t using (arrival_id, table_no)
join figure g using (arrival_id, table_no, item)
where p.unit_code || '|' || p.nomination || '|' || p.occurrence = $3 and p.kind = 'application' and p.place = 'in_force' and g.field = $4
order by g.state = 'blank', g.table_no, g.row_no, g.cell collate "C"
limit 1;
