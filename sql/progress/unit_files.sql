-- What came from a unit, the newest first. $1 cycle, $2 the moment, $3 the unit's code.
-- received_at, file, kind, platform, outcome (pending: it came since the last night), reasons (codes, joined by ;)
with night as materialized (
    select last_night($1, $2) as known
), file as (
    select o.received_at, a.path, o.kind, o.platform_name, o.outcome, o.reasons
    from night
    cross join outcomes_at($1, night.known) o
    join arrival a using (arrival_id)
    where o.unit_code = $3 and a.sha256 is not null
    union all
    select least(a.changed_at, a.first_seen_at), a.path, '', null, 'pending', '{}'
    from night
    join arrival a on a.cycle = $1 and a.source = 'inbox' and a.sha256 is not null and a.first_seen_at > night.known
        and a.first_seen_at <= $2
    where position('/' in a.path) > 0 and exists (
            select from unit_alias w
            where w.cycle = $1 and w.unit_code = $3 and split_part(a.path, '/', 1) in (w.alias, w.folded))
)
select iso_text(f.received_at, c.offset_minutes) as received_at, f.path as file, f.kind, f.platform_name as platform,
       f.outcome, array_to_string(f.reasons, ';') as reasons
from file f
join cycle c on c.cycle = $1
order by f.received_at desc, f.path collate "C", f.kind collate "C", f.platform_name collate "C";
