-- What the onward package asks of each standing nomination. $1 cycle, $2 as_of.
-- key (of report/nominations), application (齐全 有误 未交), missing (titles of kinds, joined by 、), errors (codes, joined by ;), passed
-- (who decided in 审查决定 to pass the application on as it is; empty: nobody), waiver (document numbers of 超额批准 of the office itself, joined by 、)
with standing as (
    -- the row of the 汇总表, which nominations_at would read as well, is not asked for
    select r.*, split_part(r.nomination, '|', 1) as folded_platform, split_part(r.nomination, '|', 2) as folded_enterprise
    from rulings_at($1, $2) r
    where r.decision in ('exempt', 'recommended')
), line as materialized (
    select l.*, l.folded ->> 'platform' as platform, l.folded ->> 'enterprise' as enterprise, a.unit_code
    from register_lines($1, $2) l
    left join unit_aliases($1, $2) a on a.folded = l.folded ->> 'unit'
    where l.missing = '{}' and not l.before_notice
), decided as (
    select l.fields ->> 'decider' as decider, l.platform, l.enterprise, l.dated_at, l.fields ->> 'decision' as decision,
           case when l.fields ? 'unit' then coalesce(l.unit_code, '?') end as unit_code
    from line l
    where l.kind = 'register_decisions' and matter_code(l.fields ->> 'matter', l.folded ->> 'matter') = 'application_incomplete'
), waived as (
    select l.fields ->> 'doc_no' as doc_no, l.platform, l.enterprise
    from line l
    join cycle c on c.cycle = $1
    where l.kind = 'register_waivers' and l.unit_code is null
      and (l.fields ->> 'unit' = c.office or exists (
            select from line o
            where o.kind = 'register_office'
              and (o.folded ->> 'office_name' = l.folded ->> 'unit' or o.fields ->> 'office_short' = l.fields ->> 'unit')))
), lacking as materialized (
    select s.missing, string_agg(k.title, '、' order by k.kind_order) as titles
    from (select distinct missing from application_states_at($1, $2)) as s
    join upload_kind k on k.cycle = $1 and k.kind = any (s.missing)
    group by s.missing
)
select n.unit_code || '|' || n.nomination || '|' || n.occurrence as key, coalesce(s.state, '未交') as application,
       lacking.titles as missing, array_to_string(s.errors, ';') as errors,
       (
           select case
                      when newest_decision(array_agg(3), array_agg(p.dated_at), array_agg(p.decision)) = '通过'
                          then string_agg(distinct p.decider collate "C", '、') filter (where p.decision = '通过')
                  end
           from decided p
           where coalesce(p.platform, p.enterprise) is not null and coalesce(p.unit_code, n.unit_code) = n.unit_code
             and coalesce(p.platform, n.folded_platform) = n.folded_platform
             and coalesce(p.enterprise, n.folded_enterprise) = n.folded_enterprise
       ) as passed,
       (
           select string_agg(distinct w.doc_no collate "C", '、') from waived w
           where (w.platform, w.enterprise) = (n.folded_platform, n.folded_enterprise)
       ) as waiver
from standing n
left join application_states_at($1, $2) s using (unit_code, nomination, occurrence)
left join lacking on lacking.missing = s.missing
order by n.unit_code collate "C", n.nomination collate "C", n.occurrence;
