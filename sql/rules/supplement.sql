-- Corrected rows that were sent by themselves: refused where the platform has no list yet that they complete, and told
-- where they stand for no row of it that was given back, or for one that is put right already.
select o.unit_code, null, null::integer, o.arrival_id, p.table_no, null::integer, p.sheet, null, null::integer,
       null as field, 'supplement_without_list' as code, null as raw, null as read_as, null as expected
from outcome o
join lateral (
    select min(table_no) as table_no, min(sheet) as sheet
    from piece p
    where (p.arrival_id, p.kind, p.platform) = (o.arrival_id, o.kind, o.platform)
) as p on true
where o.refusal = 'supplement_without_list'
union all
select l.unit_code, l.nomination, l.occurrence, l.arrival_id, l.table_no, null, l.sheet, null, s.first_row,
       null, 'supplement_row_unplaced', s.examples, printed(s.rows, '行'), null
from slot_lists
cross join lateral (
    select u.list_id, count(*) as rows, min(u.row_no) as first_row,
           array_to_string((array_agg(u.row_no order by u.row_no))[1:5], '、') as examples
    from unplaced_rows(slot_lists.lists) as u
    group by u.list_id
) as s
join list_now l using (unit_code, nomination, occurrence, kind, list_id)
