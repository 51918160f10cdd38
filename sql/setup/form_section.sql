-- $1: a cycle or 'registers', $2: the sections of its forms as JSON. One row: how many rows changed.
with wanted as (
    select kind, section, section_order, title, dimension, starred
    from jsonb_to_recordset($2::jsonb) as list (
        kind text, section text, section_order integer, title text, dimension text, starred boolean
    )
), gone as (
    delete from form_section
    where cycle = $1
      and not exists (select from wanted
                      where (wanted.kind, wanted.section) = (form_section.kind, form_section.section))
    returning 1
), changed as (
    insert into form_section as old (cycle, kind, section, section_order, title, dimension, starred)
    select $1, kind, section, section_order, title, dimension, starred
    from wanted
    on conflict (cycle, kind, section) do update
    set section_order = excluded.section_order, title = excluded.title, dimension = excluded.dimension,
        starred = excluded.starred
    where (old.*) is distinct from (excluded.*)
    returning 1
)
select (select count(*) from gone) + (select count(*) from changed);
