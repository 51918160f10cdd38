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
       ('乙二 recommended counts')$$, 'and its rows count');
select ok('register_line_unmatched' in (select codes()), 'a decision that fits nothing is a finding');
select * from finish();
