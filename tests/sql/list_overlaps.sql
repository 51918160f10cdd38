-- What one platform lists, no other does; and a list in parts names nothing twice.
\i :ROOT/tests/sql/kit/lists.psql
select no_plan();
\set across `cat ":ROOT/sql/rules/unique_across_platforms.sql"`
\set within `cat ":ROOT/sql/rules/unique_within_list.sql"`
\set equipment '{att_equipment.id,att_equipment.category}'
\set enterprise '{att_enterprise.name}'

create function pg_temp.told(rule text) returns setof text language plpgsql as $$
begin
    return query execute 'select t from (select concat_ws('' '', unit_code, nomination, sheet, row_no, field, code, raw, read_as, expected) as t
        from (' || rule || E'\n) as f) as told order by t collate "C"';
end
$$;

select pg_temp.place('equipment', '甲市', '甲云', :'equipment', '{E1|运行设备,E2|运行设备,E3|运行设备,|运行设备}') as first \gset
\i :ROOT/tests/sql/kit/list_overlaps.psql
select is_empty('select from list_overlap', 'one list alone is compared with nothing');
select pg_temp.place('equipment', '乙市', '乙云', :'equipment', '{E9|运行设备,|运行设备}') as second \gset
select pg_temp.place('equipment', '甲市', '甲二云', :'equipment', '{E8|运行设备,E3|运行设备,E2|运行设备}') as third \gset
\i :ROOT/tests/sql/kit/list_overlaps.psql
select results_eq('select list_a, list_b, shared, rows_a, rows_b from list_overlap order by 1, 2', format($$values
    (%1$s::bigint, %2$s::bigint, 0::bigint, '{}'::integer[], '{}'::integer[]), (%1$s, %3$s, 2, '{3,4}', '{4,3}'), (%2$s, %3$s, 0, '{}', '{}')$$,
    :first, :second, :third), 'the keys that each two share, with the rows of either in step; rows without a key share nothing');
select results_eq(format('select pg_temp.told(%L)', :'across'), $$values
    ('甲市 甲二云 第1册 3 设备ID equipment_id_claimed_twice 3、4 2'),
    ('甲市 甲云 第1册 3 设备ID equipment_id_claimed_twice 3、4 2')$$, 'both are told, each of its own rows');

create temp table before as select xmin as written, o.* from list_overlap o;
\i :ROOT/tests/sql/kit/list_overlaps.psql
select results_eq('select xmin::text, list_a, list_b from list_overlap order by 2, 3', 'select written::text, list_a, list_b from before order by 2, 3',
    'what is counted is not counted again');
select pg_temp.place('equipment', '丙市', '丙云', :'equipment', '{E2|运行设备,E9|运行设备,E7|运行设备}') as fourth \gset
\i :ROOT/tests/sql/kit/list_overlaps.psql
select results_eq(format('select list_a, shared, rows_a, rows_b from list_overlap where list_b = %s order by 1', :fourth), format($$values
    (%1$s::bigint, 1::bigint, '{3}'::integer[], '{2}'::integer[]), (%2$s, 1, '{2}', '{3}'), (%3$s, 1, '{4}', '{2}')$$, :first, :second, :third),
    'a new list is held against all');
select ok(not exists (select from before b join list_overlap o using (list_a, list_b) where o.xmin <> b.written), 'and the others stay as they are');
select is((select count(*) from pg_temp.told(:'across') t where t like '丙市%'), 3::bigint, 'a list is told once for each other platform');

select pg_temp.place('equipment', '丁市', '丁云', :'equipment', '{D1|运行设备,D2|运行设备}', 1, 2) as part_1 \gset
select pg_temp.place('equipment', '丁市', '丁云', :'equipment', '{D3|运行设备,D2|运行设备,D1|运行设备}', 2, 2) as part_2 \gset
\i :ROOT/tests/sql/kit/list_overlaps.psql
select results_eq(format('select pg_temp.told(%L)', :'within'), $$values ('丁市 丁云 第2册 3 设备ID equipment_id_in_two_parts 3、4 2 第1册')$$,
    'what stands in two parts is told at the later');
select ok(not exists (select from pg_temp.told(:'across') t where t like '丁市%'), 'and is no claim of another platform');
select ok(not exists (select from pg_temp.told(:'within') t where t not like '丁市%'), 'lists of several platforms are no parts');
select pg_temp.place('equipment', '庚市', '庚云', :'equipment', '{G1|运行设备,D1|运行设备}') as apart \gset
\i :ROOT/tests/sql/kit/list_overlaps.psql
select results_eq(format('select distinct t from pg_temp.told(%L) t where t like %L', :'across', '庚市%'),
    $$values ('庚市 庚云 第1册 3 设备ID equipment_id_claimed_twice 3 1')$$, 'one that stands in two parts of another is told as one');

select pg_temp.place('enterprise', '甲市', '甲云', :'enterprise', '{甲厂,乙厂,乙厂}') as first \gset
select pg_temp.place('enterprise', '乙市', '乙云', :'enterprise', '{乙厂,丙厂,乙厂,乙厂}') as second \gset
select pg_temp.place('model', '甲市', '甲云', '{att_model.name}', '{模型}') as model_1 \gset
select pg_temp.place('model', '乙市', '乙云', '{att_model.name}', '{模型}') as model_2 \gset
select pg_temp.place('developer', '甲市', '甲云', '{att_developer.name}', '{张三,李四}') as people_1 \gset
select pg_temp.place('developer', '乙市', '乙云', '{att_developer.name}', '{王五}') as people_2 \gset
\i :ROOT/tests/sql/kit/list_overlaps.psql
select results_eq(format('select shared, rows_a, rows_b from list_overlap where list_b = %s', :second), $$values (1::bigint, '{3}'::integer[], '{2}'::integer[])$$,
    'a name that stands several times in a list is one, at its first row');
select results_eq(format('select t from pg_temp.told(%L) t where t like %L', :'across', '%enterprise%'), $$values
    ('乙市 乙云 第1册 2 企业名称 enterprise_claimed_twice 2 1'), ('甲市 甲云 第1册 3 企业名称 enterprise_claimed_twice 3 1')$$, 'enterprises too');
select ok(not exists (select from pg_temp.told(:'across') t where t like '%developer%'), 'developers who are not shared are not told');
select is_empty(format('select from list_overlap where list_a = %s', :model_1), 'a kind that no rule asks of is not compared');

-- of a hundred that are shared, five are told
select pg_temp.place('equipment', '戊市', '戊云', :'equipment', array(select 'H' || n || '|运行设备' from generate_series(100, 1, -1) n)) as many \gset
select pg_temp.place('equipment', '己市', '己云', :'equipment', array(select 'H' || n || '|运行设备' from generate_series(1, 100) n)) as many_2 \gset
\i :ROOT/tests/sql/kit/list_overlaps.psql
select results_eq(format('select t from pg_temp.told(%L) t where t like %L or t like %L', :'across', '戊市%', '己市%'), $$values
    ('己市 己云 第1册 97 设备ID equipment_id_claimed_twice 97、98、99、100、101 100'),
    ('戊市 戊云 第1册 2 设备ID equipment_id_claimed_twice 2、3、4、5、6 100')$$, 'all are counted, a few are told');
select * from finish();
