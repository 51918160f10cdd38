-- What the office passes on is its own choice (遴选结果): among what stands, and within the onward limit, which exempt ones
-- do not use, nor those for which the office itself has a waiver.
with chosen as (
    select distinct v.unit_code, v.nomination, v.occurrence, v.decision
    from nomination_line l
    join verdict v using (unit_code, nomination, occurrence)
    where l.kind = 'selection'
), tally as (
    select (
               select count(*)
               from chosen c
               where c.decision = 'recommended' and not exists (
                       select from nomination_line w
                       where w.kind = 'onward_waiver'
                         and (w.unit_code, w.nomination, w.occurrence) = (c.unit_code, c.nomination, c.occurrence))
           ) as chosen_counted,
           (select count(*) from verdict where decision in ('recommended', 'exempt')) as standing
)
select null as unit_code, null, null::integer, null::bigint, null::integer, null::integer, null, null, null::integer,
       null as field,
       'onward_over_limit' as code, t.chosen_counted::text as raw, null as read_as, run.onward_limit::text as expected
from tally t
cross join run
where t.chosen_counted > run.onward_limit
union all
select null, null, null, null, null, null, null, null, null, null, 'selection_missing', null, t.standing::text,
       run.onward_limit::text
from tally t
cross join run
where t.standing > 0 and not exists (select from selection_line)
union all
select v.unit_code, v.nomination, v.occurrence, v.arrival_id, v.table_no, v.item, null, null, null, null,
       'selection_not_standing', n.platform, v.decision, null
from chosen c
join verdict v using (unit_code, nomination, occurrence)
join nomination n using (unit_code, nomination, occurrence)
where v.decision not in ('recommended', 'exempt')
