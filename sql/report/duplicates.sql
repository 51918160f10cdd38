-- For the office alone: what shares what. $1 cycle, $2 as_of.
-- matter (a rule's code), what (what both have: names, or the number of equal rows), unit_name, platform, enterprise, decision, file, sheet,
-- row, sha256, received_at and the same of the other: other_unit_name, other_platform … (each pair once)
with nomination as materialized (
    select n.*, row_number() over (
               order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.occurrence) as place,
           case when u.unit_type = 'direct' then n.arrival_id end as applied_by
    from nominations_at($1, $2) with ordinality n
    join unit u on u.cycle = $1 and u.unit_code = n.unit_code
    where n.decision not in ('withdrawn', 'ineligible', 'late')
), same as materialized (
    select 'duplicate_across_units' as matter, array_agg(place order by place) as places
    from nomination
    where folded_platform <> ''
    group by folded_platform
    having count(distinct unit_code || coalesce('/' || applied_by, '')) > 1
    union all
    select 'duplicate_across_units', array_agg(place order by place)
    from nomination
    where folded_enterprise <> ''
    group by folded_enterprise
    having count(distinct unit_code || coalesce('/' || applied_by, '')) > 1
    union all
    select 'duplicate_in_table', array_agg(place order by place)
    from nomination
    where folded_platform <> ''
    group by unit_code, arrival_id, folded_platform
    having count(*) > 1
), pair as (
    select distinct s.matter, a as place, b as other_place
    from same s
    cross join unnest(s.places) as a
    cross join unnest(s.places) as b
    where a < b
), list as (
    select x.list_a, x.list_b, x.shared, l.list_id, l.kind, l.arrival_id, t.sheet, n.place
    from list_overlap x
    join list_table l on l.list_id in (x.list_a, x.list_b)
    join upload_table t on t.arrival_id = l.arrival_id and t.table_no = l.table_no
    join outcomes_at($1, $2) o on o.arrival_id = l.arrival_id and o.kind = l.kind and o.outcome = 'accepted' and o.platform <> ''
        and not 'parts_incomplete' = any (o.reasons)
    join nomination n on n.unit_code = o.unit_code and n.folded_platform = o.platform
    where x.shared > 0
), side as (
    select p.matter,
           concat_ws('、', case when n.folded_platform = o.folded_platform then n.platform end,
               case when n.folded_enterprise = o.folded_enterprise then n.enterprise end) as what,
           p.place, p.other_place, n.arrival_id, n.sheet, n.row_no::text as rows, o.arrival_id as other_arrival_id,
           o.sheet as other_sheet, o.row_no::text as other_rows
    from pair p
    join nomination n on n.place = p.place
    join nomination o on o.place = p.other_place
    where p.matter = 'duplicate_in_table' or (o.unit_code, o.applied_by) is distinct from (n.unit_code, n.applied_by)
    union all
    select r.code, a.shared::text, a.place, b.place, a.arrival_id, a.sheet, array_to_string(x.rows_a, '、'), b.arrival_id, b.sheet,
           array_to_string(x.rows_b, '、')
    from list_overlap x
    join list a on (a.list_a, a.list_b, a.list_id) = (x.list_a, x.list_b, x.list_a)
    join list b on (b.list_a, b.list_b, b.list_id) = (x.list_a, x.list_b, x.list_b)
    join rule r on r.cycle = $1 and r.shape = 'unique_across_platforms' and r.operands ->> 'list' = a.kind
    where a.place <> b.place
)
select s.matter, s.what, n.unit_name, n.platform, n.enterprise, n.decision, a.path as file, s.sheet, s.rows as row, a.sha256,
       iso_text(ra.received_at, c.offset_minutes) as received_at, o.unit_name as other_unit_name, o.platform as other_platform,
       o.enterprise as other_enterprise, o.decision as other_decision, b.path as other_file, s.other_sheet,
       s.other_rows as other_row, b.sha256 as other_sha256, iso_text(rb.received_at, c.offset_minutes) as other_received_at
from side s
join cycle c on c.cycle = $1
join nomination n on n.place = s.place
join nomination o on o.place = s.other_place
join arrival a on a.arrival_id = s.arrival_id
join arrival b on b.arrival_id = s.other_arrival_id
left join lateral (select min(received_at) as received_at from outcomes_at($1, $2) o where o.arrival_id = s.arrival_id) as ra on true
left join lateral (select min(received_at) as received_at from outcomes_at($1, $2) o where o.arrival_id = s.other_arrival_id) as rb on true
order by s.matter collate "C", s.place, s.other_place, s.what collate "C", a.path collate "C", b.path collate "C", s.sheet collate "C";
