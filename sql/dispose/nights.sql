-- $1: cycle. All kept nights, of any cycle, and what becomes of the results that the archive has of each: entry, cycle, as_of, manifest_sha256, fate (goes, stays, gone).
with reach as materialized (
    select disposal_reach($1) as until
)
select k.entry, k.cycle, iso_text(k.as_of, c.offset_minutes) as as_of, k.manifest_sha256,
       case when g.entry is not null then 'gone' when k.cycle = $1 and k.kept_at <= r.until then 'goes' else 'stays' end as fate
from night_kept k
cross join reach r
join cycle c using (cycle)
left join night_disposed g using (entry)
order by k.cycle collate "C", k.as_of, k.entry;
