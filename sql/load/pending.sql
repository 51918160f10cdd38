-- $1: cycle, $2: the run's clock. The arrivals that extract, normalise and load have still to read; registers first,
-- they are few. What was disposed of unread is read no more, though another cycle has the same bytes.
select arrival_id, source, sha256, path
from arrival
left join upload using (arrival_id)
where cycle = $1 and first_seen_at <= $2 and sha256 is not null and upload.arrival_id is null
  and not (source = 'inbox' and exists (select from content_disposed d where (d.sha256, d.cycle) = (arrival.sha256, $1)))
order by source collate "C" desc, arrival_id;
