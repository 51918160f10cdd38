-- $1 cycle, $2 version, $3 as_of, $4 state_sha256, $5 manifest_sha256, $6 doc_no, $7 signed_by, $8 reason, $9 lists, $10 personal.
-- One row where the export was not booked yet.
insert into export_event (cycle, version, as_of, state_sha256, manifest_sha256, doc_no, signed_by, reason, lists, personal)
values ($1, $2::integer, $3::timestamptz, $4, $5, $6, $7, $8, $9::boolean, $10::boolean)
on conflict (cycle, version) do nothing
returning version;
