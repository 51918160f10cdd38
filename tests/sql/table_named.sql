-- A whole 汇总表 that its reader doubts by its name: its rows wait for a person, those of other sheets and files do not.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
insert into rule (cycle, code, shape, operands, severity, clause) values ('t', 'table_named_otherwise', 'table_named', '{}', 'error', '一');
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一云|甲一公司,2|甲二云|甲二公司}') as named \gset
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|乙一云|乙一公司}') as beside \gset
select submit('丙市/表.xlsx', '2030-03-10 10:00+08', '{1|丙一云|丙一公司}') as other \gset
insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, severity, code, raw, expected)
values (:named, 1, '汇总表', 'A1', 1, 'warning', 'table_named_otherwise', '入选名单', '推荐信息汇总表'),
    (:beside, 1, '别的表', 'A1', 1, 'warning', 'table_named_otherwise', '入选名单', '推荐信息汇总表'),
    (:other, 1, '汇总表', 'A1', 1, 'warning', 'sheet_skipped', '入选名单', null);
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values ('甲一云 needs_review table_named_otherwise'), ('甲二云 needs_review table_named_otherwise'),
    ('乙一云 recommended counts'), ('丙一云 recommended counts')$$, 'each row of that table is held, of that sheet alone');
select results_eq($$select row_no, raw, expected from rule_findings_at('t', 'infinity') where code = 'table_named_otherwise' order by row_no$$,
    $$values (5, '入选名单', '推荐信息汇总表'), (6, '入选名单', '推荐信息汇总表')$$, 'with what it is called, at each row');
\set holds `cat ":ROOT/sql/report/holds.sql"`
create temp table nomination_now as select * from nominations_at('t', '2030-03-10 12:00+08') with ordinality;
prepare holds(text, timestamptz) as :holds
create temp table waiting as execute holds('t', '2030-03-10 12:00+08');
select results_eq($$select platform, raw, register, line ->> 'matter' from waiting order by platform collate "C"$$,
    $$values ('甲一云', '入选名单', 'register_decisions', 'table_named_otherwise'), ('甲二云', '入选名单', 'register_decisions', 'table_named_otherwise')$$,
    'the office is shown why, and the line that settles it');

select register('decisions', '2030-03-11 09:00+08', '[{"file": "甲市/表.xlsx", "matter": "table_named_otherwise", "decision": "通过", "date": "2030-03-11"}]');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values ('甲一云 recommended counts review_passed'), ('甲二云 recommended counts review_passed'),
    ('乙一云 recommended counts'), ('丙一云 recommended counts')$$, 'one line for the file lets all of it in');
select * from finish();
