-- What the demo tells of forms and lists in the end, a line a cycle: applications by state, lists that were loaded, their rows.
set search_path to huizong;
select s.cycle, s.whole as "齐全", s.wrong as "有误", s.missing as "未交", l.lists as "lists", l.loaded as "rows loaded",
       l.rejected as "rows rejected"
from (
    select cycle, count(*) filter (where state = '齐全') as whole, count(*) filter (where state = '有误') as wrong,
           count(*) filter (where state = '未交') as missing
    from application_state
    where ruled_until is null
    group by cycle
) as s
join (
    select a.cycle, count(*) as lists, sum(rows_loaded) as loaded, sum(rows_rejected) as rejected
    from list_table
    join arrival a using (arrival_id)
    group by a.cycle
) as l using (cycle)
order by s.cycle;
