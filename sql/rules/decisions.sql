-- Lines of 审查决定 that do not do what they say: two of one day that contradict each other, the stricter of which holds; and a duplicate of which more than one is passed. The office alone is told, at its lines, since they name other units.
with said as (
    select line_no, dated_at, decision, scope, concat_ws('|', unit_code, nomination, occurrence, matter) as subject from decision_said
    union all
    select line_no, dated_at, decision, scope, concat_ws('|', arrival_id, table_no, item) from late_said
    union all
    select line_no, dated_at, decision, scope, concat_ws('|', arrival_id, kind, platform) from slot_late_said
), of_last_day as (
    select s.*, max(array_position(array['通过', '退回补正', '不予受理'], s.decision)) over same as strictest,
           min(array_position(array['通过', '退回补正', '不予受理'], s.decision)) over same as mildest,
           s.dated_at = max(s.dated_at) over (partition by s.subject, s.scope) as is_last
    from said s
    window same as (partition by s.subject, s.scope, s.dated_at)
), contradiction as (
    select l.kind, l.arrival_id, l.table_no, l.sheet, l.item, l.row_no, l.fields, max(o.strictest) as strictest
    from of_last_day o
    join usable_line l using (line_no)
    where o.is_last and o.strictest <> o.mildest
    group by l.kind, l.arrival_id, l.table_no, l.sheet, l.item, l.row_no, l.fields
), twice as (
    select l.kind, l.arrival_id, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           string_agg(distinct (case when t.code = 'duplicate_in_table' then '同一张表第' || c.row_no || '行的' else u.unit_name end || '“' || c.platform || '”（' || c.enterprise || '）') collate "C", '、') as beside
    from passed_twice t
    join passed p using (unit_code, nomination, occurrence, code)
    join usable_line l using (line_no)
    join unit_now u on u.unit_code = t.other_unit
    cross join lateral (
        select coalesce(max(c.text collate "C") filter (where c.field_key = 'sum_platform_name'), '') as platform,
               coalesce(max(c.text collate "C") filter (where c.field_key = 'sum_enterprise'), '') as enterprise, min(c.row_no) as row_no
        from nomination_cell c
        where (c.unit_code, c.nomination, c.occurrence) = (t.other_unit, t.other_nomination, t.other_occurrence)
    ) as c
    group by l.kind, l.arrival_id, l.table_no, l.sheet, l.item, l.row_no, l.fields
)
select null as unit_code, null, null::integer, t.arrival_id, t.table_no, t.item, t.sheet, null as cell, t.row_no, null as field, t.code,
       concat_ws('，', t.fields ->> 'file', t.fields ->> 'unit', t.fields ->> 'platform', t.fields ->> 'enterprise', t.fields ->> 'matter') as raw,
       t.read_as, null as expected
from (
    select arrival_id, table_no, item, sheet, row_no, fields, 'duplicate_passed_twice' as code, beside as read_as from twice
    union all
    select arrival_id, table_no, item, sheet, row_no, fields, 'register_lines_contradict',
           '暂按从严的“' || (array['通过', '退回补正', '不予受理'])[strictest] || '”计'
    from contradiction
) as t
