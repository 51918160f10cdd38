-- A line per recommending unit. $1 cycle, $2 as_of.
-- unit_code, unit_name, short_name, unit_type, unit_order, state (accepted, zero, late, refused, missing), file,
-- received_at (of the table in force, else of the newest summary),
-- unit_contact, unit_phone (head block of the table in force), head_arrival (that table's; null where none is in force), rows, standing, counted, exempt, held, withdrawn
with head as (
    select f.arrival_id, min(f.text collate "C") filter (where f.field = 'sum_unit_contact') as contact, min(f.text collate "C")
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
       n.state, n.file, iso_text(n.received_at, c.offset_minutes) as received_at, h.contact as unit_contact,
           h.phone as unit_phone, i.arrival_id as head_arrival,
       coalesce(t.rows, 0) as rows, coalesce(t.standing, 0) as standing, coalesce(t.counted, 0) as counted,
           coalesce(t.exempt, 0) as exempt, coalesce(t.held, 0) as held,
       coalesce(t.withdrawn, 0) as withdrawn
from unit u
join cycle c using (cycle)
join unit_states_at($1, $2) n using (unit_code)
left join arrival i on i.arrival_id = n.arrival_id and (n.outcome = 'accepted' or 'review_passed' = any (n.reasons))
left join head h on h.arrival_id = i.arrival_id
left join tally t using (unit_code)
where u.cycle = $1
order by u.unit_order;
