-- How many industries (or 领域) the list of solutions covers is what the form declares; 无 declares 0. Operands: list, column, declared, choices: the field whose choices
-- name industries. A cell may name several, set apart by 、 or /; 航空/航天, which the notice prints so, is one.
with asked as (
    select r.code, r.operands ->> 'column' as column_key, r.operands ->> 'declared' as declared, f.choices
    from rule r
    join field f on f.cycle = r.cycle and f.kind = 'application' and f.field = r.operands ->> 'choices'
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'distinct_equals' and r.operands ->> 'list' = 'solution'
), cell as (
    -- a list says the same few things in many rows
    select distinct k.code, k.declared, k.choices, l.unit_code, l.nomination, l.occurrence, s.written
    from asked k
    join list_now l on l.kind = 'solution'
    cross join lateral (
        select distinct case k.column_key
                            when 'att_solution.industry' then r.industry
                            when 'att_solution.domain' then r.domain
                        end as written
        from list_solution r
        where r.list_id = l.list_id
    ) as s
), piece as (
    select c.code, c.declared, c.choices, c.unit_code, c.nomination, c.occurrence,
           regexp_replace(btrim(p.written), '(.)行业$', '\1') as written
    from cell c
    cross join lateral regexp_split_to_table(normalize(c.written, NFKC), '[、,;\n]') as p (written)
), told as (
    select p.code, p.declared, p.unit_code, p.nomination, p.occurrence, count(distinct item.name) as items,
           string_agg(distinct item.name collate "C", '、' order by item.name collate "C") as names
    from piece p
    cross join lateral string_to_table(p.written, case when p.written = any (p.choices) then E'\n' else '/' end) as part (name)
    cross join lateral (select regexp_replace(btrim(part.name), '(.)行业$', '\1') as name) as item
    where item.name <> ''
    group by p.code, p.declared, p.unit_code, p.nomination, p.occurrence
)
select a.unit_code, a.nomination, a.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       null::integer as row_no, a.field, t.code, null as raw, printed(t.items, a.unit) || '（' || t.names || '）' as read_as,
       a.counted_shown as expected
from told t
join answer a on (a.unit_code, a.nomination, a.occurrence) = (t.unit_code, t.nomination, t.occurrence)
    and a.field_key = t.declared
join list_first l on (l.unit_code, l.nomination, l.occurrence, l.kind)
    = (t.unit_code, t.nomination, t.occurrence, 'solution')
where a.counted <> t.items
