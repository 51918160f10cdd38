-- One platform, one enterprise, one unit (of a name that many send in under: one applicant). Both of two that share either are held; neither is chosen by arrival. Within
-- one table the later row of a platform is the duplicate. Nothing of the other unit is told: slips go to units.
with standing as (
    select n.*, case when u.gathers then n.arrival_id end as applied_by
    from nomination n
    join unit_now u using (unit_code)
    where n.place = 'in_force' and not n.withdrawn and not n.ineligible
), clash as (
    select distinct n.unit_code, n.nomination, n.occurrence, 'sum_platform_name' as field_key,
        'duplicate_across_units' as code
    from standing n
    join standing other using (platform)
    where (other.unit_code, other.applied_by) is distinct from (n.unit_code, n.applied_by) and n.platform <> ''
    union
    select n.unit_code, n.nomination, n.occurrence, 'sum_enterprise', 'duplicate_across_units'
    from standing n
    join standing other using (enterprise)
    where (other.unit_code, other.applied_by) is distinct from (n.unit_code, n.applied_by) and n.enterprise <> ''
    union
    select n.unit_code, n.nomination, n.occurrence, 'sum_platform_name', 'duplicate_in_table'
    from standing n
    join standing earlier using (unit_code, arrival_id, platform)
    where n.platform <> '' and (earlier.table_no, earlier.item) < (n.table_no, n.item)
)
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
       clash.code, c.raw, null as read_as, null as expected
from clash
join rule r on r.cycle = current_setting('huizong.cycle') and r.code = clash.code
    and r.operands -> 'fields' ? clash.field_key
join nomination_cell c using (unit_code, nomination, occurrence, field_key)
