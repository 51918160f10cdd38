-- The award year's winners: both names, a former name or the code exempt; one name alone is a question for a person.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
select register('winners', '2030-03-09 09:00+08',
    '[{"award_year": "2028", "platform": "金云", "enterprise": "金公司", "uscc": "91350100M000100Y43", "former_names": "老金公司；更老公司"},
      {"award_year": "2028", "platform": "银云", "enterprise": "银公司"},
      {"award_year": "2026", "platform": "旧云", "enterprise": "旧公司"}]');
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|金云|金公司,2|甲二|甲二公司,3|甲三|甲三公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|银云|别的公司,2|新银云|银公司,3|旧云|旧公司,4|乙四|乙四公司}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values
    ('金云 exempt'), ('甲二 recommended counts'), ('甲三 recommended counts'),
    ('银云 needs_review winner_candidate'), ('新银云 needs_review enterprise_won_with_other_platform'),
        ('旧云 recommended counts'), ('乙四 recommended counts')$$,
    'both names exempt and take no seat; one name waits and displaces nobody; another year''s list does not count');
select results_eq($$select read_as from rule_findings_at('t', 'infinity') where code = 'winner_candidate'$$,
       $$values ('银云（银公司）')$$, 'the candidate is named');

select register('matches', '2030-03-11 09:00+08',
    '[{"platform": "银云", "enterprise": "别的公司", "award_year": "2028", "listed_platform": "银云", "listed_enterprise": "银公司", "verdict": "是", "date": "2030-03-11"},
      {"platform": "新银云", "enterprise": "银公司", "award_year": "2028", "listed_platform": "银云",
          "listed_enterprise": "银公司", "verdict": "否", "date": "2030-03-11"}]');
select submit('甲市/表.xlsx', '2030-03-11 10:00+08', '{1|金云|更老公司,2|甲二|甲二公司,3|甲三|甲三公司}');
select submit('丙市/表.xlsx', '2030-03-11 10:00+08', '{1|金云|换了名的公司|91350100M000100Y43}');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values
    ('金云 duplicate duplicate_across_units'), ('金云 withdrawn corrected_by_resubmission'), ('甲二 recommended counts'),
        ('甲三 recommended counts'),
    ('银云 exempt review_passed'), ('新银云 recommended counts quota_order_assumed;review_passed'),
        ('旧云 recommended counts quota_order_assumed'), ('乙四 over_quota over_quota'),
    ('金云 duplicate duplicate_across_units')$$,
    'a person''s 是 exempts and 否 counts; the duplicate hold comes before the exemption');

-- of two lines the newer counts; two of one day that contradict each other settle nothing
select register('matches', '2030-03-11 13:00+08',
    '[{"platform": "银云", "enterprise": "别的公司", "award_year": "2028", "listed_platform": "银云", "listed_enterprise": "银公司", "verdict": "是", "date": "2030-03-10"},
      {"platform": "银云", "enterprise": "别的公司", "award_year": "2028", "listed_platform": "银云", "listed_enterprise": "银公司", "verdict": "否", "date": "2030-03-11"},
      {"platform": "新银云", "enterprise": "银公司", "award_year": "2028", "listed_platform": "银云", "listed_enterprise": "银公司", "verdict": "否", "date": "2030-03-11"},
      {"platform": "新银云", "enterprise": "银公司", "award_year": "2028", "listed_platform": "银云", "listed_enterprise": "银公司", "verdict": "是", "date": "2030-03-11"}]');
\set clock 2030-03-11T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select decisions()', $$values ('银云 recommended counts quota_order_assumed;review_passed'),
    ('新银云 needs_review enterprise_won_with_other_platform')$$, 'the newest 裁定 counts, a contradiction does not');
select bag_eq($$select row_no, raw from rule_findings_at('t', 'infinity') where code = 'register_lines_contradict'$$,
    $$values (7, '新银云，银公司'), (8, '新银云，银公司')$$, 'and the office is told of both its lines, but not of those that a newer day has settled');

select submit('丙市/表.xlsx', '2030-03-12 10:00+08', '{1|丙一|丙一公司}');
select register('withdrawals', '2030-03-12 09:00+08',
       '[{"unit": "甲市", "platform": "金云", "enterprise": "金公司", "date": "2030-03-12"}]');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions() limit 2', $$values ('金云 exempt'), ('金云 withdrawn withdrawn')$$,
       'a former name exempts, a recorded withdrawal is no drop');

select submit('甲市/表.xlsx', '2030-03-13 10:00+08', '{2|甲二|甲二公司,3|甲三|甲三公司}');
select submit('丙市/表.xlsx', '2030-03-13 10:00+08', '{1|金云|换了名的公司|91350100M000100Y43}');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok(exists(select from decisions() d where d = '金云 exempt'), 'the code exempts under any name');

select submit('丙市/表.xlsx', '2030-03-14 10:00+08', '{1|金云|又换了名的公司|M000100Y-4}');
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok(exists(select from decisions() d where d = '金云 exempt'), 'so does the organisation code within it');
select * from finish();
