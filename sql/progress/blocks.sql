-- What a unit has to put right: what keeps its nominations from standing, open errors by file and code, and applications that are not whole.
-- $1 cycle, $2 the moment, $3 what is open (open.sql).
-- unit_code, file (of an error, below the unit's folder), platform (of all that are over quota the first three), decision (of what is held), quota, codes (an error's
-- code; why a nomination is held, by ";", but for what an error of its file says), findings, state (of an application: 有误, 未交), missing (titles of kinds; of many the first three)
with night as materialized (
    select last_night($1, $2) as known
), named as materialized (
    select n.*, regexp_replace(n.file, '^[^/]*/', '') as below from night cross join nomination_names_at($1, night.known) n
), error as materialized (
    select f.unit_code, u.unit_order, regexp_replace(f.file, '^[^/]*/', '') as file, f.code, sum(f.findings) as findings
    from jsonb_to_recordset($3::jsonb) as f (unit_code text, file text, severity text, code text, findings bigint)
    join unit u on u.cycle = $1 and u.unit_code = f.unit_code
    where f.severity = 'error'
    group by f.unit_code, u.unit_order, f.file, f.code
), surplus as (
    select n.unit_code, n.unit_order, array_agg('“' || n.platform || '”' order by n.seq_value nulls last, n.table_no, n.item) as platforms
    from named n
    where n.decision = 'over_quota'
    group by n.unit_code, n.unit_order
), held as (
    select n.unit_code, n.unit_order, n.platform, n.decision, n.seq_value, string_agg(h.code, ';' order by h.code collate "C") as codes
    from named n
    join holding_codes() h on h.code = any (n.reasons) and h.decision = n.decision
    where n.decision in ('duplicate', 'needs_review')
      and not exists (select from error e where (e.unit_code, e.file, e.code) = (n.unit_code, n.below, h.code))
    group by n.unit_code, n.unit_order, n.nomination, n.occurrence, n.platform, n.decision, n.seq_value
), state as materialized (
    select s.* from night cross join application_states_at($1, night.known) s where s.state <> '齐全'
), lacking as materialized (
    select s.missing, array_agg(k.title order by k.kind_order) as titles
    from (select distinct missing from state) as s
    join upload_kind k on k.cycle = $1 and k.kind = any (s.missing)
    group by s.missing
), matter as (
    select 0 as part, s.unit_code, s.unit_order, null as file,
           array_to_string(s.platforms[:3], '、') || case when cardinality(s.platforms) > 3 then '等' || cardinality(s.platforms) || '个' else '' end as platform,
           'over_quota' as decision, null as codes, null::numeric as findings, null as state, null::text[] as missing, null::numeric as seq
    from surplus s
    union all
    select 1, unit_code, unit_order, null, platform, decision, codes, null, null, null, seq_value from held
    union all
    select 2, unit_code, unit_order, file, null, null, code, findings, null, null, null from error
    union all
    select 3, s.unit_code, n.unit_order, null, n.platform, null, null, null, s.state, lacking.titles, n.seq_value
    from state s
    join named n using (unit_code, nomination, occurrence)
    left join lacking on lacking.missing = s.missing
)
select m.unit_code, m.file, m.platform, m.decision, c.quota, m.codes, m.findings, m.state,
       case
           when cardinality(m.missing) > 4
               then array_to_string(m.missing[:3], '、') || '等' || cardinality(m.missing) || '种'
           else array_to_string(m.missing, '、')
       end as missing
from matter m
join cycle c on c.cycle = $1
order by m.unit_order, m.part, m.file collate "C", m.seq nulls last, m.platform collate "C", m.codes collate "C", m.state;
