-- What one platform lists, no other does: a device, an enterprise, a developer. Each is told of its own rows alone, and
-- nothing of the other, since slips go to units; once for each list of others, since how many there are in two of them
-- cannot be added. Operands: list, column.
select mine.unit_code, mine.nomination, mine.occurrence, mine.arrival_id, mine.table_no, null::integer as item,
       mine.sheet, null as cell, told.rows[1] as row_no, f.label as field, r.code,
       array_to_string(told.rows, '、') as raw, o.shared::text as read_as, null as expected
from list_overlap o
join list_now mine on mine.list_id in (o.list_a, o.list_b)
join list_now other on other.list_id in (o.list_a, o.list_b) and other.list_id <> mine.list_id
    and (other.unit_code, other.nomination) <> (mine.unit_code, mine.nomination)
cross join lateral (
    select array(
        select distinct row_no
        from unnest(case when o.list_a = mine.list_id then o.rows_a else o.rows_b end) as row_no
        order by row_no) as rows
) as told
join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'unique_across_platforms'
    and r.operands ->> 'list' = mine.kind
join field f on f.cycle = r.cycle and f.kind = mine.kind and f.field = r.operands ->> 'column'
where o.shared > 0
