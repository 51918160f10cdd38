-- Surplus: 序号 missing or repeated, waivers, exempt rows beside counted ones.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,|甲二|甲二公司,3|甲三|甲三公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一公司,2|乙二|乙二公司,2|乙三|乙三公司}');
select submit('丙市/表.xlsx', '2030-03-10 10:00+08', '{|丙一|丙一公司,|丙二|丙二公司}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values
    ('甲一 needs_review sequence_incomplete'), ('甲三 needs_review sequence_incomplete'),
        ('甲二 needs_review sequence_incomplete'),
    ('乙一 needs_review sequence_incomplete'), ('乙二 needs_review sequence_incomplete'),
        ('乙三 needs_review sequence_incomplete'),
    ('丙一 recommended counts'), ('丙二 recommended counts')$$,
        'in a surplus a missing or repeated 序号 holds all of the unit; without a surplus it does not matter');

insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, field, severity, code)
select arrival_id, 1, '汇总表', 'sum_seq2', case path when '丙市/表.xlsx' then 1 else 2 end, '序号', 'warning', 'sequence_missing' from arrival where path like '%/表.xlsx';
select set_eq($$select unit_code, code from findings_at('t', '2030-03-10 12:00+08') where code like 'sequence%'$$,
       $$select unit_code, case unit_name when '丙市' then 'sequence_missing' else 'sequence_incomplete' end from unit where cycle = 't' and unit_name in ('甲市', '乙市', '丙市')$$,
       'what the reader has said of the numbers is not told again where these hold the rows');

select register('waivers', '2030-03-11 09:00+08',
    '[{"unit": "甲市", "platform": "甲二", "enterprise": "甲二公司", "doc_no": "样批1号", "date": "2030-03-11"},
      {"unit": "乙市", "platform": "乙九", "enterprise": "乙九公司", "doc_no": "样批2号", "date": "2030-03-11"},
      {"unit": "乙市", "platform": "乙一", "enterprise": "乙一公司", "doc_no": "样批3号", "date": "2030-02-11"}]');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select decisions() limit 3$$, $$values ('甲一 recommended counts'), ('甲三 recommended counts'),
       ('甲二 recommended waived')$$,
    'a waived nomination takes no seat of the quota');
select results_eq($$select code from rule_findings_at('t', 'infinity') where code like 'register%' order by row_no$$,
       $$values ('register_line_unmatched'), ('register_line_before_notice')$$,
    'a waiver that matches nothing and one before the notice are findings');
select results_eq($$select seat_no, seat_for, waiver from quota_seat where seat_for <> ''$$,
       $$values (-1, '甲二|甲二公司', '样批1号')$$, 'its seat is bound to it');
select throws_ok($$update ruling set seat_no = -1, seat_for = '甲二|甲二公司' where nomination like '甲三|%'$$, '23514', null,
       'and to nobody else');

select register('waivers', '2030-03-12 09:00+08', '[]');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select decisions() limit 1$$, $$values ('甲一 needs_review sequence_incomplete')$$,
       'a waiver taken back is a surplus again');
select is_empty($$select from quota_seat where seat_for <> ''$$, 'and its seat is gone');
select * from finish();
