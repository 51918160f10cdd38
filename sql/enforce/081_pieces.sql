-- The forms and lists that were received, and whose each is: of the platform that its head block names, else that the other tables
-- of its file name, else that of its folder within the unit's, else that its title, sheet or file is named for, else of the unit's
-- only nomination; refused where two of these but the last name different ones. A form whose project bears
-- the name of a nomination is that one's, even where its 平台名称 says something else: the rules tell the difference. Of several forms in
-- the rows of one table each names its own platform; what is said of file or folder would mix one into another's. A form
-- without a single figure is refused, so that it replaces none.
create temp table piece on commit drop as
with told as (
    select f.arrival_id, f.table_no, f.item, f.kind, d.layout, t.sheet,
           min(f.folded collate "C") filter (where f.field = 'platform_name' and f.state = 'text') as said,
           min(f.folded collate "C") filter (where f.field = 'cover_project_name' and f.state = 'text') as project,
           min(f.text collate "C") filter (where f.field = 'platform_name' and f.state = 'text') as written,
           min(f.cell collate "C") filter (where f.field = 'platform_name') as cell,
           min(f.row_no) filter (where f.field = 'platform_name') as row_no,
           min(f.folded collate "C") filter (where f.field = 'ent_name' and f.state = 'text') as enterprise,
           bool_or(f.state <> 'blank') filter (where asked.unit is not null) as has_figures
    from seen s
    cross join run
    join upload_table t using (arrival_id)
    join upload_kind d on (d.cycle, d.kind) = (run.cycle, t.kind)
    join lateral (
        select f.*, t.kind
        from figure f
        where (f.arrival_id, f.table_no) = (t.arrival_id, t.table_no)
        union all
        -- a list may have no head block, a form no field
        select t.arrival_id, t.table_no, case d.layout when 'form' then 1 else 0 end, 0, '', '', 'blank', null, null,
               null, null, null, null, t.kind
        where d.layout = 'list' or not exists (
            select from figure f where (f.arrival_id, f.table_no) = (t.arrival_id, t.table_no) and f.item > 0)
    ) as f on (f.item > 0) = (d.layout = 'form')
    left join field asked on d.layout = 'form' and (asked.cycle, asked.kind, asked.field) = (run.cycle, t.kind, f.field)
    where s.verdict = 'complete' and d.layout in ('form', 'list')
    group by f.arrival_id, f.table_no, f.item, f.kind, d.layout, t.sheet
), own as (
    select t.*, a.unit_code, a.unit_type, a.refusal as file_refusal, a.by_content,
           count(*) over (partition by t.arrival_id, t.table_no) as rows,
           case
               when t.project is null
                   or exists (select from nomination n where n.unit_code = a.unit_code and n.platform = t.said) then t.said
               when exists (select from nomination n where n.unit_code = a.unit_code and n.platform = t.project)
                   then t.project
               else t.said
           end as platform
    from told t
    join attribution a using (arrival_id)
), beside as (
    select o.*, l.list_id, coalesce(l.part_no, 1) as part_no, coalesce(l.part_of, 1) as part_of,
           coalesce(is_supplement(l.extra_labels), false) as supplement,
           case
               when count(*) filter (where o.platform is null and o.rows > 1) over file = 0
                   and min(o.platform collate "C") over file = max(o.platform collate "C") over file then min(o.platform collate "C") over file
           end as file_platform,
           bool_or(o.platform is not null) over (partition by o.arrival_id, o.table_no) as table_says,
           o.platform is null and o.rows > 1 as nameless_row,
           min(o.written collate "C") over file as file_written,
           min(o.enterprise collate "C") over file as file_enterprise,
           -- figures are asked for, in whatever sheet, and none is there
           coalesce(not bool_or(o.has_figures) over (partition by o.arrival_id, o.layout, o.item), false) as is_empty
    from own o
    left join list_table l using (arrival_id, table_no)
    window file as (partition by o.arrival_id)
), placed as (
    select b.*,
           (select min(n.platform collate "C")
            from upload_fact f
            join nomination n on n.unit_code = b.unit_code and n.platform = f.value
            where f.arrival_id = b.arrival_id and f.name = 'platform_folder_folded' and f.value <> ''
              and not b.nameless_row) as folder_platform,
           (select min(n.platform collate "C")
            from nomination n
            where n.unit_code = b.unit_code and n.place = 'in_force' and not b.nameless_row
              -- on the direct route the only one of the applicant, whose folder it is
              and (b.unit_type <> 'direct' or n.enterprise = (
                  select f.value from upload_fact f
                  where f.arrival_id = b.arrival_id and f.name = 'platform_folder_folded'))
            having count(distinct n.platform) = 1) as only_platform
    from beside b
), held_against as (
    -- a table that names platforms in its rows is not meant as a whole
    select p.*, agreed.platform as agreed, agreed.field as agreed_field, agreed.written as agreed_written,
           coalesce(p.platform, agreed.platform) as said_platform
    from placed p
    left join agreed_beside agreed on (agreed.arrival_id, agreed.table_no) = (p.arrival_id, p.table_no)
        and not p.table_says and not p.nameless_row
)
select p.arrival_id, p.kind, p.layout, p.table_no, p.item, p.list_id, p.part_no, p.part_of, p.supplement, p.sheet, p.cell, p.row_no,
       p.unit_code, p.unit_type, p.by_content,
       coalesce(p.said_platform, p.file_platform, p.folder_platform, p.only_platform, '') as platform,
       coalesce(p.written, case when p.said_platform is null and p.file_platform is not null then p.file_written end) as written,
       coalesce(p.enterprise, case when p.file_platform is not null then p.file_enterprise end) as enterprise,
       p.folder_platform, p.file_written, p.platform is not null as by_head, p.agreed_field, p.agreed_written,
       case
           when p.file_refusal is not null then p.file_refusal
           when coalesce(p.said_platform, p.file_platform) <> p.folder_platform or p.platform is null and p.agreed <> p.file_platform
               then 'platform_mismatch'
           when coalesce(p.said_platform, p.file_platform, p.folder_platform, p.only_platform) is null
               then 'platform_not_named'
           when p.is_empty then 'form_empty'
       end as refusal,
       coalesce(p.platform, p.file_platform, p.folder_platform) is null and p.agreed is not null as by_agreed,
       coalesce(p.said_platform, p.file_platform, p.folder_platform) is null and p.only_platform is not null as by_only
from held_against p;
create index on piece (arrival_id);
analyze piece;
