-- The other settings of a cycle: hold-all, no quota with an advised number, the direct route.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2, surplus => 'hold-all');
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司,3|甲三|甲三公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一公司,2|乙二|乙二公司}');
select submit('企业直报/一.xlsx', '2030-03-10 10:00+08', '{1|直一|直一公司}');
select submit('企业直报/二.xlsx', '2030-03-10 10:01+08', '{1|直二|直二公司}');
select submit('企业直报/三.xlsx', '2030-03-10 10:02+08', '{1|直三|直三公司}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values ('甲一 over_quota over_quota'), ('甲二 over_quota over_quota'),
       ('甲三 over_quota over_quota'),
    ('乙一 recommended counts'), ('乙二 recommended counts'), ('直一 recommended counts'), ('直三 recommended counts'),
        ('直二 recommended counts')$$,
    'hold-all holds every counted row of a surplus; the direct route has no quota, and its applicants do not supersede each other');

update cycle set quota = null, quota_advise = 2 where cycle = 't';
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions() limit 3', $$values ('甲一 recommended counts'), ('甲二 recommended counts'),
       ('甲三 recommended counts quota_advised')$$, 'without a quota all stand');
select results_eq($$select severity || ' ' || cell from rule_findings_at('t', 'infinity')
       where code = 'quota_advised'$$, $$values ('warning sum_seq3')$$, 'the third is only warned of');

update cycle set quota = 1, quota_advise = null, surplus = 'keep-first' where cycle = 't';
select results_eq($$select count(*) from ruling where seat_no > 1 and unit_code <> 'Z'$$, $$values (0::bigint)$$,
       'a lowered quota clears the seats beyond it at once');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions() limit 5', $$values ('甲一 recommended counts quota_order_assumed'),
       ('甲二 over_quota over_quota'), ('甲三 over_quota over_quota'),
    ('乙一 recommended counts quota_order_assumed'), ('乙二 over_quota over_quota')$$, 'and the next night rules anew');
select * from finish();
