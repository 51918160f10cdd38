-- A row of a unit's table that names another unit in a column for it: no unit submits for another. Operands: labels of such columns. A name that is no unit's says nothing; on
-- the direct route there is none to name.
with way as (
    select folded as written, unit_code from alias_now
    union
    select lower(normalize(translate(a.alias, ' 　', ''), nfkc) collate "C"), a.unit_code from unit_alias a join run using (cycle)
)
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, l.label as field,
       r.code, c.raw, min(other.unit_name collate "C") as read_as, u.unit_name as expected
from rule r
cross join lateral jsonb_array_elements_text(r.operands -> 'labels') as l (label)
join nomination_cell c on c.field_key = 'x:' || l.label and c.state = 'text'
join unit_now u on u.unit_code = c.unit_code
join way w on w.written = lower(normalize(translate(c.text, ' 　', ''), nfkc) collate "C")
join unit_now other on other.unit_code = w.unit_code
where r.cycle = current_setting('huizong.cycle') and r.shape = 'row_unit' and u.unit_type <> 'direct'
group by c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, l.label, r.code,
    c.raw, u.unit_name
having not bool_or(w.unit_code = c.unit_code)
