-- Corrected rows that correct nothing: what the list has already, and what was given back of an older list. Their file does not count.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
insert into field
select (jsonb_populate_record(f, '{"cycle": "t"}')).* from field f where (cycle, kind, field) = ('fujian-2023', 'equipment', 'att_equipment.id');
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'supplement', 'supplement', '{}', 'warning', '三'),
    ('t', 'supplement_row_unplaced', 'supplement', '{}', 'error', '三'),
    ('t', 'supplement_repeats_list', 'supplement', '{}', 'error', '三'),
    ('t', 'supplement_without_list', 'attribution', '{}', 'error', '三'),
    ('t', 'supplement_outdated', 'attribution', '{}', 'warning', '三'),
    ('t', 'equipment_id_in_two_parts', 'unique_within_list', '{"list": "equipment", "column": "att_equipment.id"}', 'error', '三');

-- A list with one device for each ID, from row 3 on; rows that were not taken, as repeated. Or corrected rows, each with 原行号.
create function pg_temp.devices(path text, seen_at timestamptz, ids text[], rejected integer[] default '{}', originals text[] default null)
returns bigint language plpgsql as $$
declare
    id bigint := list(paper(path, seen_at), 'equipment', '甲一', 1, 1, cardinality(ids));
    list bigint;
begin
    update list_table t
    set rows_read = cardinality(ids) + cardinality(rejected), rows_rejected = cardinality(rejected),
        labels = case when originals is null then '{设备ID}' else '{原行号,设备ID}'::text[] end,
        extra_labels = case when originals is null then '{}' else '{原行号}'::text[] end
    where t.arrival_id = id
    returning t.list_id into list;
    execute format('create table list_equipment_%s partition of list_equipment for values in (%1$s)', list);
    insert into list_equipment (list_id, row_no, id, key, extra)
    select list, no + 2, said, hashtext(said), convert_to(coalesce(originals[no], ''), 'UTF8')
    from unnest(ids) with ordinality as w (said, no);
    insert into list_reject select id, 1, no, '{list_key_repeated}', '{E1}' from unnest(rejected) no;
    insert into file_finding (arrival_id, ordinal, sheet, row_no, severity, code)
    select id, no, '表1', no, 'error', 'list_key_repeated' from unnest(rejected) no;
    return id;
end
$$;
create function pg_temp.outcome(of_path text) returns text language sql as $$
    select p from papers() p where starts_with(p, of_path || ' ')
$$;
create function pg_temp.told() returns setof text language sql as $$
    select concat_ws(' ', f.code, a.path, f.row_no, f.field, f.read_as)
    from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id)
    where f.code like 'supplement\_%' or f.code = 'equipment_id_in_two_parts' order by 1
$$;
create function pg_temp.open_rows() returns setof integer language sql as $$
    select r.row_no
    from lists_at('t', 'infinity') l
    join list_table t using (list_id)
    join list_reject r using (arrival_id, table_no)
    where not exists (select from settled_at('t', 'infinity') s where (s.list_id, s.row_no) = (t.list_id, r.row_no))
    order by 1
$$;
create function pg_temp.devices_counted() returns bigint language sql as $$
    select sum(t.rows_loaded) from lists_at('t', 'infinity') l join list_table t using (list_id) where l.kind = 'equipment'
$$;

select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司}');
select list(form(paper('甲市/申报书.xlsx', '2030-03-10 10:00+08'), '甲一'), 'staff', '甲一');
select pg_temp.devices('甲市/清单.csv', '2030-03-10 10:00+08', '{E1,E2,E3}', '{6,7}');
-- what comes on the night of the first list was given back by nobody
select pg_temp.devices('甲市/自拟.csv', '2030-03-10 10:00+08', '{E8}', originals => '{6}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is(pg_temp.outcome('甲市/自拟.csv'), '甲市/自拟.csv equipment 甲一 refused supplement_without_list', 'no row was given back before the night of the list');

-- one is corrected, one comes as it was
select pg_temp.devices('甲市/原样.csv', '2030-03-11 10:00+08', '{E4,E2}', originals => '{6,7}');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is(pg_temp.outcome('甲市/原样.csv'), '甲市/原样.csv equipment 甲一 refused supplement_repeats_list', 'what the list has already is not taken');
select results_eq('select pg_temp.told()', $$values ('supplement_repeats_list 甲市/原样.csv 4 设备ID 1行'), ('supplement_without_list 甲市/自拟.csv')$$, 'it is told with its row, once');
select results_eq('select pg_temp.open_rows()', $$values (6), (7)$$, 'what was given back stays open');
select is(pg_temp.devices_counted(), 3::bigint, 'and nothing of it counts');
select results_eq('select states()', $$values ('甲一 有误 list_key_repeated')$$, 'nor is it right');

-- corrected; then once more what was taken, after a file that counts
select pg_temp.devices('甲市/改好.csv', '2030-03-12 10:00+08', '{E4,E5}', originals => '{6,7}');
select pg_temp.devices('甲市/又一次.csv', '2030-03-12 11:00+08', '{E5,E6}', originals => '{7,6}');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is(pg_temp.outcome('甲市/改好.csv'), '甲市/改好.csv equipment 甲一 accepted supplement', 'a file that was refused stands in nobody''s way');
select is(pg_temp.outcome('甲市/又一次.csv'), '甲市/又一次.csv equipment 甲一 refused supplement_repeats_list', 'what earlier corrections say is said already too');
select is_empty('select pg_temp.open_rows()', 'nothing is open');
select is(pg_temp.devices_counted(), 5::bigint, 'each counts once');
\set clock 2030-03-12T13:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is(pg_temp.outcome('甲市/又一次.csv'), '甲市/又一次.csv equipment 甲一 refused supplement_repeats_list', 'a night later it is as it was');

-- a new list, and on the same night rows of the one before
select pg_temp.devices('甲市/新清单.csv', '2030-03-13 10:00+08', '{E1,E2,E3,E4,E5}');
select pg_temp.devices('甲市/旧退回行.csv', '2030-03-13 10:00+08', '{E9}', originals => '{7}');
select pg_temp.devices('甲市/A旧退回行.csv', '2030-03-13 10:00+08', '{E10}', originals => '{6}');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is(pg_temp.outcome('甲市/旧退回行.csv'), '甲市/旧退回行.csv equipment 甲一 refused supplement_outdated', 'rows of an older list are not added to it');
select is(pg_temp.outcome('甲市/A旧退回行.csv'), '甲市/A旧退回行.csv equipment 甲一 refused supplement_outdated', 'whatever their name');
select is(pg_temp.devices_counted(), 5::bigint, 'the new list counts alone');

-- a row under the number of another; where the key was the fault it was to be changed
insert into rule (cycle, code, shape, operands, severity, clause) values ('t', 'supplement_key_differs', 'supplement', '{}', 'warning', '三');
select pg_temp.devices('甲市/编号清单.csv', '2030-03-14 10:00+08', '{E1,E2}', '{5,6,7,8}') as numbered \gset
update list_reject set codes = '{choice_unknown}' where arrival_id = :numbered and row_no < 8;
update file_finding f set code = 'choice_unknown', subject = s.said
from (values (5, '00100'), (6, '00101'), (7, 'ws-7')) as s (row_no, said) where (f.arrival_id, f.row_no) = (:numbered, s.row_no);
update file_finding f set subject = 'e1' where (f.arrival_id, f.row_no) = (:numbered, 8);
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select pg_temp.devices('甲市/编号更正.csv', '2030-03-15 10:00+08', '{100,00101,WS－7,E3}', originals => '{5,6,7,8}');
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select concat_ws(' ', a.path, f.row_no, f.field, f.raw, f.read_as) from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id)
    where f.code = 'supplement_key_differs'$$, $$values ('甲市/编号更正.csv 3 设备ID 原第5行“00100”，现为“100” 1行')$$, 'is told with both');
select is(pg_temp.devices_counted(), 6::bigint, 'and counts');
select * from finish();
