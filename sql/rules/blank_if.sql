-- What may not be said where another answer is a certain one. Operands: field, when, is.
select a.unit_code, a.nomination, a.occurrence, a.arrival_id, a.table_no, a.item, a.sheet, a.cell, a.row_no, a.field,
       r.code, a.raw, a.shown as read_as, w.shown as expected
from rule r
join answer w on w.field_key = r.operands ->> 'when'
join answer a on (a.unit_code, a.nomination, a.occurrence) = (w.unit_code, w.nomination, w.occurrence)
    and a.field_key = r.operands ->> 'field'
where r.cycle = current_setting('huizong.cycle') and r.shape = 'blank_if'
  and w.state = 'text' and w.text = r.operands ->> 'is' and a.state in ('text', 'number')
