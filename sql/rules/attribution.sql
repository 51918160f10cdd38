-- Whose a file is: refusals by unit, and what an accepted one lacks. Told at the first place that names another unit than the
-- file's, else at the first that names any.
select o.unit_code, null, null::integer, o.arrival_id, null::integer, null::integer, place.sheet, place.cell, place.row_no,
       null as field, note.code,
       case note.code
           when 'changed_in_future' then (
               select to_char(s.changed_at at time zone 'UTC' + make_interval(mins => run.offset_minutes), 'YYYY-MM-DD HH24:MI:SS')
               from seen s cross join run where s.arrival_id = o.arrival_id)
           when 'unknown_folder' then split_part(o.path, '/', 1)
           when 'several_units_named' then said.places
           else said.written
       end as raw,
       case when note.code = 'unknown_folder' then coalesce(said.written, '（未写）') end as read_as,
       -- a route that is closed is nobody's wrong name
       case when note.code <> 'route_closed' then u.unit_name end as expected
from outcome o
left join unit_now u using (unit_code)
left join lateral (
    select (array_agg(d.place_no order by d.named = o.unit_code nulls last, d.unit_code is null, d.place_no))[1] as place_no,
           (array_agg(d.written order by d.named = o.unit_code nulls last, d.unit_code is null, d.place_no))[1] as written,
           string_agg(concat_ws(' ', nullif(d.sheet, ''), d.cell) || '“' || d.written || '”', '、' order by d.place_no) as places
    from unit_said d
    where d.arrival_id = o.arrival_id
) as said on true
cross join lateral (
    select o.refusal as code
    where o.refusal is not null
      and o.refusal not in ('platform_not_named', 'platform_mismatch', 'form_empty', 'supplement_repeats_list')
    union all
    select 'attributed_by_content' where o.refusal is null and o.by_content
    union all
    select 'head_unit_missing' where o.refusal is null and o.head_missing and o.kind = 'summary'
           and o.unit_type <> 'direct'
    union all
    select 'zero_report' where o.outcome = 'accepted' and o.no_rows
) as note
-- the folder's name stands in no cell, and of several names none is the one that is wrong
left join unit_said place on note.code not in ('unknown_folder', 'several_units_named') and place.arrival_id = o.arrival_id
    and place.place_no = said.place_no
