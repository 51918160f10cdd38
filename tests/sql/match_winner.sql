-- 匹配裁定 speaks of an entry of 历年入选名单; where that year's list has none such, it does nothing and is told.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲新公司,2|甲二|甲二公司}');
select register('winners', '2030-03-10 09:00+08', '[{"award_year": "2028", "platform": "甲一", "enterprise": "甲旧公司"}, {"award_year": "2026", "platform": "甲二", "enterprise": "甲二公司"}]');
select register('matches', '2030-03-10 09:00+08',
    '[{"platform": "甲一", "enterprise": "甲新公司", "award_year": "2029", "listed_platform": "甲一", "listed_enterprise": "甲旧公司", "verdict": "是", "date": "2030-03-09"},
      {"platform": "甲一", "enterprise": "甲新公司", "award_year": "2028", "listed_platform": "甲一", "listed_enterprise": "别的公司", "verdict": "是", "date": "2030-03-09"},
      {"platform": "甲二", "enterprise": "甲二公司", "award_year": "2026", "listed_platform": "甲二", "listed_enterprise": "甲二公司", "verdict": "是", "date": "2030-03-09"},
      {"platform": "甲二", "enterprise": "甲二公司", "award_year": "2029", "listed_platform": "甲二", "listed_enterprise": "甲二公司", "verdict": "是", "date": "2029-03-09"}]');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select row_no - 4 || ' ' || concat_ws(' ', code, read_as, expected) from rule_findings_at('t', 'infinity') where code ~ '^(match|register)_' order by row_no$$,
    $$values ('1 match_winner_missing 2029 甲一，甲旧公司'), ('2 match_winner_missing 2028 甲一，别的公司')$$, 'a year, or an entry, that the list does not have');
select results_eq('select decisions()', $$values ('甲一 needs_review winner_candidate'), ('甲二 recommended counts')$$, 'the question stays open');
select * from finish();
