-- Whose each arrival is: by its folder, else by a receipt's line, else (at the root) by its head block. Done anew every
-- night, so that 推荐单位名录 can heal it.

-- Every place of an arrival that names a unit: the head blocks of its tables, or where it has none the covers of its forms.
-- A unit is one however it is spelt; a name that nobody knows stands for itself.
create temp table unit_said on commit drop as
with said as (
    select s.arrival_id, t.kind = 'summary' as in_head, bool_or(t.kind = 'summary') over (partition by s.arrival_id) as has_head,
           coalesce(a.unit_code, nullif(f.folded, '')) as named, a.unit_code, f.text as written, t.sheet, f.cell, f.row_no,
           t.table_no, f.item
    from seen s
    join upload_table t using (arrival_id)
    join figure f using (arrival_id, table_no)
    left join alias_now a on a.folded = f.folded
    where f.state = 'text'
      and (t.kind = 'summary' and f.item = 0 and f.field = 'sum_recommending_unit'
          or t.kind = 'application' and f.field = 'cover_recommending_unit')
)
select arrival_id, in_head, named, unit_code, written, sheet, cell, row_no,
       row_number() over (partition by arrival_id order by table_no, item, row_no, cell collate "C") as place_no
from said
where in_head or not has_head;
create index on unit_said (arrival_id);
analyze unit_said;

create temp table attribution on commit drop as
with named as (
    select arrival_id, count(distinct named) as names, bool_and(in_head) as in_heads,
           case when count(distinct named) = 1 then min(unit_code collate "C") end as unit_code
    from unit_said
    group by arrival_id
), evidence as (
    select s.*, position('/' in s.path) > 0 as in_folder, coalesce(n.names, 0) as names, n.unit_code as named_unit,
           coalesce(n.in_heads and n.names > 0, false) as has_head,
           coalesce(by_folder.unit_code, by_name.unit_code) as folder_unit,
           (select r.unit_code from receipt r
            where r.unit_code <> '?' and (r.file = s.path or starts_with(s.path, r.file || '/'))
            order by length(r.file) desc, r.receipt_no limit 1) as receipt_unit
    from seen s
    left join named n using (arrival_id)
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
), placed as (
    select e.*, coalesce(folder_unit, receipt_unit, case when not in_folder then named_unit end) as unit_code
    from evidence e
)
select p.arrival_id, p.unit_code, u.unit_type,
       case
           when p.left_reason is not null then p.left_reason
           when p.verdict = 'refused' then p.refused_code
           when p.verdict is null then 'not_read'
           when p.unit_code is null and p.in_folder then 'unknown_folder'
           when p.unit_code is null and p.names > 1 then 'several_units_named'
           when p.unit_code is null and p.names = 1 then 'unknown_unit'
           when p.unit_code is null then 'no_unit_named'
           when other.units > 0 then 'unit_mismatch'
           -- an applicant on the direct route may name itself, and no second one
           when other.unknown > 0 and u.unit_type <> 'direct' then 'unknown_unit'
           when other.unknown > 1 then 'several_units_named'
           when u.unit_type = 'direct' and not run.direct_route then 'route_closed'
       end as refusal,
       p.folder_unit is null and p.receipt_unit is null and p.unit_code is not null as by_content,
       not p.has_head as head_missing
from placed p
cross join run
left join unit_now u using (unit_code)
cross join lateral (
    select count(*) filter (where d.unit_code is not null) as units,
           count(distinct d.named) filter (where d.unit_code is null) as unknown
    from unit_said d
    where d.arrival_id = p.arrival_id and d.in_head and d.named <> p.unit_code
) as other;
