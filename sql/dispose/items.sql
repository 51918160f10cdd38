-- $1: cycle. What a disposal would take from archive and database: part, name, sha256, unit_name, kinds, rows, action.
select part, name, sha256, unit_name, kinds, rows, action
from disposal_items($1)
order by part collate "C", name collate "C", kinds collate "C";
