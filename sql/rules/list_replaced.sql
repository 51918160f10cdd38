-- A list under one name that counts in place of one under another: its correction, or the other half of it, which then is
-- missing. Only who sent them knows; a name that ends with a number, 清单-2, makes one think so, and is told.
with standing as (
    select s.unit_code, s.kind, s.platform, s.slot, s.last_place, min(s.arrival_id) as arrival_id, array_agg(distinct o.path collate "C") as paths,
           sum(l.rows_loaded) as rows
    from list_set s
    join outcome o using (arrival_id, kind, platform)
    join piece p using (arrival_id, kind, platform, part_of, part_no)
    join list_table l using (list_id)
    where s.in_force and not s.supplement and not p.supplement
    group by s.unit_code, s.kind, s.platform, s.slot, s.last_place
), before as (
    select n.unit_code, n.kind, n.platform, n.slot, string_agg(distinct o.path collate "C", '；') as files, array_agg(o.path) as paths,
           sum(l.rows_loaded) as rows,
           row_number() over (partition by n.unit_code, n.kind, n.platform, n.slot order by s.last_place desc) as back
    from standing n
    join list_set s using (unit_code, kind, platform, slot)
    join outcome o on (o.arrival_id, o.kind, o.platform) = (s.arrival_id, s.kind, s.platform)
    join piece p on (p.arrival_id, p.kind, p.platform, p.part_of, p.part_no)
        = (s.arrival_id, s.kind, s.platform, s.part_of, s.part_no)
    join list_table l using (list_id)
    where s.whole and not s.supplement and not p.supplement and s.last_place < n.last_place
    group by n.unit_code, n.kind, n.platform, n.slot, s.part_of, s.set_no, s.last_place
)
select n.unit_code, null, null::integer, n.arrival_id, p.table_no, null::integer, p.sheet, null, null::integer,
       null as field, r.code, b.files || '（' || printed(b.rows, '行') || '）' as raw,
       printed(n.rows, '行') || case when exists (select from unnest(n.paths) as path where path ~ '[^0-9][2-9][）)]?[.][A-Za-z]+$')
           then '，文件名像是续编的另一册' else '' end as read_as, null as expected
from standing n
join rule r on r.cycle = current_setting('huizong.cycle') and r.code = 'list_replaced'
join before b using (unit_code, kind, platform, slot)
join lateral (
    select p.table_no, p.sheet from piece p
    where (p.arrival_id, p.kind, p.platform) = (n.arrival_id, n.kind, n.platform)
    order by p.table_no
    limit 1
) as p on true
where b.back = 1 and b.rows > 0 and not b.paths && n.paths
