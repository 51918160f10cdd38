-- The clock of the last outbox before this one, empty where there was none. $1 cycle, $2 as_of.
-- as_of
select max(shown_at)::text as as_of from shown_nights($1, $2);
