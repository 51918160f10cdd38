-- $1 cycle, $2 the outbox's name, $3 the digest of all that is in it. One row: whether it was booked now.
select audit_draft($1, $2, $3) as booked;
