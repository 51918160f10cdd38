-- $1: disposal. What was ordered, a row for each item: part, name, sha256, unit_name, kinds, rows, action.
select part, name, sha256, unit_name, kinds, rows, action
from disposal_item
where disposal = $1
order by item;
