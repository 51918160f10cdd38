-- What a list's column adds up to is what the form declares; 无 declares 0. Operands: list, column, declared.
with added as (
    select r.code, r.operands ->> 'declared' as declared, l.kind, l.unit_code, l.nomination, l.occurrence,
           sum(f.amount) as amount
    from rule r
    join list_now l on l.kind = r.operands ->> 'list'
    join list_fact f on (f.list_id, f.measure, f.field) = (l.list_id, 'sum', r.operands ->> 'column')
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'list_sum_equals'
    group by r.code, r.operands, l.kind, l.unit_code, l.nomination, l.occurrence
)
select a.unit_code, a.nomination, a.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       null::integer as row_no, a.field, s.code, null as raw, printed(s.amount, a.unit) || l.besides as read_as, a.counted_shown as expected
from added s
join answer a on (a.unit_code, a.nomination, a.occurrence) = (s.unit_code, s.nomination, s.occurrence)
    and a.field_key = s.declared
join list_first l on (l.unit_code, l.nomination, l.occurrence, l.kind)
    = (s.unit_code, s.nomination, s.occurrence, s.kind)
where a.counted <> s.amount
