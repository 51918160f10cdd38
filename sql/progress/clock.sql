-- One row: the cycle and the moment. $1 cycle, $2 the moment.
-- schemas_sha256, deadline, known (the last night before; empty: none yet), earlier (the last night of an earlier day; empty:
-- none), seconds_left (negative when it is over), over (true, false)
select c.schemas_sha256, iso_text(c.deadline, c.offset_minutes) as deadline,
       iso_text(nullif(last_night($1, $2), '-infinity'), c.offset_minutes) as known,
       iso_text(nullif(last_night_of_earlier_day($1, $2), '-infinity'), c.offset_minutes) as earlier,
       extract(epoch from c.deadline - $2)::bigint as seconds_left,
       (case when c.deadline_inclusive then $2 > c.deadline else $2 >= c.deadline end)::text as over
from cycle c
where c.cycle = $1;
