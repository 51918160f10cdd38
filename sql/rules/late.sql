-- Arrived after the deadline, and nobody has let it pass.
select o.unit_code, null, null::integer, o.arrival_id, null::integer, null::integer, null, null, null::integer, null as field, 'late' as code,
       iso_text(o.received_at, run.offset_minutes) as raw, null as read_as, iso_text(run.deadline, run.offset_minutes) as expected
from outcome o
cross join run
where o.outcome = 'late'
