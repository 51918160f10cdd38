-- The clock of a final package as it was booked; no row where no package of the cycle has such a manifest. $1 cycle, $2 its digest.
-- as_of
select iso_text(e.as_of, c.offset_minutes) as as_of
from export_event e
join cycle c using (cycle)
where e.cycle = $1 and e.manifest_sha256 = $2;
