-- The parts of a total add up to it. Operands: total, parts. 无 among the parts adds 0 and is told; a part that is blank or unreadable leaves nothing
-- to compare. A total of 无 is 0 as well: there one part above 0 is enough, whatever the others are.
with part as (
    select r.code, r.operands ->> 'total' as total, jsonb_array_length(r.operands -> 'parts') as parts, p.field_key, p.part_no
    from rule r
    cross join lateral jsonb_array_elements_text(r.operands -> 'parts') with ordinality as p (field_key, part_no)
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'sum_equals'
), added as (
    select p.code, p.total, a.unit_code, a.nomination, a.occurrence, count(*) = p.parts as whole, sum(a.counted) as amount,
           string_agg(a.label || case a.state when 'number' then printed(a.value, '') else '无（计0）' end, '＋'
               order by p.part_no) as summands
    from part p
    join answer a using (field_key)
    where a.state in ('number', 'none')
    group by p.code, p.total, p.parts, a.unit_code, a.nomination, a.occurrence
)
select t.unit_code, t.nomination, t.occurrence, t.arrival_id, t.table_no, t.item, t.sheet, t.cell, t.row_no, t.field,
       s.code, t.raw, s.summands || '＝' || printed(s.amount, t.unit) as read_as, t.counted_shown as expected
from added s
join answer t on (t.unit_code, t.nomination, t.occurrence) = (s.unit_code, s.nomination, s.occurrence)
    and t.field_key = s.total
where t.counted <> s.amount and (s.whole or t.state = 'none')
