-- The history's newest entries are the standing rulings.
select r.unit_code, r.nomination
from run
join ruling r using (cycle)
full join (select h.* from run cross join rulings_at(run.cycle, run.as_of) h) as h
    using (unit_code, nomination, occurrence)
where (r.decision, r.reasons, r.arrival_id, r.table_no, r.item)
      is distinct from (h.decision, h.reasons, h.arrival_id, h.table_no, h.item);
