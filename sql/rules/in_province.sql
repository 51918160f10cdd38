-- An address that begins with another province's name. Operands: field, elsewhere: those names, without 省 or 市. An address that names no province says
-- nothing.
select a.unit_code, a.nomination, a.occurrence, a.arrival_id, a.table_no, a.item, a.sheet, a.cell, a.row_no, a.field,
       r.code, a.raw, other.name as read_as, null as expected
from rule r
join answer a on a.field_key = r.operands ->> 'field'
cross join lateral jsonb_array_elements_text(r.operands -> 'elsewhere') as other (name)
where r.cycle = current_setting('huizong.cycle') and r.shape = 'in_province' and a.state = 'text'
  and starts_with(a.text, other.name) and substr(a.text, length(other.name) + 1) ~ '^(省|市|特别行政区|.{0,4}自治区)'
