-- The nomination of a key of report/nominations. $1 cycle, $2 as_of, $3 key. The columns of trace/nominations.
select n.unit_code || '|' || n.nomination || '|' || n.occurrence as key, n.unit_code, n.unit_name, n.platform, n.enterprise, n.decision,
       n.folded_platform, n.folded_enterprise, n.arrival_id, n.table_no, n.item, n.file, n.sha256, n.sheet, n.row_no as row
from nomination_rows_at($1, $2) with ordinality n
where n.unit_code || '|' || n.nomination || '|' || n.occurrence = $3;
