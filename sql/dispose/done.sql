-- $1: disposal, $2: SHA-256 of its record.
insert into disposal_done (disposal, record_sha256)
values ($1, $2)
on conflict do nothing;
