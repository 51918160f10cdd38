-- The nights of a cycle that can be made again, each as it was kept last. $1 cycle, $2 a clock or null: all.
-- as_of, manifest_sha256, release, packages, server, kept (how often), disposed (where its files are gone by order, else empty)
select iso_text(k.as_of, c.offset_minutes) as as_of, k.manifest_sha256, k.release, k.packages, k.server, k.kept,
       case when exists (select from night_disposed d where d.entry = k.entry) then 'disposed' else '' end as disposed
from (
    select distinct on (as_of) *, count(*) over (partition by as_of) as kept
    from night_kept
    where cycle = $1 and ($2::timestamptz is null or as_of = $2)
    order by as_of, entry desc
) as k
join cycle c on c.cycle = $1
order by k.as_of;
