-- Arrived after the deadline, and nobody has let it pass. Where rows of a table were decided alone, it is told of the others while one of them waits.
select o.unit_code, null, null::integer, o.arrival_id, null::integer, null::integer, null, null, null::integer,
       null as field, 'late' as code,
       iso_text(o.received_at, run.offset_minutes) as raw, m.title as read_as,
           iso_text(run.deadline, run.offset_minutes) as expected
from outcome o
cross join run
cross join lateral (
    select newest_decision(array_agg(d.scope), array_agg(d.dated_at), array_agg(d.decision)) = '不予受理' as refused
    from (
        select scope, dated_at, decision from late_said s where o.platform = '' and s.arrival_id = o.arrival_id and s.item is null
        union all
        select scope, dated_at, decision from slot_late_said s where (s.arrival_id, s.kind, s.platform) = (o.arrival_id, o.kind, o.platform)
    ) as d
) as whole
cross join lateral (
    select bool_or(n.place = 'late' and not n.ineligible and not n.withdrawn) as waiting, bool_or(n.place = 'late' and n.ineligible) as refused,
           exists (select from late_pass p where p.arrival_id = o.arrival_id) as let_in
    from listed l
    join nomination n on n.unit_code = o.unit_code and n.nomination = l.platform || '|' || l.enterprise
    where l.arrival_id = o.arrival_id and o.kind = 'summary'
) as row
-- what the cycle or the office does with what is late
join message m on m.code = case
        when run.late = 'refuse' then 'late_refused'
        when whole.refused or row.refused and not row.waiting then 'late_refused_here'
        when row.let_in then 'late_rest_to_decide'
        else 'late_to_decide'
    end
where o.outcome = 'late' and o.arrival_id not in (select arrival_id from late_settled)
union all
-- a correction in time never adds a platform
select n.unit_code, n.nomination, n.occurrence, n.arrival_id, n.table_no, n.item, n.sheet, f.cell, n.row_no, fl.label,
       'correction_adds_platform', f.raw, null, null
from nomination n
cross join run
left join figure f on (f.arrival_id, f.table_no, f.item) = (n.arrival_id, n.table_no, n.item)
    and f.field = 'sum_platform_name'
left join field fl on fl.cycle = run.cycle and fl.kind = 'summary' and fl.field = f.field
where n.place = 'late' and n.correction
union all
-- what else stands in a table that was let in for one of its rows
select o.unit_code, n.nomination, n.occurrence, l.arrival_id, l.table_no, l.item, l.sheet, f.cell, l.row_no, fl.label,
       case when there.row then 'correction_beyond_order' else 'correction_adds_platform' end, f.raw, null, null
from outcome o
cross join run
join listed l using (arrival_id)
left join nomination n on n.place = 'late' and (n.arrival_id, n.table_no, n.item) = (l.arrival_id, l.table_no, l.item)
left join figure f on (f.arrival_id, f.table_no, f.item) = (l.arrival_id, l.table_no, l.item) and f.field = 'sum_platform_name'
left join field fl on fl.cycle = run.cycle and fl.kind = 'summary' and fl.field = f.field
cross join lateral (
    select exists (select from in_time_row i
        where (i.unit_code, i.platform) = (o.unit_code, l.platform) and i.applicant is not distinct from o.applicant) as row
) as there
where o.kind = 'summary' and o.outcome = 'late' and o.arrival_id in (select arrival_id from correction_row)
  and not exists (
        select from correction_row c where (c.arrival_id, c.table_no, c.item) = (l.arrival_id, l.table_no, l.item)
        union all
        select from late_pass p where (p.arrival_id, p.table_no, p.item) = (l.arrival_id, l.table_no, l.item))
  -- a row that says what the one in time says changes nothing
  and not exists (
        select from in_time_row i
        where (i.unit_code, i.platform) = (o.unit_code, l.platform) and i.applicant is not distinct from o.applicant and not exists (
                select from (
                    select field, value, folded, raw from figure g where (g.arrival_id, g.table_no, g.item) = (l.arrival_id, l.table_no, l.item) and g.state <> 'blank'
                ) as mine
                full join (
                    select field, value, folded, raw from figure g where (g.arrival_id, g.table_no, g.item) = (i.arrival_id, i.table_no, i.item) and g.state <> 'blank'
                ) as his using (field)
                where (mine.value, coalesce(mine.folded, mine.raw)) is distinct from (his.value, coalesce(his.folded, his.raw))))
