-- 收件清单: what is to be handed in on paper and disc, and what came by 收件登记. A line for each unit and material, and one for each
-- platform's 申报书. $1 cycle, $2 as_of.
-- unit_name, platform (empty: of the unit as a whole; received and missing are empty where no line names the platform), material (summary, application, disc, other), wanted (copies), received,
-- missing, sealed (true where a line says so, false; empty: no seal is asked), last_at, note (what was written), electronic
-- (of the same in the inbox: accepted files; for 申报书 what else the disc must hold: Word and scans)
-- A line is of the platforms that it names: a name that stands only inside a longer one (another platform's, an enterprise's) is not meant.
with known as materialized (
    select string_agg(distinct n.look collate "C", '|') as looks
    from nomination_now o
    cross join lateral (values (folded_alike(o.platform)), (folded_alike(o.enterprise))) as n (look)
    where n.look <> ''
), line as materialized (
    select l.*,
           -- of the names that begin at one place a search takes the longest
           array(select said.look[1] from regexp_matches(folded_alike(l.words), k.looks, 'g') as said (look)) as names
    from paper_lines_at($1, $2) l
    cross join known k
), nomination as materialized (
    select n.unit_code, n.folded_platform, min(n.platform collate "C") as platform, min(n.seq_value) as seq
    from nomination_now n
    where n.decision not in ('withdrawn', 'ineligible')
    group by n.unit_code, n.folded_platform
), due as materialized (
    select u.unit_code, u.unit_name, u.unit_order, p.material, p.wanted, (c.settings #>> '{copies,value,application}')::bigint as applications
    from paper_at($1, $2) p
    join unit u on u.cycle = $1 and u.unit_code = p.unit_code
    join cycle c using (cycle)
), wanted as (
    select d.unit_code, d.unit_name, d.unit_order, m.part, null::text as folded_platform, null::text as platform, null::numeric as seq, d.material, d.wanted
    from due d
    join (values (1, 'summary'), (2, 'disc'), (3, 'application'), (5, 'other')) as m (part, material) using (material)
    union all
    select d.unit_code, d.unit_name, d.unit_order, 4, n.folded_platform, n.platform, n.seq, 'application', coalesce(d.applications, 0)
    from due d
    join nomination n using (unit_code)
    where d.material = 'application'
), held as materialized (
    select o.unit_code, p.part, case when p.part = 4 then o.platform else '' end as platform, string_agg(distinct a.path collate "C", '；') as files
    from outcomes_at($1, $2) o
    join arrival a using (arrival_id)
    join (values (1, 'summary'), (2, 'document'), (4, 'application')) as p (part, kind) using (kind)
    where o.outcome = 'accepted'
    group by 1, 2, 3
)
select w.unit_name, w.platform, w.material, w.wanted,
       case when w.part <> 4 then coalesce(r.received, 0) else r.received end as received,
       case when w.part = 4 and r.received is null then null else greatest(w.wanted - coalesce(r.received, 0), 0) end as missing,
       case when w.material = 'summary' and w.wanted > 0 then case when coalesce(r.sealed, false) then 'true' else 'false' end end as sealed,
       iso_text(r.last_at, c.offset_minutes) as last_at, r.said as note, e.files as electronic
from wanted w
join cycle c on c.cycle = $1
left join lateral (
    select sum(coalesce(l.copies, 0)) as received, max(l.dated_at) as last_at,
           bool_or(l.words ~ '盖章|公章|用印|已盖' and l.words !~ '未盖|无章|没盖|未用印') as sealed,
           string_agg(l.said, '；' order by l.dated_at, l.path collate "C", l.table_no, l.item) as said
    from line l
    where l.unit_code = w.unit_code and l.material = w.material
      and (w.part <> 4 or folded_alike(w.platform) = any (l.names))
) as r on true
left join held e on (e.unit_code, e.part) = (w.unit_code, w.part) and e.platform = coalesce(w.folded_platform, '')
order by w.unit_order, w.part, w.seq nulls last, w.platform collate "C";
