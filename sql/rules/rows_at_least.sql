-- A list has at least as many rows as the form declares (or, where it is one row a type, the sum of its 数量, a row without one counting 1); of the list
-- of enterprises, rows with an amount above 0. Operands: list, declared, positive.
with asked as (
    select code, operands ->> 'list' as kind, operands ->> 'declared' as declared, operands ->> 'positive' as positive
    from rule
    where cycle = current_setting('huizong.cycle') and shape = 'rows_at_least'
), counted as (
    select k.code, k.declared, k.kind, l.unit_code, l.nomination, l.occurrence,
           sum(case when k.positive is null then l.rows_loaded else coalesce(positive.amount, 0) end) as rows,
           case when count(typed.amount) > 0 then nullif(sum(coalesce(typed.amount, l.rows_loaded)), 0) end as quantity
    from asked k
    join list_now l using (kind)
    left join list_fact typed on k.positive is null and (typed.list_id, typed.measure, typed.field)
        = (l.list_id, 'sum', 'att_' || l.kind || '.quantity')
    left join list_fact positive on (positive.list_id, positive.measure, positive.field, positive.value)
        = (l.list_id, 'count', k.positive, '>0')
    group by k.code, k.declared, k.kind, l.unit_code, l.nomination, l.occurrence
)
select a.unit_code, a.nomination, a.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       null::integer as row_no, a.field, c.code, null as raw,
       printed(c.rows, '行') || coalesce('，数量合计' || printed(c.quantity, a.unit), '') || l.besides as read_as,
       a.shown as expected
from counted c
join answer a on (a.unit_code, a.nomination, a.occurrence) = (c.unit_code, c.nomination, c.occurrence)
    and a.field_key = c.declared
join list_first l on (l.unit_code, l.nomination, l.occurrence, l.kind)
    = (c.unit_code, c.nomination, c.occurrence, c.kind)
where a.state = 'number' and greatest(c.rows, c.quantity) < a.value
