-- For the office alone: what shares what. $1 cycle, $2 as_of.
-- Two lines for each pair: no (the pair's), matter (a rule's code), what (both have: names, or how many equal rows), unit_name, platform,
-- enterprise, decision, file, sheet, row (of lists the first of the equal ones), sha256, received_at
with nomination as materialized (
    select n.*, row_number() over (
               order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.occurrence) as place,
           case when unit_gathers(u.unit_type, u.added_at) then n.arrival_id end as applied_by
    from nomination_now n
    join unit u on u.cycle = $1 and u.unit_code = n.unit_code
    where n.decision not in ('withdrawn', 'ineligible', 'late')
), same as materialized (
    select 'duplicate_across_units' as matter, array_agg(place order by place) as places, null as listed
    from nomination
    where folded_platform <> ''
    group by folded_platform
    having count(distinct unit_code || coalesce('/' || applied_by, '')) > 1
    union all
    select 'duplicate_across_units', array_agg(place order by place), null
    from nomination
    where folded_enterprise <> ''
    group by folded_enterprise
    having count(distinct unit_code || coalesce('/' || applied_by, '')) > 1
    union all
    select 'duplicate_in_table', array_agg(place order by place), null
    from nomination
    where folded_platform <> ''
    group by unit_code, arrival_id, folded_platform
    having count(*) > 1
    union all
    -- one winner under different names
    select f.code, array_agg(n.place order by n.place), f.read_as
    from rule_findings_at($1, $2) f
    join nomination n on (n.arrival_id, n.table_no, n.item) = (f.arrival_id, f.table_no, f.item)
    where f.code = 'winner_nominated_twice'
    group by f.code, f.read_as
    union all
    -- one code of two enterprises
    select f.code, array_agg(n.place order by n.place), min(f.read_as collate "C")
    from rule_findings_at($1, $2) f
    join nomination n on (n.arrival_id, n.table_no, n.item) = (f.arrival_id, f.table_no, f.item)
    where f.code = 'uscc_shared_across_units'
    group by f.code, organisation_code(f.read_as)
), pair as (
    select distinct s.matter, s.listed, a as place, b as other_place
    from same s
    cross join unnest(s.places) as a
    cross join unnest(s.places) as b
    where a < b
), list as (
    select x.list_a, x.list_b, x.shared, l.list_id, l.kind, l.arrival_id, t.sheet, n.place
    from list_overlap x
    join list_table l on l.list_id in (x.list_a, x.list_b)
    join upload_table t on t.arrival_id = l.arrival_id and t.table_no = l.table_no
    join pieces_at($1, $2) p on p.arrival_id = l.arrival_id and p.table_no = l.table_no and p.place = 'in_force'
    join nomination n on n.unit_code = p.unit_code and n.nomination = p.nomination and n.occurrence = p.occurrence
    where x.shared > 0
), side as (
    select p.matter,
           coalesce(p.listed, concat_ws('、', case when n.folded_platform = o.folded_platform then n.platform end,
               case when n.folded_enterprise = o.folded_enterprise then n.enterprise end)) as what,
           p.place, p.other_place, n.arrival_id, n.sheet, n.row_no::text as rows, o.arrival_id as other_arrival_id,
           o.sheet as other_sheet, o.row_no::text as other_rows
    from pair p
    join nomination n on n.place = p.place
    join nomination o on o.place = p.other_place
    where case p.matter
              when 'duplicate_in_table' then true
              when 'winner_nominated_twice' then o.folded_platform <> n.folded_platform
              when 'uscc_shared_across_units' then o.folded_enterprise <> n.folded_enterprise
              else (o.unit_code, o.applied_by) is distinct from (n.unit_code, n.applied_by)
          end
    union all
    select r.code, a.shared::text, a.place, b.place, a.arrival_id, a.sheet, array_to_string(x.rows_a, '、'), b.arrival_id, b.sheet,
           array_to_string(x.rows_b, '、')
    from list_overlap x
    join list a on (a.list_a, a.list_b, a.list_id) = (x.list_a, x.list_b, x.list_a)
    join list b on (b.list_a, b.list_b, b.list_id) = (x.list_a, x.list_b, x.list_b)
    join rule r on r.cycle = $1 and r.shape = 'unique_across_platforms' and r.operands ->> 'list' = a.kind
    where a.place <> b.place
), numbered as (
    select s.*, row_number() over (
               order by s.matter collate "C", s.place, s.other_place, s.arrival_id, s.other_arrival_id, s.sheet collate "C") as no
    from side s
)
select p.no, p.matter, p.what, n.unit_name, n.platform, n.enterprise, n.decision, a.path as file, one.sheet, one.rows as row,
       a.sha256, iso_text(came.received_at, c.offset_minutes) as received_at
from numbered p
join cycle c on c.cycle = $1
cross join lateral (values (1, p.place, p.arrival_id, p.sheet, p.rows),
    (2, p.other_place, p.other_arrival_id, p.other_sheet, p.other_rows)) as one (side, place, arrival_id, sheet, rows)
join nomination n on n.place = one.place
join arrival a on a.arrival_id = one.arrival_id
left join lateral (
    select min(o.received_at) as received_at from outcomes_at($1, $2) o where o.arrival_id = one.arrival_id
) as came on true
order by p.no, one.side;
