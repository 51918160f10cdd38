-- The form names the unit that handed it in. Operands: field. On the direct route there is none.
select a.unit_code, a.nomination, a.occurrence, a.arrival_id, a.table_no, a.item, a.sheet, a.cell, a.row_no, a.field,
       r.code, a.raw, a.shown as read_as, u.unit_name as expected
from rule r
join answer a on a.field_key = r.operands ->> 'field'
join unit_now u on u.unit_code = a.unit_code
where r.cycle = current_setting('huizong.cycle') and r.shape = 'own_unit' and a.state = 'text' and u.unit_type <> 'direct'
  and not exists (select from alias_now k where k.folded = a.folded and k.unit_code = a.unit_code)
