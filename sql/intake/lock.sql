-- $1: cycle. Held to the end of the session, since each arrival is a transaction of its own; the same key as session/lock_cycle.
select pg_try_advisory_lock(hashtextextended('huizong cycle ' || $1, 0)) as locked;
