-- findings.csv, but for message_zh, which the program renders from the code and the other columns. $1 cycle, $2 as_of.
-- cycle, unit_code, unit_name, file, sha256, sheet, cell, row, field, severity, code, raw, read_as, expected, clause,
-- platform, enterprise, outcome (of the upload; empty
-- for registers and the cycle). A warning that 审查决定 has let pass is not repeated, nor what is wrong in a list's row that
-- was corrected since.
with passed as materialized (
    select matter_code(l.fields ->> 'matter', l.folded ->> 'matter') as matter, l.fields ->> 'file' as file,
           case when l.fields ? 'unit' then coalesce(a.unit_code, '?') end as unit_code,
           l.folded ->> 'platform' as platform, l.folded ->> 'enterprise' as enterprise,
           coalesce(instant(l.fields ->> 'valid_until', c.offset_minutes), l.dated_at) + interval '1 day' as speaks_until
    from register_lines($1, $2) l
    join cycle c on c.cycle = $1
    left join unit_aliases($1, $2) a on a.folded = l.folded ->> 'unit'
    where l.kind = 'register_decisions' and l.fields ->> 'decision' = '通过' and l.missing = '{}' and not l.before_notice
      and coalesce(l.fields ->> 'file', l.folded ->> 'platform', l.folded ->> 'enterprise') is not null
), settled as materialized (
    select t.arrival_id, u.sheet, s.row_no, t.rows_rejected = count(*) over (partition by s.list_id) as all_rows
    from settled_at($1, $2) s
    join list_table t using (list_id)
    join upload_table u using (arrival_id, table_no)
), finding as (
    select o.unit_code, f.arrival_id, null::integer as table_no, null::integer as item,
           f.row_no as lone_row, f.sheet, f.cell, f.row_no, f.field, f.severity, f.code, f.raw, f.read_as, f.expected,
           o.outcome
    from file_finding f
    join arrival a using (arrival_id)
    left join lateral (
        select * from outcomes_at($1, $2) x where x.arrival_id = f.arrival_id order by x.kind collate "C" limit 1
    ) as o on true
    where a.cycle = $1 and a.first_seen_at <= $2
      -- of a register only the version in force
      and (a.source = 'inbox' or not exists (
            select from arrival later
            where later.cycle = a.cycle and later.source = a.source and later.path = a.path
              and later.first_seen_at <= $2 and later.arrival_id > a.arrival_id))
      and not exists (
            select from settled s
            where (s.arrival_id, s.sheet) = (f.arrival_id, coalesce(f.sheet, ''))
              and (f.code = 'more_like_this' and s.all_rows or f.code <> 'more_like_this' and s.row_no = f.row_no))
    union all
    select f.unit_code, f.arrival_id, f.table_no, f.item, case when f.item is null then f.row_no end, f.sheet, f.cell, f.row_no,
           f.field, f.severity, f.code, f.raw, f.read_as, f.expected,
           (
               select x.outcome from outcomes_at($1, $2) x
               where x.arrival_id = f.arrival_id
               order by x.kind collate "C"
               limit 1)
    from rule_findings_at($1, $2) f
), name_cell as materialized (
    select g.arrival_id, g.table_no, g.item, t.sheet, g.row_no, g.text, g.folded,
           g.field in ('sum_platform_name', 'platform_name') as is_platform
    from figure g
    join upload_table t using (arrival_id, table_no)
    where g.arrival_id in (select arrival_id from finding) and t.kind in ('summary', 'application') and g.item > 0
      and g.field in ('sum_platform_name', 'platform_name', 'sum_enterprise', 'ent_name')
), named_item as materialized (
    select arrival_id, table_no, item, min(text) filter (where is_platform) as platform,
           min(text) filter (where not is_platform) as enterprise, min(folded) filter (where is_platform) as folded_platform,
           min(folded) filter (where not is_platform) as folded_enterprise
    from name_cell
    group by arrival_id, table_no, item
), named_row as materialized (
    select arrival_id, sheet, row_no, min(text) filter (where is_platform) as platform,
           min(text) filter (where not is_platform) as enterprise, min(folded) filter (where is_platform) as folded_platform,
           min(folded) filter (where not is_platform) as folded_enterprise
    from name_cell
    group by arrival_id, sheet, row_no
), paper as materialized (
    -- of a form or list that stands for one platform all of it speaks of that one
    select o.arrival_id, min(o.platform_name) as platform, min(o.platform) as folded_platform, min(form.enterprise) as enterprise,
           min(form.folded) as folded_enterprise
    from outcomes_at($1, $2) o
    left join (
        select arrival_id, min(text) as enterprise, min(folded) as folded
        from figure
        where field = 'ent_name' and arrival_id in (select arrival_id from finding)
        group by arrival_id
        having count(distinct folded) = 1
    ) as form using (arrival_id)
    where o.platform <> ''
    group by o.arrival_id
    having count(distinct o.platform) = 1
)
select distinct $1::text as cycle, f.unit_code, u.unit_name, a.path as file, a.sha256, f.sheet, f.cell, f.row_no as row,
       f.field, f.severity, f.code, f.raw, f.read_as, f.expected,
       case when a.source is distinct from 'register' then coalesce(r.clause, '') else '' end as clause,
       coalesce(named.platform, paper.platform) as platform, coalesce(named.enterprise, paper.enterprise) as enterprise,
       f.outcome, u.unit_order,
       a.path collate "C" as by_file, f.sheet collate "C" as by_sheet, f.cell collate "C" as by_cell,
       f.field collate "C" as by_field, f.code collate "C" as by_code
from finding f
left join arrival a using (arrival_id)
left join unit u on u.cycle = $1 and u.unit_code = f.unit_code
left join rule r on r.cycle = $1 and r.code = f.code
left join named_item as by_item on (by_item.arrival_id, by_item.table_no, by_item.item) = (f.arrival_id, f.table_no, f.item)
left join named_row as by_row on (by_row.arrival_id, by_row.sheet, by_row.row_no) = (f.arrival_id, f.sheet, f.lone_row)
left join paper on paper.arrival_id = f.arrival_id
cross join lateral (
    select coalesce(by_item.platform, by_row.platform) as platform, coalesce(by_item.enterprise, by_row.enterprise) as enterprise,
           coalesce(by_item.folded_platform, by_row.folded_platform) as folded_platform,
           coalesce(by_item.folded_enterprise, by_row.folded_enterprise) as folded_enterprise
) as named
where f.severity = 'error' or not exists (
        select from passed p
        where p.matter = f.code and coalesce(p.unit_code, f.unit_code) is not distinct from f.unit_code
          and (p.file is null or p.file = a.path and (a.first_seen_at < p.speaks_until or not exists (
                select from arrival earlier
                where earlier.cycle = a.cycle and earlier.source = a.source and earlier.path = a.path
                  and earlier.sha256 is not null and earlier.arrival_id < a.arrival_id)))
          and (p.platform is null or p.platform = coalesce(named.folded_platform, paper.folded_platform))
          and (p.enterprise is null or p.enterprise = coalesce(named.folded_enterprise, paper.folded_enterprise)))
order by u.unit_order nulls first, by_file nulls first, a.sha256, by_sheet, f.row_no nulls first, by_cell nulls first,
    by_field, by_code, f.raw, f.read_as, f.expected;
