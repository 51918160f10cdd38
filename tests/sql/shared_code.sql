-- One code, two enterprises: held where another unit's nomination has it, told where one of the unit's own has; and the form's code against the table's.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(9);
select make_papers();
insert into field (cycle, kind, field, field_order, label, value_type, place, required, personal)
values ('t', 'application', 'ent_org_code', 1, '组织机构代码', 'uscc', 'row', false, false);
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'uscc_shared_across_units', 'shared_code', '{}', 'error', '一'),
    ('t', 'uscc_shared_in_unit', 'shared_code', '{}', 'warning', '一'),
    ('t', 'uscc_differs', 'same_as', '{"field": "ent_org_code", "summary": "ent_org_code"}', 'warning', '一');
insert into message values ('uscc_shared_across_units', '信用代码与其他申报相同', '信用代码与其他申报相同') on conflict do nothing;
-- 甲一 and 乙一: the table's code and the form's, of which the shorter is the organisation's part; 甲二 and 甲三: two enterprises of one unit; 甲四 and 乙四: one name, which is
-- told as such; 丙一 and 丙二: two platforms of one enterprise; 直一 and 直二: two applicants of the direct route
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司|91350100M000100Y43,2|甲二|甲二公司|91350100000000002X,3|甲三|甲三公司|91350100000000002x,
    4|甲四|同公司|913501000000000044}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一集团,4|乙四|同公司|913501000000000044,5|乙五|乙五公司|91350100000000005X}');
select submit('丙市/表.xlsx', '2030-03-10 10:00+08', '{1|丙一|丙公司|91350100000000006A,2|丙二|丙公司|91350100000000006A,3|丙三|丙三公司|}');
select submit('企业直报/一.xlsx', '2030-03-10 10:00+08', '{1|直一|直一公司|913501000000000077}');
select submit('企业直报/二.xlsx', '2030-03-10 10:00+08', '{1|直二|直二公司|913501000000000077}');
select form(paper('乙市/申报书.xlsx', '2030-03-10 10:00+08'), '乙一', '{"eq_total": "3", "ent_org_code": "M000100Y-4"}');
select form(paper('乙市/申报书五.xlsx', '2030-03-10 10:00+08'), '乙五', '{"eq_total": "3", "ent_org_code": "91350100000000005Y"}');
select form(paper('丙市/申报书.xlsx', '2030-03-10 10:00+08'), '丙一', '{"eq_total": "3", "ent_org_code": "00000000-6"}');
select form(paper('丙市/申报书二.xlsx', '2030-03-10 10:00+08'), '丙二', '{"eq_total": "3", "ent_org_code": "00000008-8"}');
select form(paper('丙市/申报书三.xlsx', '2030-03-10 10:00+08'), '丙三', '{"eq_total": "3", "ent_org_code": "91440100000000003A"}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select unit_code, raw, read_as from rule_findings_at('t', 'infinity') where code = 'uscc_shared_across_units'$$, $$values
    ('A', '甲一公司', '91350100M000100Y43'), ('B', '乙一集团', 'M000100Y-4'), ('Z', '直一公司', '913501000000000077'), ('Z', '直二公司', '913501000000000077')$$,
    'one code of two units or applicants under two names: each is told its own name and code');
select bag_eq($$select unit_code, raw, read_as from rule_findings_at('t', 'infinity') where code = 'uscc_shared_in_unit'$$,
    $$values ('A', '甲二公司', '91350100000000002X'), ('A', '甲三公司', '91350100000000002x')$$, 'within one unit it is a warning');
select is_empty($$select from rule_findings_at('t', 'infinity') where code ~ '^uscc_shared' and expected is not null$$, 'no unit is told another''s');
select bag_eq('select decisions()', $$values
    ('甲一 needs_review uscc_shared_across_units'), ('甲二 recommended counts uscc_shared_in_unit'), ('甲三 recommended counts uscc_shared_in_unit'),
    ('甲四 duplicate duplicate_across_units'), ('乙一 needs_review uscc_shared_across_units'), ('乙四 duplicate duplicate_across_units'),
    ('乙五 recommended counts'), ('丙一 recommended counts'), ('丙二 recommended counts'), ('丙三 needs_review wrong_province'),
    ('直一 needs_review uscc_shared_across_units'), ('直二 needs_review uscc_shared_across_units')$$, 'neither stands unseen; one name is told as such, one unit''s are not held');
select bag_eq($$select unit_code, field, read_as, expected from rule_findings_at('t', 'infinity') where code = 'uscc_differs'$$, $$values
    ('B', '组织机构代码', '91350100000000005Y', '91350100000000005X'), ('C', '组织机构代码', '00000008-8', '91350100000000006A')$$,
    'the form''s code is the table''s, or the organisation''s part of it');
select results_eq($$select raw from rule_findings_at('t', 'infinity') where code = 'wrong_province'$$, $$values ('91440100000000003A')$$,
    'a code is told where it stands, not where the table left it blank');

select register('decisions', '2030-03-11 09:00+08',
    '[{"unit": "甲市", "platform": "甲一", "matter": "信用代码与其他申报相同", "decision": "通过", "date": "2030-03-11"}]');
select register('withdrawals', '2030-03-11 09:00+08', '[{"unit": "企业直报", "platform": "直二", "date": "2030-03-11"}]');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select d from decisions() as d where d ~ '^(甲一|乙一|直.) '$$, $$values
    ('甲一 recommended counts review_passed'), ('乙一 needs_review uscc_shared_across_units'), ('直一 recommended counts'), ('直二 withdrawn withdrawn')$$,
    'the office lets one pass, and a withdrawal frees the other');
select * from finish();
