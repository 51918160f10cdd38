-- Only the platform, or only the enterprise, is in the award year's list: a person decides whether it is the same
-- (匹配裁定); the nomination alone waits for that.
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
       case when m.same_platform then 'winner_candidate' else 'enterprise_won_with_other_platform' end as code, c.raw,
       string_agg(m.listed_platform || '（' || m.listed_enterprise || '）', '；' order by m.listed_platform collate "C",
           m.listed_enterprise collate "C") as read_as, null as expected
from winner_match m
join nomination n using (unit_code, nomination, occurrence)
join nomination_cell c using (unit_code, nomination, occurrence)
where not n.exempt and m.verdict is null and c.field_key = case when m.same_platform then 'sum_platform_name'
    else 'sum_enterprise' end
group by c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
    c.raw, m.same_platform
