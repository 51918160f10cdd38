-- $1: cycle. The final packages with people unmasked in their lists: version.
select version
from export_event
where cycle = $1 and personal
order by version;
