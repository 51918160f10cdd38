-- $1 cycle, $2 version. The manifest's digest as it was booked; no row where it was not.
select manifest_sha256 from export_event where cycle = $1 and version = $2::integer;
