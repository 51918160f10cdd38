-- A list that counts in place of one under another name is told: it may be the other half of it.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
insert into rule (cycle, code, shape, operands, severity, clause) values ('t', 'list_replaced', 'list_replaced', '{}', 'warning', '三');
insert into rule (cycle, code, shape, operands, severity, clause) values ('t', 'list_without_rows', 'attribution', '{}', 'warning', '三');
insert into upload_kind (cycle, kind, kind_order, title, layout, comparable) values ('t', 'developer', 5, '开发者清单', 'list', 'same');
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
select results_eq('select pg_temp.told()', $$values ('甲市/其他设备.xlsx 甲市/运行设备.xlsx（30行） 1,200行')$$,
    'under another name it does; under its own it is corrected');

select list(paper('甲市/设备一.xlsx', '2030-03-12 10:00+08'), 'equipment', null, 1, 2, 30);
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('甲市/其他设备.xlsx 甲市/运行设备.xlsx（30行） 1,200行')$$,
    'a part that waits for its set replaces nothing');
select list(paper('甲市/设备二.xlsx', '2030-03-12 13:00+08'), 'equipment', null, 2, 2, 1200);
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('甲市/设备一.xlsx 甲市/其他设备.xlsx（1,200行） 1,230行')$$,
    'the whole set replaces the list that stood, once');

-- the set with one part of another name, and one of the same
select list(paper('甲市/设备一.xlsx', '2030-03-14 10:00+08'), 'equipment', null, 1, 2, 31);
select list(paper('甲市/设备二（改）.xlsx', '2030-03-14 10:00+08'), 'equipment', null, 2, 2, 1199);
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.told()', 'where one of its files has the same name it is a correction');

-- one without rows replaces nothing that has some, and says so; a set of such parts as little
select list(paper('甲市/空.xlsx', '2030-03-15 10:00+08'), 'staff', null, 1, 1, 0);
select list(paper('甲市/设备空一.xlsx', '2030-03-15 10:00+08'), 'equipment', null, 1, 3, 0);
select list(paper('甲市/设备空二.xlsx', '2030-03-15 10:00+08'), 'equipment', null, 2, 3, 0);
select list(paper('甲市/设备空三.xlsx', '2030-03-15 10:00+08'), 'equipment', null, 3, 3, 0);
-- nor does a part without rows replace its own
select list(paper('甲市/设备一.xlsx', '2030-03-15 11:00+08'), 'equipment', null, 1, 2, 0);
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.told()', 'nothing is replaced');
select results_eq($$select p from papers() p where p like '%空%' or p like '%accepted%' or p like '%refused%'$$, $$values
    ('甲市/空.xlsx staff 甲一 refused list_without_rows'), ('甲市/花名册.xlsx staff 甲一 accepted'),
    ('甲市/设备一.xlsx equipment 甲一 accepted'), ('甲市/设备一.xlsx equipment 甲一 refused list_without_rows'),
    ('甲市/设备二（改）.xlsx equipment 甲一 accepted'), ('甲市/设备空一.xlsx equipment 甲一 refused list_without_rows'),
    ('甲市/设备空三.xlsx equipment 甲一 refused list_without_rows'), ('甲市/设备空二.xlsx equipment 甲一 refused list_without_rows')$$,
    'what stood stands');
select results_eq($$select a.path from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id) where f.code = 'list_without_rows' order by a.path collate "C"$$,
    $$values ('甲市/空.xlsx'), ('甲市/设备一.xlsx'), ('甲市/设备空一.xlsx'), ('甲市/设备空三.xlsx'), ('甲市/设备空二.xlsx')$$, 'each is told');
select results_eq($$select distinct a.path from slot_uploads_at('t', 'infinity') s join arrival a using (arrival_id) where s.live and s.kind = 'staff' order by 1$$,
    $$values ('甲市/空.xlsx'), ('甲市/花名册.xlsx')$$, 'and speaks to its unit');

-- a name that goes on counting
select list(paper('甲市/花名册-2.xlsx', '2030-03-15 11:30+08'), 'staff', null, 1, 1, 9);
\set clock 2030-03-15T12:30:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select t from pg_temp.told() as t where t like '%花名册-2%'$$, $$values ('甲市/花名册-2.xlsx 甲市/花名册.xlsx（6行） 9行，文件名像是续编的另一册')$$,
    'the suspicion is named');

-- where none had rows the newest counts
select list(paper('甲市/开发者空.xlsx', '2030-03-16 10:00+08'), 'developer', null, 1, 1, 0);
select list(paper('甲市/开发者空二.xlsx', '2030-03-16 11:00+08'), 'developer', null, 1, 1, 0);
\set clock 2030-03-16T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select o.outcome from outcomes_at('t', 'infinity') o join arrival a using (arrival_id) where o.kind = 'developer' order by a.path$$,
    $$values ('superseded'), ('accepted')$$, 'where none had rows the newest counts');
select results_eq('select states()', $$values ('甲一 未交 application;developer')$$, 'a list without a row is no list');
-- with an empty one in the same moment, whose name comes before
select list(paper('甲市/开发者.xlsx', '2030-03-17 10:00+08'), 'developer', null, 1, 1, 3);
select list(paper('甲市/A开发者.xlsx', '2030-03-17 10:00+08'), 'developer', null, 1, 1, 0);
\set clock 2030-03-17T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select a.path || ' ' || o.outcome from outcomes_at('t', 'infinity') o join arrival a using (arrival_id) where o.kind = 'developer' order by a.path collate "C"$$,
    $$values ('甲市/A开发者.xlsx refused'), ('甲市/开发者.xlsx accepted'), ('甲市/开发者空.xlsx superseded'), ('甲市/开发者空二.xlsx superseded')$$, 'until one with rows comes');
select results_eq('select states()', $$values ('甲一 未交 application')$$, 'and is one');
select * from finish();
