-- For the ledger: lines of 收件登记 that let something be in time and were themselves entered after the deadline. $1 cycle,
-- $2 as_of.
-- file, unit, material, received_at, entered_at (the night that first saw the line), note, register, row
with line as (
    select l.*, (
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
)
select l.fields ->> 'file' as file, l.fields ->> 'unit' as unit, l.fields ->> 'material' as material,
       iso_text(l.dated_at, c.offset_minutes) as received_at,
       iso_text(l.entered_at, c.offset_minutes) as entered_at, l.fields ->> 'note' as note, l.path as register,
           l.row_no as row
from line l
join cycle c on c.cycle = $1
where l.entered_at > c.deadline and l.dated_at <= c.deadline
order by l.dated_at, l.fields ->> 'file' collate "C", l.row_no;
