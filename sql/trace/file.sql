-- A file that came: when, whose it is, what became of it. $1 cycle, $2 as_of, $3 arrival.
-- source, path, sha256, byte_size, left_reason, first_seen_at, changed_at, verdict, refused_code
select a.source, a.path, a.sha256, b.byte_size, a.left_reason, iso_text(a.first_seen_at, c.offset_minutes) as first_seen_at,
       iso_text(a.changed_at, c.offset_minutes) as changed_at, u.verdict, u.refused_code
from arrival a
join cycle c using (cycle)
left join content b using (sha256)
left join upload u on u.arrival_id = a.arrival_id and coalesce(u.read_at, a.first_seen_at) <= $2
where a.cycle = $1 and a.arrival_id = $3 and a.first_seen_at <= $2;
