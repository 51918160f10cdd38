-- What rules ask of a list is counted once.
\i :ROOT/tests/sql/kit/lists.psql
select no_plan();
\set equipment '{att_equipment.id,att_equipment.category,att_equipment.daily_run,att_equipment.quantity}'
select pg_temp.place('equipment', '甲市', '甲云', :'equipment',
    '{E1|运行设备|t|3,E2|运行设备|f|4,E3|加工设备|t|,E4||t|5,E5|运行设备||0}') as equipment \gset
select pg_temp.place('enterprise', '甲市', '甲云', '{att_enterprise.name,att_enterprise.amount}', '{甲厂|1.50,乙厂|0,丙厂|,丁厂|0.25}') as enterprise \gset
select pg_temp.place('killer', '甲市', '甲云', '{att_killer.name,att_killer.subscriptions,att_killer.daily,att_killer.income}',
    '{一|10|7.5|1.1,二|20||2.2}') as killer \gset
select pg_temp.place('app', '甲市', '甲云', '{att_app.name,att_app.kind}', '{一|自研,二|自研,三|生态伙伴}') as app \gset
select pg_temp.place('model', '甲市', '甲云', '{att_model.name,att_model.category}', '{一|业务流程模型}') as model \gset
select pg_temp.place('developer', '甲市', '甲云', '{att_developer.name}', '{张三,李四}') as developer \gset
select pg_temp.place('solution', '甲市', '甲云', '{att_solution.name,att_solution.domain,att_solution.quantity}', '{一|安全|2}') as solution \gset
select pg_temp.place('staff', '甲市', '甲云', '{att_staff.name}', '{}') as staff \gset
begin;
\i :ROOT/sql/enforce/087_list_facts.sql
commit;

create function pg_temp.facts(of_list bigint) returns setof text language sql as $$
    select fact
    from list_fact
    cross join concat_ws(' ', measure, nullif(split_part(field, '.', 2), ''), nullif(value, ''), trim_scale(amount)) as fact
    where list_id = of_list
    order by fact collate "C"
$$;
select results_eq(format('select pg_temp.facts(%s)', :equipment), $$values ('count category 加工设备 1'), ('count category 运行设备 3'),
    ('count daily_run false 1'), ('count daily_run true 3'), ('quantity category 运行设备 7'), ('quantity daily_run false 4'),
    ('quantity daily_run true 9'), ('rows 5'), ('sum quantity 13')$$, 'devices by category and flag, with their quantities; a row without one counts 1');
select results_eq(format('select pg_temp.facts(%s)', :enterprise), $$values ('count amount >0 2'), ('rows 4'), ('sum amount 1.75')$$,
    'enterprises that pay');
select results_eq(format('select pg_temp.facts(%s)', :killer), $$values ('rows 2'), ('sum daily 7.5'), ('sum income 3.3'),
    ('sum subscriptions 30')$$, 'sums are exact');
select results_eq(format('select pg_temp.facts(%s)', :app), $$values ('count kind 生态伙伴 1'), ('count kind 自研 2'), ('rows 3')$$, 'APPs by maker');
select results_eq(format('select pg_temp.facts(%s)', :model), $$values ('count category 业务流程模型 1'), ('rows 1')$$, 'models by category');
select results_eq(format('select pg_temp.facts(%s)', :developer), $$values ('rows 2')$$, 'developers');
select results_eq(format('select pg_temp.facts(%s)', :solution), $$values ('rows 1'), ('sum quantity 2')$$, 'solutions');
select results_eq(format('select pg_temp.facts(%s)', :staff), $$values ('rows 0')$$, 'a list without rows has none');

create temp table before as select xmin as written, f.* from list_fact f;
begin;
\i :ROOT/sql/enforce/087_list_facts.sql
commit;
select results_eq('select xmin::text, amount from list_fact order by list_id, measure, field, value',
    'select written::text, amount from before order by list_id, measure, field, value', 'nothing is counted twice');
select is(list_cells(convert_to(E'甲\t\\N\t一\\t二\t\\\\N\t', 'UTF8')), array['甲', null, E'一\t二', E'\\N', ''],
    'cells packed in one text are what they were');
select is(list_cells(''), null, 'and none are none');
select * from finish();
