-- The manifests of all final packages that are booked, of any cycle.
select manifest_sha256 from export_event;
