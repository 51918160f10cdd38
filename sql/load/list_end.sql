-- $1: list, $2: rows read, $3: loaded, $4: rejected.
select list_end($1, $2, $3, $4);
