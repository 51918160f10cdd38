-- Answers of which no two may be the same. Operands: fields. The later one is told.
with asked as (
    select r.code, f.field_key, f.place_no
    from rule r
    cross join lateral jsonb_array_elements_text(r.operands -> 'fields') with ordinality as f (field_key, place_no)
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'distinct'
), told as (
    select k.code, k.place_no, a.*
    from asked k
    join answer a using (field_key)
    where a.state in ('text', 'number')
)
select t.unit_code, t.nomination, t.occurrence, t.arrival_id, t.table_no, t.item, t.sheet, t.cell, t.row_no, t.field,
       t.code, t.raw, t.shown as read_as, null as expected
from told t
where exists (
    select from told earlier
    where (earlier.code, earlier.unit_code, earlier.nomination, earlier.occurrence, earlier.meant)
          = (t.code, t.unit_code, t.nomination, t.occurrence, t.meant) and earlier.place_no < t.place_no)
