-- More nominations than seats of several applicants under one name (相关单位): who of them stands the office decides. Each is told that it waits, nothing of the others; that they are too many,
-- and the ways out, the office alone.
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, f.cell, c.row_no, f.field,
       'related_to_settle' as code, f.raw, null as read_as, null as expected
from contender c
left join nomination_cell f on (f.unit_code, f.nomination, f.occurrence, f.field_key) = (c.unit_code, c.nomination,
    c.occurrence, 'sum_platform_name')
where c.unsettled
union all
select c.unit_code, null, null, null, null, null, null, null, null, null, 'related_over_quota', min(c.applicants)::text, min(c.rows)::text, min(c.quota)::text
from contender c
where c.unsettled
group by c.unit_code
