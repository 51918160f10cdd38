-- One answer a field of each application in force, with what a clerk reads of it: 1,203台/套, 无. What one application answers in two ways is no
-- answer to ask of. `counted` is the figure where others are held against it as their total, limit or number: there 无 is 0, and is told so.
create temp table answer on commit drop as
with said as (
    select c.*, f.unit, f.label, f.value_type,
           case c.state
               when 'number' then printed(c.value, f.unit)
               when 'none' then '无'
               else coalesce(c.text, c.raw)
           end as shown,
           case c.state when 'number' then c.value when 'none' then 0 end as counted,
           case c.state when 'number' then printed(c.value, f.unit) when 'none' then '无（计0）' end as counted_shown,
           translate(coalesce(c.folded, c.text, c.value::text, case c.state when 'none' then '无' end), ' 　', '') as meant
    from form_cell c
    cross join run
    join field f on f.cycle = run.cycle and f.kind = 'application' and f.field = c.field_key
), compared as (
    select *, min(meant) over same_field is distinct from max(meant) over same_field as contradicted
    from said
    window same_field as (partition by unit_code, nomination, occurrence, field_key)
)
select distinct on (unit_code, nomination, occurrence, field_key) *
from compared
where not contradicted
order by unit_code, nomination, occurrence, field_key, state = 'blank', table_no, item, row_no, cell collate "C";
create index on answer (field_key);
analyze answer;

-- The lists in force by their first part, where what is said of the whole list stands; `besides`: rows that could not be taken are none of its rows, and may
-- be what is missing.
create temp table list_first on commit drop as
select distinct on (l.unit_code, l.nomination, l.occurrence, l.kind) l.*, sum(l.rows_loaded) over whole as all_rows,
       coalesce('（另有' || printed(nullif(sum(l.rows_rejected) over whole, 0), '行') || '未接收）', '') as besides
from list_now l
window whole as (partition by l.unit_code, l.nomination, l.occurrence, l.kind)
order by l.unit_code, l.nomination, l.occurrence, l.kind, l.supplement, l.part_no, l.list_id;
analyze list_first;
