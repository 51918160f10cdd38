-- $1: the catalogue's codes, titles and folded titles as JSON. One row: how many rows changed.
with wanted as (
    select code, title, folded
    from jsonb_to_recordset($1::jsonb) as list (code text, title text, folded text)
), gone as (
    delete from message
    where not exists (select from wanted where wanted.code = message.code)
    returning 1
), changed as (
    insert into message as old (code, title, folded)
    select code, title, folded
    from wanted
    on conflict (code) do update
    set title = excluded.title, folded = excluded.folded
    where (old.title, old.folded) is distinct from (excluded.title, excluded.folded)
    returning 1
)
select (select count(*) from gone) + (select count(*) from changed);
