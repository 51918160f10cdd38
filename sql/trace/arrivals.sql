-- What had come by a name: a path of the inbox or the registers, the end of one, or the beginning of a SHA-256; of each path the newest
-- that came until then. $1 cycle, $2 as_of, $3 the name.
-- arrival_id, source, path, sha256, unit_name
select a.arrival_id, a.source, a.path, a.sha256, u.unit_name
from (
    select distinct on (source, path) *,
           path = $3 as exact
    from arrival
    where cycle = $1 and first_seen_at <= $2
      and (path = $3 or right(path, length($3) + 1) = '/' || $3 or length($3) >= 8 and sha256 is not null and starts_with(sha256, lower($3 collate "C")))
    order by source, path, arrival_id desc
) as a
left join lateral (
    select min(o.unit_code collate "C") as unit_code from outcomes_at($1, $2) o where o.arrival_id = a.arrival_id
) as o on true
left join unit u on u.cycle = $1 and u.unit_code = o.unit_code
where a.exact or not exists (select from arrival e where e.cycle = $1 and e.path = $3 and e.first_seen_at <= $2)
order by a.source, a.path collate "C";
