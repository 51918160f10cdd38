-- $1: cycle, $2: its units as JSON, in order. Before the units are written, every number that is not to stay steps aside: unique
-- (cycle, unit_order) is checked row by row. Units that the files do not name are gone, or the register's, which then go behind.
with wanted as (
    select unit ->> 'unit_code' as unit_code, unit_order
    from jsonb_array_elements($2::jsonb) with ordinality as list (unit, unit_order)
), unnamed as (
    select unit_code, bool_or(unit_order <= jsonb_array_length($2::jsonb)) over () as in_the_way
    from unit
    where cycle = $1
      and not exists (select from wanted where wanted.unit_code = unit.unit_code)
)
update unit
set unit_order = -unit_order
where cycle = $1
  and (exists (select from wanted
               where wanted.unit_code = unit.unit_code and wanted.unit_order <> unit.unit_order)
       or exists (select from unnamed where unnamed.unit_code = unit.unit_code and in_the_way));
