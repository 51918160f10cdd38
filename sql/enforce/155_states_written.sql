-- The states of the applications that stand from now on, where they differ from those that stood.
update application_state stood
set ruled_until = run.as_of
from run
where stood.cycle = run.cycle and stood.ruled_until is null
  and not exists (
        select from state_now n
        where (n.unit_code, n.nomination, n.occurrence, n.state, n.missing, n.errors)
              = (stood.unit_code, stood.nomination, stood.occurrence, stood.state, stood.missing, stood.errors));

insert into application_state (cycle, unit_code, nomination, occurrence, state, missing, errors, ruled_from)
select run.cycle, n.*, run.as_of
from state_now n
cross join run
where not exists (
        select from application_state stood
        where stood.cycle = run.cycle and stood.ruled_until is null
          and (stood.unit_code, stood.nomination, stood.occurrence) = (n.unit_code, n.nomination, n.occurrence));
