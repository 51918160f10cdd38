-- What a unit has to put right: open errors by file and code, and applications that are not whole. $1 cycle, $2 the moment, $3 what is open (open.sql).
-- unit_code, file (of an error, below the unit's folder), platform, code, findings, state (of an application: 有误, 未交), missing
-- (titles of kinds; of many the first three)
with night as materialized (
    select last_night($1, $2) as known
), error as (
    select f.unit_code, u.unit_order, regexp_replace(f.file, '^[^/]*/', '') as file, null::text as platform, f.code, sum(f.findings) as findings,
           null::text as state, null::text[] as missing, 0 as part, null::numeric as seq
    from jsonb_to_recordset($3::jsonb) as f (unit_code text, file text, severity text, code text, findings bigint)
    join unit u on u.cycle = $1 and u.unit_code = f.unit_code
    where f.severity = 'error'
    group by f.unit_code, u.unit_order, f.file, f.code
), state as materialized (
    select s.* from night cross join application_states_at($1, night.known) s where s.state <> '齐全'
), lacking as materialized (
    select s.missing, array_agg(k.title order by k.kind_order) as titles
    from (select distinct missing from state) as s
    join upload_kind k on k.cycle = $1 and k.kind = any (s.missing)
    group by s.missing
), unfinished as (
    select s.unit_code, n.unit_order, null::text, n.platform, null::text, null::numeric, s.state, lacking.titles, 1, n.seq_value
    from state s
    join (night cross join nomination_names_at($1, night.known) n) using (unit_code, nomination, occurrence)
    left join lacking on lacking.missing = s.missing
)
select b.unit_code, b.file, b.platform, b.code, b.findings, b.state,
       case
           when cardinality(b.missing) > 4
               then array_to_string(b.missing[:3], '、') || '等' || cardinality(b.missing) || '种'
           else array_to_string(b.missing, '、')
       end as missing
from (select * from error union all select * from unfinished) as b
order by b.unit_order, b.part, b.file collate "C", b.seq nulls last, b.platform collate "C", b.code collate "C", b.state;
