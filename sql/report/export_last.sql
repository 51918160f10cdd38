-- The newest final package of the cycle, at most one row. $1 cycle, $2 as_of.
-- version, state_sha256, manifest_sha256, lists, personal, disposed (true: people's data went since, and no state can be the same)
select version, state_sha256, manifest_sha256, lists::text as lists, personal::text as personal,
       exists (select from content_disposed d where d.cycle = $1)::text as disposed
from export_event
where cycle = $1 and as_of <= $2
order by version desc
limit 1;
