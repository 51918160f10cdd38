-- $1: list, $2: the run's clock.
select list_prune($1, $2);
