-- Lines of the office's own registers that cannot be used: incomplete, dated before the notice or after this night,
-- contradicting each other or what came, or matching nothing that was received.
with zero_line as materialized (
    select z.* from run cross join zero_lines_at(run.cycle, run.as_of) z
), passable as (
    -- what 通过 can pass: surplus and route have other ways out, late is told by late_pass
    select code from rule
    where cycle = current_setting('huizong.cycle') and shape not in ('onward', 'register', 'sequence', 'late')
      and code not in ('over_quota', 'route_closed')
    union
    -- that a chosen platform is passed on with what there is of its application
    select 'application_incomplete'
    union
    select code from found
    union
    select code from file_finding join seen using (arrival_id)
    except
    select 'late'
), late_line as (
    select d.*, coalesce(d.platform, d.enterprise) is not null as of_row
    from decision_line d
    where d.matter = 'late' and d.decision = '通过' and d.line_no not in (select line_no from late_said)
), needless as (
    -- what it lets pass came in time, as its receipt proves
    select d.line_no
    from late_line d
    where coalesce(d.unit_code, d.file, d.platform, d.enterprise) is not null and exists (
        select from received r
        join seen s using (arrival_id)
        join attribution a using (arrival_id)
        where r.proved and a.refusal is null and (d.unit_code is null or d.unit_code = a.unit_code)
          and (d.file is null or d.file = s.path)
          and (not d.of_row
               or exists (
                   select from listed l
                   where l.arrival_id = r.arrival_id and l.platform = coalesce(d.platform, l.platform)
                     and l.enterprise = coalesce(d.enterprise, l.enterprise))
               or exists (select from piece p where p.arrival_id = r.arrival_id and p.platform = d.platform)))
), late_told as (
    select d.line_no, case when n.line_no is null then 'late_pass_refused' else 'late_pass_needless' end as code
    from late_line d
    cross join run
    left join needless n using (line_no)
    where run.late = 'refuse' or n.line_no is not null
), usable_decision as (
    select d.*
    from decision_line d
    where d.decision <> '通过' or d.matter in (select code from passable)
), matched as (
    select l.line_no
    from nomination_line l
    where l.kind <> 'decision' or l.line_no in (select line_no from usable_decision)
    union
    select line_no from usable_decision d where exists (select from seen s where s.path = d.file)
    union
    -- 通过, and what revises it
    select line_no from late_said where decision = '通过' or arrival_id in (select arrival_id from late_said where decision = '通过')
    union
    -- a zero report that it lets pass
    select d.line_no
    from late_line d
    join zero_line z on z.is_late and z.counts and z.unit_code = d.unit_code
    where d.file is null and not d.of_row
    union
    select l.line_no from usable_line l
    join (select z.* from run cross join office_zero_lines(run.cycle, run.as_of) z) as z using (arrival_id, table_no, item)
    union
    select line_no from slot_late_said where decision = '通过'
    union
    -- an order to correct stands before its upload comes
    select line_no from decision_line d
    where d.decision = '退回补正' and exists (select from unit_now u where u.unit_code = d.unit_code)
    union
    select line_no from receipt_astray
    union
    select r.line_no from receipt r join seen s on s.path = r.file or starts_with(s.path, r.file || '/')
    where r.unit_code is distinct from '?'
    union
    -- paper and zero reports have a unit and no file
    select l.line_no from usable_line l join unit_now u using (unit_code)
    where l.kind = 'register_receipts' and coalesce(l.file, '') = ''
), claim as (
    select l.line_no, way.folded,
           coalesce(known.unit_code, l.fields ->> 'code') as unit_code
    from usable_line l
    left join alias_now known on known.folded = l.folded ->> 'code'
    cross join lateral string_to_table(
        concat_ws(E'\n', l.folded ->> 'name', l.folded ->> 'aliases', l.folded ->> 'code'), E'\n') as way (folded)
    where l.kind = 'register_units' and way.folded <> ''
), claimed as (
    -- 推荐单位名录: a name that is another unit's already, or that two lines claim
    select c.line_no
    from claim c
    where exists (select from alias_now a where a.folded = c.folded and a.unit_code <> c.unit_code)
       or exists (select from claim other where other.folded = c.folded and other.unit_code <> c.unit_code)
), later as (
    -- a year that has not begun is a slip of the pen; any other day may come
    select l.*, coalesce(l.fields ->> 'received_at', l.fields ->> 'date') as written,
           extract(year from l.dated_at at time zone 'UTC' + zone) > extract(year from run.as_of at time zone 'UTC' + zone) as far
    from register_line_read l
    cross join run
    cross join make_interval(mins => run.offset_minutes) as zone
    where l.later and not l.batch_unknown
), repeated_choice as (
    -- 遴选结果: one place for two, or two lines for one platform, is no order to pass on
    select l.line_no, 'selection_rank_repeated' as code, l.fields ->> 'rank' as read_as, string_agg(place.said, '、' order by o.line_no) as expected
    from usable_line l
    join usable_line o on o.kind = l.kind and o.line_no <> l.line_no and o.fields ->> 'rank' = l.fields ->> 'rank'
    cross join lateral (select case when o.path <> l.path then o.path else '' end || '第' || o.row_no || '行' as said) as place
    where l.kind = 'register_selection'
    group by l.line_no, l.fields
    union all
    select c.line_no, 'selection_repeated', null, string_agg(distinct place.said collate "C", '、' order by place.said collate "C")
    from nomination_line c
    join nomination_line twin using (unit_code, nomination, occurrence)
    join usable_line l on l.line_no = c.line_no
    join usable_line o on o.line_no = twin.line_no
    cross join lateral (select case when o.path <> l.path then o.path else '' end || '第' || o.row_no || '行' as said) as place
    where c.kind = 'selection' and twin.kind = 'selection' and o.line_no <> l.line_no
    group by c.line_no
), trouble as (
    select l.*, 'register_line_bad' as code, l.missing as lacks, null as read_as, null as expected
    from register_line l
    where l.missing <> '{}'
    union all
    -- an order to correct without its last day orders nothing
    select l.*, 'register_line_bad', '{valid_until}', null, null
    from register_line l
    where l.missing = '{}' and not l.before_notice and l.kind = 'register_decisions'
      and l.fields ->> 'decision' = '退回补正' and not l.fields ? 'valid_until'
    union all
    select l.*, 'register_line_bad', '{name,aliases}', null, null
    from register_line l
    where (l.arrival_id, l.table_no, l.item) in (select u.arrival_id, u.table_no, u.item from claimed join usable_line u using (line_no))
    union all
    select l.*, 'register_line_before_notice', '{}', null, iso_text(run.notice_at, run.offset_minutes)
    from register_line l
    cross join run
    where l.before_notice and l.missing = '{}'
    union all
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'register_batch_unknown', '{}', l.fields ->> 'batch', run.title
    from register_line_read l
    cross join run
    where l.batch_unknown
    union all
    -- 匹配裁定 of one day that contradict each other, with none of a later day, decide nothing
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'register_lines_contradict', '{}', '两行都未起作用', null
    from usable_line l
    join match_line m using (line_no)
    cross join lateral (
        select max(o.dated_at) as dated_at, count(distinct o.verdict) filter (where o.dated_at = m.dated_at) as verdicts
        from match_line o
        where (o.platform, o.enterprise, o.listed_platform, o.listed_enterprise)
              = (m.platform, m.enterprise, m.listed_platform, m.listed_enterprise)
    ) as newest
    where newest.dated_at = m.dated_at and newest.verdicts > 1
    union all
    -- a zero report of a unit whose table had come: whether it takes its platforms back, nobody has said
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'zero_report_after_table', '{}', null, string_agg(distinct o.path collate "C", '；' order by o.path collate "C")
    from usable_line l
    join outcome o on o.unit_code = l.unit_code and o.kind = 'summary' and o.outcome = 'accepted' and not o.no_rows
        and o.received_at < l.dated_at + case when length(l.fields ->> 'received_at') = 10 then interval '1 day' else interval '0' end
    where l.kind = 'register_receipts' and states_nothing(l.folded ->> 'material')
    group by l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
        l.folded, l.missing, l.dated_at, l.before_notice
    union all
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'receipt_hour_missing', '{received_at}', l.fields ->> 'received_at', iso_text(run.deadline, run.offset_minutes)
    from usable_line l
    cross join run
    where l.line_no in (select hourless from received)
       or (l.arrival_id, l.table_no, l.item) in (select z.arrival_id, z.table_no, z.item from zero_line z where z.hourless)
    union all
    -- a zero report that came late is what a table without rows is that did
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'zero_report_late', '{}', iso_text(l.dated_at, run.offset_minutes), iso_text(run.deadline, run.offset_minutes)
    from usable_line l
    cross join run
    join zero_line z using (arrival_id, table_no, item)
    where z.is_late and not z.counts
    union all
    -- what is handed in on paper has a name that the checklist knows; a zero report that is written otherwise would go under
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'receipt_material_unknown', '{material}', l.fields ->> 'material', null
    from usable_line l
    where l.kind = 'register_receipts' and l.fields ? 'material' and (not l.fields ? 'file' or l.fields ? 'copies')
      and paper_material(l.fields ->> 'material') = 'other' and not states_nothing(l.folded ->> 'material')
    union all
    -- 匹配裁定 on an entry that the list of its year does not have
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'match_winner_missing', '{}', l.fields ->> 'award_year', concat_ws('，', l.fields ->> 'listed_platform', l.fields ->> 'listed_enterprise')
    from usable_line l
    cross join run
    where l.kind = 'register_matches' and l.dated_at >= run.notice_at
      and (l.fields ->> 'award_year' <> run.award_year::text or l.line_no in (select line_no from matched))
      and not exists (
        select from usable_line w
        where w.kind = 'register_winners' and w.fields ->> 'award_year' = coalesce(l.fields ->> 'award_year', run.award_year::text)
          and coalesce(l.folded ->> 'listed_platform', w.platform) = w.platform
          and coalesce(l.folded ->> 'listed_enterprise', w.enterprise) = w.enterprise)
    union all
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice, r.code, '{}', r.read_as, r.expected
    from usable_line l
    join repeated_choice r using (line_no)
    union all
    -- which of them heads the official table, nobody has said
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'office_lines_differ', '{}', null, null
    from usable_line l
    where l.kind = 'register_office' and (select count(distinct o.fields - 'batch') from usable_line o where o.kind = 'register_office') > 1
    union all
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'receipt_unit_differs', '{}', l.fields ->> 'unit', u.unit_name
    from usable_line l
    join receipt_astray s using (line_no)
    join unit_now u on u.unit_code = s.folder_unit
    union all
    -- a folder's line speaks of one delivery; what came there later is late by its own time
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           'receipt_folder_later', '{}', iso_text(b.covers, run.offset_minutes),
           array_to_string(b.paths[1:10], '；') || case when cardinality(b.paths) > 10 then '等' || cardinality(b.paths) || '个文件' else '' end
    from usable_line l
    cross join run
    join (
        select r.line_no, r.covers, array_agg(distinct s.path collate "C" order by s.path collate "C") as paths
        from received e
        join seen s using (arrival_id)
        join receipt r on r.line_no = e.beyond
        group by r.line_no, r.covers
    ) as b using (line_no)
    union all
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           case when l.far or l.missing <> '{}' then 'register_line_bad' else 'register_line_later' end,
           case
               when l.far then l.missing || case when l.fields ? 'received_at' then 'received_at' else 'date' end
               else l.missing
           end, l.written, null
    from later l
    union all
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice,
           coalesce(t.code, case l.kind when 'register_selection' then 'selection_unmatched' else 'register_line_unmatched' end), '{}', null, null
    from usable_line l
    left join late_told t using (line_no)
    cross join run
    where l.kind in ('register_receipts', 'register_waivers', 'register_decisions', 'register_withdrawals',
        'register_selection', 'register_matches')
      -- rulings on matches are kept over the years
      and (l.kind <> 'register_matches' or l.dated_at >= run.notice_at
          and coalesce(l.fields ->> 'award_year', run.award_year::text) = run.award_year::text)
      and (t.code is not null or not exists (select from matched m where m.line_no = l.line_no))
)
select null as unit_code, null, null::integer, t.arrival_id, t.table_no, t.item, t.sheet, null as cell, t.row_no,
       (
           select string_agg(f.label, '、' order by f.field_order) from field f
           where f.cycle = 'registers' and f.kind = t.kind and f.field = any (t.lacks)
       ) as field, t.code,
       concat_ws('，', t.fields ->> 'file', t.fields ->> 'unit', t.fields ->> 'platform', t.fields ->> 'enterprise',
           t.fields ->> 'matter', t.fields ->> 'name', t.fields ->> 'aliases',
           -- a date of a later year is what is wrong
           case when t.code = 'register_line_bad' then t.read_as end) as raw,
       t.read_as, t.expected
from trouble t
-- what is gone cannot be put right; that it is gone is told
where not exists (
    select from run cross join register_versions(run.cycle, run.as_of) v
    where (v.arrival_id, v.kind) = (t.arrival_id, t.kind) and v.gone_at is not null)
