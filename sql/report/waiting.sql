-- What came and no night has read: since the last one, or it could not read it. $1 cycle, $2 the clock of that night.
-- source (inbox, register), name (the unit's, of a register its file; empty: at the inbox's root or in a folder of nobody's), files
with waiting as (
    select a.source, case when a.source = 'register' then a.path else u.unit_name end as name, u.unit_order
    from arrival a
    left join upload l using (arrival_id)
    left join lateral (
        select way.unit_code
        from (
            select alias as name, unit_code from unit_alias where cycle = $1
            union all
            select folded, unit_code from unit_aliases($1, $2)
        ) as way
        where position('/' in a.path) > 0 and way.name = split_part(a.path, '/', 1)
        limit 1
    ) as folder on a.source = 'inbox'
    left join unit u on (u.cycle, u.unit_code) = ($1, folder.unit_code)
    where a.cycle = $1 and a.sha256 is not null and (l.arrival_id is null or a.first_seen_at > $2)
      and not (a.source = 'inbox' and exists (select from content_disposed d where (d.sha256, d.cycle) = (a.sha256, $1)))
)
select source, name, count(*) as files
from waiting
group by source, name, unit_order
order by source collate "C", unit_order, name collate "C";
