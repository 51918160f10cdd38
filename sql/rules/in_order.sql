-- Dates of which one cannot be after the other. Operands: first, then; a field, or the cycle's notice or deadline. A year or a month alone is wrong only
-- where every day of it is; a time behind a day says nothing more of the day.
with dated as (
    select a.*, rpad(left(a.text, 10), 10, '-01-01')::timestamp as begins,
           case length(left(a.text, 10)) when 4 then interval '1 year' when 7 then interval '1 month' else interval '1 day' end as lasts
    from answer a
    where a.state = 'text' and a.text ~ '^[0-9]{4}(-[0-9][0-9](-[0-9][0-9](T[0-9:+-]+)?)?)?$'
), moment as (
    select unit_code, nomination, occurrence, field_key as name, label, text, begins, begins + lasts as ends from dated
    union all
    select d.unit_code, d.nomination, d.occurrence, fixed.name, '', to_char(fixed.ends - interval '1 second', 'YYYY-MM-DD'),
           fixed.begins, fixed.ends
    from (select distinct unit_code, nomination, occurrence from dated) as d
    cross join run
    cross join lateral (
        select run.notice_at at time zone 'UTC' + make_interval(mins => run.offset_minutes) as notice,
               run.deadline at time zone 'UTC' + make_interval(mins => run.offset_minutes) as deadline
    ) as here
    cross join lateral (
        values ('notice', here.notice, here.notice + interval '1 day'), ('deadline', here.deadline, here.deadline)
    ) as fixed (name, begins, ends)
)
select a.unit_code, a.nomination, a.occurrence, a.arrival_id, a.table_no, a.item, a.sheet, a.cell, a.row_no, a.field,
       r.code, a.raw, replace(a.text, 'T', ' ') as read_as,
       replace(case when a.field_key = earlier.name then later.text else earlier.text end, 'T', ' ') as expected
from rule r
join moment earlier on earlier.name = r.operands ->> 'first'
join moment later on later.name = r.operands ->> 'then'
    and (later.unit_code, later.nomination, later.occurrence)
        = (earlier.unit_code, earlier.nomination, earlier.occurrence)
join dated a on (a.unit_code, a.nomination, a.occurrence) = (earlier.unit_code, earlier.nomination, earlier.occurrence)
    and a.field_key = case when later.name in ('notice', 'deadline') then earlier.name else later.name end
where r.cycle = current_setting('huizong.cycle') and r.shape = 'in_order' and earlier.begins >= later.ends
