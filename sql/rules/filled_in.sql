-- What the form asks for and was left blank, section by section: a blank is no answer, where there is nothing the notice wants 无. Operands: starred: the
-- figures that may be 无; else all other figures, questions of 是 or 否 and texts that may be 无. A label that is not there has been told in reading.
with blank as (
    select r.code, f.section, f.field_order, a.*,
           coalesce(f.label_group || '-', '') || f.label || coalesce('（第' || f.blank || '空）', '') as name
    from rule r
    join field f on f.cycle = r.cycle and f.kind = 'application'
        and (f.three_state or f.unit is not null or f.value_type = 'boolean')
        and (f.three_state and f.unit is not null) = (r.operands ->> 'starred')::boolean
    join answer a on a.field_key = f.field
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'filled_in' and a.state = 'blank'
), told as (
    select *, row_number() over section_of as place, count(*) over (section_of range between unbounded preceding and unbounded following) as fields,
           array_agg(name) over (section_of range between unbounded preceding and unbounded following) as names
    from blank
    window section_of as (partition by code, unit_code, nomination, occurrence, section order by field_order)
)
select unit_code, nomination, occurrence, arrival_id, table_no, item, sheet, cell, row_no, section as field, code, null as raw,
       printed(fields, '项') as read_as,
       array_to_string(names[1:6], '、') || case when fields > 6 then '等' else '' end as expected
from told
where place = 1
