-- $1 cycle, $2 a sequence. The next lines of its audit behind that one, as they are digested: no function of the database has a say in it.
select sequence, kind, to_char(booked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as booked_at, booked_by, fact, previous, sha256
from audit_line
where cycle = $1 and sequence > $2::bigint
order by sequence
limit 5000;
