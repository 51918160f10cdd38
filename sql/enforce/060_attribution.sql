-- Whose each arrival is: by its folder, else by a receipt's line, else (at the root) by its head block. Done anew every
-- night, so that 推荐单位名录 can heal it.
create temp table head on commit drop as
select f.arrival_id, min(nullif(f.folded, '') collate "C") as folded, count(distinct nullif(f.folded, '')) as names,
       min(f.text collate "C") as written, min(f.cell collate "C") as cell, min(t.sheet collate "C") as sheet, min(f.row_no) as row_no
from seen s
join upload_table t using (arrival_id)
join figure f using (arrival_id, table_no)
where t.kind = 'summary' and f.item = 0 and f.field = 'sum_recommending_unit' and f.state = 'text'
group by f.arrival_id;

-- The unit that the forms of an arrival name: at the inbox's root it says whose they are. What a form in a unit's folder
-- names is the rules' matter.
create temp table form_head on commit drop as
select f.arrival_id, min(a.unit_code collate "C") as unit_code, min(f.text collate "C") as written, min(f.cell collate "C") as cell, min(t.sheet collate "C") as sheet,
       min(f.row_no) as row_no
from seen s
join upload_table t using (arrival_id)
join figure f using (arrival_id, table_no)
left join alias_now a on a.folded = f.folded
where t.kind = 'application' and f.field = 'cover_recommending_unit' and f.state = 'text'
group by f.arrival_id
having count(distinct coalesce(a.unit_code, f.folded)) = 1;

create temp table attribution on commit drop as
with evidence as (
    select s.*, position('/' in s.path) > 0 as in_folder, h.folded as head_folded, h.names as head_names,
           by_head.unit_code as head_unit, by_form.unit_code as form_unit, by_form.arrival_id is not null as form_names,
           coalesce(by_folder.unit_code, by_name.unit_code) as folder_unit,
           (select r.unit_code from receipt r
            where r.unit_code <> '?' and (r.file = s.path or starts_with(s.path, r.file || '/'))
            order by length(r.file) desc, r.receipt_no limit 1) as receipt_unit
    from seen s
    left join head h using (arrival_id)
    left join alias_now by_head on by_head.folded = h.folded
    left join form_head by_form using (arrival_id)
    left join lateral (
        select min(a.unit_code collate "C") as unit_code
        from upload_fact f join alias_now a on a.folded = f.value
        where f.arrival_id = s.arrival_id and f.name = 'folder_folded'
    ) as by_folder on true
    -- a file that was left or could not be read has no facts: its folder as it is written
    left join lateral (
        select min(u.unit_code collate "C") as unit_code
        from unit u join run using (cycle)
        where split_part(s.path, '/', 1) in (u.unit_name, u.short_name) and position('/' in s.path) > 0
    ) as by_name on true
), named as (
    select e.*, coalesce(folder_unit, receipt_unit, case when not in_folder then coalesce(head_unit, form_unit) end) as unit_code
    from evidence e
)
select n.arrival_id, n.unit_code, u.unit_type,
       case
           when n.left_reason is not null then n.left_reason
           when n.verdict = 'refused' then n.refused_code
           when n.verdict is null then 'not_read'
           when n.unit_code is null and n.in_folder then 'unknown_unit'
           when n.unit_code is null and (n.head_folded is not null or n.form_names) then 'unknown_unit'
           when n.unit_code is null then 'no_unit_named'
           when n.head_unit <> n.unit_code or n.head_names > 1 then 'unit_mismatch'
           -- an applicant on the direct route may name itself
           when n.head_folded is not null and n.head_unit is null and u.unit_type <> 'direct' then 'unknown_unit'
           when u.unit_type = 'direct' and not run.direct_route then 'route_closed'
       end as refusal,
       n.folder_unit is null and n.receipt_unit is null and n.unit_code is not null as by_content,
       n.head_folded is null as head_missing
from named n
cross join run
left join unit_now u using (unit_code);
