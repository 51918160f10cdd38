-- What must be said where another answer is a certain one. Operands: field, when, is. A form that has no place for it is told at that answer.
select w.unit_code, w.nomination, w.occurrence, w.arrival_id, coalesce(a.table_no, w.table_no) as table_no,
       coalesce(a.item, w.item) as item, coalesce(a.sheet, w.sheet) as sheet, coalesce(a.cell, w.cell) as cell,
       coalesce(a.row_no, w.row_no) as row_no, f.label as field, r.code, a.raw, w.shown as read_as, null as expected
from rule r
join answer w on w.field_key = r.operands ->> 'when'
join field f on f.cycle = r.cycle and f.kind = 'application' and f.field = r.operands ->> 'field'
left join answer a on (a.unit_code, a.nomination, a.occurrence) = (w.unit_code, w.nomination, w.occurrence)
    and a.field_key = f.field
where r.cycle = current_setting('huizong.cycle') and r.shape = 'required_if'
  and w.state = 'text' and w.text = r.operands ->> 'is'
  and not exists (
        select from form_cell given
        where (given.unit_code, given.nomination, given.occurrence) = (w.unit_code, w.nomination, w.occurrence)
          and given.field_key = f.field and given.state not in ('blank', 'none'))
