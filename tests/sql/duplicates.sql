-- One platform, one enterprise, one unit; and the ways out of a hold.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|同云|甲公司,2|甲二|同公司,3|甲二|别公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|同云|乙公司,2|乙二|同公司}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values
    ('同云 duplicate duplicate_across_units'), ('甲二 duplicate duplicate_across_units'),
        ('甲二 duplicate duplicate_in_table'),
    ('同云 duplicate duplicate_across_units'), ('乙二 duplicate duplicate_across_units')$$,
        'a platform or an enterprise from two units holds both; the later row of a platform in one table is held');
select is_empty($$select from rule_findings_at('t', 'infinity') where concat(raw, read_as, expected) like '%乙%'
       and unit_code = 'A'$$, 'no unit is told another''s names');

select register('decisions', '2030-03-11 09:00+08',
    '[{"unit": "甲市", "platform": "同云", "matter": "与其他申报重复", "decision": "通过", "date": "2030-03-11"},
      {"unit": "乙市", "platform": "乙二", "matter": "duplicate_across_units", "decision": "不予受理", "date": "2030-03-11"}]');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values
    ('同云 recommended counts review_passed'), ('甲二 recommended counts'), ('甲二 duplicate duplicate_in_table'),
        ('同云 duplicate duplicate_across_units'), ('乙二 ineligible ineligible')$$,
    'the office lets one pass, and the other stays held; refusing one frees the other');

select register('withdrawals', '2030-03-12 09:00+08', '[{"unit": "甲市", "platform": "同云", "date": "2030-03-12"}]');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok(exists(select from decisions() d where d = '同云 recommended counts'), 'a withdrawal frees the other');

-- on the direct route each applicant is one of its own
select submit('企业直报/一.xlsx', '2030-03-13 10:00+08', '{1|直云|直一公司}');
select submit('企业直报/二.xlsx', '2030-03-13 11:00+08', '{1|直云|直二公司}');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is((select count(*) from decisions() d where d = '直云 duplicate duplicate_across_units'), 2::bigint,
       'two direct applicants for one platform are both held');

-- A duplicate may keep one: with more than one of them passed none is, and the office is told at its own lines.
select submit('丙市/表.xlsx', '2030-03-14 10:00+08', '{1|丙同|丙同公司,2|丙双|双公司,3|丙双|双公司}');
select submit('甲市/三.xlsx', '2030-03-14 10:00+08', '{1|丙同|丙同公司}');
select register('decisions', '2030-03-14 11:00+08',
    '[{"unit": "甲市", "platform": "丙同", "matter": "duplicate_across_units", "decision": "通过", "date": "2030-03-14"},
      {"unit": "丙市", "platform": "丙同", "matter": "duplicate_across_units", "decision": "通过", "date": "2030-03-14"},
      {"unit": "丙市", "platform": "丙双", "matter": "duplicate_in_table", "decision": "通过", "date": "2030-03-14"}]');
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select d from decisions() d where d like '丙%'$$, $$values
    ('丙同 duplicate duplicate_across_units;duplicate_passed_twice'), ('丙同 duplicate duplicate_across_units;duplicate_passed_twice'),
    ('丙双 recommended counts'), ('丙双 duplicate duplicate_in_table;duplicate_passed_twice')$$,
    'passed on both sides it is held on both; a repeated row beside its first one as well');
select results_eq($$select unit_code, row_no - 4, read_as from rule_findings_at('t', 'infinity') where code = 'duplicate_passed_twice' order by row_no$$,
    $$values (null::text, 1, '丙市“丙同”（丙同公司）'), (null, 2, '甲市“丙同”（丙同公司）'), (null, 3, '同一张表第6行的“丙双”（双公司）')$$,
    'each line with what it would keep beside; no unit is told');
select is_empty($$select from told_findings_at('t', 'infinity') where code = 'duplicate_passed_twice' and state <> 'apart'$$,
    'nor by a slip');

-- Refusing one of them keeps the other; of a repeated row it is the row that repeats which is refused.
select register('decisions', '2030-03-15 11:00+08',
    '[{"unit": "甲市", "platform": "丙同", "matter": "duplicate_across_units", "decision": "不予受理", "date": "2030-03-15"},
      {"unit": "丙市", "platform": "丙同", "matter": "duplicate_across_units", "decision": "通过", "date": "2030-03-14"},
      {"unit": "丙市", "platform": "丙双", "enterprise": "双公司", "matter": "duplicate_in_table", "decision": "不予受理", "date": "2030-03-15"}]');
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select d from decisions() d where d like '丙%'$$, $$values
    ('丙同 ineligible ineligible'), ('丙同 recommended counts'), ('丙双 recommended counts'), ('丙双 ineligible ineligible')$$,
    'one is kept');
select is_empty($$select from rule_findings_at('t', 'infinity') where code = 'duplicate_passed_twice'$$, 'and nothing is left to tell');

-- two platforms of one enterprise are two, where the office says so
select submit('丙市/四.xlsx', '2030-03-16 10:00+08', '{1|丁一|两平台公司}');
select submit('乙市/四.xlsx', '2030-03-16 10:00+08', '{1|丁二|两平台公司}');
select register('decisions', '2030-03-16 11:00+08',
    '[{"unit": "丙市", "platform": "丁一", "matter": "duplicate_across_units", "decision": "通过", "date": "2030-03-16"},
      {"unit": "乙市", "platform": "丁二", "matter": "duplicate_across_units", "decision": "通过", "date": "2030-03-16"}]');
\set clock 2030-03-16T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select d from decisions() d where d like '丁%'$$, $$values ('丁一 recommended counts review_passed'), ('丁二 recommended counts review_passed')$$,
    'both stand');
select * from finish();
