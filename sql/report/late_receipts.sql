-- For the ledger: what is in time by 收件登记 alone: each file that was first seen after the deadline, and each line that was itself entered after it. $1 cycle,
-- $2 as_of.
-- file, unit, material, received_at, seen_at (of the file; empty: none came late), entered_at (the night that first saw the line), note, register, row
with line as (
    select l.*, regexp_replace(replace(normalize(l.fields ->> 'file', NFC), '\', '/'), '^(\./|/)+|/+$', '', 'g') as file, (
            select min(a.first_seen_at)
            from arrival a
            join upload_table t using (arrival_id)
            where a.cycle = $1 and a.source = 'register' and t.kind = 'register_receipts' and exists (
                    select from figure f
                    where f.arrival_id = a.arrival_id and f.item > 0
                    group by f.table_no, f.item
                    having coalesce(jsonb_object_agg(f.field, coalesce(f.text, trim_scale(f.value)::text))
                        filter (where f.state in ('text', 'number', 'none')), '{}') = l.fields)
        ) as entered_at
    from register_lines($1, $2) l
    where l.kind = 'register_receipts' and not l.before_notice
), close as (
    select c.*, c.deadline + case when c.deadline_inclusive then interval '1 second' else interval '0' end as late_from
    from cycle c
    where c.cycle = $1
), proved as (
    select distinct on (f.arrival_id) f.*, l.arrival_id as register_id, l.table_no, l.item
    from (
        select distinct o.arrival_id, normalize(a.path, NFC) as path, a.first_seen_at as seen_at, o.received_at
        from outcomes_at($1, $2) o
        join arrival a using (arrival_id)
        cross join close c
        where a.sha256 is not null and least(a.changed_at, a.first_seen_at) >= c.late_from and o.received_at < c.late_from
    ) as f
    join line l on l.dated_at = f.received_at and (l.file = f.path or starts_with(f.path, l.file || '/'))
    order by f.arrival_id, length(l.file) desc, l.path collate "C", l.table_no, l.item
)
select coalesce(p.path, l.fields ->> 'file') as file, l.fields ->> 'unit' as unit, l.fields ->> 'material' as material,
       iso_text(l.dated_at, c.offset_minutes) as received_at, iso_text(p.seen_at, c.offset_minutes) as seen_at,
       iso_text(l.entered_at, c.offset_minutes) as entered_at, l.fields ->> 'note' as note, l.path as register,
       l.row_no as row
from line l
cross join close c
left join proved p on (p.register_id, p.table_no, p.item) = (l.arrival_id, l.table_no, l.item)
where p.path is not null or l.entered_at >= c.late_from and l.dated_at < c.late_from
order by l.dated_at, coalesce(p.path, l.fields ->> 'file') collate "C", p.seen_at, l.path collate "C", l.row_no;
