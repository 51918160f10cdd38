-- Every nomination that stands or ever stood, once, with the row that shows it best: in force, else where it stood
-- last, else in a late table.
create temp table nomination on commit drop as
with told as (
    select l.*, o.unit_code, o.applicant, o.path, o.received_at, o.first_seen_at, o.content_no, o.correction,
           o.outcome = 'late' and (passed.row or ordered.row) as lone, o.late_passed or passed.row as let_in,
           o.valid and not o.is_late as in_time,
           l.platform || '|' || l.enterprise as nomination,
           row_number() over (
               partition by l.arrival_id, l.platform, l.enterprise order by l.table_no, l.item) as occurrence,
           case
               when o.outcome = 'accepted' then 'in_force'
               when o.outcome = 'superseded' then 'superseded'
               when o.outcome = 'late' then 'late'
               when o.refusal = 'route_closed' then 'route_closed'
           end as standing
    from listed l
    join outcome o on o.arrival_id = l.arrival_id and o.kind = 'summary'
    cross join lateral (
        select exists (
            select from late_pass p
            where (p.arrival_id, p.table_no, p.item) = (l.arrival_id, l.table_no, l.item)) as row
    ) as passed
    cross join lateral (
        select exists (
            select from correction_row c
            where (c.arrival_id, c.table_no, c.item) = (l.arrival_id, l.table_no, l.item)) as row
    ) as ordered
), settled as (
    select t.*,
           case
               -- a row let in alone stands beside the unit's table, for its platform's row there
               when t.lone and exists (
                       select from told newer
                       where newer.unit_code = t.unit_code and newer.applicant is not distinct from t.applicant and newer.arrival_id <> t.arrival_id
                         and newer.received_at > t.received_at
                         and (newer.standing = 'in_force' or newer.lone and newer.platform = t.platform))
                   then 'superseded'
               when t.lone then 'in_force'
               when t.standing = 'in_force' and t.platform <> '' and exists (
                       select from told newer
                       where newer.lone and newer.unit_code = t.unit_code and newer.applicant is not distinct from t.applicant and newer.platform = t.platform
                         and newer.received_at > t.received_at)
                   then 'superseded'
               when t.correction and not t.let_in and t.standing in ('in_force', 'superseded') and not exists (
                       select from in_time_row i
                       where (i.unit_code, i.platform) = (t.unit_code, t.platform) and i.applicant is not distinct from t.applicant)
                   then 'late'
               else t.standing
           end as place
    from told t
    where t.standing is not null
)
select distinct on (unit_code, nomination, occurrence)
       s.*, false as withdrawn, false as corrected, false as ineligible, false as exempt,
       null::text as waiver, case when s.lone then s.received_at end as behind,
       s.place = 'in_force' and s.let_in and not exists (
           select from told early
           where early.in_time and (early.unit_code, early.nomination) = (s.unit_code, s.nomination)) as review_passed
from settled s
order by unit_code, nomination, occurrence,
         array_position(array['in_force', 'superseded', 'late', 'route_closed'], place),
         received_at desc, first_seen_at desc, path collate "C" desc, arrival_id desc, table_no, item;

-- A row let in alone has the place of its platform's row in the table that came in time; where there is none, it comes behind that table.
update nomination n
set seq = i.seq, behind = null
from (
    select unit_code, applicant, platform, min(seq) as seq from in_time_row group by unit_code, applicant, platform
) as i
where n.behind is not null and (i.unit_code, i.platform) = (n.unit_code, n.platform) and i.applicant is not distinct from n.applicant;

-- A platform that is still there under another enterprise's name was corrected, not dropped; so was a row that lacked its
-- platform.
update nomination n
set corrected = true
where n.place = 'superseded' and exists (
        select from nomination newer
        where newer.place = 'in_force' and newer.unit_code = n.unit_code
          and (newer.platform = n.platform or n.platform = '' and newer.enterprise = n.enterprise));

-- What the registers say of a nomination. A line without the enterprise means the platform, whoever owns it; and the
-- other way round.
create temp table nomination_line on commit drop as
select n.unit_code, n.nomination, n.occurrence, l.line_no, l.kind
from nomination n
join (
    select line_no, 'decision' as kind, unit_code, platform, enterprise, file, speaks_until
    from decision_line
    where coalesce(platform, enterprise, file) is not null
    union all
    select line_no, 'withdrawal', unit_code, platform, enterprise, null, null from withdrawal_line
    union all
    select line_no, 'waiver', unit_code, platform, enterprise, null, null from waiver_line
    union all
    select line_no, 'onward_waiver', null, platform, enterprise, null, null from onward_waiver_line
    union all
    select line_no, 'selection', unit_code, platform, enterprise, null, null from selection_line
    union all
    select line_no, 'match', null, platform, enterprise, null, null
    from match_line
    where coalesce(platform, enterprise) is not null
) as l on (l.unit_code is null or l.unit_code = n.unit_code) and (l.platform is null or l.platform = n.platform)
      and (l.enterprise is null or l.enterprise = n.enterprise)
      -- a file's line speaks of the bytes that lay there on its day, not of others later
      and (l.file is null or l.file = n.path and (n.content_no = 1 or n.received_at < l.speaks_until));

-- What 审查决定 says of each nomination, but for the row that another repeats: that it repeats refuses the one that does, where the line may mean both.
create temp table decision_said on commit drop as
select n.unit_code, n.nomination, n.occurrence, d.line_no, d.matter, d.scope, d.dated_at, d.decision
from nomination_line l
join nomination n using (unit_code, nomination, occurrence)
join decision_line d on l.kind = 'decision' and d.line_no = l.line_no
where not (d.matter = 'duplicate_in_table' and d.decision = '不予受理' and n.platform <> ''
    and not exists (
        select from nomination before
        where (before.unit_code, before.arrival_id, before.platform) = (n.unit_code, n.arrival_id, n.platform)
          and (before.table_no, before.item) < (n.table_no, n.item))
    and exists (
        select from nomination after
        join nomination_line same using (unit_code, nomination, occurrence)
        where (after.unit_code, after.arrival_id, after.platform) = (n.unit_code, n.arrival_id, n.platform)
          and (after.table_no, after.item) > (n.table_no, n.item) and same.line_no = l.line_no));

-- And in the end, for each matter; revised: it was refused before.
create temp table decided on commit drop as
select unit_code, nomination, occurrence, matter, newest_decision(array_agg(scope), array_agg(dated_at), array_agg(decision)) as decision,
       bool_or(decision = '不予受理') as was_refused
from decision_said
group by unit_code, nomination, occurrence, matter;

update nomination n
set withdrawn = said.withdrawn,
    -- one waiver, one seat: a repeated row has no part in it
    waiver = case when n.occurrence = 1 then said.waiver end
from (
    select l.unit_code, l.nomination, l.occurrence, bool_or(l.kind = 'withdrawal') as withdrawn,
           min(w.doc_no collate "C") as waiver
    from nomination_line l
    left join waiver_line w on l.kind = 'waiver' and w.line_no = l.line_no
    group by l.unit_code, l.nomination, l.occurrence
) as said
where (said.unit_code, said.nomination, said.occurrence) = (n.unit_code, n.nomination, n.occurrence);

update nomination n
set ineligible = said.refused, review_passed = n.review_passed or said.revised
from (
    select unit_code, nomination, occurrence, bool_or(decision = '不予受理') as refused, bool_or(decision = '通过' and was_refused) as revised
    from decided
    group by unit_code, nomination, occurrence
) as said
where (said.unit_code, said.nomination, said.occurrence) = (n.unit_code, n.nomination, n.occurrence);

create index on nomination (platform);
create index on nomination (enterprise);
analyze nomination;

-- The cells of what stands, with the labels that a clerk sees.
create temp table nomination_cell on commit drop as
select n.unit_code, n.nomination, n.occurrence, n.arrival_id, n.table_no, n.item, n.sheet, f.cell, n.row_no,
       coalesce(fl.label, f.field) as field,
       f.field as field_key, f.state, f.text, f.raw, f.folded
from nomination n
cross join run
join figure f using (arrival_id, table_no, item)
left join field fl on fl.cycle = run.cycle and fl.kind = 'summary' and fl.field = f.field
where n.place = 'in_force';
create index on nomination_cell (unit_code, nomination, occurrence);
analyze nomination_cell;

-- Late tables of which rows were let in alone, and no other row waits.
create temp table late_settled on commit drop as
select o.arrival_id
from outcome o
where o.kind = 'summary' and o.outcome = 'late'
  and (exists (select from correction_row c where c.arrival_id = o.arrival_id)
      or exists (select from late_pass p where p.arrival_id = o.arrival_id) and not exists (
        select from listed l
        join nomination n on n.unit_code = o.unit_code and n.nomination = l.platform || '|' || l.enterprise
        where l.arrival_id = o.arrival_id and n.place = 'late' and not n.ineligible and not n.withdrawn));
