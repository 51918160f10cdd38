-- One winner under its old and its new name is one platform: whoever nominates it twice, no nomination of it stands unseen.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
insert into rule (cycle, code, shape, operands, severity, clause) values ('t', 'winner_nominated_twice', 'winner_twice', '{}', 'error', '一');
insert into message values ('winner_nominated_twice', '同一获评平台重复推荐', '同一获评平台重复推荐') on conflict do nothing;
select register('winners', '2030-03-09 09:00+08',
    '[{"award_year": "2028", "platform": "金云", "enterprise": "金公司", "former_names": "老金云；老金公司"},
      {"award_year": "2028", "platform": "银云", "enterprise": "银公司", "former_names": "老银云；老银公司"},
      {"award_year": "2028", "platform": "铜云", "enterprise": "铜公司", "former_names": "老铜云；老铜公司"},
      {"award_year": "2028", "platform": "铁云", "enterprise": "铁公司", "former_names": "老铁云"}]');
-- 甲市: 金云 in both names; 银云 by 甲市 and 乙市; 铜云 by two applicants of the direct route; 铁云 once, with a second platform of its enterprise
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|金云|金公司,2|老金云|金公司,3|老银云|老银公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|银云|银公司,2|铁云|铁公司,3|新铁云|铁公司}');
select submit('企业直报/一.xlsx', '2030-03-10 10:00+08', '{1|铜云|铜公司}');
select submit('企业直报/二.xlsx', '2030-03-10 10:00+08', '{1|老铜云|老铜公司}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq('select decisions()', $$values
    ('金云 duplicate winner_nominated_twice'), ('老金云 duplicate winner_nominated_twice'), ('老银云 duplicate winner_nominated_twice'),
    ('银云 duplicate winner_nominated_twice'), ('铁云 exempt'), ('新铁云 needs_review enterprise_won_with_other_platform'),
    ('铜云 duplicate winner_nominated_twice'), ('老铜云 duplicate winner_nominated_twice')$$,
    'in one table, from two units and from two applicants, all nominations of one winner are held; another platform of its enterprise is another matter');
select bag_eq($$select unit_code, raw, read_as from rule_findings_at('t', 'infinity') where code = 'winner_nominated_twice'$$, $$values
    ('A', '金云', '金云（金公司）'), ('A', '老金云', '金云（金公司）'), ('A', '老银云', '银云（银公司）'), ('B', '银云', '银云（银公司）'),
    ('Z', '铜云', '铜云（铜公司）'), ('Z', '老铜云', '铜云（铜公司）')$$, 'each is told which winner, and nothing of the other');

-- the same names from two units are told once, as what they are; the ways out: a withdrawal, a pass, and 匹配裁定 否
select submit('丙市/表.xlsx', '2030-03-11 10:00+08', '{1|铁云|铁公司}');
select register('withdrawals', '2030-03-11 09:00+08', '[{"unit": "甲市", "platform": "老金云", "date": "2030-03-11"}]');
select register('decisions', '2030-03-11 09:00+08',
    '[{"unit": "乙市", "platform": "银云", "matter": "同一获评平台重复推荐", "decision": "通过", "date": "2030-03-11"}]');
select register('matches', '2030-03-11 09:00+08', '[{"platform": "老铜云", "enterprise": "老铜公司", "award_year": "2028",
    "listed_platform": "铜云", "listed_enterprise": "铜公司", "verdict": "否", "date": "2030-03-11"}]');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq('select decisions()', $$values
    ('金云 exempt'), ('老金云 withdrawn withdrawn'), ('老银云 duplicate winner_nominated_twice'), ('银云 exempt review_passed'),
    ('铁云 duplicate duplicate_across_units'), ('新铁云 duplicate duplicate_across_units;enterprise_won_with_other_platform'),
    ('铁云 duplicate duplicate_across_units'), ('铜云 exempt'), ('老铜云 recommended counts review_passed')$$,
    'a withdrawal, a pass and a 否 free what they speak of');
select * from finish();
