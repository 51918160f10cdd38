-- Zero reports of 收件登记: the words for them, and late ones, which are what a late table without rows is.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
create function states() returns setof text language sql as $$
    select unit_code || ' ' || state || coalesce(' ' || iso_text(received_at, 480), '') from unit_states_at('t', 'infinity') where unit_code <> 'Z' order by unit_code
$$;
create function told() returns setof text language sql as $$
    select row_no - 4 || ' ' || code from rule_findings_at('t', 'infinity') where code ~ '^(register_line|receipt|zero_report_late)' order by row_no, code collate "C"
$$;
select make_cycle(2, late => 'decide');
select results_eq($$select w from unnest(array['零推荐', '零报告(盖章)', '无推荐(零报告)', '本单位没有推荐项目', '无申报', '汇总表', '光盘', '零星材料']) as w (w) where states_nothing(w)$$,
    $$values ('零推荐'), ('零报告(盖章)'), ('无推荐(零报告)'), ('本单位没有推荐项目'), ('无申报')$$, 'the words of a zero report');
select register('receipts', '2030-03-18 09:00+08',
    '[{"unit": "甲市", "material": "零推荐", "received_at": "2030-03-17T10:00"}, {"unit": "乙市", "material": "无推荐（零报告）", "received_at": "2030-03-17T11:00"},
      {"unit": "丙市", "material": "0报告", "received_at": "2030-03-17T12:00"}, {"unit": "丙市", "material": "申报书（盖章）", "copies": "3", "received_at": "2030-03-17"}]');
\set clock 2030-03-18T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select states()', $$values ('A zero 2030-03-17T10:00:00+08:00'), ('B zero 2030-03-17T11:00:00+08:00'), ('C missing')$$, 'however it is written');
select results_eq('select told()', $$values ('3 receipt_material_unknown')$$, 'and what is none of the known words is told');
select results_eq($$select unit_code || ' ' || material || ' ' || received from paper_at('t', 'infinity') where received > 0 order by 1$$, $$values ('C application 3'), ('C other 1')$$,
    'a zero report is no paper');

-- late, and on the deadline's day without its hour
select submit('甲市/空.xlsx', '2030-03-19 09:00+08', '{}');
select register('receipts', '2030-03-19 09:00+08',
    '[{"unit": "乙市", "material": "零推荐", "received_at": "2030-03-19T08:00"}, {"unit": "丙市", "material": "零推荐", "received_at": "2030-03-18"}]');
\set clock 2030-03-19T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select states()', $$values ('A late 2030-03-19T09:00:00+08:00'), ('B late 2030-03-19T08:00:00+08:00'), ('C missing')$$,
    'a late line is what a late table is; a day that does not say whether is neither');
select results_eq('select told()', $$values ('1 zero_report_late'), ('2 receipt_hour_missing')$$, 'both are told');
select register('decisions', '2030-03-20 09:00+08',
    '[{"unit": "甲市", "matter": "late", "decision": "通过", "date": "2030-03-20"}, {"unit": "乙市", "matter": "late", "decision": "通过", "date": "2030-03-20"}]');
\set clock 2030-03-20T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select states()', $$values ('A zero 2030-03-19T09:00:00+08:00'), ('B zero 2030-03-19T08:00:00+08:00'), ('C missing')$$, 'the office lets either pass');
select results_eq('select told()', $$values ('2 receipt_hour_missing')$$, 'and its line matches');

-- a later day's decision revises it, for a line as for a table
select register('decisions', '2030-03-21 09:00+08',
    '[{"unit": "甲市", "matter": "late", "decision": "通过", "date": "2030-03-20"}, {"unit": "乙市", "matter": "late", "decision": "通过", "date": "2030-03-20"},
      {"unit": "甲市", "matter": "late", "decision": "不予受理", "date": "2030-03-21"}, {"unit": "乙市", "matter": "late", "decision": "不予受理", "date": "2030-03-21"}]');
\set clock 2030-03-21T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select states()', $$values ('A late 2030-03-19T09:00:00+08:00'), ('B late 2030-03-19T08:00:00+08:00'), ('C missing')$$, 'a later day revises it');
-- 零推荐 of the whole cycle is the office's own to decide, in its own name, of no platform; a newer day revises it
create function pg_temp.zero_by(as_of timestamptz) returns text language sql as $$
    select newest_decision(array_agg(1), array_agg(dated_at), array_agg(decision)) || ' ' || string_agg(decider, '、' order by item) from office_zero_lines('t', as_of)
$$;
select register('decisions', '2030-03-22 09:00+08',
    '[{"unit": "试验厅", "matter": "nothing_standing", "decision": "通过", "decider": "何样二", "date": "2030-03-22"},
      {"unit": "甲市", "matter": "nothing_standing", "decision": "通过", "decider": "别人", "date": "2030-03-22"},
      {"matter": "nothing_standing", "decision": "通过", "decider": "别人", "date": "2030-03-22"},
      {"unit": "试验厅", "platform": "某云", "matter": "nothing_standing", "decision": "通过", "decider": "别人", "date": "2030-03-22"}]');
\set clock 2030-03-22T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select pg_temp.zero_by('2030-03-22 12:00+08')$$, $$values ('通过 何样二')$$, 'the office''s own line decides that nobody is passed on');
select is((select count(*) from rule_findings_at('t', '2030-03-22 12:00+08') where code = 'register_line_unmatched'), 3::bigint,
    'and matches; that of a city, of nobody or of a platform does neither');
select register('decisions', '2030-03-23 09:00+08',
    '[{"unit": "试验厅", "matter": "nothing_standing", "decision": "通过", "decider": "何样二", "date": "2030-03-22"},
      {"unit": "试验厅", "matter": "nothing_standing", "decision": "不予受理", "decider": "何样二", "date": "2030-03-23"}]');
select results_eq($$select pg_temp.zero_by('2030-03-23 12:00+08')$$, $$values ('不予受理 何样二、何样二')$$, 'a later day revises it');
select * from finish();
