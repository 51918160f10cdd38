-- A platform's list in several parts, with its supplements, names nothing twice; within a part, reading has told it already. The finding stands
-- at the later part. Operands: list, column.
select later.unit_code, later.nomination, later.occurrence, later.arrival_id, later.table_no, null::integer as item,
       later.sheet, null as cell, told.rows[1] as row_no, f.label as field, r.code,
       array_to_string(told.rows, '、') as raw, o.shared::text as read_as, case
           when earlier.supplement then '更正行'
           when earlier.part_of > 1 then '第' || earlier.part_no || '册'
           else '清单'
       end as expected
from list_overlap o
join list_now earlier on earlier.list_id in (o.list_a, o.list_b)
join list_now later on later.list_id in (o.list_a, o.list_b)
    and (later.unit_code, later.nomination, later.occurrence) = (earlier.unit_code, earlier.nomination, earlier.occurrence)
    and (later.supplement, later.part_no, later.list_id) > (earlier.supplement, earlier.part_no, earlier.list_id)
cross join lateral (
    select array(
        select distinct row_no
        from unnest(case when o.list_a = later.list_id then o.rows_a else o.rows_b end) as row_no
        order by row_no) as rows
) as told
join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'unique_within_list'
    and r.operands ->> 'list' = later.kind
join field f on f.cycle = r.cycle and f.kind = later.kind and f.field = r.operands ->> 'column'
where o.shared > 0
