-- The arrival of these bytes at this path, the newest until then. $1 cycle, $2 as_of, $3 source, $4 path, $5 SHA-256 or null.
-- The columns of trace/arrivals.
select a.arrival_id, a.source, a.path, a.sha256, null as unit_name
from arrival a
where a.cycle = $1 and a.first_seen_at <= $2 and a.source = $3 and a.path = $4 and ($5::text is null or a.sha256 = $5)
order by a.arrival_id desc
limit 1;
