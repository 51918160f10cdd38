-- Refused by 审查决定 不予受理, row by row.
select n.unit_code, n.nomination, n.occurrence, n.arrival_id, n.table_no, n.item, n.sheet, f.cell, n.row_no,
       fl.label as field, 'ineligible' as code, f.raw, null as read_as, null as expected
from nomination n
cross join run
left join figure f on (f.arrival_id, f.table_no, f.item) = (n.arrival_id, n.table_no, n.item)
    and f.field = 'sum_platform_name'
left join field fl on fl.cycle = run.cycle and fl.kind = 'summary' and fl.field = f.field
where n.ineligible and not n.withdrawn
