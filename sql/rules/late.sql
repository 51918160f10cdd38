-- Arrived after the deadline, and nobody has let it pass.
select o.unit_code, null, null::integer, o.arrival_id, null::integer, null::integer, null, null, null::integer,
       null as field, 'late' as code,
       iso_text(o.received_at, run.offset_minutes) as raw, m.title as read_as,
           iso_text(run.deadline, run.offset_minutes) as expected
from outcome o
cross join run
-- what the cycle does with what is late
join message m on m.code = case run.late when 'refuse' then 'late_refused' else 'late_to_decide' end
where o.outcome = 'late'
union all
-- a correction in time never adds a platform
select n.unit_code, n.nomination, n.occurrence, n.arrival_id, n.table_no, n.item, n.sheet, f.cell, n.row_no, fl.label,
       'correction_adds_platform', f.raw, null, null
from nomination n
cross join run
left join figure f on (f.arrival_id, f.table_no, f.item) = (n.arrival_id, n.table_no, n.item)
    and f.field = 'sum_platform_name'
left join field fl on fl.cycle = run.cycle and fl.kind = 'summary' and fl.field = f.field
where n.place = 'late' and n.correction
