-- What keeps the office from passing on what it chose: 遴选结果 that says a thing twice, 本单位 that says two things.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
create function told() returns setof text language sql as $$
    select row_no - 4 || ' ' || concat_ws(' ', code, read_as, expected) from rule_findings_at('t', 'infinity') where code ~ '^(register|selection|office)_' order by row_no, code collate "C"
$$;
select make_cycle(2);
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一公司}');
select register('selection', '2030-03-11 09:00+08',
    '[{"unit": "甲市", "platform": "甲一", "enterprise": "甲一公司", "rank": "1"}, {"unit": "乙市", "platform": "乙一", "rank": "2"},
      {"unit": "甲市", "platform": "甲一", "rank": "3"}]');
select register('office', '2030-03-11 09:00+08', '[{"office_name": "试验厅", "contact": "甲", "phone": "1"}, {"office_name": "试验厅", "contact": "甲", "phone": "1"}]');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select told()', $$values ('1 selection_repeated 第7行'), ('3 selection_repeated 第5行')$$, 'a platform that is chosen twice; one office that is written twice is one');
select register('selection', '2030-03-12 09:00+08',
    '[{"unit": "甲市", "platform": "甲一", "rank": "1"}, {"unit": "乙市", "platform": "乙一", "rank": "1"}, {"unit": "甲市", "platform": "甲二", "rank": "2"}]');
select register('office', '2030-03-12 09:00+08', '[{"office_name": "试验厅", "contact": "甲", "phone": "1"}, {"office_name": "试验厅", "contact": "乙", "phone": "2"}]');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select told()', $$values ('1 office_lines_differ'), ('1 selection_rank_repeated 1 第6行'), ('2 office_lines_differ'), ('2 selection_rank_repeated 1 第5行')$$,
    'one place for two, and two contacts');
select * from finish();
