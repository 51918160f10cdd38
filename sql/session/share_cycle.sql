-- $1: cycle. Readers of rulings beside each other, none beside who writes them (lock_cycle); the lock goes with the transaction.
select pg_try_advisory_xact_lock_shared(hashtextextended('huizong cycle ' || $1, 0));
