-- A newer table: rows corrected, rows withdrawn and listed again, two tables at the same moment.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(3);
select submit('甲市/一.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一工司,2||甲二公司,3|甲三|甲三公司}');
select submit('乙市/一.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一公司,2|乙二|乙二公司}');
select register('withdrawals', '2030-03-10 11:00+08', '[{"unit": "乙市", "platform": "乙一", "date": "2030-03-10"}]');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty($$select from rule_findings_at('t', 'infinity') where code = 'withdrawn_listed_again'$$,
    'the table is as old as the withdrawal');

select submit('甲市/二.xlsx', '2030-03-11 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
select submit('乙市/二.xlsx', '2030-03-11 10:00+08', '{1|乙一|乙一公司,2|乙二|乙二公司,3|乙三|乙三公司}');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select coalesce(platform, '') || enterprise || ' ' || decision || ' ' || array_to_string(reasons, ';')
    from nominations_at('t', 'infinity') where unit_code = 'A' and decision = 'withdrawn' order by platform collate "C", enterprise$$,
    $$values ('甲一甲一工司 withdrawn corrected_by_resubmission'), ('甲三甲三公司 withdrawn dropped_by_resubmission'),
        ('甲二公司 withdrawn corrected_by_resubmission')$$, 'a corrected row is no platform that is missing');
select results_eq($$select raw from rule_findings_at('t', 'infinity') where code = 'dropped_by_resubmission'$$,
    $$values ('甲三')$$, 'and nobody is told that it is');
select ok(exists(select from decisions() d where d = '乙一 withdrawn withdrawn;withdrawn_listed_again'),
    'withdrawn, and listed in a table of a later day: it stays withdrawn');
select results_eq($$select unit_code, raw from rule_findings_at('t', 'infinity') where code = 'withdrawn_listed_again'$$,
    $$values ('B', '乙一')$$, 'and is told');

select submit('丙市/甲.xlsx', '2030-03-12 10:00+08', '{1|丙一|丙一公司}');
select submit('丙市/乙.xlsx', '2030-03-12 10:00+08', '{1|丙二|丙二公司}');
select submit('乙市/三.xlsx', '2030-03-12 10:00+08', '{1|乙二|乙二公司}', bytes => '同');
select submit('乙市/四.xlsx', '2030-03-12 10:00+08', '{1|乙二|乙二公司}', bytes => '同');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select path, raw, read_as from rule_findings_at('t', 'infinity') join arrival using (arrival_id)
    where code = 'arrival_order_assumed' order by path collate "C"$$,
    $$values ('丙市/乙.xlsx', '丙市/甲.xlsx', '丙市/甲.xlsx'), ('丙市/甲.xlsx', '丙市/乙.xlsx', '丙市/甲.xlsx')$$,
    'two tables at the same moment are both told, with the one that counts; the same bytes twice are not');
select set_has('select outcomes()', $$values ('丙市/乙.xlsx superseded arrival_order_assumed'),
    ('丙市/甲.xlsx accepted arrival_order_assumed')$$, 'and both bear it');

-- a decision on a file speaks of the bytes that lay there, not of others later
select submit('丙市/甲.xlsx', '2030-03-15 10:00+08', '{1|丙一|丙一公司}', bytes => '改过的');
select register('decisions', '2030-03-13 09:00+08',
    '[{"file": "丙市/甲.xlsx", "matter": "name_garbled", "decision": "不予受理", "date": "2030-03-13"}]');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok(exists(select from decisions() d where d = '丙一 ineligible ineligible'), 'a file is refused');
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok(exists(select from decisions() d where d = '丙一 recommended counts'), 'its better successor is not');
select * from finish();
