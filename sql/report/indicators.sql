-- 指标汇总: what the form in force of each standing platform says, a line for each of its fields; one line without a field for a platform without a form. $1 cycle,
-- $2 as_of.
-- no (the platform's column, from 1: by unit, then 序号), unit_name, seq, platform, enterprise, decision, file (empty: no form), field, state, value, text, raw,
-- unit_source, factor, sheet, cell
-- Personal fields are left out; of a long text it is only said that there is one.
with standing as (
    select row_number() over (
               order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.platform collate "C",
                   n.enterprise collate "C", n.occurrence) as no,
           n.unit_code, n.unit_name, n.seq, n.platform, n.enterprise, n.decision, n.folded_platform
    from nominations_at($1, $2) n
    where n.decision in ('exempt', 'recommended')
), named as (
    -- the forms, and the parts of a form that name the platform themselves
    select o.unit_code, o.arrival_id, f.table_no, f.item, min(f.folded) as folded, a.path, o.received_at, a.first_seen_at
    from outcomes_at($1, $2) o
    join arrival a using (arrival_id)
    join upload_table t using (arrival_id, kind)
    join figure f using (arrival_id, table_no)
    where o.kind = 'application' and o.outcome = 'accepted' and f.field = 'platform_name' and f.folded <> ''
    group by o.unit_code, o.arrival_id, f.table_no, f.item, a.path, o.received_at, a.first_seen_at
), form as (
    select distinct on (unit_code, folded) *, count(*) over (partition by arrival_id) as forms_in_file
    from named
    order by unit_code, folded, received_at desc, first_seen_at desc, path collate "C" desc, arrival_id desc, table_no, item
), figure_of as (
    select distinct on (m.arrival_id, m.table_no, m.item, d.field_order) m.unit_code, m.folded as platform, m.path, t.sheet,
           d.field_order, d.value_type, g.field, g.state, g.value, g.text, g.raw, g.unit_source, g.factor, g.cell
    from form m
    join figure g using (arrival_id)
    join upload_table t on t.arrival_id = g.arrival_id and t.table_no = g.table_no and t.kind = 'application'
    join field d on d.cycle = $1 and d.kind = 'application' and d.field = g.field and not d.personal
    where (g.table_no, g.item) = (m.table_no, m.item)
       -- a form over several sheets
       or m.forms_in_file = 1 and g.item = m.item
    order by m.arrival_id, m.table_no, m.item, d.field_order, g.state = 'blank', g.table_no, g.row_no, g.cell collate "C"
)
select s.no, s.unit_name, s.seq, s.platform, s.enterprise, s.decision, f.path as file, f.field, f.state, trim_scale(f.value) as value,
       case when f.value_type <> 'longtext' then f.text end as text, case when f.value_type <> 'longtext' then f.raw end as raw,
       f.unit_source, trim_scale(f.factor) as factor, f.sheet, f.cell
from standing s
left join figure_of f on f.unit_code = s.unit_code and f.platform = s.folded_platform
order by s.no, f.field_order;
