-- One 统一社会信用代码 or 组织机构代码 in the nominations of two enterprises: one of them under its old and its new name, or a code that was copied wrongly. Held where another unit's
-- (of a name that many send in under: another applicant's) has it; told where the unit's own has. Nothing of the other is told: slips go to units.
with cell as (
    select unit_code, nomination, occurrence, field_key, state, folded, text from nomination_cell
    union all
    select unit_code, nomination, occurrence, field_key, state, folded, text from form_cell
), coded as (
    select n.*, case when u.gathers then n.arrival_id end as applied_by, c.text as written, organisation_code(c.folded) as organisation
    from nomination n
    join unit_now u using (unit_code)
    join cell c using (unit_code, nomination, occurrence)
    where n.place = 'in_force' and not n.withdrawn and not n.ineligible and n.enterprise <> '' and c.field_key = 'ent_org_code' and c.state = 'text'
), clash as (
    select mine.unit_code, mine.nomination, mine.occurrence, min(mine.written collate "C") as written,
           case
               when (other.unit_code, other.applied_by) is distinct from (mine.unit_code, mine.applied_by) then 'uscc_shared_across_units'
               else 'uscc_shared_in_unit'
           end as code
    from coded mine
    join coded other using (organisation)
    where other.enterprise <> mine.enterprise
    group by mine.unit_code, mine.nomination, mine.occurrence, mine.organisation, 5
)
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
       r.code, c.raw, clash.written as read_as, null as expected
from clash
join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'shared_code' and r.code = clash.code
join nomination_cell c using (unit_code, nomination, occurrence)
where c.field_key = 'sum_enterprise'
