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

-- Which codes hold a nomination, and as what.
create temp table hold (code text primary key, decision text not null) on commit drop;
insert into hold values
    ('duplicate_across_units', 'duplicate'), ('duplicate_in_table', 'duplicate'), ('winner_nominated_twice', 'duplicate'),
    ('winner_candidate', 'needs_review'), ('enterprise_won_with_other_platform', 'needs_review'),
    ('wrong_province', 'needs_review'), ('row_unit_differs', 'needs_review'),
    ('name_looks_like_another', 'needs_review'), ('name_denied', 'needs_review'), ('names_joined', 'needs_review'),
    ('uscc_check_digit', 'needs_review'), ('required_missing', 'needs_review'), ('name_garbled', 'needs_review');

-- What neither a register nor a hold has decided.
create temp table verdict_open on commit drop as
select n.unit_code, n.nomination, n.occurrence
from nomination n
where n.place = 'in_force' and not n.withdrawn and not n.ineligible
  and not exists (
        select from found f join hold using (code)
        where (f.unit_code, f.nomination, f.occurrence) = (n.unit_code, n.nomination, n.occurrence));
