-- What stands in the list of 杀手锏 APPs stands in the list of APPs as well, by its folded name. Operands: list, of. Without the other list there is
-- nothing to compare.
with asked as (
    select code, operands ->> 'of' as whole
    from rule
    where cycle = current_setting('huizong.cycle') and shape = 'subset_of' and operands ->> 'list' = 'killer'
)
select l.unit_code, l.nomination, l.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       k.row_no, f.label as field, s.code, k.name as raw, null as read_as, null as expected
from asked s
join list_now l on l.kind = 'killer'
join field f on f.cycle = current_setting('huizong.cycle') and f.kind = 'killer' and f.field = 'att_killer.name'
cross join lateral (select row_no, key, name from list_killer r where r.list_id = l.list_id and r.key is not null offset 0) as k
where s.whole = 'app'
  and exists (
        select from list_first w
        where (w.unit_code, w.nomination, w.occurrence, w.kind) = (l.unit_code, l.nomination, l.occurrence, 'app'))
  and not exists (
        select from list_now w
        cross join lateral (select from list_app a where a.list_id = w.list_id and a.key = k.key offset 0) as same
        where (w.unit_code, w.nomination, w.occurrence, w.kind) = (l.unit_code, l.nomination, l.occurrence, 'app'))
