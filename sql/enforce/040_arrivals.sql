-- What this run's clock has seen in the inbox. Where something was left (half copied, locked) and came whole later,
-- only the later counts. sighted_at: the run that first saw it lie there, were it while it was being copied.
create temp table seen on commit drop as
with came as (
    select a.*, count(a.sha256) over (partition by a.path order by a.arrival_id rows between unbounded preceding and 1 preceding) as contents_before
    from arrival a
    join run using (cycle)
    where a.source = 'inbox' and a.first_seen_at <= run.as_of
)
select c.arrival_id, normalize(c.path, NFC) as path, c.sha256, c.changed_at, c.first_seen_at, c.left_reason, u.verdict,
       u.refused_code, case when c.sha256 is not null then c.contents_before + 1 end as content_no, c.sighted_at
from (
    select came.*,
           min(first_seen_at) filter (where sha256 is not null or left_reason in ('half_copied', 'changed_in_future'))
               over (partition by path, contents_before) as sighted_at,
           max(arrival_id) over (partition by path) as newest
    from came
) as c
left join upload u using (arrival_id)
where c.sha256 is not null or c.arrival_id = c.newest;

analyze seen;

-- The unit of each file's folder, once for all the lines that are held against it.
create temp table seen_folder on commit drop as
select s.path, a.unit_code
from seen s
join upload_fact f on f.arrival_id = s.arrival_id and f.name = 'folder_folded'
join alias_now a on a.folded = f.value;
analyze seen_folder;

-- 收件登记 lines that name another unit than the one in whose folder their file lies: which of the two is meant, nobody has said.
create temp table receipt_astray on commit drop as
select l.line_no, min(of_folder.unit_code collate "C") as folder_unit
from usable_line l
cross join lateral (
    select u.unit_code from unit u join run using (cycle) where split_part(l.file, '/', 1) in (u.unit_name, u.short_name)
    union
    select f.unit_code from seen_folder f where f.path = l.file or starts_with(f.path, l.file || '/')
) as of_folder
where l.kind = 'register_receipts' and l.file <> '' and l.unit_code <> '?'
group by l.line_no
having count(*) = 1 and min(of_folder.unit_code collate "C") <> min(l.unit_code collate "C");

-- 收件登记 lines with a file: exact where a file of the inbox has that path, else a folder. Of a folder covers: the first run at or after 送达时间 that saw
-- something new in it.
create temp table receipt on commit drop as
select l.line_no, l.file, l.unit_code, l.dated_at as received_at, l.fields ->> 'material' as material,
       is_file.exact,
       case when not is_file.exact then (
           select min(s.sighted_at) from seen s
           where s.content_no > 0 and starts_with(s.path, l.file || '/') and s.sighted_at >= l.dated_at)
       end as covers,
       length(l.fields ->> 'received_at') <= 10 as day_only,
       -- a line written twice is one
       dense_rank() over (partition by l.file order by l.dated_at) as receipt_no
from usable_line l
cross join lateral (select exists (select from seen s where s.path = l.file) as exact) as is_file
where l.kind = 'register_receipts' and l.file <> '' and l.dated_at is not null and l.line_no not in (select line_no from receipt_astray);

-- The i-th line for a path binds to the i-th content seen there; a folder's line to what one run saw first below it, and of two lines that one run speaks for the
-- later. What comes there afterwards needs a line of its own (beyond: the folder's line that does not cover it). A day without its hour does not act where one hour of it is in
-- time and another is not: then the file's own time counts, and where that is late the line is told (hourless). proved:
-- in time by its line, and late without it.
create temp table received on commit drop as
with bound as (
    select s.arrival_id, r.line_no, r.received_at as said_at, r.day_only, least(s.changed_at, s.first_seen_at) as came_at,
           run.deadline + case when run.deadline_inclusive then interval '1 second' else interval '0' end as late_from
    from seen s
    cross join run
    left join lateral (
        select r.line_no, r.received_at, r.day_only
        from receipt r
        where case when r.exact then r.file = s.path and r.receipt_no = s.content_no
                   else s.content_no > 0 and starts_with(s.path, r.file || '/') and r.covers = s.sighted_at end
        order by length(r.file) desc, r.received_at desc
        limit 1
    ) as r on true
), timed as (
    select b.*, coalesce(b.day_only and b.said_at < b.late_from and b.late_from < b.said_at + interval '1 day', false) as unclear
    from bound b
)
select t.arrival_id, counts.line_no, counts.received_at, counts.received_at >= t.late_from as is_late,
       counts.line_no is not null and t.day_only as day_only,
       counts.line_no is not null and counts.received_at < t.late_from and t.came_at >= t.late_from as proved,
       case when t.unclear and t.came_at >= t.late_from then t.line_no end as hourless,
       case when t.line_no is null and t.came_at >= t.late_from then (
           select r.line_no from receipt r
           join seen s on starts_with(s.path, r.file || '/') and s.sighted_at > r.covers
           where s.arrival_id = t.arrival_id and s.content_no > 0 and r.received_at < t.late_from
           order by length(r.file) desc, r.received_at desc
           limit 1)
       end as beyond
from timed t
cross join lateral (
    select case when not t.unclear then t.line_no end as line_no,
           case when t.unclear then t.came_at else coalesce(t.said_at, t.came_at) end as received_at
) as counts;
