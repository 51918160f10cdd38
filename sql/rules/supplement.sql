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
union all
-- A row that came back under the number of another: where the key was what was wrong, it was to be changed.
(
    with differing as (
        select distinct on (k.list_id, k.row_no) k.list_id, k.row_no, k.written, a.row_no as original, b.written as given_back
        from answer_key k
        join answered a on (a.by_list, a.by_row) = (k.list_id, k.row_no)
        join list_table t on t.list_id = a.list_id
        join upload_table u using (arrival_id, table_no)
        join list_reject j on (j.arrival_id, j.table_no, j.row_no) = (t.arrival_id, t.table_no, a.row_no) and not 'list_key_repeated' = any (j.codes)
        join lateral (
            select min(f.subject) as written from file_finding f
            where (f.arrival_id, f.row_no) = (t.arrival_id, a.row_no) and coalesce(f.sheet, '') = u.sheet and f.subject <> ''
        ) as b on true
        where folded_alike(b.written) <> folded_alike(k.written)
        order by k.list_id, k.row_no, a.list_id
    )
    select l.unit_code, l.nomination, l.occurrence, l.arrival_id, l.table_no, null, l.sheet, null, min(d.row_no), f.label, r.code,
           array_to_string((array_agg('原第' || d.original || '行'
               || case when f.personal then '' else '“' || d.given_back || '”，现为“' || d.written || '”' end order by d.row_no))[1:3], '；')
               || case when count(*) > 3 then '等' else '' end,
           printed(count(*), '行'), null
    from differing d
    join list_now l using (list_id)
    join rule r on r.cycle = current_setting('huizong.cycle') and r.code = 'supplement_key_differs'
    join field f on f.cycle = r.cycle and f.kind = l.kind
        and f.field = 'att_' || l.kind || '.' || case l.kind when 'equipment' then 'id' else 'name' end
    group by l.unit_code, l.nomination, l.occurrence, l.arrival_id, l.table_no, l.sheet, f.label, f.personal, r.code
)
