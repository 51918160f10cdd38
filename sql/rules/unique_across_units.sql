-- One platform, one enterprise, one unit. Both of two that share either are held; neither is chosen by arrival. Within
-- one table the later row of a platform is the duplicate. Nothing of the other unit is told: slips go to units.
with standing as (
    select * from nomination where place = 'in_force' and not withdrawn and not ineligible
), clash as (
    select distinct n.unit_code, n.nomination, n.occurrence, 'sum_platform_name' as field_key,
        'duplicate_across_units' as code
    from standing n
    join standing other using (platform)
    where other.unit_code <> n.unit_code and n.platform <> ''
    union
    select n.unit_code, n.nomination, n.occurrence, 'sum_enterprise', 'duplicate_across_units'
    from standing n
    join standing other using (enterprise)
    where other.unit_code <> n.unit_code and n.enterprise <> ''
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
