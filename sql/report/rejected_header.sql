-- $1 arrival, $2 table number. The header of a list as it was written, a line for each column from A on: label.
select h.label
from (
    select labels from list_table where (arrival_id, table_no) = ($1, $2)
    union all
    select labels from list_refused where (arrival_id, table_no) = ($1, $2)
) as l
cross join unnest(l.labels) with ordinality as h (label, place)
order by h.place;
