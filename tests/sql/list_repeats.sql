-- What a platform lists twice, in one list, in its parts and in its corrected rows.
\i :ROOT/tests/sql/kit/lists.psql
select no_plan();
\set rule `cat ":ROOT/sql/rules/repeated_in_list.sql"`
\set enterprise '{att_enterprise.name}'
\set developer '{att_developer.name,att_developer.contact}'
create function pg_temp.told(rule text) returns setof text language plpgsql as $$
begin
    return query execute 'select t from (select concat_ws('' '', unit_code, sheet, row_no, field, code, raw, read_as, expected) as t
        from (' || rule || E'\n) as f) as told order by t collate "C"';
end
$$;
create function pg_temp.counted() returns setof text language sql as $$
    select said
    from list_fact f join placed p using (list_id)
    cross join concat_ws(' ', p.unit_code, f.field, trim_scale(f.amount)) as said
    where f.value = '>1'
    order by said collate "C"
$$;

select pg_temp.place('enterprise', '甲市', '甲云', :'enterprise', '{甲厂,乙厂,"",甲厂,"",甲厂}') as one \gset
select pg_temp.place('enterprise', '乙市', '乙云', :'enterprise', '{甲厂,乙厂}') as other \gset
select pg_temp.place('enterprise', '丙市', '丙云', :'enterprise', '{甲厂,乙厂,丙厂}', 1, 2) as part_1 \gset
select pg_temp.place('enterprise', '丙市', '丙云', :'enterprise', '{丁厂,乙厂,戊厂,丁厂}', 2, 2) as part_2 \gset
select pg_temp.place('developer', '丁市', '丁云', :'developer', '{张三|1,张三|2,张三|,李四|1,李四|1,张三|}') as people \gset
select pg_temp.place('equipment', '戊市', '戊云', '{att_equipment.id}', '{E1,E1}') as devices \gset
begin;
\i :ROOT/sql/enforce/089_list_repeats.sql
select results_eq('select pg_temp.counted()', $$values ('丁市 att_developer.name 2'), ('丙市 att_enterprise.name 0'), ('丙市 att_enterprise.name 1'),
    ('乙市 att_enterprise.name 0'), ('甲市 att_enterprise.name 1')$$, 'each list is counted, but of kinds that no rule asks of');
select results_eq(format('select pg_temp.told(%L)', :'rule'), $$values
    ('丁市 第1册 6 开发者姓名 developer_listed_twice 2处 第6行与第5行、第7行与第4行'),
    ('丙市 第2册 3 企业名称 enterprise_listed_twice 2处 第3行与第1册第3行、第5行与第2行'),
    ('甲市 第1册 7 企业名称 enterprise_listed_twice 1处 第7行与第2行')$$, 'the last row that says it, and the first, in whichever part');
commit;

-- a corrected row says again what the list has
select pg_temp.put_list('enterprise', '乙市', '乙云', 1, 1, :'enterprise', '{己厂,甲厂}') as corrected \gset
update list_table set extra_labels = '{原行号}' where list_id = :corrected;
insert into placed values (:corrected, '乙市', '乙云');
create temp table before as select xmin as written, f.* from list_fact f;
begin;
\i :ROOT/sql/enforce/089_list_repeats.sql
select results_eq(format('select t from pg_temp.told(%L) t where t like %L', :'rule', '乙市%'), $$values
    ('乙市 第1册 3 企业名称 enterprise_listed_twice 1处 第3行与“第1册”第2行')$$, 'at the corrected row');
select results_eq('select xmin::text, list_id from list_fact where (list_id, field, value) in (select list_id, field, value from before) order by 2',
    'select written::text, list_id from before order by 2', 'what is counted is not counted again');
commit;
select * from finish();
