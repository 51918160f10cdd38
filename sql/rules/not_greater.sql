-- A figure that cannot be larger than another. Operands: field, limit, factor: field times factor is not above limit (twelve months of income and the
-- year's). A limit of 无 is 0.
select a.unit_code, a.nomination, a.occurrence, a.arrival_id, a.table_no, a.item, a.sheet, a.cell, a.row_no, a.field,
       r.code, a.raw,
       a.shown || case when r.operands ? 'factor' then '×' || (r.operands ->> 'factor') || '＝' || printed(times.amount, a.unit)
           else '' end as read_as,
       '“' || l.label || '”' || l.counted_shown as expected
from rule r
join answer a on a.field_key = r.operands ->> 'field'
join answer l on (l.unit_code, l.nomination, l.occurrence) = (a.unit_code, a.nomination, a.occurrence)
    and l.field_key = r.operands ->> 'limit'
cross join lateral (select a.value * coalesce((r.operands ->> 'factor')::numeric, 1) as amount) as times
where r.cycle = current_setting('huizong.cycle') and r.shape = 'not_greater'
  and a.state = 'number' and times.amount > l.counted
