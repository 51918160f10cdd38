-- A platform that is missing from the newer table without a line in 撤回登记; and one that is withdrawn, yet stands in a
-- table that came after that day.
select n.unit_code, n.nomination, n.occurrence, n.arrival_id, n.table_no, n.item, n.sheet, f.cell, n.row_no,
       fl.label as field, 'dropped_by_resubmission' as code, f.raw,
       null as read_as, null as expected
from nomination n
cross join run
left join figure f on (f.arrival_id, f.table_no, f.item) = (n.arrival_id, n.table_no, n.item)
    and f.field = 'sum_platform_name'
left join field fl on fl.cycle = run.cycle and fl.kind = 'summary' and fl.field = f.field
where n.place = 'superseded' and not n.withdrawn and not n.corrected
union all
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
       'withdrawn_listed_again', c.raw, null, null
from nomination n
join nomination_cell c using (unit_code, nomination, occurrence)
cross join run
where c.field_key = 'sum_platform_name' and n.withdrawn and not exists (
        select from nomination_line l
        join withdrawal_line w using (line_no)
        where l.kind = 'withdrawal' and (l.unit_code, l.nomination, l.occurrence) = (n.unit_code, n.nomination, n.occurrence)
          and n.received_at < w.dated_at + interval '1 day')
