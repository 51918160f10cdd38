-- The form and the lists that stand for a nomination. $1 cycle, $2 as_of, $3 key of trace/nominations.
-- kind (its title), file, sha256, received_at, reasons
select k.title as kind, a.path as file, a.sha256, iso_text(o.received_at, c.offset_minutes) as received_at,
       array_to_string(o.reasons, ';') as reasons
from outcomes_at($1, $2) o
join cycle c using (cycle)
join arrival a using (arrival_id)
join upload_kind k on k.cycle = o.cycle and k.kind = o.kind
where exists (
        select from pieces_at($1, $2) p
        where (p.arrival_id, p.kind, p.platform) = (o.arrival_id, o.kind, o.platform) and p.place = 'in_force'
          and p.unit_code || '|' || p.nomination || '|' || p.occurrence = $3)
order by k.kind_order, o.received_at, a.path collate "C", a.arrival_id;
