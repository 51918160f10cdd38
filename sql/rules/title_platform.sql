-- A form or list that counts for one platform and is named, in its title, its sheet's name or its file's name, for others of the cycle alone: it may be theirs. A file's name
-- speaks of all its tables, and is told where nothing nearer is.
with differing as (
    select n.arrival_id, n.place, case when n.place < 3 then n.table_no end as of_table, n.table_no, n.field, n.written, p.unit_code, p.kind,
           p.platform, p.sheet, p.item
    from named_beside n
    join piece p using (arrival_id, table_no)
    where not exists (
            select from named_beside own
            join piece q using (arrival_id)
            where (own.arrival_id, own.place) = (n.arrival_id, n.place) and own.platform = q.platform
              and (n.place = 3 or own.table_no = n.table_no and q.table_no = n.table_no))
)
select distinct on (d.arrival_id, d.of_table)
       d.unit_code, a.nomination, a.occurrence, d.arrival_id, d.table_no, null::integer as item, d.sheet, null as cell, null::integer as row_no,
       d.field, r.code, d.written as raw, null as read_as, o.platform_name as expected
from differing d
join outcome o on (o.arrival_id, o.kind, o.platform) = (d.arrival_id, d.kind, d.platform) and o.outcome = 'accepted'
join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'title_platform'
left join application a on (a.arrival_id, a.kind, a.platform) = (o.arrival_id, o.kind, o.platform)
where d.place < 3 or not exists (select from differing nearer where nearer.arrival_id = d.arrival_id and nearer.place < 3)
order by d.arrival_id, d.of_table, d.place, d.table_no, d.item, d.platform collate "C", d.written collate "C"
