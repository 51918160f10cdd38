-- The same bytes, handed in by one unit under two names or in two folders, that stand for two platforms: where the table itself does not say which, a list that was moved is counted anew,
-- and the other one's is told. A name that many send in under shows each its own alone.
with placed as (
    select o.arrival_id, o.kind, o.platform, o.platform_name, o.unit_code, o.path, o.sha256, o.received_at, o.outcome, bool_or(p.by_head) as by_head,
           bool_or(p.by_only or p.by_agreed) as assumed
    from outcome o
    join piece p using (arrival_id, kind, platform)
    where o.outcome in ('accepted', 'superseded')
    group by o.arrival_id, o.kind, o.platform, o.platform_name, o.unit_code, o.path, o.sha256, o.received_at, o.outcome
)
select distinct on (mine.arrival_id, mine.kind, mine.platform)
       mine.unit_code, a.nomination, a.occurrence, mine.arrival_id, p.table_no, null::integer as item, p.sheet, null as cell, null::integer as row_no,
       null as field, r.code, other.path as raw, other.platform_name as read_as, mine.platform_name as expected
from placed mine
join placed other using (unit_code, kind, sha256)
join unit_now u using (unit_code)
join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'same_file'
    and r.code = case when mine.assumed then 'file_counted_elsewhere' else 'file_of_two_platforms' end
join piece p on (p.arrival_id, p.kind, p.platform) = (mine.arrival_id, mine.kind, mine.platform)
left join application a on (a.arrival_id, a.kind, a.platform) = (mine.arrival_id, mine.kind, mine.platform)
where mine.outcome = 'accepted' and not mine.by_head and mine.platform <> other.platform and mine.arrival_id <> other.arrival_id
  and (mine.assumed or other.outcome = 'accepted' and other.arrival_id < mine.arrival_id)
  and (not u.gathers or split_part(mine.path, '/', 2) = split_part(other.path, '/', 2))
  and not exists (
        select from placed twin
        where (twin.arrival_id, twin.kind, twin.platform) = (mine.arrival_id, mine.kind, other.platform))
order by mine.arrival_id, mine.kind, mine.platform, other.arrival_id desc, other.platform collate "C", p.table_no
