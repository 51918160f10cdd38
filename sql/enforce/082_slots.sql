-- What becomes of forms and lists. A slot is a platform's place for a kind, of a name that many send in under each applicant's; what came last and in time counts there, a
-- form alone, a list in parts as a whole set.
create temp table handed_in on commit drop as
select p.arrival_id, s.path, s.sha256, s.first_seen_at, s.content_no, p.kind, p.layout, p.platform,
       -- as it is written there, else as in the unit's table, be it one of before
       coalesce(min(p.written collate "C"), (
           select (array_agg(f.text order by n.place = 'in_force' desc, f.text collate "C"))[1]
           from nomination n
           join figure f using (arrival_id, table_no, item)
           where n.unit_code = p.unit_code and n.platform = p.platform and f.field = 'sum_platform_name' and f.state = 'text'
       )) as platform_name, p.unit_code, p.unit_type, a.applicant, min(p.refusal collate "C") as refusal, p.by_content,
       r.received_at, r.line_no as receipt_line, r.is_late
from piece p
join seen s using (arrival_id)
join received r using (arrival_id)
left join sender a using (arrival_id, kind, platform)
group by p.arrival_id, s.path, s.sha256, s.first_seen_at, s.content_no, p.kind, p.layout, p.platform, p.unit_code,
    p.unit_type, a.applicant, p.by_content, r.received_at, r.line_no, r.is_late;

-- 审查决定 on what of them came late (late: decide).
create temp table slot_late_said on commit drop as
select h.arrival_id, h.kind, h.platform, d.line_no, d.scope, d.dated_at, d.decision
from handed_in h
cross join run
join decision_line d on (d.unit_code is null or d.unit_code = h.unit_code) and (d.file is null or d.file = h.path)
    and (d.platform is null or d.platform = h.platform)
where run.late = 'decide' and h.is_late and d.matter = 'late' and coalesce(d.unit_code, d.file, d.platform) is not null
  and (h.received_at < d.speaks_until or d.file is not null and h.content_no = 1);

create temp table slot_entry on commit drop as
with judged as (
    select h.*,
           coalesce(late.decision = '通过', false) as late_passed,
           -- an order to correct lets in what came late for a platform of the unit's table
           exists (
               select from decision_line d
               join nomination n on n.unit_code = h.unit_code and n.platform = h.platform and n.place = 'in_force' and n.applicant is not distinct from h.applicant
               where d.decision = '退回补正' and h.received_at >= d.dated_at and h.received_at < d.valid_before
                 and (d.platform is null or d.platform = h.platform)
                 and (d.unit_code = h.unit_code
                     or d.unit_code is null and exists (
                         select from attribution a join seen s using (arrival_id)
                         where s.path = d.file and a.unit_code = h.unit_code))) as ordered
    from handed_in h
    cross join lateral (
        select newest_decision(array_agg(d.scope), array_agg(d.dated_at), array_agg(d.decision)) as decision
        from slot_late_said d
        where (d.arrival_id, d.kind, d.platform) = (h.arrival_id, h.kind, h.platform)
    ) as late
)
select j.*, coalesce(j.applicant, '') as slot, j.is_late and j.ordered and not j.late_passed as correction,
       j.refusal is null and (not j.is_late or j.late_passed or j.ordered) as valid
from judged j;

create temp table slot_valid on commit drop as
select e.*,
       row_number() over newest_last as place_no,
       coalesce(e.sha256 = lag(e.sha256) over newest_last, false) as repeats
from slot_entry e
where e.valid
window newest_last as (
    partition by e.unit_code, e.kind, e.platform, e.slot
    order by e.received_at, e.first_seen_at, e.path collate "C", e.arrival_id);
create index on slot_valid (arrival_id, kind, platform);
analyze slot_valid;

-- What may begin or complete a set. A list of which nothing could be loaded (a blank template, say) undoes none that has
-- rows: it is `empty` where its part, or any where it is whole, came with rows before or with it. A form has no rows to count.
create temp table set_event on commit drop as
with told as (
    select v.unit_code, v.kind, v.platform, v.slot, p.part_of, p.part_no, v.arrival_id, v.place_no, v.received_at, v.first_seen_at, p.rows
    from slot_valid v
    join (
        select w.arrival_id, w.kind, w.platform, w.part_of, w.part_no, sum(l.rows_loaded) as rows
        from piece w
        left join list_table l using (list_id)
        where not w.supplement
        group by w.arrival_id, w.kind, w.platform, w.part_of, w.part_no
    ) as p using (arrival_id, kind, platform)
    where not v.repeats
)
select t.*, coalesce(t.rows, 1) = 0 and exists (
           select from told o
           where (o.unit_code, o.kind, o.platform, o.slot) = (t.unit_code, t.kind, t.platform, t.slot) and o.rows > 0 and o.received_at <= t.received_at
             and (t.part_of = 1 or (o.part_of, o.part_no) = (t.part_of, t.part_no))) as empty
from told t;

-- Sets of parts, in the order of their coming: a part that comes again replaces the earlier one until its set is whole;
-- then a new set begins. A list or form that says nothing of parts is a set by itself.
create temp table list_set on commit drop as
with recursive event as (
    select e.*, row_number() over (
               partition by e.unit_code, e.kind, e.platform, e.slot, e.part_of order by e.place_no, e.part_no) as step
    from set_event e
    where not e.empty
), walk as (
    select e.*, 1 as set_no, array[e.part_no] as held
    from event e
    where e.step = 1
    union all
    select e.*,
           case when cardinality(w.held) = w.part_of then w.set_no + 1 else w.set_no end,
           case
               when cardinality(w.held) = w.part_of then array[e.part_no]
               when e.part_no = any (w.held) then w.held
               else w.held || e.part_no
           end
    from walk w
    join event e on (e.unit_code, e.kind, e.platform, e.slot, e.part_of) = (w.unit_code, w.kind, w.platform, w.slot, w.part_of)
        and e.step = w.step + 1
), summed as (
    select unit_code, kind, platform, slot, part_of, set_no, max(place_no) as last_place, max(first_seen_at) as last_seen,
           max(cardinality(held)) = part_of as whole, coalesce(sum(rows), 1) = 0 as without_rows
    from walk
    group by unit_code, kind, platform, slot, part_of, set_no
), newest as (
    select distinct on (unit_code, kind, platform, slot) unit_code, kind, platform, slot, part_of, set_no, last_place
    from summed
    where whole
    order by unit_code, kind, platform, slot, without_rows, last_place desc, part_of
)
select w.unit_code, w.kind, w.platform, w.slot, w.arrival_id, w.part_of, w.part_no, w.set_no, s.last_place, s.last_seen, s.whole,
       coalesce((n.part_of, n.set_no) = (w.part_of, w.set_no), false)
           -- of a part that came twice in its set the later
           and not exists (
               select from walk later
               where (later.unit_code, later.kind, later.platform, later.slot, later.part_of, later.set_no, later.part_no)
                     = (w.unit_code, w.kind, w.platform, w.slot, w.part_of, w.set_no, w.part_no) and later.step > w.step)
           as in_force,
       -- a newer set of which parts are still to come
       not s.whole and s.last_place > coalesce(n.last_place, 0) as waiting,
       s.whole and s.without_rows and s.last_place > n.last_place as empty,
       false as supplement
from walk w
join summed s using (unit_code, kind, platform, slot, part_of, set_no)
left join newest n using (unit_code, kind, platform, slot)
union all
select unit_code, kind, platform, slot, arrival_id, part_of, part_no, 0, place_no, first_seen_at, false, false, false, true, false
from set_event
where empty;
create index on list_set (arrival_id, kind, platform);
analyze list_set;

-- Supplements: corrected rows of the list in force count beside it, where they came after its last part, each file once.
-- What came before any list, or on the night of the first, completes nothing: rows come back the night after. What came on the
-- night of the list in force is of one before it.
create temp table supplement on commit drop as
with sent as (
    select v.unit_code, v.kind, v.platform, v.slot, v.arrival_id, v.place_no, v.first_seen_at, v.sha256, p.part_of, p.part_no,
           exists (
               select from list_set s
               where (s.unit_code, s.kind, s.platform, s.slot) = (v.unit_code, v.kind, v.platform, v.slot) and s.whole
                 and s.last_place <= v.place_no and s.last_seen < v.first_seen_at) as has_list,
           v.place_no >= now.last_place and v.first_seen_at > now.last_seen as is_beside,
           v.first_seen_at = now.last_seen as is_of_its_night
    from slot_valid v
    cross join lateral (
        select max(s.last_place) as last_place, max(s.last_seen) as last_seen from list_set s
        where (s.unit_code, s.kind, s.platform, s.slot) = (v.unit_code, v.kind, v.platform, v.slot) and s.in_force
    ) as now
    join (
        select distinct arrival_id, kind, platform, part_of, part_no from piece where supplement
    ) as p using (arrival_id, kind, platform)
)
select s.*,
       s.is_beside and dense_rank() over (
           partition by s.unit_code, s.kind, s.platform, s.slot, s.sha256, s.is_beside order by s.place_no) > 1 as repeats
from sent s;

insert into list_set (unit_code, kind, platform, slot, arrival_id, part_of, part_no, set_no, last_place, last_seen, whole,
    in_force, waiting, empty, supplement)
select s.unit_code, s.kind, s.platform, s.slot, s.arrival_id, s.part_of, s.part_no, 0, s.place_no, s.first_seen_at, true,
       coalesce(s.is_beside and not s.repeats, false), false, false, true
from supplement s;

insert into outcome (arrival_id, path, sha256, first_seen_at, content_no, kind, platform, platform_name, unit_code,
    unit_type, refusal, by_content, head_missing, received_at, receipt_line, is_late, applicant, no_rows, late_passed,
    correction, valid, repeats, from_newest, outcome, waiting)
select e.arrival_id, e.path, e.sha256, e.first_seen_at, e.content_no, e.kind, e.platform, e.platform_name, e.unit_code,
       e.unit_type, lone.refusal, e.by_content, false, e.received_at, e.receipt_line, e.is_late, e.applicant, false,
       e.late_passed, e.correction, e.valid and lone.refusal is null, v.repeats or state.repeats, null,
       case
           when lone.refusal = 'no_unit_named' then 'unattributed'
           when lone.refusal is not null then 'refused'
           when not e.valid then 'late'
           when v.repeats or state.repeats then 'duplicate'
           when state.in_force or state.waiting then 'accepted'
           else 'superseded'
       end,
       coalesce(state.waiting and not state.in_force, false)
from slot_entry e
left join slot_valid v using (arrival_id, kind, platform)
left join lateral (
    select bool_or(l.in_force) as in_force, bool_or(l.waiting) as waiting,
           coalesce(bool_and(l.supplement and s.repeats), false) as repeats,
           bool_and(l.supplement and not s.has_list) as has_no_list, bool_and(l.empty) as empty,
           bool_and(l.supplement and s.has_list and s.is_of_its_night) as is_outdated
    from list_set l
    left join supplement s using (arrival_id, kind, platform, part_of, part_no)
    where (l.arrival_id, l.kind, l.platform) = (e.arrival_id, e.kind, e.platform)
) as state on true
cross join lateral (
    select coalesce(e.refusal, case
               when state.has_no_list then 'supplement_without_list'
               when state.is_outdated then 'supplement_outdated'
               when state.empty then 'list_without_rows'
           end) as refusal
) as lone;
analyze outcome;

-- What counts for no nomination, and was replaced at its path by other bytes, is what the unit has put right.
with replaced as (
    update outcome o
    set outcome = 'superseded'
    where o.outcome = 'accepted' and o.platform <> ''
      and not exists (
            select from nomination n
            where n.unit_code = o.unit_code and n.platform = o.platform and n.place = 'in_force' and n.applicant is not distinct from o.applicant)
      and exists (
            select from seen later
            where later.path = o.path and later.sha256 is not null and later.arrival_id > o.arrival_id)
    returning o.arrival_id, o.kind, o.platform
)
update list_set s
set in_force = false
from replaced r
where (s.arrival_id, s.kind, s.platform) = (r.arrival_id, r.kind, r.platform);

-- Different tables of one slot with the same arrival time, one of which counts: the order taken is that of their names
-- (of a day without its hour, that of its first second).
create temp table tied on commit drop as
select a.arrival_id, a.kind, a.platform, string_agg(distinct b.path collate "C", '；' order by b.path collate "C") as others,
       min(case when a.outcome = 'accepted' then a.path else b.path end collate "C") as counts
from outcome a
join outcome b on (b.unit_code, b.kind, b.platform) = (a.unit_code, a.kind, a.platform)
    and b.applicant is not distinct from a.applicant and b.sha256 <> a.sha256
join received at_a on at_a.arrival_id = a.arrival_id
join received at_b on at_b.arrival_id = b.arrival_id
-- a day without its hour may be any of it
where (b.received_at = a.received_at
       or at_a.day_only and b.received_at >= a.received_at and b.received_at < a.received_at + interval '1 day'
       or at_b.day_only and a.received_at >= b.received_at and a.received_at < b.received_at + interval '1 day')
  and (a.kind = 'summary' or exists (
        -- the same part of a list; two parts may well come together
        select from piece p join piece q using (kind, platform, part_of, part_no)
        where (p.arrival_id, q.arrival_id, p.kind, p.platform) = (a.arrival_id, b.arrival_id, a.kind, a.platform)))
  and (a.outcome, b.outcome) in (('accepted', 'superseded'), ('superseded', 'accepted'))
group by a.arrival_id, a.kind, a.platform;
