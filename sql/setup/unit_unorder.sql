-- $1: cycle, $2: its units as JSON, in order. Where the order changes, the old numbers step aside: unique (cycle, unit_order) is
-- checked row by row.
update unit
set unit_order = -unit_order
from jsonb_array_elements($2::jsonb) with ordinality as wanted (unit, unit_order)
where unit.cycle = $1
  and unit.unit_code = wanted.unit ->> 'unit_code'
  and unit.unit_order <> wanted.unit_order;
