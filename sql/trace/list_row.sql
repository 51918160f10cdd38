-- A row of a list, a line for each of its fields. $1 cycle, $2 list, $3 row.
-- label, key, personal (true, false), value, raw (what stood there, where it was changed in reading)
with line as (
    select to_jsonb(l) as said, l.raw, 'equipment' as kind from list_equipment l where l.list_id = $2 and l.row_no = $3
    union all
    select to_jsonb(l), l.raw, 'model' from list_model l where l.list_id = $2 and l.row_no = $3
    union all
    select to_jsonb(l), l.raw, 'app' from list_app l where l.list_id = $2 and l.row_no = $3
    union all
    select to_jsonb(l), l.raw, 'enterprise' from list_enterprise l where l.list_id = $2 and l.row_no = $3
    union all
    select to_jsonb(l), l.raw, 'developer' from list_developer l where l.list_id = $2 and l.row_no = $3
    union all
    select to_jsonb(l), l.raw, 'killer' from list_killer l where l.list_id = $2 and l.row_no = $3
    union all
    select to_jsonb(l), l.raw, 'solution' from list_solution l where l.list_id = $2 and l.row_no = $3
    union all
    select to_jsonb(l), l.raw, 'staff' from list_staff l where l.list_id = $2 and l.row_no = $3
), raw as (
    select pair[2 * no - 1] as column_name, pair[2 * no] as raw
    from line
    cross join list_cells(line.raw) as pair
    cross join generate_series(1, cardinality(pair) / 2) as no
)
select f.label, f.field as key, f.personal::text as personal, line.said ->> split_part(f.field, '.', 2) as value, raw.raw
from line
join field f on f.cycle = $1 and f.kind = line.kind and f.place = 'row'
left join raw on raw.column_name = split_part(f.field, '.', 2)
where line.said ->> split_part(f.field, '.', 2) is not null or raw.raw is not null
order by f.field_order;
