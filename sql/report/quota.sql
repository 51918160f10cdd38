-- The quota of each unit that has nominations. $1 cycle, $2 as_of.
-- unit_code, unit_name, unit_order, quota, advise (each empty: none), rows and of these withdrawn, ineligible, late,
-- duplicate, needs_review, over_quota, exempt, waived, counted; held (late, duplicate, needs_review), free (seats; empty: no
-- quota), surplus_unsettled (true, false; related: by applicants under one name, which the office settles); seated, excepted, granted (JSON: the counted rows, the exempt ones with their
-- number in the award year's list, the waived ones with their document)
with winner as materialized (
    select row_number() over (order by l.path collate "C", l.table_no, l.item) as number, l.fields ->> 'platform' as name,
           array_remove((l.folded ->> 'platform') || string_to_array(l.folded ->> 'former_names', E'\n'), null) as platforms,
           array_remove((l.folded ->> 'enterprise') || string_to_array(l.folded ->> 'former_names', E'\n'), null) as enterprises
    from register_lines($1, $2) l
    join cycle c on c.cycle = $1
    where l.kind = 'register_winners' and l.missing = '{}' and l.fields ->> 'award_year' = c.award_year::text
), waiver as materialized (
    select a.unit_code, l.folded ->> 'platform' as platform, l.folded ->> 'enterprise' as enterprise, min((l.fields ->> 'doc_no') collate "C") as doc_no
    from register_lines($1, $2) l
    join unit_aliases($1, $2) a on a.folded = l.folded ->> 'unit'
    where l.kind = 'register_waivers' and l.missing = '{}' and not l.before_notice
    group by 1, 2, 3
), nomination as materialized (
    select n.*, w.number, w.name, v.doc_no, 'waived' = any (n.reasons) and n.decision = 'recommended' as waived
    from nomination_now n
    left join lateral (
        select * from winner w
        where n.decision = 'exempt' and (n.folded_platform = any (w.platforms) or n.folded_enterprise = any (w.enterprises))
        order by n.folded_platform = any (w.platforms) desc, n.folded_enterprise = any (w.enterprises) desc, w.number
        limit 1
    ) as w on true
    left join lateral (
        select min(v.doc_no collate "C") as doc_no from waiver v
        where v.unit_code = n.unit_code and coalesce(v.platform, n.folded_platform) = n.folded_platform
          and coalesce(v.enterprise, n.folded_enterprise) = n.folded_enterprise
    ) as v on true
)
select n.unit_code, n.unit_name, n.unit_order, case when u.unit_type <> 'direct' then c.quota end as quota,
       case when u.unit_type <> 'direct' then c.quota_advise end as advise, count(*) as rows,
       count(*) filter (where n.decision = 'withdrawn') as withdrawn, count(*) filter (where n.decision = 'ineligible') as ineligible,
       count(*) filter (where n.decision = 'late') as late, count(*) filter (where n.decision = 'duplicate') as duplicate,
       count(*) filter (where n.decision = 'needs_review') as needs_review,
       count(*) filter (where n.decision = 'over_quota') as over_quota, count(*) filter (where n.decision = 'exempt') as exempt,
       count(*) filter (where n.waived) as waived, count(*) filter (where n.counts_against_quota) as counted,
       count(*) filter (where n.decision in ('late', 'duplicate', 'needs_review')) as held,
       case when u.unit_type <> 'direct' then c.quota - count(*) filter (where n.counts_against_quota) end as free,
       case when bool_or('related_to_settle' = any (n.reasons)) then 'related'
            else bool_or(n.decision = 'over_quota' or 'sequence_incomplete' = any (n.reasons))::text end as surplus_unsettled,
       jsonb_agg(jsonb_build_object('platform', n.platform) order by n.seq_value nulls last, n.arrival_id, n.table_no, n.item)
           filter (where n.counts_against_quota) as seated,
       jsonb_agg(jsonb_build_object('platform', n.platform, 'year', c.award_year::text, 'number', n.number::text, 'name', n.name)
           order by n.seq_value nulls last, n.arrival_id, n.table_no, n.item) filter (where n.decision = 'exempt') as excepted,
       jsonb_agg(jsonb_build_object('platform', n.platform, 'doc_no', n.doc_no)
           order by n.seq_value nulls last, n.arrival_id, n.table_no, n.item) filter (where n.waived) as granted
from nomination n
join unit u on u.cycle = $1 and u.unit_code = n.unit_code
join cycle c on c.cycle = $1
group by n.unit_code, n.unit_name, n.unit_order, u.unit_type, c.quota, c.quota_advise
order by n.unit_order;
