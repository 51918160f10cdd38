-- findings.csv, but for message_zh, which the program renders from the code and the other columns. $1 cycle, $2 as_of.
-- cycle, unit_code, unit_name, file, sha256, sheet, cell, row, field, severity, code, raw, read_as, expected, clause,
-- platform, enterprise, outcome (of the upload; empty
-- for registers and the cycle). A warning that 审查决定 has let pass is not repeated, nor what is wrong in a list's row that
-- was corrected since.
select $1::text as cycle, f.unit_code, u.unit_name, f.file, f.sha256, f.sheet, f.cell, f.row_no as row, f.field, f.severity,
       f.code, f.raw, f.read_as, f.expected,
       case when f.source is distinct from 'register' then coalesce(r.clause, '') else '' end as clause,
       f.platform, f.enterprise, f.outcome
from findings_at($1, $2) f
left join rule r on r.cycle = $1 and r.code = f.code
left join unit u on u.cycle = $1 and u.unit_code = f.unit_code
order by f.unit_order nulls first, f.file collate "C" nulls first, f.sha256, f.sheet collate "C", f.row_no nulls first,
    f.cell collate "C" nulls first, f.field collate "C", f.code collate "C", f.raw, f.read_as, f.expected;
