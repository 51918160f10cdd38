-- findings.csv, but for message_zh, which the program renders from the code and the other columns. $1 cycle, $2 as_of.
-- cycle, unit_code, unit_name, file, sha256, sheet, cell, row, field, severity, code, raw, read_as, expected, clause,
-- platform, enterprise, outcome (of the upload; empty for registers and the cycle).
-- A warning that 审查决定 has let pass is not repeated, nor what is wrong in a list's row that was corrected since.
select distinct $1::text as cycle, f.unit_code, f.unit_name, f.file, f.sha256, f.sheet, f.cell, f.row_no as row,
       f.field, f.severity, f.code, f.raw, f.read_as, f.expected, f.clause, f.platform, f.enterprise, f.outcome,
       f.unit_order, f.file collate "C" as by_file, f.sheet collate "C" as by_sheet, f.cell collate "C" as by_cell,
       f.field collate "C" as by_field, f.code collate "C" as by_code
from findings_at($1, $2) f
where not f.passed
order by f.unit_order nulls first, by_file nulls first, f.sha256, by_sheet, f.row_no nulls first, by_cell nulls first,
    by_field, by_code, f.raw, f.read_as, f.expected;
