-- How many of the expected units had reported at the end of each day (of the last one, at the moment), from the notice on; after
-- the deadline until the moment, 92 days at most. $1 cycle, $2 the moment.
-- day (6月5日), received, expected
with first as (
    select s.first_at, u.unit_code
    from unit_states_at($1, last_night($1, $2)) s
    join unit u on u.cycle = $1 and u.unit_code = s.unit_code
    where u.unit_type in ('city', 'district', 'zone')
), span as (
    select make_interval(mins => c.offset_minutes) as zone, c.notice_at at time zone 'UTC' as begins
    from cycle c
    where c.cycle = $1
), day as (
    select d as at, s.zone
    from span s
    cross join generate_series(s.begins, least($2 at time zone 'UTC', s.begins + interval '91 days'), interval '1 day') as d
)
select to_char(day.at + day.zone, 'FMMM"月"FMDD"日"') as day,
       count(f.unit_code) filter (where f.first_at at time zone 'UTC' < day.at + interval '1 day'
           and f.first_at <= $2) as received,
       count(*) as expected
from day
cross join first f
group by day.at, day.zone
order by day.at;
