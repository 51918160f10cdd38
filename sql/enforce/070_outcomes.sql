-- What becomes of each upload: one line per arrival and kind of table in it.
create temp table submission on commit drop as
select s.arrival_id, s.path, s.sha256, s.first_seen_at, coalesce(k.kind, '') as kind, a.unit_code, a.unit_type,
       a.refusal, a.by_content, a.head_missing,
       r.received_at, r.line_no as receipt_line,
       case
           when run.deadline_inclusive then r.received_at > run.deadline
           else r.received_at >= run.deadline
       end as is_late,
       -- on the direct route a table supersedes its applicant's, else its unit's
       case
           when a.unit_type = 'direct'
               then (select string_agg(distinct l.enterprise, '|') from listed l where l.arrival_id = s.arrival_id)
       end as applicant,
       k.kind = 'summary' and not exists (select from listed l where l.arrival_id = s.arrival_id) as no_rows
from seen s
cross join run
join attribution a using (arrival_id)
join received r using (arrival_id)
left join (select distinct arrival_id, kind from upload_table) as k on k.arrival_id = s.arrival_id
    and s.verdict = 'complete';

-- 审查决定 on late uploads: a pass (late: decide), or an order to correct that was given before the upload came and is
-- still open. There is nothing to correct where the unit has no table that came in time.
create temp table late_release on commit drop as
select s.arrival_id, bool_or(d.decision = '通过') as passed
from submission s
cross join run
join decision_line d on d.unit_code is null or d.unit_code = s.unit_code
where s.is_late and s.refusal is null
  and case d.decision
        when '通过' then run.late = 'decide' and d.matter = 'late' and coalesce(d.unit_code, d.file) is not null
            and (d.file is null or d.file = s.path)
            and (coalesce(d.platform, d.enterprise) is null or exists (
                select from listed l
                where l.arrival_id = s.arrival_id and l.platform = coalesce(d.platform, l.platform)
                    and l.enterprise = coalesce(d.enterprise, l.enterprise)))
        when '退回补正' then d.unit_code is not null and s.received_at >= d.dated_at and s.received_at < d.valid_before
            and s.kind = 'summary'
            and exists (
                select from submission t
                where t.unit_code = s.unit_code and t.kind = 'summary' and t.refusal is null and not t.is_late)
      end
group by s.arrival_id;

create temp table outcome on commit drop as
with valid as (
    select s.*, coalesce(l.passed, false) as late_passed, coalesce(not l.passed, false) as correction,
           s.refusal is null and (not s.is_late or l.arrival_id is not null) as valid
    from submission s
    left join late_release l using (arrival_id)
), placed as (
    select v.*, v.valid and v.sha256 = lag(v.sha256) over slot as repeats
    from valid v
    window slot as (
        partition by v.unit_code, v.kind, v.applicant, v.valid
        order by v.received_at, v.first_seen_at, v.path collate "C", v.arrival_id)
), ordered as (
    select p.*, row_number() over newest_first as from_newest
    from placed p
    window newest_first as (
        partition by p.unit_code, p.kind, p.applicant, p.valid and not coalesce(p.repeats, false)
        order by p.received_at desc, p.first_seen_at desc, p.path collate "C" desc, p.arrival_id desc)
)
select o.*,
       case
           when refusal = 'no_unit_named' then 'unattributed'
           when refusal is not null then 'refused'
           when not valid then 'late'
           when repeats then 'duplicate'
           when kind = 'summary' and from_newest > 1 then 'superseded'
           else 'accepted'
       end as outcome
from ordered o;
create index on outcome (arrival_id);
analyze outcome;
