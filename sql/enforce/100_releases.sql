-- Every hold has a way out: 审查决定 通过 for that matter. What a person has confirmed is not told again.
create temp table released on commit drop as
select distinct f.unit_code, f.nomination, f.occurrence, f.code
from found f
join nomination_line l using (unit_code, nomination, occurrence)
join decision_line d on l.kind = 'decision' and d.line_no = l.line_no
where d.decision = '通过' and d.matter = f.code;

delete from found f
using released r
where (r.unit_code, r.nomination, r.occurrence, r.code) = (f.unit_code, f.nomination, f.occurrence, f.code);

update nomination n
set review_passed = true
from released r
where (r.unit_code, r.nomination, r.occurrence) = (n.unit_code, n.nomination, n.occurrence);

-- What neither a register nor a hold has decided.
create temp table verdict_open on commit drop as
select n.unit_code, n.nomination, n.occurrence
from nomination n
where n.place = 'in_force' and not n.withdrawn and not n.ineligible
  and not exists (
        select from found f join holding_codes() using (code)
        where (f.unit_code, f.nomination, f.occurrence) = (n.unit_code, n.nomination, n.occurrence));
