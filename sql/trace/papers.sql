-- The form and the lists that stand for a nomination. $1 cycle, $2 as_of, $3 unit, $4 folded platform.
-- kind (its title), file, sha256, received_at, state (of the whole application)
select k.title as kind, a.path as file, a.sha256, iso_text(o.received_at, c.offset_minutes) as received_at,
       array_to_string(o.reasons, ';') as reasons
from outcomes_at($1, $2) o
join cycle c using (cycle)
join arrival a using (arrival_id)
join upload_kind k on k.cycle = o.cycle and k.kind = o.kind
where o.unit_code = $3 and o.platform = $4 and o.platform <> '' and o.outcome = 'accepted'
order by k.kind_order, o.received_at, a.path collate "C", a.arrival_id;
