-- Forms and lists: whose each is, which one counts, what a nomination's application is worth.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3, late => 'decide');
select make_papers();

-- whose
select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
select submit('乙市/汇总.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一公司}');
select form(paper('甲市/甲一申报书.xlsx', '2030-03-10 10:00+08'), '甲一', '{"ent_name": "甲一公司", "eq_total": "3"}');
select list(paper('甲市/甲二/设备.csv', '2030-03-10 09:00+08'), 'equipment');
select list(paper('甲市/没写平台.csv', '2030-03-10 10:00+08'), 'equipment');
select list(paper('甲市/甲二/写的是甲一.csv', '2030-03-10 10:00+08'), 'equipment', '甲一');
select list(paper('甲市/附件/写的是甲一.csv', '2030-03-10 10:00+08'), 'staff', '甲一');
select list(paper('乙市/花名册.csv', '2030-03-10 10:00+08'), 'staff');
select list(paper('乙市/外人的.csv', '2030-03-10 10:00+08'), 'staff', '丁一');
select list(list(form(paper('甲市/一本.xlsx', '2030-03-10 10:00+08'), '甲二'), 'staff'), 'equipment', '甲二');
select list(paper('丙市/没有汇总表.csv', '2030-03-10 10:00+08'), 'staff', '丙一');
select list(paper('放在根目录.csv', '2030-03-10 10:00+08'), 'staff', '甲一');
select form(paper('根目录的申报书.xlsx', '2030-03-10 10:00+08'), '乙一', '{"cover_recommending_unit": "乙市"}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is(:'status'::text, '1', 'a night with forms and lists');
select results_eq('select papers()', $$values
    ('丙市/没有汇总表.csv staff 丙一 accepted platform_not_listed'),
    ('乙市/外人的.csv staff 丁一 accepted platform_not_listed'),
    ('乙市/花名册.csv staff 乙一 accepted'),
    ('放在根目录.csv staff 甲一 unattributed no_unit_named'),
    ('根目录的申报书.xlsx application 乙一 accepted attributed_by_content'),
    ('甲市/一本.xlsx application 甲二 accepted'),
    ('甲市/一本.xlsx equipment 甲二 accepted'),
    ('甲市/一本.xlsx staff 甲二 accepted'),
    ('甲市/没写平台.csv equipment  refused platform_not_named'),
    ('甲市/甲一申报书.xlsx application 甲一 accepted'),
    ('甲市/甲二/写的是甲一.csv equipment 甲一 refused platform_mismatch'),
    ('甲市/甲二/设备.csv equipment 甲二 superseded'),
    ('甲市/附件/写的是甲一.csv staff 甲一 accepted')$$,
    'head block, file, folder, only nomination, in this order; else refused');
select results_eq($$select code || ' ' || coalesce(raw, '') || ' ' || coalesce(read_as, '') || ' ' || coalesce(expected, '')
    from rule_findings_at('t', 'infinity') where code like 'platform%' order by code, raw$$, $$values
    ('platform_assumed  乙一 '), ('platform_mismatch 甲一 所在文件夹是“甲二” 甲一、甲二'), ('platform_not_listed 丁一  乙一'),
    ('platform_not_listed 丙一  （汇总表中还没有平台）'), ('platform_not_named   甲一、甲二')$$, 'each is told with what the unit lists');
select results_eq('select states()', $$values ('乙一 未交 equipment'), ('甲一 未交 equipment'), ('甲二 齐全')$$,
    'what is due and not there');

-- what is due, and what is wrong
select form(paper('甲市/甲一申报书.xlsx', '2030-03-11 10:00+08'), '甲一', '{"ent_name": "甲一公司", "eq_total": "无"}');
select form(paper('乙市/第二版.xlsx', '2030-03-11 10:00+08'), '乙一', '{"eq_total": "0"}');
insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, severity, code)
select arrival_id, 1, '表1', 'C9', 9, 'error', 'number_bad' from arrival where path = '乙市/第二版.xlsx';
insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, severity, code)
select arrival_id, 1, '表1', 'C9', 9, 'warning', 'number_odd' from arrival where path = '甲市/一本.xlsx';
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select states()', $$values ('乙一 有误 number_bad'), ('甲一 齐全'), ('甲二 齐全')$$,
    'a list of what there is none of is not due; an error is one, a warning none');
select results_eq($$select states('2030-03-10 13:00+08')$$,
    $$values ('乙一 未交 equipment'), ('甲一 未交 equipment'), ('甲二 齐全')$$, 'and a report may look back');
select set_has('select papers()', $$values ('根目录的申报书.xlsx application 乙一 superseded attributed_by_content')$$,
    'the newer form supersedes, whichever way it came');
select results_eq($$select decision from nominations_at('t', 'infinity') where platform = '乙一'$$,
    $$values ('recommended')$$, 'an error in the form never touches the ruling');
select register('decisions', '2030-03-12 09:00+08', '[{"unit": "乙市", "platform": "乙一", "matter": "number_bad",
    "decision": "通过", "date": "2030-03-12"}]');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select s from states() s where s like '乙一%'$$, $$values ('乙一 齐全')$$,
    'what a person has passed is no error');

-- a table with a row for each platform
select form(form(paper('甲市/宽表.csv', '2030-03-13 10:00+08'), '甲一', '{"eq_total": "无"}', 1), '甲二',
    '{"eq_total": "5"}', 2, 1);
insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, severity, code)
select arrival_id, 1, '表1', 'eq_total2', 6, 'error', 'number_bad' from arrival where path = '甲市/宽表.csv';
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select papers()', $$values ('甲市/宽表.csv application 甲一 accepted'),
    ('甲市/宽表.csv application 甲二 accepted')$$, 'a wide table stands for each of its platforms');
select results_eq($$select s from states() s where s like '甲%'$$, $$values ('甲一 齐全'), ('甲二 有误 number_bad')$$,
    'and an error in one row is that platform''s alone');

-- a row that names none
select submit('丙市/汇总.xlsx', '2030-03-13 10:00+08', '{1|丙一|丙一公司,2|丙二|丙二公司}');
select form(form(paper('丙市/丙一/一行没写.csv', '2030-03-13 10:00+08'), '丙一', '{"eq_total": ""}', 1), '', '{"eq_total": "5"}', 2, 1);
select list(max(arrival_id), 'staff') from arrival where path = '丙市/丙一/一行没写.csv';
select form(form(paper('乙市/两行没写.csv', '2030-03-13 10:00+08'), '', '{"eq_total": "3"}', 1), '', '{"eq_run": "5"}', 2, 1);
\set clock 2030-03-13T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select p from papers() p where p ~ '行没写'$$, $$values
    ('丙市/丙一/一行没写.csv application  refused platform_not_named'), ('丙市/丙一/一行没写.csv application 丙一 accepted'),
    ('丙市/丙一/一行没写.csv staff 丙一 accepted'), ('乙市/两行没写.csv application  refused platform_not_named')$$,
    'a row among others that names no platform is neither the other row''s nor its folder''s nor the only nomination''s');
select results_eq($$select concat_ws(' ', f.cell, f.row_no, f.expected) from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id)
    where f.code = 'platform_not_named' and a.path ~ '行没写' order by a.path collate "C"$$,
    $$values ('platform_name2 6 丙一、丙二'), ('platform_name1 5 乙一')$$, 'told at its own cell');

-- a form over several sheets
select form(form(paper('甲市/分页.xlsx', '2030-03-14 10:00+08'), '甲二', '{"eq_total": "5"}'), '',
    '{"eq_run": "5"}');
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select p from papers() p where p like '甲市/分页%'$$,
    $$values ('甲市/分页.xlsx application 甲二 accepted')$$, 'sheets that name no platform go with the one that does');

-- a list of nothing, beside one of something
select list(paper('甲市/空清单.csv', '2030-03-15 10:00+08'), 'staff', '甲二', rows => 0);
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select s from states() s where s like '甲二%'$$, $$values ('甲二 齐全')$$,
    'a list without a row undoes none');
select list(paper('甲市/花名册.csv', '2030-03-16 10:00+08'), 'staff', '甲二');

-- late, passed, ordered
select list(paper('乙市/迟到.csv', '2030-03-19 10:00+08'), 'equipment', '乙一');
select list(paper('乙市/又迟到.csv', '2030-03-20 10:00+08'), 'staff', '乙一');
\set clock 2030-03-20T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select papers()', $$values ('乙市/迟到.csv equipment 乙一 late late'),
    ('乙市/又迟到.csv staff 乙一 late late'), ('乙市/花名册.csv staff 乙一 accepted')$$,
    'what came late waits and undoes nothing');
select register('decisions', '2030-03-20 13:00+08', '[{"unit": "乙市", "platform": "乙一", "matter": "number_bad",
    "decision": "通过", "date": "2030-03-12"}, {"file": "乙市/迟到.csv", "matter": "late", "decision": "通过",
    "date": "2030-03-20"}, {"unit": "乙市", "platform": "乙一", "matter": "number_bad", "decision": "退回补正",
    "valid_until": "2030-03-22", "date": "2030-03-20"}]');
select list(paper('乙市/补正.csv', '2030-03-21 10:00+08'), 'staff', '乙一');
\set clock 2030-03-21T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select papers()', $$values ('乙市/迟到.csv equipment 乙一 accepted'),
    ('乙市/补正.csv staff 乙一 accepted correction_accepted'), ('乙市/花名册.csv staff 乙一 superseded')$$,
    'passed, or corrected under an order: it counts');
select is_empty($$select row_no from rule_findings_at('t', 'infinity') where code = 'register_line_unmatched'$$,
    'a line that lets a list pass has done something');
select * from finish();
