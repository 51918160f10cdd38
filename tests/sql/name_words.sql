-- Rows of the 汇总表 that deny themselves, and cells that hold several names.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(20);
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'name_denied', 'name_denied', '{"fields": ["sum_platform_name", "sum_enterprise"], "words": ["撤回", "备选", "放弃"], "labels": ["备注"]}', 'error', '一'),
    ('t', 'names_joined', 'names_joined', '{"field": "sum_platform_name", "ends": ["平台", "云"]}', 'error', '一'),
    ('t', 'enterprises_joined', 'names_joined', '{"field": "sum_enterprise", "ends": ["公司", "研究院", "大学", "集团"], "joints": ["以及", "和", "与", "及", "暨"]}', 'warning', '一');
insert into message values ('name_denied', '名称或说明表示不申报', '名称或说明表示不申报'), ('names_joined', '一格写了几个平台', '一格写了几个平台') on conflict do nothing;

create function pg_temp.told(of_code text) returns setof text language sql as $$
    select concat_ws(' ', a.path, f.row_no, f.field, f.raw, f.read_as) from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id)
    where f.code = of_code
    order by a.path collate "C", f.row_no
$$;

select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|汀江云平台（已撤回）|甲一公司,2|永定云平台/连城云平台|甲二公司,3|1.鼓山云平台 2.旗山云平台|1.甲三公司；2.甲四公司,4|旗云|甲五公司（备选）,5|武夷云|甲六公司,6|沙县云|甲七公司,7|太姥云|甲八公司}');
insert into figure (arrival_id, table_no, item, row_no, cell, field, state, text, raw)
select arrival_id, 1, item, item + 4, 'F' || item + 4, 'x:备注', 'text', said, said
from arrival cross join (values (5, '放弃申报'), (6, '该平台曾于去年撤回申报，今年重新申报')) as f (item, said)
where path = '甲市/表.xlsx';
-- what is one name; and firms that are joined by a word, as names may have one within
select submit('乙市/表.xlsx', '2030-03-10 10:00+08',
    '{1|5G/工业互联网平台|乙一公司,2|云/边协同平台|乙二公司 福州分公司,3|采、供、销一体化平台|乙三公司,4|鼓山云平台 2.0平台版|乙四公司,5|PLC云/数控平台|乙五公司,6|永定云、连城云平台|乙六公司,7|丁一云|丁一公司和丁样研究院,8|丁二云|丁二公司/丁样大学,9|丁三云|丁三大学以及丁样研究院暨丁三公司,10|丁四云|和样与及公司,11|丁五云|丁五和样公司,12|丁六云|丁六公司与其子企业,13|丁七云|丁七公司和丁七公司福州分公司}');
-- rows under a heading
select submit('丙市/表.xlsx', '2030-03-10 10:00+08', '{1|丙一云|丙一公司,2|丙二云|丙二公司,3|丙三云|丙三公司}');
insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, severity, code, raw)
select arrival_id, no, '汇总表', 'A' || row_no, row_no, 'warning', 'remark_row_skipped', said
from arrival cross join (values (1, 6, '备选：'), (2, 7, '以下为正式推荐')) as f (no, row_no, said)
where path = '丙市/表.xlsx';
update figure f set row_no = case item when 1 then 5 when 2 then 6 else 8 end
from arrival a where a.arrival_id = f.arrival_id and a.path = '丙市/表.xlsx' and f.item > 0;
update file_finding set row_no = 5 where raw = '备选：';
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select pg_temp.told('name_denied')$$, $$values
    ('丙市/表.xlsx 6 上方说明文字 备选： 备选'),
    ('甲市/表.xlsx 5 sum_platform_name 汀江云平台（已撤回） 撤回'),
    ('甲市/表.xlsx 8 sum_enterprise 甲五公司（备选） 备选'),
    ('甲市/表.xlsx 9 x:备注 放弃申报 放弃')$$, 'a name, a short remark, the heading above; not a sentence, nor a heading before another');
select results_eq($$select pg_temp.told('names_joined')$$, $$values
    ('乙市/表.xlsx 10 sum_platform_name 永定云、连城云平台 永定云”“连城云平台'),
    ('甲市/表.xlsx 6 sum_platform_name 永定云平台/连城云平台 永定云平台”“连城云平台'),
    ('甲市/表.xlsx 7 sum_platform_name 1.鼓山云平台 2.旗山云平台 鼓山云平台”“旗山云平台')$$, 'several platforms in one cell, and no name with a stroke in it');
select results_eq($$select pg_temp.told('enterprises_joined')$$, $$values
    ('乙市/表.xlsx 11 sum_enterprise 丁一公司和丁样研究院 丁一公司”“丁样研究院'),
    ('乙市/表.xlsx 12 sum_enterprise 丁二公司/丁样大学 丁二公司”“丁样大学'),
    ('乙市/表.xlsx 13 sum_enterprise 丁三大学以及丁样研究院暨丁三公司 丁三大学”“丁样研究院”“丁三公司'),
    ('甲市/表.xlsx 7 sum_enterprise 1.甲三公司；2.甲四公司 甲三公司”“甲四公司')$$, 'several firms are told; a firm and its branch are one');
select bag_eq('select decisions()', $$values
    ('汀江云平台（已撤回） needs_review name_denied'), ('永定云平台/连城云平台 needs_review names_joined'),
    ('1.鼓山云平台 2.旗山云平台 needs_review enterprises_joined;names_joined'), ('旗云 needs_review name_denied'), ('武夷云 needs_review name_denied'),
    ('沙县云 recommended counts'), ('太姥云 recommended counts'),
    ('5G/工业互联网平台 recommended counts'), ('云/边协同平台 recommended counts'), ('采、供、销一体化平台 recommended counts'),
    ('鼓山云平台 2.0平台版 recommended counts'), ('PLC云/数控平台 recommended counts'), ('永定云、连城云平台 needs_review names_joined'),
    ('丁一云 recommended counts enterprises_joined'), ('丁二云 recommended counts enterprises_joined'), ('丁三云 recommended counts enterprises_joined'), ('丁四云 recommended counts'),
    ('丁五云 recommended counts'), ('丁六云 recommended counts'), ('丁七云 recommended counts'),
    ('丙一云 recommended counts'), ('丙二云 needs_review name_denied'), ('丙三云 recommended counts')$$, 'they are held, and no others');

\set holds `cat ":ROOT/sql/report/holds.sql"`
\set releases `cat ":ROOT/sql/enforce/100_releases.sql"`
create temp table nomination_now as select * from nominations_at('t', '2030-03-10 12:00+08') with ordinality;
prepare holds(text, timestamptz) as :holds
create temp table waiting as execute holds('t', '2030-03-10 12:00+08');
select results_eq($$select platform, code, told, field, raw, read_as, register, line ->> 'matter' from waiting where platform in ('旗云', '永定云、连城云平台') order by platform collate "C"$$,
    $$values ('旗云', 'name_denied', 'true', 'sum_enterprise', '甲五公司（备选）', '备选', 'register_decisions', 'name_denied'),
        ('永定云、连城云平台', 'names_joined', 'true', 'sum_platform_name', '永定云、连城云平台', '永定云”“连城云平台', 'register_decisions', 'names_joined')$$,
    'the office is shown what waits, and the line that settles it');
select is((select count(*) from waiting), 7::bigint, 'each hold once');
select is_empty(format($$select code[1] from regexp_matches(%L, '\(''([a-z_]+)'', ''[a-z_]+''\)', 'g') as code where position(quote_literal(code[1]) in %L) = 0$$,
    :'releases', :'holds'), 'no code holds that is not shown to the office');

select register('decisions', '2030-03-11 09:00+08', '[{"unit": "乙市", "platform": "永定云、连城云平台", "matter": "names_joined", "decision": "通过", "date": "2030-03-11"},
    {"unit": "甲市", "platform": "旗云", "matter": "名称或说明表示不申报", "decision": "通过", "date": "2030-03-11"}]');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select d from decisions() as d where d like '永定云、%' or d like '旗云%'$$, $$values
    ('永定云、连城云平台 recommended counts review_passed'), ('旗云 recommended counts review_passed')$$, 'and a person lets them pass');
select * from finish();
