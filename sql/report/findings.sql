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
    select o.unit_code, f.arrival_id, null::integer as table_no, null::integer as item, f.sheet, f.cell, f.row_no,
           f.field, f.severity, f.code, f.raw, f.read_as, f.expected,
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
    select f.unit_code, f.arrival_id, f.table_no, f.item, f.sheet, f.cell, f.row_no, f.field, f.severity, f.code, f.raw,
           f.read_as, f.expected,
           (
               select x.outcome from outcomes_at($1, $2) x
               where x.arrival_id = f.arrival_id
               order by x.kind collate "C"
               limit 1)
    from rule_findings_at($1, $2) f
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
left join lateral (
    select min(g.text) filter (where g.field in ('sum_platform_name', 'platform_name')) as platform,
           min(g.text) filter (where g.field in ('sum_enterprise', 'ent_name')) as enterprise,
           min(g.folded) filter (where g.field in ('sum_platform_name', 'platform_name')) as folded_platform,
           min(g.folded) filter (where g.field in ('sum_enterprise', 'ent_name')) as folded_enterprise
    from figure g
    join upload_table t using (arrival_id, table_no)
    where g.arrival_id = f.arrival_id and t.kind in ('summary', 'application') and g.item > 0
      and case
              when f.item is null then t.sheet = f.sheet and g.row_no = f.row_no
              else g.table_no = f.table_no and g.item = f.item
          end
) as named on true
-- of a form or list that stands for one platform all of it speaks of that one
left join lateral (
    select min(o.platform_name) as platform, min(o.platform) as folded_platform, min(form.enterprise) as enterprise,
           min(form.folded) as folded_enterprise
    from outcomes_at($1, $2) o
    left join lateral (
        select min(g.text) as enterprise, min(g.folded) as folded
        from figure g
        where g.arrival_id = o.arrival_id and g.field = 'ent_name'
        having count(distinct g.folded) = 1
    ) as form on true
    where o.arrival_id = f.arrival_id and o.platform <> ''
    having count(distinct o.platform) = 1
) as paper on true
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
