-- $1: cycle, $2: the night's clock, $3: SHA-256 of the manifest, $4: release, $5: packages. One row where it is new.
insert into night_kept (cycle, as_of, manifest_sha256, release, packages)
select $1, $2, $3, $4, $5
where $3 is distinct from (
        select manifest_sha256 from night_kept where cycle = $1 and as_of = $2 order by entry desc limit 1)
returning entry;
