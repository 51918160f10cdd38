-- What stands in the list of 杀手锏 APPs stands in the list of APPs as well, by its folded name. Operands: list, of. Without the other list there is
-- nothing to compare. Told once for a list, with the first few names.
with asked as (
    select code, operands ->> 'of' as whole
    from rule
    where cycle = current_setting('huizong.cycle') and shape = 'subset_of' and operands ->> 'list' = 'killer'
), missing as (
    select s.code, l.*, k.row_no, k.name
    from asked s
    join list_now l on l.kind = 'killer'
    cross join lateral (select row_no, key, name from list_killer r where r.list_id = l.list_id and r.key is not null offset 0) as k
    where s.whole = 'app'
      and exists (
            select from list_first w
            where (w.unit_code, w.nomination, w.occurrence, w.kind) = (l.unit_code, l.nomination, l.occurrence, 'app'))
      and not exists (
            select from list_now w
            cross join lateral (select from list_app a where a.list_id = w.list_id and a.key = k.key offset 0) as same
            where (w.unit_code, w.nomination, w.occurrence, w.kind) = (l.unit_code, l.nomination, l.occurrence, 'app'))
)
select m.unit_code, m.nomination, m.occurrence, m.arrival_id, m.table_no, null::integer as item, m.sheet, null as cell,
       min(m.row_no) as row_no, f.label as field, m.code,
       array_to_string((array_agg(m.name order by m.row_no))[1:3], '、') || case when count(*) > 3 then '等' else '' end as raw,
       printed(count(*), '个') as read_as, null as expected
from missing m
join field f on f.cycle = current_setting('huizong.cycle') and f.kind = 'killer' and f.field = 'att_killer.name'
group by m.unit_code, m.nomination, m.occurrence, m.arrival_id, m.table_no, m.sheet, f.label, m.code
