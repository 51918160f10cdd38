-- A share that is near what two other answers make of it. Operands: share, part, whole, tolerance (percentage points).
select s.unit_code, s.nomination, s.occurrence, s.arrival_id, s.table_no, s.item, s.sheet, s.cell, s.row_no, s.field,
       r.code, s.raw, s.shown as read_as,
       p.shown || '÷' || w.shown || '＝' || printed(round(made.share, 2), '%') as expected
from rule r
join answer s on s.field_key = r.operands ->> 'share'
join answer p on (p.unit_code, p.nomination, p.occurrence) = (s.unit_code, s.nomination, s.occurrence)
    and p.field_key = r.operands ->> 'part'
join answer w on (w.unit_code, w.nomination, w.occurrence) = (s.unit_code, s.nomination, s.occurrence)
    and w.field_key = r.operands ->> 'whole'
cross join lateral (select 100 * p.value / nullif(w.value, 0) as share) as made
where r.cycle = current_setting('huizong.cycle') and r.shape = 'share_near'
  and s.state = 'number' and p.state = 'number' and w.state = 'number'
  and abs(made.share - s.value) > (r.operands ->> 'tolerance')::numeric
