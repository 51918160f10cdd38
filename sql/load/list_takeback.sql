-- $1: list, $2: row numbers. One row: how many of them there were.
select list_takeback($1, $2) as taken;
