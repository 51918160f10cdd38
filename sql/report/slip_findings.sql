-- What each recipient is told, new and still open, and what it has put right since its upload before. $1 cycle, $2 as_of.
-- state (new open fixed), unit_code, applicant, file, sheet, cell, row, field, severity, code, raw, read_as, expected, clause, platform, enterprise
select distinct f.state, f.unit_code, f.applicant, f.file, f.sheet, f.cell, f.row_no as row, f.field, f.severity, f.code,
       f.raw, f.read_as, f.expected, f.clause, f.platform_name as platform, f.enterprise,
       f.file collate "C" as by_file, f.sheet collate "C" as by_sheet, f.cell collate "C" as by_cell,
       f.field collate "C" as by_field, f.code collate "C" as by_code
from slip_findings_at($1, $2) f
order by f.unit_code, f.applicant, f.state, by_file, by_sheet, f.row_no nulls first, by_cell nulls first, by_field, by_code, f.raw,
    f.read_as, f.expected;
