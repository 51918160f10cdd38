-- A list that counts in place of one under another name is told: it may be the other half of it.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
insert into rule (cycle, code, shape, operands, severity, clause) values ('t', 'list_replaced', 'list_replaced', '{}', 'warning', '三');
create function pg_temp.told() returns setof text language sql as $$
    select concat_ws(' ', a.path, f.raw, f.read_as, f.expected)
    from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id)
    where f.code = 'list_replaced' order by 1
$$;
select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司}');
select list(paper('甲市/运行设备.xlsx', '2030-03-10 10:00+08'), 'equipment', null, 1, 1, 30);
select list(paper('甲市/花名册.xlsx', '2030-03-10 10:00+08'), 'staff', null, 1, 1, 5);
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.told()', 'a list alone replaces none');

select list(paper('甲市/其他设备.xlsx', '2030-03-11 10:00+08'), 'equipment', null, 1, 1, 1200);
select list(paper('甲市/花名册.xlsx', '2030-03-11 10:00+08'), 'staff', null, 1, 1, 6);
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('甲市/其他设备.xlsx 甲市/运行设备.xlsx 30行 1,200行')$$,
    'under another name it does; under its own it is corrected');

select list(paper('甲市/设备一.xlsx', '2030-03-12 10:00+08'), 'equipment', null, 1, 2, 30);
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('甲市/其他设备.xlsx 甲市/运行设备.xlsx 30行 1,200行')$$,
    'a part that waits for its set replaces nothing');
select list(paper('甲市/设备二.xlsx', '2030-03-12 13:00+08'), 'equipment', null, 2, 2, 1200);
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('甲市/设备一.xlsx 甲市/其他设备.xlsx 1,200行 1,230行')$$,
    'the whole set replaces the list that stood, once');

-- the set with one part of another name, and one of the same
select list(paper('甲市/设备一.xlsx', '2030-03-14 10:00+08'), 'equipment', null, 1, 2, 31);
select list(paper('甲市/设备二（改）.xlsx', '2030-03-14 10:00+08'), 'equipment', null, 2, 2, 1199);
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.told()', 'where one of its files has the same name it is a correction');

-- an empty one
select list(paper('甲市/空.xlsx', '2030-03-15 10:00+08'), 'staff', null, 1, 1, 0);
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('甲市/空.xlsx 甲市/花名册.xlsx 6行 0行')$$, 'one without rows replaces it just so');
select * from finish();
