-- A seat beyond the quota stands on a document.
select r.unit_code, r.nomination
from run
join ruling r using (cycle)
join quota_seat q using (cycle, unit_code, seat_no, seat_for)
where r.seat_for <> '' and (q.waiver is null or not 'waived' = any (r.reasons));
