-- $1: cycle, $2: its units as JSON, in order. A unit that is gone goes here too, unless something refers to it. One row: how many rows
-- changed.
with wanted as (
    select unit ->> 'unit_code' as unit_code, unit ->> 'unit_name' as unit_name, unit ->> 'short_name' as short_name,
           unit ->> 'unit_type' as unit_type, unit_order::integer as unit_order
    from jsonb_array_elements($2::jsonb) with ordinality as list (unit, unit_order)
), gone as (
    delete from unit
    where cycle = $1
      and not exists (select from wanted where wanted.unit_code = unit.unit_code)
    returning 1
), changed as (
    insert into unit as old (cycle, unit_code, unit_name, short_name, unit_type, unit_order)
    select $1, unit_code, unit_name, short_name, unit_type, unit_order
    from wanted
    on conflict (cycle, unit_code) do update
    set unit_name = excluded.unit_name, short_name = excluded.short_name, unit_type = excluded.unit_type,
        unit_order = excluded.unit_order, added_at = null   -- no longer the register's
    where (old.unit_name, old.short_name, old.unit_type, old.unit_order, old.added_at)
          is distinct from (excluded.unit_name, excluded.short_name, excluded.unit_type, excluded.unit_order, null)
    returning 1
)
select (select count(*) from gone) + (select count(*) from changed);
