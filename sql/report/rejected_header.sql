-- $1 arrival, $2 table number. The header of a list as it was written, a line for each column from A on, but for 原行号,
-- 退回原因 and 原工作表 of rows that come back a second time: label.
select h.label
from (
    select labels from list_table where (arrival_id, table_no) = ($1, $2)
    union all
    select labels from list_refused where (arrival_id, table_no) = ($1, $2)
) as l
cross join unnest(l.labels) with ordinality as h (label, place)
where h.place is distinct from label_place(l.labels, '原行号')
  and h.place is distinct from label_place(l.labels, '退回原因')
  and not (is_supplement(l.labels) and h.place is not distinct from label_place(l.labels, '原工作表'))
order by h.place;
