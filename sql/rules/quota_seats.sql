-- More nominations than seats: the first stand provisionally (keep-first), which is told them, or none does (hold-all).
-- Without a quota, an advised number only warns. A waiver is told as well.
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, f.cell, c.row_no, f.field,
       note.code, f.raw, c.rows::text as read_as,
       coalesce(c.quota, c.advise)::text as expected
from contender c
left join nomination_cell f on (f.unit_code, f.nomination, f.occurrence, f.field_key) = (c.unit_code, c.nomination,
    c.occurrence, 'sum_seq')
cross join lateral (
    select 'over_quota' as code where c.surplus and (not c.order_matters or c.sequence_whole and c.place_no > c.quota)
    union all
    select 'quota_order_assumed' where c.surplus and c.order_matters and c.sequence_whole and c.place_no <= c.quota
    union all
    select 'quota_advised' where c.place_no > c.advise
) as note
union all
select n.unit_code, n.nomination, n.occurrence, n.arrival_id, n.table_no, n.item, n.sheet, null, n.row_no, null,
       'waived', n.waiver, null, null
from nomination n
join verdict_open v using (unit_code, nomination, occurrence)
where n.waiver is not null and not n.exempt
