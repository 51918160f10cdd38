-- A figure that is above what can be (an error) or what is usual (a warning). Operands: field, most, unless_above: what is above that is told by another
-- instance.
select a.unit_code, a.nomination, a.occurrence, a.arrival_id, a.table_no, a.item, a.sheet, a.cell, a.row_no, a.field,
       r.code, a.raw, a.shown as read_as, printed((r.operands ->> 'most')::numeric, a.unit) as expected
from rule r
join answer a on a.field_key = r.operands ->> 'field'
where r.cycle = current_setting('huizong.cycle') and r.shape = 'at_most'
  and a.state = 'number' and a.value > (r.operands ->> 'most')::numeric
  and (a.value > (r.operands ->> 'unless_above')::numeric) is not true
