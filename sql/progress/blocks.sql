-- What a unit has to put right: open errors by file and code, and applications that are not whole. $1 cycle, $2 the moment, $3 what is open (open.sql).
-- unit_code, file (of an error, below the unit's folder), platform, code, findings, state (of an application: 有误, 未交), missing
-- (titles of kinds; of many the first three)
with night as materialized (
    select last_night($1, $2) as known
), error as (
    select f.unit_code, regexp_replace(f.file, '^[^/]*/', '') as file, null::text as platform, f.code, sum(f.findings) as findings,
           null::text as state, null::text[] as missing, 0 as part, null::numeric as seq
    from jsonb_to_recordset($3::jsonb) as f (unit_code text, file text, severity text, code text, findings bigint)
    where f.severity = 'error' and f.unit_code is not null
    group by f.unit_code, f.file, f.code
), unfinished as (
    select s.unit_code, null::text, n.platform, null::text, null::numeric, s.state,
           (select array_agg(k.title order by k.kind_order) from upload_kind k
            where k.cycle = $1 and k.kind = any (s.missing)),
           1, n.seq_value
    from night
    cross join application_states_at($1, night.known) s
    join (night as again cross join nomination_names_at($1, again.known) n) using (unit_code, nomination, occurrence)
    where s.state <> '齐全'
)
select b.unit_code, b.file, b.platform, b.code, b.findings, b.state,
       case
           when cardinality(b.missing) > 4
               then array_to_string(b.missing[:3], '、') || '等' || cardinality(b.missing) || '种'
           else array_to_string(b.missing, '、')
       end as missing
from (select * from error union all select * from unfinished) as b
join unit u on u.cycle = $1 and u.unit_code = b.unit_code
order by u.unit_order, b.part, b.file collate "C", b.seq nulls last, b.platform collate "C", b.code collate "C", b.state;
