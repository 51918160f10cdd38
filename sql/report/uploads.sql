-- uploads.csv: what became of every file of the inbox. $1 cycle, $2 as_of.
-- cycle, file, sha256 (empty: named and left), unit_code, unit_name, kind, platform, received_at, outcome, reason
select o.cycle, a.path as file, a.sha256, o.unit_code, u.unit_name, o.kind, o.platform_name as platform,
       iso_text(o.received_at, c.offset_minutes) as received_at, o.outcome, array_to_string(o.reasons, ';') as reason
from outcomes_at($1, $2) o
join cycle c on c.cycle = o.cycle
join arrival a on a.arrival_id = o.arrival_id
left join unit u on u.cycle = o.cycle and u.unit_code = o.unit_code
order by u.unit_order nulls last, a.path collate "C", o.received_at, a.first_seen_at, a.arrival_id,
    o.kind collate "C", o.platform collate "C";
