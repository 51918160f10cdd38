-- $1: a cycle or 'registers', $2: its kinds of uploads as JSON. One row: how many rows changed.
with wanted as (
    select kind, kind_order, title, layout, comparable, comparable_why
    from jsonb_to_recordset($2::jsonb) as list (
        kind text, kind_order integer, title text, layout text, comparable text, comparable_why text
    )
), gone as (
    delete from upload_kind
    where cycle = $1
      and not exists (select from wanted where wanted.kind = upload_kind.kind)
    returning 1
), changed as (
    insert into upload_kind as old (cycle, kind, kind_order, title, layout, comparable, comparable_why)
    select $1, kind, kind_order, title, layout, comparable, comparable_why
    from wanted
    on conflict (cycle, kind) do update
    set kind_order = excluded.kind_order, title = excluded.title, layout = excluded.layout,
        comparable = excluded.comparable, comparable_why = excluded.comparable_why
    where (old.*) is distinct from (excluded.*)
    returning 1
)
select (select count(*) from gone) + (select count(*) from changed);
