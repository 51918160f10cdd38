-- The outcomes that stand from now on, where they differ from those that stood.
create temp table outcome_now on commit drop as
select o.arrival_id, o.kind, o.platform, o.platform_name, o.unit_code, o.received_at,
       -- let in for the row that it corrects
       case when corrects.row then 'accepted' else o.outcome end as outcome,
       coalesce(o.outcome = 'accepted' and o.no_rows, false) as zero_report,
       array(
            select code
            from (
                select o.refusal as code where o.refusal is not null
                union all select 'late' where o.outcome = 'late' and o.arrival_id not in (select arrival_id from late_settled)
                union all select 'attributed_by_content' where o.refusal is null and o.by_content
                union all select 'zero_report' where o.outcome = 'accepted' and o.no_rows
                union all select 'review_passed'
                    where exists (select from late_pass p where p.arrival_id = o.arrival_id)
                union all select 'arrival_order_assumed' where exists (
                    select from tied t where (t.arrival_id, t.kind, t.platform) = (o.arrival_id, o.kind, o.platform))
                union all select 'parts_incomplete' where o.waiting
                union all select 'supplement' where o.outcome = 'accepted' and exists (
                    select from list_set s
                    where (s.arrival_id, s.kind, s.platform) = (o.arrival_id, o.kind, o.platform) and s.supplement
                      and s.in_force)
                union all select 'platform_not_listed' where o.outcome = 'accepted' and o.platform <> ''
                    and not exists (
                        select from nomination n
                        where n.unit_code = o.unit_code and n.platform = o.platform and n.place = 'in_force' and n.applicant is not distinct from o.applicant)
                union all select 'correction_accepted' where o.correction and o.valid or corrects.row
            ) as reason
            order by code collate "C"
       ) as reasons
from outcome o
cross join lateral (
    select o.kind = 'summary' and exists (select from correction_row c where c.arrival_id = o.arrival_id) as row
) as corrects;

update upload_outcome stood
set ruled_until = run.as_of
from run
where stood.cycle = run.cycle and stood.ruled_until is null
  and not exists (
        select from outcome_now n
        where (n.arrival_id, n.kind, n.platform, n.received_at, n.outcome, n.zero_report, n.reasons)
              = (stood.arrival_id, stood.kind, stood.platform, stood.received_at, stood.outcome, stood.zero_report, stood.reasons)
          and n.unit_code is not distinct from stood.unit_code);

insert into upload_outcome (cycle, arrival_id, kind, platform, platform_name, unit_code, received_at, outcome, reasons, zero_report, ruled_from)
select run.cycle, n.arrival_id, n.kind, n.platform, n.platform_name, n.unit_code, n.received_at, n.outcome, n.reasons, n.zero_report, run.as_of
from outcome_now n
cross join run
where not exists (
        select from upload_outcome stood
        where (stood.arrival_id, stood.kind, stood.platform) = (n.arrival_id, n.kind, n.platform)
          and stood.ruled_until is null);
