-- The uploads of the same slot, in the order of their coming. $1 cycle, $2 as_of, $3 arrival.
-- kind (its title), platform, file, sha256, received_at, outcome, reasons, this (true: the one that was asked for)
with mine as materialized (
    select * from slot_uploads_at($1, $2)
), slot as (
    select distinct unit_code, applicant, kind, platform, part from mine where arrival_id = $3
)
select distinct coalesce(k.title, m.kind) as kind, o.platform_name as platform, m.path as file, a.sha256, iso_text(o.received_at, c.offset_minutes) as received_at,
       o.outcome, array_to_string(o.reasons, ';') as reasons, (m.arrival_id = $3)::text as this, k.kind_order, m.platform collate "C" as by_platform, m.part as by_part, m.place as by_place
from slot
join mine m using (unit_code, applicant, kind, platform, part)
join arrival a on a.arrival_id = m.arrival_id
join cycle c on c.cycle = $1
join outcomes_at($1, $2) o on (o.arrival_id, o.kind) = (m.arrival_id, m.kind) and (m.kind = '' or o.platform = m.platform)
left join upload_kind k on k.cycle = $1 and k.kind = m.kind
order by k.kind_order nulls last, by_platform, by_part, by_place;
