-- $1: arrival. Two loads of one arrival wait for each other here, so that the second sees what the first has done.
select pg_advisory_xact_lock(hashtextextended('huizong arrival ' || $1, 0));
