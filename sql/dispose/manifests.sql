-- The manifests of all nights that are kept, of any cycle.
select distinct manifest_sha256 from night_kept;
