-- Every way to write a unit, folded. $1 cycle, $2 the moment.
-- folded, unit_code, short_name; in the units' order
select w.folded, w.unit_code, u.short_name
from unit_ways_at($1, $2) w
join unit u on u.cycle = $1 and u.unit_code = w.unit_code
order by u.unit_order, w.folded collate "C";
