-- What became of each kind of table in a file. $1 cycle, $2 as_of, $3 arrival.
-- unit_name, kind (its title), platform, received_at, outcome, reasons
select u.unit_name, coalesce(k.title, o.kind) as kind, o.platform_name as platform, iso_text(o.received_at, c.offset_minutes) as received_at,
       o.outcome, array_to_string(o.reasons, ';') as reasons
from outcomes_at($1, $2) o
join cycle c using (cycle)
left join unit u using (cycle, unit_code)
left join upload_kind k on k.cycle = o.cycle and k.kind = o.kind
where o.arrival_id = $3
order by k.kind_order nulls last, o.kind collate "C", o.platform collate "C";
