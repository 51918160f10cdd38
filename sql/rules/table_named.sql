-- A whole 汇总表 whose title, sheet or file is called like a list of something else; the reader has said so, once for the table. Each of its rows is held for a person, who knows what was meant.
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
       r.code, said.raw, said.read_as, said.expected
from rule r
join file_finding said using (code)
join nomination_cell c on c.arrival_id = said.arrival_id and c.sheet = coalesce(said.sheet, '')
where r.cycle = current_setting('huizong.cycle') and r.shape = 'table_named' and c.field_key = 'sum_platform_name'
