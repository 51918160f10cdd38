-- 指标汇总: what the forms in force say, a line for each cell that was read. $1 cycle, $2 as_of.
-- form_no (of report/indicator_platforms), field, state, value, text, raw, unit_source, factor, sheet, cell
-- By form, then by place: of a field with several cells the first that is not blank counts. Personal fields are left out; of a long text it is only said that there is one.
with outcome as materialized (
    select o.unit_code, o.platform, o.arrival_id, o.outcome, count(*) over (partition by o.arrival_id) as forms_in_file
    from outcomes_at($1, $2) o
    where o.kind = 'application'
), form as materialized (
    select o.*, dense_rank() over (order by o.unit_code, o.platform collate "C") as form_no
    from outcome o
    where o.outcome = 'accepted' and o.platform <> ''
), part as (
    -- a form, over as many sheets as it likes
    select f.form_no, t.arrival_id, t.table_no, t.sheet, null::integer as item
    from form f
    join upload_table t on t.arrival_id = f.arrival_id and t.kind = 'application'
    where f.forms_in_file = 1
    union all
    -- or the row of a table that names the platform
    select f.form_no, t.arrival_id, t.table_no, t.sheet, named.item
    from form f
    join upload_table t on t.arrival_id = f.arrival_id and t.kind = 'application'
    join figure named on named.arrival_id = t.arrival_id and named.table_no = t.table_no and named.field = 'platform_name'
        and named.folded = f.platform
    where f.forms_in_file > 1
), long_text as (
    select array_agg(field) as fields from field where cycle = $1 and kind = 'application' and value_type = 'longtext'
)
-- Which field comes where the program knows: a join with `field` here takes longer than all the rest.
select p.form_no, g.field, g.state, trim_scale(g.value) as value,
       case when g.field = any ((select fields from long_text)::text[]) then null else g.text end as text,
       case when g.field = any ((select fields from long_text)::text[]) then null else g.raw end as raw,
       g.unit_source, trim_scale(g.factor) as factor, p.sheet, g.cell
from part p
join figure g on g.arrival_id = p.arrival_id and g.table_no = p.table_no and (p.item is null or g.item = p.item)
where g.field <> all (array(select field from field where cycle = $1 and kind = 'application' and personal))
order by p.form_no, g.table_no, g.row_no, g.cell collate "C", g.field collate "C";
