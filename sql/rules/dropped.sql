-- A platform that is missing from the newer table without a line in 撤回登记.
select n.unit_code, n.nomination, n.occurrence, n.arrival_id, n.table_no, n.item, n.sheet, f.cell, n.row_no,
       fl.label as field, 'dropped_by_resubmission' as code, f.raw,
       null as read_as, null as expected
from nomination n
cross join run
left join figure f on (f.arrival_id, f.table_no, f.item) = (n.arrival_id, n.table_no, n.item)
    and f.field = 'sum_platform_name'
left join field fl on fl.cycle = run.cycle and fl.kind = 'summary' and fl.field = f.field
where n.place = 'superseded' and not n.withdrawn
