-- The lists in force or refused that have rejected rows: a file each for the unit. $1 cycle, $2 as_of.
-- short_name (the unit's folder), arrival_id, table_no, name (of the file, without its end)
with stood as materialized (
    select * from outcomes_at($1, $2) where outcome in ('accepted', 'refused')
), listed as (
    select o.unit_code, o.platform_name, t.arrival_id, t.table_no, t.kind, t.part_no, t.part_of
    from list_table t
    left join lateral (
        select min(f.folded) as platform
        from figure f
        where (f.arrival_id, f.table_no, f.item) = (t.arrival_id, t.table_no, 0) and f.field = 'platform_name'
    ) as head on true
    -- a file may hold lists of several platforms
    join lateral (
        select o.unit_code, o.platform_name
        from stood o
        where (o.arrival_id, o.kind) = (t.arrival_id, t.kind)
        order by o.platform = head.platform desc nulls last, o.platform collate "C"
        limit 1
    ) as o on true
    where t.rows_rejected > 0
    union all
    select o.unit_code, null, r.arrival_id, r.table_no, r.kind, r.part_no, r.part_of
    from list_refused r
    join stood o using (arrival_id)
    where exists (select from list_reject j where (j.arrival_id, j.table_no) = (r.arrival_id, r.table_no))
), named as (
    select l.unit_code, u.short_name, u.unit_order, l.arrival_id, l.table_no, a.path,
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
               partition by n.unit_code, lower(regexp_replace(n.name, '[^[:alnum:]]', '_', 'g')) order by n.path collate "C", n.arrival_id, n.table_no) as same
    from named n
)
select short_name, arrival_id, table_no, case when same = 1 then name else name || '（' || same || '）' end as name
from numbered
order by unit_order, name collate "C", same;
