-- late: decide: a late upload waits for the office.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2, late => 'decide');
update cycle set deadline_inclusive = false where cycle = 't';
select submit('甲市/准点.xlsx', '2030-03-18 15:00:00+08', '{1|甲一|甲一公司}');
select submit('乙市/早.xlsx', '2030-03-18 14:59:59+08', '{1|乙一|乙一公司}');
select submit('乙市/晚.xlsx', '2030-03-19 09:00+08', '{1|乙一|乙一公司,2|乙二|乙二公司}');
\set clock 2030-03-19T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select outcomes()', $$values ('乙市/早.xlsx accepted'), ('乙市/晚.xlsx late late'),
       ('甲市/准点.xlsx late late')$$, 'not inclusive: the instant itself is late');
select results_eq('select decisions()', $$values ('甲一 late late'), ('乙一 recommended counts'), ('乙二 late late')$$,
       'until decided they do not count');

select register('decisions', '2030-03-20 09:00+08',
       '[{"file": "乙市/晚.xlsx", "matter": "late", "decision": "通过", "date": "2030-03-20"},
    {"unit": "甲市", "platform": "没有", "matter": "late", "decision": "通过", "date": "2030-03-20"}]');
\set clock 2030-03-20T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select outcomes()', $$values ('乙市/早.xlsx superseded'), ('乙市/晚.xlsx accepted review_passed'),
       ('甲市/准点.xlsx late late')$$, 'the office lets one pass');
select results_eq('select decisions()', $$values ('甲一 late late'), ('乙一 recommended counts'),
       ('乙二 recommended counts review_passed')$$, 'and its rows count');
select ok('register_line_unmatched' in (select codes()), 'a decision that fits nothing is a finding');
select results_eq($$select distinct read_as from rule_findings_at('t', 'infinity') where code = 'late'$$,
       $$values ('能否受理由主管处室决定')$$, 'a unit is told that the office decides');

-- a line that names a platform lets in that row alone, and whatever comes after its day needs another
select submit('丙市/早.xlsx', '2030-03-18 10:00+08', '{1|丙一|丙一公司,2|丙二|丙二工司}');
select submit('丙市/晚.xlsx', '2030-03-19 09:00+08', '{1|丙二|丙二公司,2|丙三|丙三公司,3|丙四|丙四公司}');
select submit('甲市/准点.xlsx', '2030-03-21 09:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
select register('decisions', '2030-03-21 09:00+08',
       '[{"unit": "丙市", "platform": "丙二", "matter": "late", "decision": "通过", "date": "2030-03-20"},
    {"file": "甲市/准点.xlsx", "matter": "late", "decision": "通过", "date": "2030-03-20"}]');
\set clock 2030-03-21T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select outcomes() where true offset 0', $$values ('丙市/早.xlsx accepted'), ('丙市/晚.xlsx late late;review_passed'),
       ('乙市/早.xlsx accepted'), ('乙市/晚.xlsx late late'), ('甲市/准点.xlsx accepted review_passed'),
       ('甲市/准点.xlsx late late')$$, 'the table in time still stands; new bytes at a path that was passed are late');
select results_eq($$select n.platform || n.enterprise || ' ' || n.decision || ' ' || array_to_string(n.reasons, ';')
       from nominations_at('t', 'infinity') n where unit_code = 'C'
       order by n.platform collate "C", n.enterprise collate "C"$$,
    $$values ('丙一丙一公司 recommended '), ('丙三丙三公司 late late'), ('丙二丙二公司 recommended review_passed'),
        ('丙二丙二工司 withdrawn corrected_by_resubmission'), ('丙四丙四公司 late late')$$,
    'the row that was let in takes the place of its platform''s row');
select ok(exists(select from decisions() d where d = '甲一 recommended counts review_passed'), 'what was passed stays');

-- what a receipt proves to be in time needs no pass, and a line that did it is no bad one
select submit('乙市/路上.xlsx', '2030-03-21 10:00+08', '{1|乙一|乙一公司,2|乙三|乙三公司}');
select register('decisions', '2030-03-22 09:00+08',
       '[{"unit": "乙市", "file": "乙市/路上.xlsx", "matter": "late", "decision": "通过", "date": "2030-03-21"},
    {"unit": "乙市", "platform": "乙三", "matter": "late", "decision": "通过", "date": "2030-03-21"},
    {"unit": "乙市", "platform": "乙四", "matter": "late", "decision": "通过", "date": "2030-03-21"},
    {"unit": "丙市", "file": "丙市/早.xlsx", "matter": "late", "decision": "通过", "date": "2030-03-21"}]');
\set clock 2030-03-22T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok(exists(select from outcomes() o where o = '乙市/路上.xlsx accepted review_passed'), 'passed');
select register('receipts', '2030-03-22 13:00+08', '[{"file": "乙市/路上.xlsx", "received_at": "2030-03-18T14:00"}]');
\set clock 2030-03-22T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok(exists(select from outcomes() o where o = '乙市/路上.xlsx superseded' or o = '乙市/路上.xlsx accepted'), 'in time');
select results_eq($$select row_no - 4, code from rule_findings_at('t', 'infinity') join arrival using (arrival_id) where path = 'decisions.csv' order by row_no$$,
       $$values (1, 'late_pass_needless'), (2, 'late_pass_needless'), (3, 'register_line_unmatched'), (4, 'register_line_unmatched')$$,
       'no longer needed; of what was never late, or is not there, it is told as before');

-- Of decisions on one matter and one subject the newest counts; a row refused before is not let in by a pass of its file.
select submit('甲市/迟到.xlsx', '2030-03-22 15:00+08', '{1|甲五|甲五公司,2|甲六|甲六公司}');
select register('decisions', '2030-03-23 09:00+08',
    '[{"unit": "甲市", "file": "甲市/迟到.xlsx", "matter": "late", "decision": "不予受理", "date": "2030-03-23"}]');
\set clock 2030-03-23T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select d from decisions() d where d ~ '甲[五六]'$$, $$values ('甲五 ineligible ineligible;late'), ('甲六 ineligible ineligible;late')$$, 'refused');
select results_eq($$select f.read_as from rule_findings_at('t', 'infinity') f join arrival using (arrival_id) where code = 'late' and path = '甲市/迟到.xlsx'$$,
    $$values ('主管处室已决定不予受理')$$, 'and the unit is not told that it is still to be decided');
select register('decisions', '2030-03-24 09:00+08',
    '[{"unit": "甲市", "file": "甲市/迟到.xlsx", "matter": "late", "decision": "不予受理", "date": "2030-03-23"},
      {"unit": "甲市", "platform": "甲六", "matter": "late", "decision": "不予受理", "date": "2030-03-23"},
      {"unit": "甲市", "file": "甲市/迟到.xlsx", "matter": "late", "decision": "通过", "date": "2030-03-24"}]');
\set clock 2030-03-24T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select d from decisions() d where d ~ '甲[五六]'$$, $$values ('甲五 recommended counts review_passed'), ('甲六 ineligible ineligible')$$,
    'the newer decision on the file counts, and what was said of one row stays');
select results_eq($$select o from outcomes() o where o like '甲市/迟到%'$$, $$values ('甲市/迟到.xlsx accepted review_passed')$$, 'as it does of the upload');
select is_empty($$select from rule_findings_at('t', 'infinity') join arrival using (arrival_id)
    where path = '甲市/迟到.xlsx' and code = 'late' or path = 'decisions.csv' and code <> 'late_pass_needless'$$, 'nothing is told against it');

-- A row let in alone comes behind the table that came in time, whatever its number; and is not told any more to wait.
select register('withdrawals', '2030-03-24 13:00+08', '[{"unit": "甲市", "platform": "甲五", "date": "2030-03-24"}]');
select submit('甲市/再来.xlsx', '2030-03-24 13:00+08', '{1|甲八|甲八公司}');
select submit('乙市/期内.xlsx', '2030-03-18 14:59:59+08', '{1|乙五|乙五公司,2|乙六|乙六公司}');
select submit('乙市/单行.xlsx', '2030-03-24 13:00+08', '{1|乙七|乙七公司,2|乙六|乙六公司}');
select register('decisions', '2030-03-24 14:00+08',
    '[{"unit": "乙市", "platform": "乙七", "matter": "late", "decision": "通过", "date": "2030-03-24"}]');
\set clock 2030-03-24T15:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select platform collate "default", decision, reasons from nominations_at('t', 'infinity') where platform in ('乙五', '乙六', '乙七') order by seq_value$$,
    $$values ('乙五', 'recommended', '{quota_order_assumed}'::text[]), ('乙六', 'recommended', '{quota_order_assumed}'), ('乙七', 'over_quota', '{over_quota,review_passed}')$$,
    'those in time keep their seats');
select bag_eq($$select path, o.reasons from outcomes_at('t', 'infinity') o join arrival using (arrival_id) where path in ('乙市/单行.xlsx', '甲市/再来.xlsx')$$,
    $$values ('乙市/单行.xlsx', '{review_passed}'::text[]), ('甲市/再来.xlsx', '{late}')$$, 'the decided file does not wait');
select results_eq($$select path from rule_findings_at('t', 'infinity') join arrival using (arrival_id) where code = 'late' and path in ('乙市/单行.xlsx', '甲市/再来.xlsx')$$,
    $$values ('甲市/再来.xlsx')$$, 'and is not told to');
select * from finish();
