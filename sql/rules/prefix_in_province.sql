-- Characters 3 … of a 统一社会信用代码 name the registering authority. Another province's holds the nomination for a person; it
-- is no refusal.
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
       'wrong_province' as code, c.raw,
       substr(n.uscc, 3, 6) as read_as, run.region_prefix as expected
from nomination n
cross join run
join (
    select unit_code, nomination, occurrence, arrival_id, table_no, item, sheet, cell, row_no, field, field_key, state, raw
    from nomination_cell
    union all
    select unit_code, nomination, occurrence, arrival_id, table_no, item, sheet, cell, row_no, field, field_key, state, raw
    from form_cell
) as c using (unit_code, nomination, occurrence)
where c.field_key = 'ent_org_code' and c.state = 'text' and n.uscc ~ '^[0-9A-Z]{18}$'
    and not starts_with(substr(n.uscc, 3), run.region_prefix)
