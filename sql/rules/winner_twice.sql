-- Two nominations that are one winner of the award year under different names, its old and its new one: exempt twice, it would stand twice in the official table. All of them
-- are held, since nothing says which one is meant; where they share a name, unique_across_units has told it. Nothing of the other is told: slips go to units.
with claim as (
    select n.unit_code, n.nomination, n.occurrence, n.platform, n.enterprise, m.winner_no,
           m.listed_platform || '（' || m.listed_enterprise || '）' as listed,
           case when u.gathers then n.arrival_id end as applied_by
    from winner_match m
    join nomination n using (unit_code, nomination, occurrence)
    join unit_now u using (unit_code)
    where m.exempts and not n.withdrawn and not n.ineligible
)
select distinct c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
       r.code, c.raw, mine.listed as read_as, null as expected
from claim mine
join claim other using (winner_no)
join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'winner_twice'
join nomination_cell c on (c.unit_code, c.nomination, c.occurrence) = (mine.unit_code, mine.nomination, mine.occurrence)
    and c.field_key = 'sum_platform_name'
where other.platform <> mine.platform
  and ((other.unit_code, other.applied_by) is not distinct from (mine.unit_code, mine.applied_by)
      or mine.enterprise = '' or other.enterprise <> mine.enterprise)
