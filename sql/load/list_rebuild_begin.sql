-- $1: arrival, $2: table number, $3: field keys. The list whose rows come back and the statement that takes them; no row where none went.
select list_id, copy_rows
from list_rebuild_begin($1, $2, $3);
