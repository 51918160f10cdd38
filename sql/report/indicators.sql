-- 指标汇总: what the form in force of each standing platform says, a line for each of its fields; one line without a field for a platform without a form. $1 cycle,
-- $2 as_of.
-- no (the platform's column, from 1: by unit, then 序号), unit_name, seq, platform, enterprise, decision, application (齐全 有误 未交), file (empty: no form), field, state, value, text, raw,
-- unit_source, factor, sheet, cell, key (of report/nominations)
-- Personal fields are left out; of a long text it is only said that there is one.
with standing as (
    select row_number() over (
               order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.platform collate "C",
                   n.enterprise collate "C", n.occurrence) as no,
           n.unit_code, n.unit_name, n.seq, n.platform, n.enterprise, n.decision, n.folded_platform,
           coalesce(state.state, '未交') as application, n.unit_code || '|' || n.nomination || '|' || n.occurrence as key
    from nominations_at($1, $2) n
    left join application_states_at($1, $2) state using (unit_code, nomination, occurrence)
    where n.decision in ('exempt', 'recommended')
), form as (
    select o.unit_code, o.platform, o.arrival_id, a.path, o.outcome, count(*) over (partition by o.arrival_id) as forms_in_file
    from outcomes_at($1, $2) o
    join arrival a using (arrival_id)
    where o.kind = 'application'
), part as (
    -- a form, over as many sheets as it likes, or the row of a table that names the platform
    select m.unit_code, m.platform, m.path, t.sheet, g.*
    from form m
    join upload_table t on t.arrival_id = m.arrival_id and t.kind = 'application'
    join figure g on g.arrival_id = t.arrival_id and g.table_no = t.table_no
    where m.outcome = 'accepted' and m.platform <> ''
      and (m.forms_in_file = 1 or exists (
            select from figure named
            where (named.arrival_id, named.table_no, named.item) = (g.arrival_id, g.table_no, g.item)
              and named.field = 'platform_name' and named.folded = m.platform))
), figure_of as (
    select distinct on (m.unit_code, m.platform, d.field_order) m.unit_code, m.platform, m.path, m.sheet, d.field_order,
           d.value_type, m.field, m.state, m.value, m.text, m.raw, m.unit_source, m.factor, m.cell
    from part m
    join field d on d.cycle = $1 and d.kind = 'application' and d.field = m.field and not d.personal
    order by m.unit_code, m.platform, d.field_order, m.state = 'blank', m.table_no, m.row_no, m.cell collate "C"
)
select s.no, s.unit_name, s.seq, s.platform, s.enterprise, s.decision, s.application, f.path as file, f.field, f.state, trim_scale(f.value) as value,
       case when f.value_type <> 'longtext' then f.text end as text, case when f.value_type <> 'longtext' then f.raw end as raw,
       f.unit_source, trim_scale(f.factor) as factor, f.sheet, f.cell, s.key
from standing s
left join figure_of f on f.unit_code = s.unit_code and f.platform = s.folded_platform
order by s.no, f.field_order;
