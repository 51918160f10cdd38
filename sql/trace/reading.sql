-- What the reader has found of a file as a whole. $1 cycle, $2 as_of, $3 arrival.
-- name, value
select f.name, f.value
from upload_fact f
join arrival a using (arrival_id)
where a.cycle = $1 and a.first_seen_at <= $2 and a.arrival_id = $3
  and f.name in ('format', 'encoding', 'encoding_why', 'encoding_declared', 'delimiter', 'date1904', 'biff', 'conformance', 'document')
order by f.ordinal;
