-- No unit has more counted nominations than its quota, but for the direct route.
select r.unit_code, count(*) as counted, run.quota
from run
join ruling r using (cycle)
join unit u using (cycle, unit_code)
where r.seat_for = '' and u.unit_type <> 'direct'
group by r.unit_code, run.quota
having count(*) > run.quota;
