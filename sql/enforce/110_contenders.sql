-- Those who need a seat, in the order of 序号: neither exempt nor waived. The direct route is in no unit's quota.
create temp table contender on commit drop as
with counted as (
    select n.*, case when u.unit_type <> 'direct' then run.quota end as quota,
           case when u.unit_type <> 'direct' and run.quota is null then run.quota_advise end as advise,
           run.surplus = 'keep-first' as order_matters,
           exists (
               select from decided d
               where (d.unit_code, d.nomination, d.occurrence) = (n.unit_code, n.nomination, n.occurrence)
                 and d.matter = 'related_to_settle' and d.decision = '通过') as chosen,
           row_number() over (
               partition by n.unit_code order by n.behind nulls first, n.seq nulls last, n.arrival_id, n.table_no, n.item) as place_no
    from nomination n
    join verdict_open using (unit_code, nomination, occurrence)
    join unit_now u using (unit_code)
    cross join run
    where not n.exempt and n.waiver is null
), tally as (
    -- the numbers of one table say nothing of another's
    select unit_code, count(*) as rows, count(*) filter (where chosen) as chosen_rows, count(distinct applicant) as applicants,
           count(distinct concat_ws('|', case when behind is not null then arrival_id end, trim_scale(seq))) filter (where seq is not null) = count(*)
               as sequence_whole
    from counted
    group by unit_code
)
select c.*, t.rows, t.applicants, t.sequence_whole, coalesce(t.rows > c.quota, false) and t.applicants < 2 as surplus,
       -- of several applicants under one name no number says which of them stands: those that the office has passed, if there are seats for all of these
       coalesce(t.rows > c.quota, false) and t.applicants > 1 and not (c.chosen and t.chosen_rows <= c.quota) as unsettled
from counted c
join tally t using (unit_code);

update nomination n
set review_passed = true
from contender c
where (c.unit_code, c.nomination, c.occurrence) = (n.unit_code, n.nomination, n.occurrence)
  and c.chosen and not c.unsettled and c.rows > c.quota;
