-- A seat for each recommended nomination. Within the quota all seats are there from the start, so that the last one can
-- be raced for; without a quota they are made as needed.
insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit)
select run.cycle, u.unit_code, u.unit_type, no, run.seat_limit
from run
cross join unit_now u
left join (
    select unit_code, count(*)::integer as seats from verdict where seat_for = '' group by unit_code
) as needed using (unit_code)
cross join lateral generate_series(
    1, case when u.unit_type <> 'direct' and run.quota is not null then run.quota else coalesce(needed.seats, 0) end
) as no
on conflict do nothing;

insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit, seat_for, waiver)
select run.cycle, v.unit_code, u.unit_type,
       least(taken.lowest, 0) - row_number() over (partition by v.unit_code order by v.nomination collate "C"),
       run.seat_limit, v.nomination, v.waiver
from verdict v
cross join run
join unit_now u using (unit_code)
cross join lateral (
    select min(seat_no) as lowest from quota_seat s where s.cycle = run.cycle and s.unit_code = v.unit_code
) as taken
where v.seat_for <> ''
  and not exists (
        select from quota_seat s
        where s.cycle = run.cycle and s.unit_code = v.unit_code and s.seat_for = v.nomination);

create temp table seated on commit drop as
select v.*,
       case v.seat_for
           when '' then (row_number() over (
               partition by v.unit_code, v.seat_for order by v.behind nulls first, v.seq nulls last, v.arrival_id, v.table_no, v.item))::integer
           else (
               select s.seat_no from quota_seat s
               where s.cycle = run.cycle and s.unit_code = v.unit_code and s.seat_for = v.seat_for)
       end as seat_no
from verdict v
cross join run;
