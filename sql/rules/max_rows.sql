-- A list that may have no more than so many rows. Operands: list, most.
select l.unit_code, l.nomination, l.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       null::integer as row_no, null as field, r.code, null as raw, printed(l.all_rows, '行') as read_as,
       printed((r.operands ->> 'most')::numeric, '行') as expected
from rule r
join list_first l on l.kind = r.operands ->> 'list'
where r.cycle = current_setting('huizong.cycle') and r.shape = 'max_rows' and l.all_rows > (r.operands ->> 'most')::numeric
