-- Lines of 审查决定 that do not do what they say: a duplicate of which more than one is passed. The office alone is told, at its lines, since they name other units.
with twice as (
    select l.kind, l.arrival_id, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           string_agg(distinct (case when t.code = 'duplicate_in_table' then '同一张表第' || c.row_no || '行的' else u.unit_name end || '“' || c.platform || '”（' || c.enterprise || '）') collate "C", '、') as beside
    from passed_twice t
    join passed p using (unit_code, nomination, occurrence, code)
    join usable_line l using (line_no)
    join unit_now u on u.unit_code = t.other_unit
    cross join lateral (
        select coalesce(max(c.text) filter (where c.field_key = 'sum_platform_name'), '') as platform,
               coalesce(max(c.text) filter (where c.field_key = 'sum_enterprise'), '') as enterprise, min(c.row_no) as row_no
        from nomination_cell c
        where (c.unit_code, c.nomination, c.occurrence) = (t.other_unit, t.other_nomination, t.other_occurrence)
    ) as c
    group by l.kind, l.arrival_id, l.table_no, l.sheet, l.item, l.row_no, l.fields
)
select null as unit_code, null, null::integer, t.arrival_id, t.table_no, t.item, t.sheet, null as cell, t.row_no, null as field,
       'duplicate_passed_twice' as code,
       concat_ws('，', t.fields ->> 'file', t.fields ->> 'unit', t.fields ->> 'platform', t.fields ->> 'enterprise', t.fields ->> 'matter') as raw,
       t.beside as read_as, null as expected
from twice t
