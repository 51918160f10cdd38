-- What is other than at the last night of an earlier day: units that reported otherwise, nominations decided otherwise.
-- $1 cycle, $2 the moment. No row where there was no such night.
-- unit_name, short_name, platform (empty: the unit's report), before, after (a state or a decision; empty: was not there)
with night as materialized (
    select last_night($1, $2) as known, last_night_of_earlier_day($1, $2) as earlier
), unit_change as (
    select now.unit_code, coalesce(was.state, 'missing') as before, now.state as after
    from night
    cross join unit_states_at($1, night.known) now
    left join (night as n cross join unit_states_at($1, n.earlier) was) using (unit_code)
    where night.earlier > '-infinity' and now.state <> coalesce(was.state, 'missing')
), now as (
    select r.* from night cross join nomination_names_at($1, night.known) r where night.earlier > '-infinity'
), was as (
    select r.* from night cross join nomination_names_at($1, night.earlier) r where night.earlier > '-infinity'
), change as (
    select unit_code, null::text as platform, before, after, 0 as part, null::numeric as seq from unit_change
    union all
    select unit_code, coalesce(now.platform, was.platform), was.decision, now.decision, 1, coalesce(now.seq_value, was.seq_value)
    from now
    full join was using (unit_code, nomination, occurrence)
    where now.decision is distinct from was.decision
)
select u.unit_name, u.short_name, c.platform, c.before, c.after
from change c
join unit u on u.cycle = $1 and u.unit_code = c.unit_code
order by u.unit_order, c.part, c.seq nulls last, c.platform collate "C", c.before, c.after;
