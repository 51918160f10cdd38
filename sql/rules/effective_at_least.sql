-- "A行业供应链管理、B行业供应链管理" are one effective solution: of the list of solutions, those of one 领域 whose names differ in industries alone count
-- once, however they are put: 面向A行业的…, …（A行业）. Operands: list, declared, choices: the field whose choices name industries. A row of several (数量) names no
-- single solution and counts as so many.
with asked as (
    select r.code, r.operands ->> 'declared' as declared,
           array(select string_to_table(choice, '/') from unnest(f.choices) as choice) as industries
    from rule r
    join field f on f.cycle = r.cycle and f.kind = 'application' and f.field = r.operands ->> 'choices'
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'effective_at_least'
      and r.operands ->> 'list' = 'solution'
), named as (
    select k.code, k.declared, l.unit_code, l.nomination, l.occurrence, s.*
    from asked k
    join list_now l on l.kind = 'solution'
    cross join lateral (
        select normalize(r.name, NFKC) as name, coalesce(normalize(r.domain, NFKC), '') as domain,
               coalesce(normalize(r.industry, NFKC), '') as industry, greatest(r.quantity, 1) as pieces
        from list_solution r
        where r.list_id = l.list_id and r.name is not null
        offset 0
    ) as s
), wording as materialized (
    -- the words for industries of the notice and of the row itself, the longest first, as one pattern
    select said.code, said.industry,
           (
               select string_agg(regexp_replace(word, '[]*+?^${}()|\\.[]', '\\\&', 'g'), '|' order by length(word) desc, word collate "C")
               from (
                   select unnest(k.industries) as word
                   union
                   select btrim(regexp_split_to_table(said.industry, '[、,;/\n]'))
               ) as words
               where word <> ''
           ) as industry_words
    from (select distinct code, industry from named) as said
    join asked k using (code)
), stemmed as materialized (
    select n.*, regexp_replace(regexp_replace(n.name, '(面向|针对|适用于|用于)?(' || w.industry_words || ')((行业|领域|产业)的?)?', '', 'g'),
               '行业|领域|[ \t-\r/、,·和及与()]', '', 'g') as stem
    from named n
    join wording w using (code, industry)
), grouped as (
    select code, declared, unit_code, nomination, occurrence, count(*) as rows, sum(pieces) as solutions,
           count(distinct (domain, coalesce(nullif(stem, ''), name))) filter (where pieces = 1)
               + coalesce(sum(pieces) filter (where pieces > 1), 0) as effective
    from stemmed
    group by code, declared, unit_code, nomination, occurrence
)
select a.unit_code, a.nomination, a.occurrence, l.arrival_id, l.table_no, null::integer as item, l.sheet, null as cell,
       null::integer as row_no, a.field, g.code, null as raw,
       printed(g.rows, '行') || case when g.solutions > g.rows then '，数量合计' || printed(g.solutions, a.unit) else '' end || '，其中不重复的' || printed(g.effective, a.unit) as read_as, a.shown as expected
from grouped g
join answer a on (a.unit_code, a.nomination, a.occurrence) = (g.unit_code, g.nomination, g.occurrence)
    and a.field_key = g.declared
join list_first l on (l.unit_code, l.nomination, l.occurrence, l.kind)
    = (g.unit_code, g.nomination, g.occurrence, 'solution')
where a.state = 'number' and g.effective < a.value and g.solutions >= a.value
