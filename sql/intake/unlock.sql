-- $1: cycle. The server notices a closed session a moment late; the next run should not meet this one's lock.
select pg_advisory_unlock(hashtextextended('huizong cycle ' || $1, 0));
