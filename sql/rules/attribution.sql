-- Whose a file is: refusals by unit, and what an accepted one lacks.
select o.unit_code, null, null::integer, o.arrival_id, null::integer, null::integer, h.sheet, h.cell, h.row_no,
       null as field, note.code,
       case when o.unit_code is null and position('/' in o.path) > 0 then split_part(o.path, '/', 1) else h.written end as raw,
       null as read_as,
       u.unit_name as expected
from outcome o
left join (
    select arrival_id, sheet, cell, row_no, written from head
    union all
    select arrival_id, sheet, cell, row_no, written from form_head
    where arrival_id not in (select arrival_id from head)
) as h using (arrival_id)
left join unit_now u using (unit_code)
cross join lateral (
    select o.refusal as code
    where o.refusal is not null and o.refusal not in ('platform_not_named', 'platform_mismatch', 'supplement_repeats_list')
    union all
    select 'attributed_by_content' where o.refusal is null and o.by_content
    union all
    select 'head_unit_missing' where o.refusal is null and o.head_missing and o.kind = 'summary'
           and o.unit_type <> 'direct'
    union all
    select 'zero_report' where o.outcome = 'accepted' and o.no_rows
) as note
