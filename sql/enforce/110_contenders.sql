-- Those who need a seat, in the order of 序号: neither exempt nor waived. The direct route is in no unit's quota.
create temp table contender on commit drop as
with counted as (
    select n.*, case when u.unit_type <> 'direct' then run.quota end as quota,
           case when u.unit_type <> 'direct' and run.quota is null then run.quota_advise end as advise,
           run.surplus = 'keep-first' as order_matters,
           row_number() over (
               partition by n.unit_code order by n.behind nulls first, n.seq nulls last, n.arrival_id, n.table_no, n.item) as place_no
    from nomination n
    join verdict_open using (unit_code, nomination, occurrence)
    join unit_now u using (unit_code)
    cross join run
    where not n.exempt and n.waiver is null
), tally as (
    -- the numbers of one table say nothing of another's
    select unit_code, count(*) as rows,
           count(distinct concat_ws('|', case when behind is not null then arrival_id end, trim_scale(seq))) filter (where seq is not null) = count(*)
               as sequence_whole
    from counted
    group by unit_code
)
select c.*, t.rows, t.sequence_whole, coalesce(t.rows > c.quota, false) as surplus
from counted c
join tally t using (unit_code);
