-- $1: cycle. One writer of rulings a cycle; the lock goes with the transaction.
select pg_try_advisory_xact_lock(hashtextextended('huizong cycle ' || $1, 0));
