-- Rows that were corrected and sent by themselves stand each for one of the list that was given back, and is still open;
-- others may count twice. A supplement without a list has been refused (rules/attribution).
select l.unit_code, l.nomination, l.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       s.first_row as row_no, null as field, r.code, s.examples as raw, printed(s.rows, '行') as read_as, null as expected
from rule r
cross join slot_lists
cross join lateral (
    select u.list_id, count(*) as rows, min(u.row_no) as first_row,
           array_to_string((array_agg(u.row_no order by u.row_no))[1:5], '、') as examples
    from unplaced_rows(slot_lists.lists) as u
    group by u.list_id
) as s
join list_now l using (unit_code, nomination, occurrence, kind, list_id)
where r.cycle = current_setting('huizong.cycle') and r.code = 'supplement_row_unplaced'
union all
-- what the list has already
select s.unit_code, s.nomination, s.occurrence, s.arrival_id, s.table_no, null, s.sheet, null, s.first_row, f.label, r.code,
       null, printed(s.rows, '行'), null
from supplement_repeating s
join rule r on r.cycle = current_setting('huizong.cycle') and r.code = 'supplement_repeats_list'
join rule once on once.cycle = r.cycle and once.shape = 'unique_within_list' and once.operands ->> 'list' = s.kind
join field f on f.cycle = r.cycle and f.kind = s.kind and f.field = once.operands ->> 'column'
