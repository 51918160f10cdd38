-- A list has as many rows as the form declares, all of them or those of one value of a column; or, where it is one row a type, so much is the sum of its
-- 数量, a row without one counting 1; 无 declares 0. Operands: list, declared; column, value. A list that does not have the column leaves nothing to compare.
with asked as (
    select r.code, r.operands ->> 'list' as kind, r.operands ->> 'declared' as declared, f.field as column_key,
           -- a flag's facts are true and false
           case when f.value_type = 'boolean' then (r.operands ->> 'value' = f.choices[1])::text
               else r.operands ->> 'value' end as value
    from rule r
    left join field f on f.cycle = r.cycle and f.kind = r.operands ->> 'list' and f.field = r.operands ->> 'column'
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'rows_equal'
), counted as (
    select k.code, k.declared, l.unit_code, l.nomination, l.occurrence,
           sum(told.rows) as rows,
           case when count(typed.amount) > 0 then nullif(sum(coalesce(typed.amount, told.rows)), 0) end as quantity,
           bool_or(k.column_key is null or there.column_filled) as comparable
    from asked k
    join list_now l using (kind)
    left join list_fact here on (here.list_id, here.measure, here.field, here.value)
        = (l.list_id, 'count', k.column_key, k.value)
    cross join lateral (
        select case when k.column_key is null then l.rows_loaded else coalesce(here.amount, 0) end as rows
    ) as told
    cross join lateral (
        select exists (
            select from list_fact f where (f.list_id, f.measure, f.field) = (l.list_id, 'count', k.column_key)
        ) as column_filled
    ) as there
    left join list_fact typed on (typed.list_id, typed.measure, typed.field, typed.value)
        = (l.list_id, case when k.column_key is null then 'sum' else 'quantity' end,
            coalesce(k.column_key, 'att_' || l.kind || '.quantity'), coalesce(k.value, ''))
    group by k.code, k.declared, l.unit_code, l.nomination, l.occurrence
)
select a.unit_code, a.nomination, a.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       null::integer as row_no, a.field, c.code, null as raw,
       printed(c.rows, '行') || coalesce('，数量合计' || printed(c.quantity, a.unit), '') || l.besides as read_as,
       a.counted_shown as expected
from counted c
join answer a on (a.unit_code, a.nomination, a.occurrence) = (c.unit_code, c.nomination, c.occurrence)
    and a.field_key = c.declared
join rule r on r.cycle = current_setting('huizong.cycle') and r.code = c.code
join list_first l on (l.unit_code, l.nomination, l.occurrence, l.kind)
    = (c.unit_code, c.nomination, c.occurrence, r.operands ->> 'list')
where c.comparable and a.counted <> c.rows and a.counted is distinct from c.quantity
