-- A line per unit, of which each that is expected counts once in received or missing, once in on_time or late where it is
-- received, and once in valid, zero, returned or uncounted. $1 cycle, $2 the moment, $3 what is open (open.sql).
-- unit_code, unit_name, short_name, unit_type, state (accepted, zero, refused, late, missing); expected, received, missing,
-- on_time, late, valid, zero, returned, uncounted (1 or 0); received_at; contact, phone (masked);
-- rows (nominations) = standing + held + gone; counted, quota (empty: none), waived, exempt; whole, wrong, lacking (applications);
-- errors, warnings (open findings); paper_asked, paper_received and the same of application, summary, disc; pending (files that
-- came since the last night)
with night as materialized (
    select last_night($1, $2) as known
), reported as (
    select u.*, s.state, s.received_at,
           (u.unit_type in ('city', 'district', 'zone'))::integer as expected,
           case
               -- a correction that was asked for counts as in time
               when s.state = 'missing' or s.state = 'accepted' and 'correction_accepted' = any (s.reasons) then 0
               when c.deadline_inclusive then (s.received_at >= c.deadline + interval '1 second')::integer
               else (s.received_at >= c.deadline)::integer
           end as is_late
    from night
    cross join unit_states_at($1, night.known) s
    join unit u on u.cycle = $1 and u.unit_code = s.unit_code
    join cycle c on c.cycle = $1
), nominated as (
    select n.unit_code, count(*) as rows, count(*) filter (where n.decision in ('exempt', 'recommended')) as standing,
           count(*) filter (where n.decision in ('late', 'duplicate', 'needs_review', 'over_quota')) as held,
           count(*) filter (where n.decision in ('withdrawn', 'ineligible')) as gone,
           count(*) filter (where n.decision = 'recommended' and n.seat_for = '') as counted,
           count(*) filter (where n.seat_for <> '') as waived, count(*) filter (where n.decision = 'exempt') as exempt
    from night
    cross join rulings_at($1, night.known) n
    group by n.unit_code
), applied as (
    select a.unit_code, count(*) filter (where a.state = '齐全') as whole, count(*) filter (where a.state = '有误') as wrong,
           count(*) filter (where a.state = '未交') as lacking
    from night
    cross join application_states_at($1, night.known) a
    group by a.unit_code
), open as (
    select f.unit_code, sum(f.findings) filter (where f.severity = 'error') as errors,
           sum(f.findings) filter (where f.severity = 'warning') as warnings
    from jsonb_to_recordset($3::jsonb) as f (unit_code text, severity text, findings bigint)
    group by f.unit_code
), paper as (
    select p.unit_code, coalesce(sum(p.wanted) filter (where p.material = 'application'), 0) as application,
           coalesce(sum(p.wanted) filter (where p.material = 'summary'), 0) as summary,
           coalesce(sum(p.wanted) filter (where p.material = 'disc'), 0) as disc,
           coalesce(sum(least(p.received, p.wanted)) filter (where p.material = 'application'), 0) as has_application,
           coalesce(sum(least(p.received, p.wanted)) filter (where p.material = 'summary'), 0) as has_summary,
           coalesce(sum(least(p.received, p.wanted)) filter (where p.material = 'disc'), 0) as has_disc
    from night
    cross join paper_at($1, night.known) p
    group by p.unit_code
), came as (
    select a.unit_code, count(*) as files
    from night
    join arrival f on f.cycle = $1 and f.source = 'inbox' and f.sha256 is not null and f.first_seen_at > night.known
        and f.first_seen_at <= $2
    join unit_alias a on a.cycle = $1 and split_part(f.path, '/', 1) in (a.alias, a.folded) and position('/' in f.path) > 0
    group by a.unit_code
)
select r.unit_code, r.unit_name, r.short_name, r.unit_type, r.state, r.expected,
       r.expected * (r.state <> 'missing')::integer as received, r.expected * (r.state = 'missing')::integer as missing,
       r.expected * (r.state <> 'missing' and r.is_late = 0)::integer as on_time, r.expected * r.is_late as late,
       r.expected * (r.state = 'accepted')::integer as valid, r.expected * (r.state = 'zero')::integer as zero,
       r.expected * (r.state = 'refused')::integer as returned, r.expected * (r.state = 'late')::integer as uncounted,
       iso_text(r.received_at, c.offset_minutes) as received_at, h.contact, h.phone,
       coalesce(n.rows, 0) as rows, coalesce(n.standing, 0) as standing, coalesce(n.held, 0) as held,
       coalesce(n.gone, 0) as gone, coalesce(n.counted, 0) as counted,
       case when r.unit_type <> 'direct' then c.quota end as quota, coalesce(n.waived, 0) as waived,
       coalesce(n.exempt, 0) as exempt,
       coalesce(a.whole, 0) as whole, coalesce(a.wrong, 0) as wrong, coalesce(a.lacking, 0) as lacking,
       coalesce(o.errors, 0) as errors, coalesce(o.warnings, 0) as warnings,
       coalesce(p.application + p.summary + p.disc, 0) as paper_asked, coalesce(p.has_application + p.has_summary + p.has_disc, 0) as paper_received,
       coalesce(p.application, 0) as application_asked, coalesce(p.has_application, 0) as application_received,
       coalesce(p.summary, 0) as summary_asked, coalesce(p.has_summary, 0) as summary_received,
       coalesce(p.disc, 0) as disc_asked, coalesce(p.has_disc, 0) as disc_received, coalesce(f.files, 0) as pending
from reported r
join cycle c using (cycle)
left join nominated n using (unit_code)
left join applied a using (unit_code)
left join open o using (unit_code)
left join paper p using (unit_code)
left join came f using (unit_code)
left join (night cross join unit_contacts_at($1, night.known) h) using (unit_code)
order by r.unit_order;
