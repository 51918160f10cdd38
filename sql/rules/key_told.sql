-- Rows without the number that tells one device from another: nobody can say whether they are listed twice, here or by another platform. A row of several (数量) has none.
-- Operands: list, column.
with lacking as (
    select l.unit_code, l.nomination, l.occurrence, r.code, f.label, l.kind, sum(blank.amount) as rows
    from rule r
    join list_now l on l.kind = r.operands ->> 'list'
    join field f on f.cycle = r.cycle and f.kind = l.kind and f.field = r.operands ->> 'column'
    join list_fact blank on (blank.list_id, blank.measure, blank.field, blank.value) = (l.list_id, 'count', f.field, '')
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'key_told'
    group by l.unit_code, l.nomination, l.occurrence, r.code, f.label, l.kind
)
select l.unit_code, l.nomination, l.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       null::integer as row_no, k.label as field, k.code, null as raw, printed(k.rows, '行') as read_as, printed(l.all_rows, '行') as expected
from lacking k
join list_first l using (unit_code, nomination, occurrence, kind)
