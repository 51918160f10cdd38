-- $1: cycle. The manifests of what its nights have put out, as the archive has them: manifest_sha256, as_of.
select k.manifest_sha256, max(iso_text(k.as_of, c.offset_minutes) collate "C") as as_of
from night_kept k
join cycle c using (cycle)
where k.cycle = $1
group by k.manifest_sha256
order by as_of, k.manifest_sha256 collate "C";
