-- What this run's clock has seen in the inbox. Where something was left (half copied, locked) and came whole later,
-- only the later counts.
create temp table seen on commit drop as
select a.arrival_id, normalize(a.path, NFC) as path, a.sha256, a.changed_at, a.first_seen_at, a.left_reason, u.verdict,
       u.refused_code,
       case
           when a.sha256 is not null
               then row_number() over (partition by a.path, a.sha256 is null order by a.arrival_id)
       end as content_no
from arrival a
join run using (cycle)
left join upload u using (arrival_id)
where a.source = 'inbox' and a.first_seen_at <= run.as_of
  and (a.sha256 is not null or not exists (
        select from arrival later
        where later.cycle = a.cycle and later.source = a.source and later.path = a.path
            and later.arrival_id > a.arrival_id and later.first_seen_at <= run.as_of));

-- 收件登记 lines with a file: exact where a file of the inbox has that path, else a folder.
create temp table receipt on commit drop as
select l.line_no, l.file, l.unit_code, l.dated_at as received_at, l.fields ->> 'material' as material,
       exists (select from seen s where s.path = l.file) as exact,
       length(l.fields ->> 'received_at') <= 10 as day_only,
       -- a line written twice is one
       dense_rank() over (partition by l.file order by l.dated_at) as receipt_no
from usable_line l
where l.kind = 'register_receipts' and l.file <> '' and l.dated_at is not null;

-- The i-th line for a path binds to the i-th content seen there; a folder's line only to the first content of each path
-- below it. Other bytes later need a line of their own. A day without its hour does not act where one hour of it is in
-- time and another is not: then the file's own time counts, and where that is late the line is told (hourless). proved:
-- in time by its line, and late without it.
create temp table received on commit drop as
with bound as (
    select s.arrival_id, r.line_no, r.received_at as said_at, r.day_only, least(s.changed_at, s.first_seen_at) as came_at,
           run.deadline + case when run.deadline_inclusive then interval '1 microsecond' else interval '0' end as late_from
    from seen s
    cross join run
    left join lateral (
        select r.line_no, r.received_at, r.day_only
        from receipt r
        where case when r.exact then r.file = s.path and r.receipt_no = s.content_no
                   else s.content_no = 1 and starts_with(s.path, r.file || '/') end
        order by length(r.file) desc, r.receipt_no
        limit 1
    ) as r on true
), timed as (
    select b.*, coalesce(b.day_only and b.said_at < b.late_from and b.late_from < b.said_at + interval '1 day', false) as unclear
    from bound b
)
select t.arrival_id, counts.line_no, counts.received_at, counts.received_at >= t.late_from as is_late,
       counts.line_no is not null and t.day_only as day_only,
       counts.line_no is not null and counts.received_at < t.late_from and t.came_at >= t.late_from as proved,
       case when t.unclear and t.came_at >= t.late_from then t.line_no end as hourless
from timed t
cross join lateral (
    select case when not t.unclear then t.line_no end as line_no,
           case when t.unclear then t.came_at else coalesce(t.said_at, t.came_at) end as received_at
) as counts;
