-- In a surplus that keeps the first rows, 序号 decides; where one is missing or repeated, nobody may guess the order.
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, f.cell, c.row_no, f.field,
       'sequence_incomplete' as code, f.raw, null as read_as,
       null as expected
from contender c
left join nomination_cell f on (f.unit_code, f.nomination, f.occurrence, f.field_key) = (c.unit_code, c.nomination,
    c.occurrence, 'sum_seq')
where c.surplus and c.order_matters and not c.sequence_whole
