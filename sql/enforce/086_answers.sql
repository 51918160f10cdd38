-- One answer a field of each application in force, with what a clerk reads of it: 1,203台/套, 无. What one application answers in two ways is no
-- answer to ask of.
create temp table answer on commit drop as
with said as (
    select c.*, f.unit, f.label,
           case c.state
               when 'number' then printed(c.value, f.unit)
               when 'none' then '无'
               else coalesce(c.text, c.raw)
           end as shown,
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

-- The lists in force by their first part, where what is said of the whole list stands.
create temp table list_first on commit drop as
select distinct on (unit_code, nomination, occurrence, kind) *,
       sum(rows_loaded) over (partition by unit_code, nomination, occurrence, kind) as all_rows
from list_now
order by unit_code, nomination, occurrence, kind, part_no, list_id;
analyze list_first;
