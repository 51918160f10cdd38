-- Names that a reader takes for one and that are made of other characters are held, in one unit, across units, and against the winners.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(9);
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'name_looks_like_another', 'look_alike', '{"fields": ["sum_platform_name", "sum_enterprise"]}', 'error', '一');
insert into message values ('name_looks_like_another', '名称与另一名称难以分辨', '名称与另一名称难以分辨') on conflict do nothing;
select register('winners', '2030-03-09 09:00+08', '[{"award_year": "2028", "platform": "获评os云", "enterprise": "获评公司"}]');
-- the second а, о are Russian
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|abc云|甲公司,2|аbc云|甲二公司,3|土楼云|甲三公司,4|完全另一个|甲四公司,5|获评оs云|甲五公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|士楼云|乙公司,2|v10云|乙二公司,3|v20云|甲四公司l}');
select submit('丙市/表.xlsx', '2030-03-10 10:00+08', '{1|丙云|甲四公司1}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select raw, read_as from rule_findings_at('t', 'infinity') where code = 'name_looks_like_another'$$,
    $$values ('abc云', 'a'), ('аbc云', 'а'), ('土楼云', '土'), ('士楼云', '士'), ('获评оs云', 'о'), ('甲四公司l', 'l'), ('甲四公司1', '1')$$,
    'each is told, with the characters that are not those of the other');
select is_empty($$select from rule_findings_at('t', 'infinity') where code = 'name_looks_like_another' and expected is not null$$,
    'no unit is told another''s names');
select results_eq($$select d from decisions() as d where d like '%云 %' or d like '完全%' order by d collate "C"$$, $$values
    ('abc云 needs_review name_looks_like_another'), ('v10云 recommended counts'), ('v20云 needs_review name_looks_like_another'),
    ('аbc云 needs_review name_looks_like_another'), ('丙云 needs_review name_looks_like_another'), ('土楼云 needs_review name_looks_like_another'),
    ('士楼云 needs_review name_looks_like_another'), ('完全另一个 recommended counts'), ('获评оs云 needs_review name_looks_like_another')$$,
    'they are held, and no other is');

select register('decisions', '2030-03-11 09:00+08',
    '[{"unit": "甲市", "platform": "土楼云", "matter": "name_looks_like_another", "decision": "通过", "date": "2030-03-11"}]');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select d from decisions() as d where d like '_楼云 %' order by d collate "C"$$, $$values
    ('土楼云 recommended counts review_passed'), ('士楼云 needs_review name_looks_like_another')$$, 'the office lets one pass');
select * from finish();
