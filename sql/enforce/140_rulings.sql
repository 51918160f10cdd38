-- Only what changed is written; ruling_remember keeps what stood before. First who leaves a seat, then who moves, then
-- who comes.
delete from ruling r
using run
where r.cycle = run.cycle
  and not exists (
        select from seated s
        where (s.unit_code, s.nomination, s.occurrence) = (r.unit_code, r.nomination, r.occurrence));

update ruling r
set decision = s.decision, reasons = s.reasons, seat_no = s.seat_no, seat_for = s.seat_for, arrival_id = s.arrival_id,
    table_no = s.table_no, item = s.item, ruled_at = run.as_of
from seated s
cross join run
where (r.cycle, r.unit_code, r.nomination, r.occurrence) = (run.cycle, s.unit_code, s.nomination, s.occurrence)
  and (r.decision, r.reasons, r.seat_no, r.seat_for, r.arrival_id, r.table_no, r.item)
      is distinct from (s.decision, s.reasons, s.seat_no, s.seat_for, s.arrival_id, s.table_no, s.item);

insert into ruling (cycle, unit_code, nomination, occurrence, decision, reasons, seat_no, seat_for, arrival_id,
    table_no, item, ruled_at)
select run.cycle, s.unit_code, s.nomination, s.occurrence, s.decision, s.reasons, s.seat_no, s.seat_for, s.arrival_id,
       s.table_no, s.item, run.as_of
from seated s
cross join run
where not exists (
        select from ruling r
        where (r.cycle, r.unit_code, r.nomination, r.occurrence)
              = (run.cycle, s.unit_code, s.nomination, s.occurrence));

-- A waiver that was taken back takes its seat along.
delete from quota_seat q
using run
where q.cycle = run.cycle and q.seat_for <> ''
  and not exists (select from ruling r where (r.cycle, r.unit_code, r.seat_no) = (q.cycle, q.unit_code, q.seat_no));
