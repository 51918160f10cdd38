-- $1: cycle, $2: the night's clock, $3: SHA-256 of the manifest, $4: release, $5: packages. One row where it is new, or its files were gone by order.
insert into night_kept (cycle, as_of, manifest_sha256, release, packages)
select $1, $2, $3, $4, $5
where $3 is distinct from (
        select case when d.entry is null then k.manifest_sha256 end
        from night_kept k
        left join night_disposed d using (entry)
        where k.cycle = $1 and k.as_of = $2
        order by k.entry desc
        limit 1)
returning entry;
