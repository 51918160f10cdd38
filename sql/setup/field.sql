-- $1: a cycle or 'registers', $2: the fields of all its kinds as JSON. One row: how many rows changed.
with wanted as (
    select kind, field, field_order, label, value_type, place, required, personal, clause
    from jsonb_to_recordset($2::jsonb) as list (
        kind text, field text, field_order integer, label text, value_type text, place text, required boolean,
        personal boolean, clause text
    )
), gone as (
    delete from field
    where cycle = $1
      and not exists (select from wanted where (wanted.kind, wanted.field) = (field.kind, field.field))
    returning 1
), changed as (
    insert into field as old (cycle, kind, field, field_order, label, value_type, place, required, personal, clause)
    select $1, kind, field, field_order, label, value_type, place, required, personal, clause
    from wanted
    on conflict (cycle, kind, field) do update
    set field_order = excluded.field_order, label = excluded.label, value_type = excluded.value_type,
        place = excluded.place, required = excluded.required, personal = excluded.personal, clause = excluded.clause
    where (old.field_order, old.label, old.value_type, old.place, old.required, old.personal, old.clause)
          is distinct from (excluded.field_order, excluded.label, excluded.value_type, excluded.place,
                            excluded.required, excluded.personal, excluded.clause)
    returning 1
)
select (select count(*) from gone) + (select count(*) from changed);
