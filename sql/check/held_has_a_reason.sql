-- Whoever is told that a nomination does not stand is told why.
select r.unit_code, r.nomination
from run
join ruling r using (cycle)
where r.decision not in ('recommended', 'exempt') and r.reasons = '{}';
