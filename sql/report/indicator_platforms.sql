-- 指标汇总: the standing platforms, a column each. $1 cycle, $2 as_of.
-- unit_name, seq, platform, enterprise, decision, application (齐全 有误 未交), form_no (of report/indicators; empty: no form), file, key (of report/nominations)
-- By unit, then 序号.
with form as materialized (
    select p.unit_code, p.nomination, p.occurrence, min(a.path collate "C") as path,
           row_number() over (order by p.unit_code collate "C", p.nomination collate "C", p.occurrence) as form_no
    from pieces_at($1, $2) p
    join arrival a using (arrival_id)
    where p.kind = 'application' and p.place = 'in_force' and p.nomination is not null
    group by p.unit_code, p.nomination, p.occurrence
)
select n.unit_name, n.seq, n.platform, n.enterprise, n.decision, coalesce(state.state, '未交') as application, f.form_no, f.path as file,
       n.unit_code || '|' || n.nomination || '|' || n.occurrence as key
from nomination_now n
left join application_states_at($1, $2) state using (unit_code, nomination, occurrence)
left join form f using (unit_code, nomination, occurrence)
where n.decision in ('exempt', 'recommended')
order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.platform collate "C",
    n.enterprise collate "C", n.occurrence;
