-- $1: a cycle or 'registers', $2: the fields of all its kinds as JSON. One row: how many rows changed.
with wanted as (
    select kind, field, field_order, label, value_type, place, required, personal, clause, section, label_group,
           blank, unit, unit_assumed, three_state, years, word_limit, minimum, maximum, choices, open_choices,
           comparable, comparable_why, assumed
    from jsonb_to_recordset($2::jsonb) as list (
        kind text, field text, field_order integer, label text, value_type text, place text, required boolean,
        personal boolean, clause text, section text, label_group text, blank integer, unit text,
        unit_assumed text, three_state boolean, years text, word_limit integer, minimum numeric,
        maximum numeric, choices text[], open_choices boolean, comparable text, comparable_why text,
        assumed text
    )
), gone as (
    delete from field
    where cycle = $1
      and not exists (select from wanted where (wanted.kind, wanted.field) = (field.kind, field.field))
    returning 1
), changed as (
    insert into field as old (
        cycle, kind, field, field_order, label, value_type, place, required, personal, clause, section,
        label_group, blank, unit, unit_assumed, three_state, years, word_limit, minimum, maximum, choices,
        open_choices, comparable, comparable_why, assumed
    )
    select $1, kind, field, field_order, label, value_type, place, required, personal, clause, section,
           label_group, blank, unit, unit_assumed, three_state, years, word_limit, minimum, maximum, choices,
           open_choices, comparable, comparable_why, assumed
    from wanted
    on conflict (cycle, kind, field) do update
    set field_order = excluded.field_order, label = excluded.label, value_type = excluded.value_type,
        place = excluded.place, required = excluded.required, personal = excluded.personal,
        clause = excluded.clause, section = excluded.section, label_group = excluded.label_group,
        blank = excluded.blank, unit = excluded.unit, unit_assumed = excluded.unit_assumed,
        three_state = excluded.three_state, years = excluded.years, word_limit = excluded.word_limit,
        minimum = excluded.minimum, maximum = excluded.maximum, choices = excluded.choices,
        open_choices = excluded.open_choices, comparable = excluded.comparable,
        comparable_why = excluded.comparable_why, assumed = excluded.assumed
    where (old.*) is distinct from (excluded.*)
    returning 1
)
select (select count(*) from gone) + (select count(*) from changed);
