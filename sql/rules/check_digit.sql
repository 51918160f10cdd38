-- The reader has computed the check digit of a 统一社会信用代码 (text/identifier); a nomination with a wrong one is held.
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
       f.code, f.raw, f.read_as, f.expected
from (
    select unit_code, nomination, occurrence, arrival_id, table_no, item, sheet, cell, row_no, field, field_key
    from nomination_cell
    union all
    select unit_code, nomination, occurrence, arrival_id, table_no, item, sheet, cell, row_no, field, field_key
    from form_cell
) as c
join file_finding f on f.arrival_id = c.arrival_id and f.sheet = c.sheet and f.row_no = c.row_no and f.cell = c.cell
where c.field_key = 'ent_org_code' and f.code = 'uscc_check_digit'
