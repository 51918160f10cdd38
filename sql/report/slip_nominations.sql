-- The nominations of each recipient, what was decided and what its application is worth. $1 cycle, $2 as_of.
-- unit_code, applicant, platform, enterprise, file, decision, reasons (joined by ;), award_year, winner_no (of an exempt one: the line of 历年入选名单
-- that bears its names, else the only one that bears either), waiver (document number), state (齐全 有误 未交), missing (titles of
-- kinds, joined by 、), errors (codes, joined by ;). By unit_code and applicant.
with winner as materialized (
    select l.fields ->> 'award_year' as award_year, l.folded,
           row_number() over (partition by l.fields ->> 'award_year' order by l.path collate "C", l.table_no, l.item) as winner_no
    from register_lines($1, $2) l
    where l.kind = 'register_winners'
), nomination as materialized (
    -- WITH ORDINALITY keeps functions whole: inlined, the planner takes their rows for one, and joins them one by one
    select * from nomination_rows_at($1, $2) with ordinality
), recipient as materialized (
    select * from recipients_at($1, $2)
), state as materialized (
    select * from application_states_at($1, $2) with ordinality
), waiver as materialized (
    select f.arrival_id, f.table_no, f.item, min(f.raw collate "C") as document
    from rule_findings_at($1, $2) f
    where f.code = 'waived'
    group by f.arrival_id, f.table_no, f.item
), lacking as materialized (
    select s.missing, string_agg(k.title, '、' order by k.kind_order) as titles
    from (select distinct missing from application_states_at($1, $2)) as s
    join upload_kind k on k.cycle = $1 and k.kind = any (s.missing)
    group by s.missing
)
select n.unit_code, w.applicant, n.platform, n.enterprise, n.file, n.decision, array_to_string(n.reasons, ';') as reasons,
       c.award_year, case when n.decision = 'exempt' then listed.winner_no end as winner_no,
       case when 'waived' = any (n.reasons) then waiver.document end as waiver, s.state,
       lacking.titles as missing, array_to_string(s.errors, ';') as errors
from nomination n
join recipient w using (arrival_id)
join cycle c on c.cycle = $1
left join state s on (s.unit_code, s.nomination, s.occurrence) = (n.unit_code, n.nomination, n.occurrence)
left join lacking on lacking.missing = s.missing
left join lateral (
    select coalesce(min(x.winner_no) filter (where x.same_platform and x.same_enterprise),
               case when count(*) = 1 then min(x.winner_no) end) as winner_no
    from (
        select winner_no,
               n.folded_platform = any (string_to_array(concat_ws(E'\n', folded ->> 'platform', folded ->> 'former_names'), E'\n')) as same_platform,
               n.folded_enterprise = any (string_to_array(concat_ws(E'\n', folded ->> 'enterprise', folded ->> 'former_names'), E'\n')) as same_enterprise
        from winner
        where award_year = c.award_year::text
    ) as x
    where x.same_platform or x.same_enterprise
) as listed on true
left join waiver on (waiver.arrival_id, waiver.table_no, waiver.item) = (n.arrival_id, n.table_no, n.item)
order by n.unit_code collate "C", w.applicant collate "C", n.seq_value nulls last, n.file collate "C", n.table_no, n.item,
    n.platform collate "C", n.enterprise collate "C", n.occurrence;
