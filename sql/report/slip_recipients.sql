-- Who gets a list of corrections: each unit that is to report or has sent something; of a name that many send in under each applicant. $1 cycle, $2 as_of.
-- unit_code, applicant (a key; '' of a unit), unit_name, short_name, applicant_name (empty of a unit), direct (true: on the direct route), summary (state of its table: there, zero, waiting
-- = came but does not count, missing, none = not due), contact, phone (head block of the table in force, else of the newest)
with sent as materialized (
    select distinct w.unit_code, w.applicant, w.applicant_name, o.arrival_id, o.kind, o.outcome, o.zero_report, o.received_at
    from recipients_at($1, $2) w
    join outcomes_at($1, $2) o using (arrival_id)
), told as (
    select u.unit_code, '' as applicant, null as applicant_name
    from unit u
    where u.cycle = $1 and (u.added_at is null or u.added_at <= $2) and not unit_gathers(u.unit_type, u.added_at)
      and (u.unit_type <> 'related' or u.unit_code in (select unit_code from sent))
    union
    select unit_code, applicant, applicant_name from sent where applicant <> ''
), zero_line as (
    select z.unit_code, bool_or(z.counts) as counts
    from zero_lines_at($1, $2) z
    where z.counts or z.is_late
    group by z.unit_code
)
select t.unit_code, t.applicant, u.unit_name, u.short_name, t.applicant_name, (u.unit_type = 'direct')::text as direct,
       case
           when summary.counts and not summary.zero then 'there'
           when summary.counts or z.counts then 'zero'
           when summary.came or z.unit_code is not null then 'waiting'
           when u.unit_type = 'related' then 'none'
           else 'missing'
       end as summary, head.contact, head.phone
from told t
join unit u on (u.cycle, u.unit_code) = ($1, t.unit_code)
left join zero_line z on z.unit_code = t.unit_code and t.applicant = ''
cross join lateral (
    select bool_or(s.outcome = 'accepted') as counts, bool_and(s.zero_report) filter (where s.outcome = 'accepted') as zero,
           count(*) > 0 as came
    from sent s
    where (s.unit_code, s.applicant, s.kind) = (t.unit_code, t.applicant, 'summary')
) as summary
left join lateral (
    select min(f.text collate "C") filter (where f.field = 'sum_unit_contact') as contact,
           min(f.text collate "C") filter (where f.field = 'sum_unit_phone') as phone
    from (
        select s.arrival_id
        from sent s
        where (s.unit_code, s.applicant, s.kind) = (t.unit_code, t.applicant, 'summary')
        order by s.outcome = 'accepted' desc, s.received_at desc, s.arrival_id desc
        limit 1
    ) as newest
    join figure f on f.arrival_id = newest.arrival_id and f.item = 0
) as head on true
order by u.unit_order, t.applicant collate "C";
