-- Whose each table is, of a name that many send in under: tables are one applicant's that have the same enterprises, or whose head blocks name the same body; or the same contact
-- and number, where they share a platform or an enterprise, so that a corrected table, be it under the firm's new name, supersedes its own; but not from another folder, which is
-- another applicant's, though one person writes for both. `applicant` is the first of them.
create temp table applicant on commit drop as
with recursive head as (
    select s.arrival_id, a.unit_code, case when s.path like '%/%/%' then split_part(s.path, '/', 2) end as folder, row.enterprises, said.body, f.contact
    from seen s
    join attribution a using (arrival_id)
    join unit_now n on n.unit_code = a.unit_code and n.gathers
    cross join lateral (
        select string_agg(distinct l.enterprise collate "C", '|') as enterprises from listed l where l.arrival_id = s.arrival_id
    ) as row
    cross join lateral (
        select min(d.named collate "C") as body from unit_said d where d.arrival_id = s.arrival_id and d.in_head and d.unit_code is null
    ) as said
    cross join lateral (
        select case when count(distinct f.field) = 2 then string_agg(distinct f.field || f.text collate "C", '|') end as contact
        from upload_table t
        join figure f using (arrival_id, table_no)
        where t.arrival_id = s.arrival_id and t.kind = 'summary' and f.item = 0 and f.field in ('sum_unit_contact', 'sum_unit_phone')
          and f.state = 'text'
    ) as f
    where s.verdict = 'complete'
), link as materialized (
    select mine.arrival_id, other.arrival_id as other
    from head mine
    join head other using (unit_code)
    where mine.enterprises = other.enterprises or mine.body = other.body
       or mine.contact = other.contact and (mine.body is null or other.body is null) and coalesce(mine.folder = other.folder, true) and exists (
            select from listed l
            join listed o on l.platform = o.platform and l.platform <> '' or l.enterprise = o.enterprise and l.enterprise <> ''
            where l.arrival_id = mine.arrival_id and o.arrival_id = other.arrival_id)
), reached as (
    select arrival_id, arrival_id as other from head
    union
    select r.arrival_id, l.other
    from reached r
    join link l on l.arrival_id = r.other
)
select arrival_id, min(other)::text as applicant
from reached
group by arrival_id;

-- What becomes of each upload: one line per arrival and kind of table in it. Forms and lists, which stand by platform,
-- follow when the nominations are known (082).
create temp table submission on commit drop as
select s.arrival_id, s.path, s.sha256, s.first_seen_at, s.content_no, coalesce(k.kind, '') as kind,
       '' as platform, null::text as platform_name, a.unit_code, a.unit_type, a.refusal, a.by_content, a.head_missing,
       r.received_at, r.line_no as receipt_line, r.is_late,
       -- of a name that many send in under a table supersedes its applicant's, else its unit's
       p.applicant,
       k.kind = 'summary' and not exists (select from listed l where l.arrival_id = s.arrival_id) as no_rows
from seen s
cross join run
join attribution a using (arrival_id)
join received r using (arrival_id)
left join applicant p using (arrival_id)
left join (select distinct arrival_id, kind from upload_table) as k on k.arrival_id = s.arrival_id
    and s.verdict = 'complete'
left join upload_kind d on (d.cycle, d.kind) = (run.cycle, k.kind)
where d.layout is distinct from 'form' and d.layout is distinct from 'list';

-- 审查决定 on what came late (late: decide). A line that names a platform or an enterprise speaks of such rows, any other of the whole upload
-- (item null); of what had come by the line's day or comes until 有效至, or of the first content of its file.
create temp table late_said on commit drop as
select s.arrival_id, d.line_no, l.table_no, l.item, d.scope, d.dated_at, d.decision
from submission s
cross join run
join decision_line d on (d.unit_code is null or d.unit_code = s.unit_code) and (d.file is null or d.file = s.path)
left join listed l on l.arrival_id = s.arrival_id and d.scope = 3
    and l.platform = coalesce(d.platform, l.platform) and l.enterprise = coalesce(d.enterprise, l.enterprise)
where run.late = 'decide' and s.is_late and s.refusal is null and d.matter = 'late'
  and (s.received_at < d.speaks_until or d.file is not null and s.content_no = 1)
  and case when d.scope = 3 then l.item is not null else coalesce(d.unit_code, d.file) is not null end;

-- Where that is 通过 in the end: for the upload, or for the row.
create temp table late_pass on commit drop as
select s.arrival_id, s.line_no, s.table_no, s.item
from late_said s
where s.decision = '通过' and '通过' = (
        select newest_decision(array_agg(o.scope), array_agg(o.dated_at), array_agg(o.decision))
        from late_said o
        where o.arrival_id = s.arrival_id and (o.item is null or (o.table_no, o.item) = (s.table_no, s.item)));

-- Orders to correct that were given before an upload came and are still open.
create temp table correction_order on commit drop as
select s.arrival_id, s.unit_code, d.scope, d.platform, d.enterprise
from submission s
join decision_line d on d.decision = '退回补正' and s.received_at >= d.dated_at and s.received_at < d.valid_before
    and (d.unit_code = s.unit_code
        or d.unit_code is null and exists (
            select from submission f where f.path = d.file and f.unit_code = s.unit_code))
where s.is_late and s.refusal is null and s.kind = 'summary';

-- Late uploads that count: passed as a whole (or row by row, where the unit has nothing else), or corrected under an order that names neither
-- platform nor enterprise. There is nothing to correct where the unit has no table that came in time.
create temp table late_release on commit drop as
with in_time as (
    select unit_code from submission where kind = 'summary' and refusal is null and not is_late
), passed as (
    select arrival_id from late_pass where item is null
    union
    select s.arrival_id
    from submission s
    join late_pass using (arrival_id)
    where s.unit_code not in (select unit_code from in_time) and not exists (
            select from listed l
            where l.arrival_id = s.arrival_id
              and not exists (
                    select from late_pass p
                    where (p.arrival_id, p.table_no, p.item) = (l.arrival_id, l.table_no, l.item)))
), corrected as (
    select arrival_id
    from correction_order
    where scope < 3 and unit_code in (select unit_code from in_time)
)
select arrival_id, bool_or(passed) as passed
from (
    select arrival_id, true as passed from passed
    union all
    select arrival_id, false from corrected
) as released
group by arrival_id;

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
       end as outcome,
       false as waiting
from ordered o;
create index on outcome (arrival_id);
analyze outcome;

-- The unit's last table that came in time, or was let pass: a corrected one may change its platforms, never add one.
create temp table in_time_table on commit drop as
select distinct on (unit_code, applicant) unit_code, applicant, arrival_id
from outcome
where kind = 'summary' and valid and not correction and outcome <> 'duplicate'
order by unit_code, applicant, received_at desc, first_seen_at desc, path collate "C" desc, arrival_id desc;

create temp table in_time_row on commit drop as
select i.unit_code, i.applicant, l.*
from in_time_table i
join listed l using (arrival_id)
where l.platform <> '';

-- An order that names a platform or an enterprise lets in that row of a late table alone, for its row in the table that came in time; whatever else stands there does nothing.
create temp table correction_row on commit drop as
select distinct l.arrival_id, l.table_no, l.item
from outcome o
join correction_order c using (arrival_id)
join listed l using (arrival_id)
where o.outcome = 'late' and c.scope = 3 and exists (
        select from in_time_row i
        where i.unit_code = o.unit_code and i.applicant is not distinct from o.applicant and i.platform = l.platform and i.platform = coalesce(c.platform, i.platform)
          and i.enterprise = coalesce(c.enterprise, i.enterprise));
