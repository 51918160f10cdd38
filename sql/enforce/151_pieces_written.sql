-- Whose each form and list is and whether it counts from now on, where that differs from what stood.
create temp table piece_now on commit drop as
select p.arrival_id, p.table_no, p.item, p.kind, p.platform, o.unit_code, a.nomination, a.occurrence,
       case
           when o.outcome = 'accepted' and s.in_force then 'in_force'
           when o.outcome = 'accepted' and s.waiting then 'waiting'
           else 'aside'
       end as place
from piece p
join outcome o using (arrival_id, kind, platform)
left join application a using (arrival_id, kind, platform)
left join list_set s using (arrival_id, kind, platform, part_of, part_no, supplement);
analyze piece_now;

update piece_outcome stood
set ruled_until = run.as_of
from run
where stood.cycle = run.cycle and stood.ruled_until is null
  and not exists (
        select from piece_now n
        where (n.arrival_id, n.table_no, n.item, n.kind, n.platform, n.place)
              = (stood.arrival_id, stood.table_no, stood.item, stood.kind, stood.platform, stood.place)
          and (n.unit_code, n.nomination, n.occurrence) is not distinct from (stood.unit_code, stood.nomination, stood.occurrence));

insert into piece_outcome (cycle, arrival_id, table_no, item, kind, platform, unit_code, nomination, occurrence, place, ruled_from)
select run.cycle, n.*, run.as_of
from piece_now n
cross join run
where not exists (
        select from piece_outcome stood
        where (stood.arrival_id, stood.table_no, stood.item) = (n.arrival_id, n.table_no, n.item) and stood.ruled_until is null);
