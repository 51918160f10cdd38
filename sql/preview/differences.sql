-- $1 how many rows at most. What stands now and stood otherwise before (before.sql), in the units' order: all (how many rows there are), code (of the message that tells it), unit,
-- platform, enterprise, file (else the unit, else 全周期), before, after (in the catalogue's words), finding (its title), gone, appeared (how many)
with decision as (
    select unit_code, nomination, b.decision as decision_before, b.reasons as reasons_before, r.decision, r.reasons, coalesce(r.arrival_id, b.arrival_id) as arrival_id,
           coalesce(r.table_no, b.table_no) as table_no, coalesce(r.item, b.item) as item
    from decided_before b
    full join (select * from ruling where cycle = current_setting('huizong.cycle')) as r using (unit_code, nomination, occurrence)
    where (b.decision, b.reasons) is distinct from (r.decision, r.reasons)
), outcome as (
    select coalesce(o.unit_code, b.unit_code) as unit_code, arrival_id, b.outcome as outcome_before, b.reasons as reasons_before, o.outcome, o.reasons
    from outcome_before b
    full join (
        select * from upload_outcome where cycle = current_setting('huizong.cycle') and ruled_until is null
    ) as o using (arrival_id, kind, platform)
    where (b.outcome, b.reasons, b.unit_code) is distinct from (o.outcome, o.reasons, o.unit_code)
), application as (
    select unit_code, nomination, b.state as state_before, b.missing || b.errors as codes_before, s.state, s.missing || s.errors as codes
    from state_before b
    full join (
        select * from application_state where cycle = current_setting('huizong.cycle') and ruled_until is null
    ) as s using (unit_code, nomination, occurrence)
    where (b.state, b.missing, b.errors) is distinct from (s.state, s.missing, s.errors)
), now as (
    select unit_code, arrival_id, code, md5(f::text) as digest
    from (
        select unit_code, arrival_id, table_no, item, sheet, cell, row_no, field, severity, code, raw, read_as, expected
        from rule_finding
        where cycle = current_setting('huizong.cycle') and ruled_until is null
    ) as f
), finding as (
    select unit_code, arrival_id, code, count(*) filter (where now) as appeared, count(*) filter (where not now) as gone
    from (
        select true as now, n.* from now n where not exists (select from finding_before b where b.digest = n.digest)
        union all
        select false, b.* from finding_before b where not exists (select from now n where n.digest = b.digest)
    ) as other
    group by unit_code, arrival_id, code
), told as (
    select 1 as part, 'rules_decision' as code, d.unit_code, w.platform, w.enterprise, d.arrival_id, array['decision_' || d.decision_before] || d.reasons_before as codes_before,
           array['decision_' || d.decision] || d.reasons as codes, null as state_before, null as state, null as finding, null::bigint as gone, null::bigint as appeared
    from decision d
    cross join lateral (
        select coalesce(min(f.text collate "C") filter (where f.field = 'sum_platform_name'), split_part(d.nomination, '|', 1)) as platform,
               coalesce(min(f.text collate "C") filter (where f.field = 'sum_enterprise'), split_part(d.nomination, '|', 2)) as enterprise
        from figure f
        where (f.arrival_id, f.table_no, f.item) = (d.arrival_id, d.table_no, d.item)
    ) as w
    union all
    select 2, 'rules_outcome', o.unit_code, null, null, o.arrival_id, array['outcome_' || o.outcome_before] || o.reasons_before, array['outcome_' || o.outcome] || o.reasons,
           null, null, null, null, null
    from outcome o
    union all
    select 3, 'rules_application', a.unit_code, split_part(a.nomination, '|', 1), split_part(a.nomination, '|', 2), null, a.codes_before, a.codes, a.state_before, a.state,
           null, null, null
    from application a
    union all
    select 4, 'rules_finding', f.unit_code, null, null, f.arrival_id, null, null, null, null, f.code, f.gone, f.appeared
    from finding f
), worded as (
    select t.*, coalesce(u.short_name, '') as unit, u.unit_order, coalesce(a.path, u.short_name, '全周期') as file, coalesce(m.title, t.finding) as title,
           (select string_agg(coalesce(w.title, k.title, c.code), '、' order by c.place)
            from unnest(t.codes_before) with ordinality as c (code, place)
            left join message w on w.code = c.code
            left join upload_kind k on (k.cycle, k.kind) = (current_setting('huizong.cycle'), c.code)) as words_before,
           (select string_agg(coalesce(w.title, k.title, c.code), '、' order by c.place)
            from unnest(t.codes) with ordinality as c (code, place)
            left join message w on w.code = c.code
            left join upload_kind k on (k.cycle, k.kind) = (current_setting('huizong.cycle'), c.code)) as words
    from told t
    left join unit u on (u.cycle, u.unit_code) = (current_setting('huizong.cycle'), t.unit_code)
    left join arrival a using (arrival_id)
    left join message m on m.code = t.finding
)
select count(*) over () as all, code, unit, platform, enterprise, file, coalesce(nullif(concat_ws('、', state_before, words_before), ''), '没有') as before,
       coalesce(nullif(concat_ws('、', state, words), ''), '没有') as after, title as finding, gone, appeared
from worded
order by part, unit_order nulls last, platform collate "C", enterprise collate "C", file collate "C", finding collate "C", words_before collate "C", words collate "C"
limit $1::bigint;
