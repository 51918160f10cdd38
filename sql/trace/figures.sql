-- What was read in a row of a 汇总表 or in a cell of any table or form: each field with what stood there and what was made of it.
-- $1 cycle, $2 as_of, $3 arrival, $4 sheet or null, $5 row or null, $6 cell or null, $7 field or null.
-- table_no, item, label, key (the field's), personal (true, false), sheet, cell, row, state, raw, text, value, unit, unit_source, factor, folded
select g.table_no, g.item, coalesce(f.label, g.field) as label, g.field as key, coalesce(f.personal, true)::text as personal, t.sheet,
       g.cell, g.row_no as row, g.state, g.raw, g.text, trim_scale(g.value) as value, f.unit, g.unit_source, trim_scale(g.factor) as factor, g.folded
from upload_table t
join figure g using (arrival_id, table_no)
join arrival a using (arrival_id)
left join field f on f.cycle = case when a.source = 'register' then 'registers' else a.cycle end and f.kind = t.kind and f.field = g.field
where a.cycle = $1 and a.first_seen_at <= $2 and a.arrival_id = $3 and ($4::text is null or t.sheet = $4) and ($5::integer is null or g.row_no = $5)
  and ($6::text is null or g.cell = $6) and ($7::text is null or g.field = $7)
order by g.table_no, g.item, f.field_order nulls last, g.field collate "C";
