-- Whoever is asked about a nomination in force can say what its application is worth.
select n.unit_code, n.nomination, n.occurrence
from nomination n
cross join run
where n.place = 'in_force' and not n.withdrawn and not n.ineligible
  and exists (select from upload_kind k where k.cycle = run.cycle and k.layout in ('form', 'list'))
  and not exists (
        select from application_state s
        where s.cycle = run.cycle and s.ruled_until is null
          and (s.unit_code, s.nomination, s.occurrence) = (n.unit_code, n.nomination, n.occurrence));
