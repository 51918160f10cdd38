-- A list in parts counts with all its parts or not at all.
select unit_code, nomination, kind
from list_now
group by unit_code, nomination, occurrence, kind
having count(distinct part_no) <> max(part_of) or count(distinct part_of) > 1;
