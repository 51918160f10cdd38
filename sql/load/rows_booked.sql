-- $1: arrival. What was read of it is booked in the cycle's audit.
select audit_rows($1::bigint);
