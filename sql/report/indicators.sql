-- 指标汇总: what the forms in force say, a line for each cell that was read. $1 cycle, $2 as_of.
-- form_no (of report/indicator_platforms), field, state, value, text, raw, unit_source, counted (what was multiplied, where words like 万 were
-- written for a part of it: 35000000 of 3500万元; else empty), factor, sheet, cell
-- By form, then by place: of a field with several cells the first that is not blank counts. Personal fields are left out; of a long text it is only said that there is one.
with part as materialized (
    -- a form, over as many sheets as it likes, or the row of a table that is the platform's
    select p.arrival_id, p.table_no, p.item, t.sheet,
           dense_rank() over (order by p.unit_code collate "C", p.nomination collate "C", p.occurrence) as form_no
    from pieces_at($1, $2) p
    join upload_table t using (arrival_id, table_no)
    where p.kind = 'application' and p.place = 'in_force' and p.nomination is not null
), long_text as (
    select array_agg(field) as fields from field where cycle = $1 and kind = 'application' and value_type = 'longtext'
)
-- Which field comes where the program knows: a join with `field` here takes longer than all the rest.
select p.form_no, g.field, g.state, trim_scale(g.value) as value,
       case when g.field = any ((select fields from long_text)::text[]) then null else g.text end as text,
       case when g.field = any ((select fields from long_text)::text[]) then null else g.raw end as raw,
       g.unit_source, case when g.raw ~ '[十百千万亿]' then c.counted end as counted, trim_scale(g.factor) as factor, p.sheet, g.cell
from part p
join figure g on g.arrival_id = p.arrival_id and g.table_no = p.table_no and g.item = p.item
left join lateral (
    select trim_scale(g.value / nullif(g.factor, 0)) as counted
) as c on strpos(g.raw, c.counted::text) = 0
where g.field <> all (array(select field from field where cycle = $1 and kind = 'application' and personal))
order by p.form_no, g.table_no, g.row_no, g.cell collate "C", g.field collate "C";
