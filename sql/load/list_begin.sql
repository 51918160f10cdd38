-- $1: arrival, $2: table number, $3, $4: 第n册/共m册, $5: labels, $6: labels of extra columns, $7: field keys.
-- One row: the list, and the statement that takes its rows.
select list_id, copy_rows
from list_begin($1, $2, $3, $4, $5, $6, $7);
