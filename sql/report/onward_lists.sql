-- The lists in force of the standing nominations, in the order in which their rows are passed on. $1 cycle, $2 as_of.
-- key (of report/nominations), kind, list_id, rows, file, sha256, sheet, supplement (true, false)
select n.unit_code || '|' || n.nomination || '|' || n.occurrence as key, l.kind, l.list_id, t.rows_loaded as rows, a.path as file, a.sha256, u.sheet,
       l.supplement::text as supplement
from lists_at($1, $2) l
join list_table t using (list_id)
join arrival a using (arrival_id)
join upload_table u using (arrival_id, table_no)
join upload_kind k on k.cycle = $1 and k.kind = l.kind
join rulings_at($1, $2) n using (unit_code, nomination, occurrence)
where n.decision in ('exempt', 'recommended')
order by n.unit_code collate "C", n.nomination collate "C", n.occurrence, k.kind_order, l.supplement, t.part_no, l.came;
