-- What one platform lists, no other does: a device, an enterprise, a developer. Each is told of its own rows alone, and
-- nothing of the other, since slips go to units. Operands: list, column.
with claimed as (
    select mine.unit_code, mine.nomination, mine.occurrence, mine.list_id, mine.kind, mine.arrival_id, mine.table_no,
           mine.sheet, other.unit_code as other_unit, other.nomination as other_nomination, o.shared,
           case when o.list_a = mine.list_id then o.rows_a else o.rows_b end as rows
    from list_overlap o
    join list_now mine on mine.list_id in (o.list_a, o.list_b)
    join list_now other on other.list_id in (o.list_a, o.list_b) and other.list_id <> mine.list_id
    where o.shared > 0
      and (other.unit_code, other.nomination) <> (mine.unit_code, mine.nomination)
)
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, null::integer as item, c.sheet, null as cell,
       examples.rows[1] as row_no, f.label as field, r.code, array_to_string(examples.rows, '、') as raw,
       sum(c.shared)::text as read_as, null as expected
from claimed c
join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'unique_across_platforms'
    and r.operands ->> 'list' = c.kind
join field f on f.cycle = r.cycle and f.kind = c.kind and f.field = r.operands ->> 'column'
cross join lateral (
    select (array_agg(distinct row_no order by row_no))[1:5] as rows
    from claimed also
    cross join unnest(also.rows) as row_no
    where (also.unit_code, also.nomination, also.occurrence, also.list_id, also.other_unit, also.other_nomination)
        = (c.unit_code, c.nomination, c.occurrence, c.list_id, c.other_unit, c.other_nomination)
) as examples
group by c.unit_code, c.nomination, c.occurrence, c.list_id, c.arrival_id, c.table_no, c.sheet, c.other_unit,
    c.other_nomination, examples.rows, f.label, r.code
