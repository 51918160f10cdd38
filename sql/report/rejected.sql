-- The lists in force or refused that have rejected rows which were not put right since: a file each for the unit, but for what no corrected row could
-- complete. $1 cycle,
-- $2 as_of. short_name (the unit's folder), arrival_id, table_no, name (of the file, without its end), platform (as it is
-- written; empty where none is known), part (第n册/共m册; empty where the list is whole), corrected (t: some rows were), of_sheet
-- (t: the rows tell their sheet, since other sheets of the file are lists of the kind)
with settled as materialized (
    select list_id, count(*) as rows from settled_at($1, $2) group by list_id
), stood as materialized (
    select * from outcomes_at($1, $2)
    where outcome in ('accepted', 'refused') and not reasons && '{supplement_without_list,supplement_outdated,supplement_repeats_list,list_without_rows}'
), listed as (
    select o.unit_code, o.platform_name, t.arrival_id, t.table_no, t.kind, t.part_no, t.part_of,
           s.rows is not null as corrected,
           label_place(t.labels, '原工作表') is not null or exists (
               select from list_table other
               where (other.arrival_id, other.kind) = (t.arrival_id, t.kind) and other.table_no <> t.table_no) as of_sheet
    from list_table t
    left join settled s using (list_id)
    join pieces_at($1, $2) p using (arrival_id, table_no)
    join stood o on (o.arrival_id, o.kind, o.platform) = (p.arrival_id, p.kind, p.platform)
    where t.rows_rejected > coalesce(s.rows, 0)
      -- a part that the same part of a later file has replaced is nothing to correct
      and (o.outcome = 'refused' or p.place <> 'aside')
    union all
    select o.unit_code, null, r.arrival_id, r.table_no, r.kind, r.part_no, r.part_of, false, false
    from list_refused r
    join stood o using (arrival_id)
    where exists (select from list_reject j where (j.arrival_id, j.table_no) = (r.arrival_id, r.table_no))
), named as (
    select l.*, u.short_name, u.unit_order, a.path,
           concat_ws('-', '退回行', k.title,
               -- the platform as it is written, else as its folder names it; else the file
               left(coalesce(l.platform_name, nullif(split_part(a.path, '/', -2), split_part(a.path, '/', 1)),
                   regexp_replace(split_part(a.path, '/', -1), '\.[^.]*$', '')), 50),
               case when l.part_of > 1 then '第' || l.part_no || '册' end) as name
    from listed l
    join arrival a using (arrival_id)
    join unit u on u.cycle = $1 and u.unit_code = l.unit_code
    join upload_kind k on k.cycle = $1 and k.kind = l.kind
), numbered as (
    select n.*, row_number() over (
               -- which a file system may take for one name (text/filename)
               partition by n.unit_code, lower(regexp_replace(normalize(n.name, NFKC), '[\u0001-\u001F/\\:*?"<>|]|\.$', '_', 'g') collate "C")
               order by n.path collate "C", n.arrival_id, n.table_no) as same
    from named n
)
select short_name, arrival_id, table_no, case when same = 1 then name else name || '（' || same || '）' end as name,
       platform_name as platform, case when part_of > 1 then format('第%s册/共%s册', part_no, part_of) end as part,
       corrected, of_sheet
from numbered
order by unit_order, name collate "C", same;
