-- The cell of a platform's form that a field was read from: the one that 指标汇总 shows. $1 cycle, $2 as_of, $3 unit, $4 folded platform, $5 field.
-- arrival_id, table_no, item, file, sha256, sheet, row, cell
with form as (
    select o.arrival_id, (select count(*) from outcomes_at($1, $2) s where s.arrival_id = o.arrival_id and s.kind = 'application') as forms_in_file
    from outcomes_at($1, $2) o
    where o.kind = 'application' and o.outcome = 'accepted' and o.unit_code = $3 and o.platform = $4
)
select g.arrival_id, g.table_no, g.item, a.path as file, a.sha256, t.sheet, g.row_no as row, g.cell
from form
join arrival a using (arrival_id)
join upload_table t on t.arrival_id = form.arrival_id and t.kind = 'application'
join figure g on g.arrival_id = t.arrival_id and g.table_no = t.table_no and g.field = $5
where form.forms_in_file = 1
   or exists (
        select from figure n
        where (n.arrival_id, n.table_no, n.item, n.field) = (g.arrival_id, g.table_no, g.item, 'platform_name') and n.folded = $4)
order by g.state = 'blank', g.table_no, g.row_no, g.cell collate "C"
limit 1;
