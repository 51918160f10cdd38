-- 收件清单: what is to be handed in on paper and disc, and what came by 收件登记. A line for each unit and material, and one for each
-- platform's 申报书. $1 cycle, $2 as_of.
-- unit_name, platform (empty: of the unit as a whole; received and missing are empty where no line names the platform), material (summary, application, disc, other), wanted (copies), received,
-- missing, sealed (true where a line says so, false; empty: no seal is asked), last_at, note (what was written), electronic
-- (of the same in the inbox: accepted files; for 申报书 what else the disc must hold: Word and scans)
with line as materialized (
    select l.table_no, l.item, coalesce(a.unit_code, of_file.unit_code) as unit_code, coalesce(l.fields ->> 'material', '') as written,
           case
               when l.fields ->> 'material' like '%申报书%' then 'application'
               when l.fields ->> 'material' like '%汇总表%' then 'summary'
               when l.fields ->> 'material' ~ '光盘|光碟|U盘|优盘|电子版' then 'disc'
               else 'other'
           end as material,
           case when l.fields ->> 'copies' ~ '^\d{1,6}$' then (l.fields ->> 'copies')::integer end as copies, l.dated_at,
           concat_ws('，', l.fields ->> 'material', l.fields ->> 'copies' || '份', l.fields ->> 'channel', l.fields ->> 'note') as said,
           concat_ws(' ', l.fields ->> 'material', l.fields ->> 'note') as words
    from register_lines($1, $2) l
    left join unit_aliases($1, $2) a on a.folded = l.folded ->> 'unit'
    left join lateral (
        select min(o.unit_code) as unit_code
        from arrival f
        join outcomes_at($1, $2) o using (arrival_id)
        where f.cycle = $1 and f.source = 'inbox' and f.path = l.fields ->> 'file' and not l.fields ? 'unit'
    ) as of_file on true
    -- a line without copies binds a file to its time of arrival: no paper
    where l.kind = 'register_receipts' and l.missing = '{}' and not l.before_notice and l.fields ? 'copies'
), nomination as materialized (
    select n.unit_code, n.folded_platform, min(n.platform) as platform, min(n.seq_value) as seq
    from nominations_at($1, $2) with ordinality n
    where n.decision not in ('withdrawn', 'ineligible')
    group by n.unit_code, n.folded_platform
), due as (
    select u.unit_code, u.unit_name, u.unit_order, coalesce(t.platforms, 0) as platforms,
           coalesce((c.settings #>> '{copies,value,application}')::integer, 0) as applications,
           coalesce((c.settings #>> '{copies,value,summary}')::integer, 0) as summaries,
           coalesce((c.settings #>> '{copies,value,disc}')::integer, 0) as discs
    from unit u
    join cycle c using (cycle)
    left join (select unit_code, count(*)::integer as platforms from nomination group by unit_code) as t using (unit_code)
    where u.cycle = $1 and (u.added_at is null or u.added_at <= $2)
      and (t.platforms > 0 or exists (select from line l where l.unit_code = u.unit_code))
), wanted as (
    select d.unit_code, d.unit_name, d.unit_order, 1 as part, null::text as folded_platform, null::text as platform, null::numeric as seq,
           'summary' as material, case when d.platforms > 0 then d.summaries else 0 end as wanted
    from due d
    union all
    select unit_code, unit_name, unit_order, 2, null, null, null, 'disc', case when platforms > 0 then discs else 0 end from due
    union all
    select unit_code, unit_name, unit_order, 3, null, null, null, 'application', platforms * applications from due
    union all
    select d.unit_code, d.unit_name, d.unit_order, 4, n.folded_platform, n.platform, n.seq, 'application', d.applications
    from due d
    join nomination n using (unit_code)
    union all
    select d.unit_code, d.unit_name, d.unit_order, 5, null, null, null, 'other', 0
    from due d
    where exists (select from line l where l.unit_code = d.unit_code and l.material = 'other')
), held as materialized (
    select o.unit_code, p.part, case when p.part = 4 then o.platform else '' end as platform, string_agg(distinct a.path, '；') as files
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
           string_agg(l.said, '；' order by l.dated_at, l.table_no, l.item) as said
    from line l
    where l.unit_code = w.unit_code and l.material = w.material
      and (w.part <> 4 or w.platform is not null and position(w.platform in l.words) > 0)
) as r on true
left join held e on (e.unit_code, e.part) = (w.unit_code, w.part) and e.platform = coalesce(w.folded_platform, '')
order by w.unit_order, w.part, w.seq nulls last, w.platform collate "C";
