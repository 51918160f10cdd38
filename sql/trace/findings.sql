-- What was found in a file, or in a row or cell of it, by readers and rules. $1 cycle, $2 as_of, $3 arrival, $4 sheet or null, $5 row or null, $6 cell or null.
-- severity, code, sheet, cell, row, field, raw, read_as, expected, clause, passed (true: 审查决定 has let it pass; else empty), file, unit_name, platform, enterprise, personal (true: of a
-- person's field), compared (true: of such, and `expected` is what another place says, not a hint)
select f.severity, f.code, f.sheet, f.cell, f.row_no as row, f.field, f.raw, f.read_as, f.expected, f.clause, nullif(f.passed::text, 'false') as passed,
       f.file, f.unit_name, f.platform, f.enterprise,
       (d.label is not null)::text as personal, (d.label is not null and f.by_rule)::text as compared
from (select distinct * from findings_at($1, $2)) as f
left join (select distinct label from field where cycle in ($1, 'registers') and personal) as d on d.label = f.field
where f.arrival_id = $3
  and ($4::text is null or f.sheet is null or f.sheet = $4 or f.sheet = '')
  and ($5::integer is null or f.row_no = $5) and ($6::text is null or f.cell is null or f.cell = $6)
order by f.row_no nulls first, f.cell collate "C" nulls first, f.code collate "C", f.field collate "C", f.raw, f.read_as, f.expected;
