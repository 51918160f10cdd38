-- $1: cycle, $2: every way to write its units as JSON. One row: how many rows changed.
with wanted as (
    select folded, alias, unit_code
    from jsonb_to_recordset($2::jsonb) as list (folded text, alias text, unit_code text)
), gone as (
    delete from unit_alias
    where cycle = $1
      and not exists (select from wanted where wanted.folded = unit_alias.folded)
    returning 1
), changed as (
    insert into unit_alias as old (cycle, folded, alias, unit_code)
    select $1, folded, alias, unit_code
    from wanted
    on conflict (cycle, folded) do update
    set alias = excluded.alias, unit_code = excluded.unit_code
    where (old.alias, old.unit_code) is distinct from (excluded.alias, excluded.unit_code)
    returning 1
)
select (select count(*) from gone) + (select count(*) from changed);
