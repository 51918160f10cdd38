-- A form that counts in place of one which said much more: blank parts, or the other half of it. More than a quarter of what
-- was answered there is blank here, or has no place.
with standing as (
    select distinct a.unit_code, a.nomination, a.occurrence, a.kind, a.platform, s.slot, a.arrival_id, s.last_place
    from application a
    join list_set s using (unit_code, kind, platform, arrival_id)
    join piece p using (arrival_id, kind, platform)
    where s.in_force and p.layout = 'form'
), earlier as (
    select n.unit_code, n.nomination, n.occurrence, n.kind, n.platform, n.arrival_id, e.arrival_id as earlier_id,
           e.last_place, count(distinct f.field) as answers,
           count(distinct f.field) filter (
               where not exists (
                   select from form_cell c
                   where (c.unit_code, c.nomination, c.occurrence) = (n.unit_code, n.nomination, n.occurrence)
                     and c.field_key = f.field and c.state <> 'blank')) as lost
    from standing n
    join list_set e using (unit_code, kind, platform, slot)
    join piece p on (p.arrival_id, p.kind, p.platform) = (e.arrival_id, e.kind, e.platform) and p.layout = 'form'
    join figure f on (f.arrival_id, f.table_no, f.item) = (p.arrival_id, p.table_no, p.item)
    where e.last_place < n.last_place and f.state <> 'blank'
    group by n.unit_code, n.nomination, n.occurrence, n.kind, n.platform, n.arrival_id, e.arrival_id, e.last_place
), most as (
    select distinct on (unit_code, nomination, occurrence) *
    from earlier
    where lost * 4 > answers
    order by unit_code, nomination, occurrence, lost desc, last_place desc
)
select m.unit_code, m.nomination, m.occurrence, m.arrival_id, p.table_no, null::integer, p.sheet, null, null::integer,
       null as field, r.code, o.path as raw, printed(m.lost, '项') as read_as, printed(m.answers, '项') as expected
from most m
join rule r on r.cycle = current_setting('huizong.cycle') and r.code = 'form_replaced'
join outcome o on (o.arrival_id, o.kind, o.platform) = (m.earlier_id, m.kind, m.platform)
join lateral (
    select p.table_no, p.sheet from piece p
    where (p.arrival_id, p.kind, p.platform) = (m.arrival_id, m.kind, m.platform)
    order by p.table_no
    limit 1
) as p on true
