-- A line per recommending unit. $1 cycle, $2 as_of.
-- unit_code, unit_name, short_name, unit_type, unit_order, state (accepted, zero, late, refused, missing), file,
-- received_at (of the table in force, else of the newest summary),
-- unit_contact, unit_phone (head block of the table in force), rows, standing, counted, exempt, held, withdrawn
with outcome as (
    select o.*, a.path, a.first_seen_at, t.has_head
    from outcomes_at($1, $2) o
    join arrival a using (arrival_id)
    cross join lateral (select o.kind in ('summary', '') as has_head) t
    where o.unit_code is not null and t.has_head
), newest as (
    select distinct on (unit_code) *
    from outcome
    order by unit_code, array_position(array['accepted', 'superseded', 'late', 'refused'], outcome), received_at desc,
        first_seen_at desc, path collate "C" desc
), zero_line as (
    select distinct l.folded ->> 'unit' as folded
    from register_lines($1, $2) l
    where l.kind = 'register_receipts' and l.fields ->> 'material' = '零报告' and not l.before_notice
), head as (
    select f.arrival_id, min(f.text) filter (where f.field = 'sum_unit_contact') as contact, min(f.text)
           filter (where f.field = 'sum_unit_phone') as phone
    from figure f
    where f.item = 0
    group by f.arrival_id
), tally as (
    select unit_code, count(*) as rows, count(*) filter (where decision in ('exempt', 'recommended')) as standing,
           count(*) filter (where decision = 'recommended' and seat_for = '') as counted,
           count(*) filter (where decision = 'exempt') as exempt, count(*)
               filter (where decision in ('duplicate', 'needs_review', 'over_quota', 'late')) as held,
           count(*) filter (where decision = 'withdrawn') as withdrawn
    from rulings_at($1, $2)
    group by unit_code
)
select u.unit_code, u.unit_name, u.short_name, u.unit_type, u.unit_order,
       case
           when n.outcome = 'accepted' and not n.zero_report then 'accepted'
           when n.outcome = 'accepted' or z.folded is not null then 'zero'
           when n.outcome in ('late', 'refused') then n.outcome
           else 'missing'
       end as state,
       n.path as file, iso_text(n.received_at, c.offset_minutes) as received_at, h.contact as unit_contact,
           h.phone as unit_phone,
       coalesce(t.rows, 0) as rows, coalesce(t.standing, 0) as standing, coalesce(t.counted, 0) as counted,
           coalesce(t.exempt, 0) as exempt, coalesce(t.held, 0) as held,
       coalesce(t.withdrawn, 0) as withdrawn
from unit u
join cycle c using (cycle)
left join newest n using (unit_code)
left join head h on h.arrival_id = n.arrival_id
    and (n.outcome = 'accepted' or 'review_passed' = any (n.reasons))
left join tally t using (unit_code)
left join lateral (
    select z.folded from zero_line z join unit_aliases($1, $2) a using (folded) where a.unit_code = u.unit_code limit 1
) as z on true
where u.cycle = $1 and (u.added_at is null or u.added_at <= $2)
order by u.unit_order;
