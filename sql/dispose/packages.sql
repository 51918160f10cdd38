-- $1: cycle. All final packages, of any cycle: folder (in the outbox), manifest_sha256, goes (whether lists of people in it are to go).
with reach as materialized (
    select disposal_reach($1) as until
)
select format('ministry/%s-v%s', e.cycle, e.version) as folder, e.manifest_sha256, e.personal and e.cycle = $1 and e.booked_at <= r.until as goes
from export_event e
cross join reach r
order by e.cycle collate "C", e.version;
