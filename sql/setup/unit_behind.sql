-- $1: cycle. The register's units that stepped aside follow the cycle's own, in the order they had.
update unit
set unit_order = behind.unit_order
from (
    select aside.unit_code, last.unit_order + row_number() over (order by aside.unit_order desc) as unit_order
    from unit aside
    cross join (select max(unit_order) as unit_order from unit where cycle = $1) last
    where aside.cycle = $1 and aside.unit_order < 0
) as behind
where unit.cycle = $1 and unit.unit_code = behind.unit_code;
