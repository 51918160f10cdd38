-- Every hold has a way out: 审查决定 通过 for that matter. What a person has confirmed is not told again.
create temp table passed on commit drop as
select distinct f.unit_code, f.nomination, f.occurrence, f.code, d.line_no
from found f
join decided said using (unit_code, nomination, occurrence)
join decision_said d using (unit_code, nomination, occurrence, matter)
where said.matter = f.code and said.decision = '通过' and d.decision = '通过';

-- A platform may stand once; different platforms of one enterprise may all be passed. Where more than one of them is passed, or one beside the row of its table that it repeats, none is: the platform would stand twice, and nothing
-- says which of them was meant.
create temp table passed_twice on commit drop as
with duplicate as (
    select p.*, n.arrival_id, n.table_no, n.item, n.platform, n.enterprise, case when u.gathers then n.arrival_id end as applied_by
    from (select distinct unit_code, nomination, occurrence, code from passed) as p
    join nomination n using (unit_code, nomination, occurrence)
    join unit_now u using (unit_code)
)
select mine.unit_code, mine.nomination, mine.occurrence, mine.code, other.unit_code as other_unit, other.nomination as other_nomination,
       other.occurrence as other_occurrence
from duplicate mine
join duplicate other using (code)
where mine.code = 'duplicate_across_units' and (mine.unit_code, mine.applied_by) is distinct from (other.unit_code, other.applied_by)
  and mine.platform = other.platform and mine.platform <> ''
union
select mine.unit_code, mine.nomination, mine.occurrence, mine.code, first.unit_code, first.nomination, first.occurrence
from duplicate mine
join nomination first using (unit_code, arrival_id, platform)
where mine.code = 'duplicate_in_table' and (first.table_no, first.item) < (mine.table_no, mine.item)
  and first.place = 'in_force' and not first.withdrawn and not first.ineligible
union
select mine.unit_code, mine.nomination, mine.occurrence, mine.code, other.unit_code, other.nomination, other.occurrence
from duplicate mine
join duplicate other using (code)
where mine.code = 'winner_nominated_twice' and mine.platform <> other.platform
  and exists (
        select from winner_match m
        join winner_match o using (winner_no)
        where (m.unit_code, m.nomination, m.occurrence) = (mine.unit_code, mine.nomination, mine.occurrence) and m.exempts
          and (o.unit_code, o.nomination, o.occurrence) = (other.unit_code, other.nomination, other.occurrence) and o.exempts);

create temp table released on commit drop as
select distinct p.unit_code, p.nomination, p.occurrence, p.code
from passed p
where not exists (
        select from passed_twice t
        where (t.unit_code, t.nomination, t.occurrence, t.code) = (p.unit_code, p.nomination, p.occurrence, p.code));

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
