-- A row that says of itself that it is none: withdrawn, given up, a reserve; in a name, in a short remark, or by the heading that stands above it. Held for a person, else it
-- would take a seat, and stand in the official table as it is written. Operands: fields; words, of which one is enough; labels of columns for remarks.
with word as (
    select r.code, r.operands, said.word
    from rule r
    cross join lateral jsonb_array_elements_text(r.operands -> 'words') as said (word)
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'name_denied'
), denied as (
    select c.unit_code, c.nomination, c.occurrence, w.code, 1 as place, c.cell, c.field, c.raw, w.word
    from nomination_cell c
    join word w on position(w.word in c.text) > 0
    where c.state = 'text'
      and (w.operands -> 'fields' ? c.field_key or length(c.text) <= 12 and exists (
              select from jsonb_array_elements_text(w.operands -> 'labels') as l (label) where c.field_key = 'x:' || l.label))
    union all
    -- the last heading above the row is the one that it stands under
    select n.unit_code, n.nomination, n.occurrence, w.code, 2, null, '上方说明文字', heading.raw, w.word
    from nomination n
    cross join lateral (
        select f.raw
        from file_finding f
        where f.arrival_id = n.arrival_id and coalesce(f.sheet, '') = n.sheet and f.code = 'remark_row_skipped'
          and f.row_no < n.row_no and f.raw ~ '^[ 　]*以下|[:：][ 　]*$'
        order by f.row_no desc, f.ordinal
        limit 1
    ) as heading
    join word w on position(w.word in heading.raw) > 0
    where n.place = 'in_force'
)
select distinct on (d.unit_code, d.nomination, d.occurrence, d.code)
       n.unit_code, n.nomination, n.occurrence, n.arrival_id, n.table_no, n.item, n.sheet, d.cell, n.row_no, d.field,
       d.code, d.raw, d.word as read_as, null as expected
from denied d
join nomination n using (unit_code, nomination, occurrence)
order by d.unit_code, d.nomination, d.occurrence, d.code, d.place, d.cell collate "C", d.word collate "C"
