-- A list in parts counts with all its parts or not at all; supplements count beside it, never alone.
select unit_code, nomination, kind
from list_now
group by unit_code, nomination, occurrence, kind
having count(distinct part_no) filter (where not supplement) is distinct from max(part_of) filter (where not supplement)
    or count(distinct part_of) filter (where not supplement) > 1;
