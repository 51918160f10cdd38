-- Rows that came back, corrected and sent by themselves: they complete the list in force.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'supplement', 'supplement', '{}', 'warning', '三'),
    ('t', 'supplement_row_unplaced', 'supplement', '{}', 'error', '三'),
    ('t', 'supplement_without_list', 'attribution', '{}', 'error', '三');

-- A list with rejected rows, each with an error of its reader.
create function pg_temp.listed(path text, seen_at timestamptz, rejected integer[], part_no integer default 1, part_of integer default 1)
returns bigint language plpgsql as $$
declare
    id bigint := list(paper(path, seen_at), 'equipment', '甲一', part_no, part_of);
begin
    update list_table t set rows_read = 10, rows_loaded = 10 - cardinality(rejected), rows_rejected = cardinality(rejected)
    where t.arrival_id = id;
    insert into list_reject select id, 1, no, '{number_bad}', '{坏}' from unnest(rejected) no;
    insert into file_finding (arrival_id, ordinal, sheet, row_no, severity, code)
    select id, no, '表1', no, 'error', 'number_bad' from unnest(rejected) no;
    return id;
end
$$;

-- A supplement: 原行号 of its rows from row 3 on, '!7' where the row is not taken; '' where it is blank.
create function pg_temp.corrected(path text, seen_at timestamptz, rows text[], part_no integer default 1, part_of integer default 1,
    bytes text default null, labels text[] default '{原行号,退回原因}', second text default E'\\N') returns bigint language plpgsql as $$
declare
    id bigint := list(paper(path, seen_at, bytes), 'equipment', '甲一', part_no, part_of);
    list bigint;
    bad bigint := (select count(*) from unnest(rows) r where starts_with(r, '!'));
begin
    update list_table t
    set labels = corrected.labels || '{设备名称}'::text[], extra_labels = corrected.labels, rows_read = cardinality(rows),
        rows_loaded = cardinality(rows) - bad, rows_rejected = bad
    where t.arrival_id = id
    returning t.list_id into list;
    execute format('create table list_equipment_%s partition of list_equipment for values in (%1$s)', list);
    insert into list_equipment (list_id, row_no, extra)
    select list, no + 2, convert_to(r || E'\t' || second, 'UTF8') from unnest(rows) with ordinality as w (r, no) where not starts_with(r, '!');
    insert into list_reject
    select id, 1, no + 2, '{number_bad}', array[substr(r, 2), '坏', '设备'] from unnest(rows) with ordinality as w (r, no)
    where starts_with(r, '!');
    insert into file_finding (arrival_id, ordinal, sheet, row_no, severity, code)
    select id, no, '表1', no + 2, 'error', 'number_bad' from unnest(rows) with ordinality as w (r, no) where starts_with(r, '!');
    return id;
end
$$;

-- 'path row' of what is still to be corrected, with the row of the first list.
create function pg_temp.open_rows() returns setof text language sql as $$
    select a.path || ' ' || r.row_no
    from lists_at('t', 'infinity') l
    join list_table t using (list_id)
    join arrival a using (arrival_id)
    join list_reject r using (arrival_id, table_no)
    where not exists (select from settled_at('t', 'infinity') s where (s.list_id, s.row_no) = (t.list_id, r.row_no))
    order by 1
$$;
create function pg_temp.unplaced() returns setof text language sql as $$
    select a.path || ' ' || f.raw || ' ' || f.read_as
    from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id) where f.code = 'supplement_row_unplaced' order by 1
$$;

select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司}');
select list(form(paper('甲市/申报书.xlsx', '2030-03-10 10:00+08'), '甲一'), 'staff', '甲一');

-- before any list it completes nothing
select pg_temp.corrected('甲市/早.csv', '2030-03-10 10:00+08', '{5}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select papers()', $$values ('甲市/早.csv equipment 甲一 refused supplement_without_list')$$, 'without a list it is refused');
select results_eq($$select code from rule_findings_at('t', 'infinity') where code like 'supplement%'$$, $$values ('supplement_without_list')$$, 'and told');
select results_eq('select states()', $$values ('甲一 未交 equipment')$$, 'the list is still due');

insert into file_finding (arrival_id, ordinal, sheet, row_no, severity, code)
select id, 100 + no, '表1', 5, 'warning', code
from pg_temp.listed('甲市/清单.csv', '2030-03-11 10:00+08', '{5,7,9}') as id, unnest('{struck_text,struck_text_more}'::text[]) with ordinality as f (code, no);
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select papers()', $$values ('甲市/早.csv equipment 甲一 refused supplement_without_list'),
    ('甲市/清单.csv equipment 甲一 accepted')$$, 'what came before the list stays refused');
select results_eq('select states()', $$values ('甲一 有误 number_bad')$$, 'its bad rows are errors');

-- it completes the list; its own bad row takes the place of the one that it corrects
select pg_temp.corrected('甲市/补一.csv', '2030-03-12 10:00+08', '{5,!７}');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select papers()', $$values ('甲市/清单.csv equipment 甲一 accepted'), ('甲市/补一.csv equipment 甲一 accepted supplement')$$,
    'list and supplement count beside each other');
select results_eq($$select code from findings_at('t', 'infinity') where file = '甲市/清单.csv' and row_no = 5$$, $$values ('struck_text_more')$$,
    'nothing is told of a row that was corrected; what is told of many from that row on stays');
select results_eq('select pg_temp.open_rows()', $$values ('甲市/清单.csv 9'), ('甲市/补一.csv 4')$$, 'row 5 is right, row 7 is wrong where it came last');
select is_empty('select pg_temp.unplaced()', 'each row stands for one that was given back');

select pg_temp.corrected('甲市/补二.csv', '2030-03-13 10:00+08', '{7.0," 9 "}');
select pg_temp.corrected('甲市/补一再.csv', '2030-03-13 11:00+08', '{5,!7}', bytes => '甲市/补一.csv' || timestamptz '2030-03-12 10:00+08');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select papers()', $$values ('甲市/补二.csv equipment 甲一 accepted supplement'), ('甲市/补一再.csv equipment 甲一 duplicate')$$,
    'several follow one another; the same bytes are a duplicate, even after another');
select is_empty('select pg_temp.open_rows()', 'all rows are right');
select results_eq('select states()', $$values ('甲一 齐全')$$, 'and the application is');

-- rows that stand for nothing that is open
select pg_temp.corrected('甲市/补三.csv', '2030-03-14 10:00+08', '{5,6,"",9}');
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.unplaced()', $$values ('甲市/补三.csv 3、4、5、6 4行')$$,
    'put right already, never given back, without a number: told');
select results_eq('select states()', $$values ('甲一 有误 supplement_row_unplaced')$$, 'since they may count twice');

-- a newer whole list
select pg_temp.listed('甲市/新清单.csv', '2030-03-15 10:00+08', '{5}');
select pg_temp.corrected('甲市/只剩原因.csv', '2030-03-15 11:00+08', '{5}', labels => '{" 原 行 号 ",备注}');
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select p from papers() p where p like '%equipment%' and p not like '%superseded%'$$, $$values
    ('甲市/只剩原因.csv equipment 甲一 accepted supplement'), ('甲市/新清单.csv equipment 甲一 accepted'),
    ('甲市/早.csv equipment 甲一 refused supplement_without_list')$$,
    'a whole list supersedes list and supplements; one of the two labels is enough');
select results_eq('select states()', $$values ('甲一 齐全')$$, 'and what is told of them');

-- parts that gave back rows of one number
select pg_temp.listed('甲市/一册.csv', '2030-03-16 10:00+08', '{5,6}', 1, 2);
select pg_temp.listed('甲市/二册.csv', '2030-03-16 10:00+08', '{5,8}', 2, 2);
select pg_temp.corrected('甲市/不说哪册.csv', '2030-03-16 11:00+08', '{5,8}');
\set clock 2030-03-16T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.open_rows()', $$values ('甲市/一册.csv 5'), ('甲市/一册.csv 6'), ('甲市/二册.csv 5')$$,
    'of two rows of one number neither is taken for right');
select results_eq('select pg_temp.unplaced()', $$values ('甲市/不说哪册.csv 3 1行')$$, 'and it is told');
select pg_temp.corrected('甲市/补二册.csv', '2030-03-17 10:00+08', '{5}', 2, 2);
\set clock 2030-03-17T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.open_rows()', $$values ('甲市/一册.csv 5'), ('甲市/一册.csv 6')$$, 'one that names its part puts right that part''s');
select results_eq('select states()', $$values ('甲一 有误 number_bad;supplement_row_unplaced')$$, 'the set stays whole');
select results_eq($$select count(*) from lists_at('t', '2030-03-13T12:00:00+08:00')$$, $$values (4::bigint)$$, 'and one may look back');

-- two sheets of one workbook that gave back rows of one number
select pg_temp.listed('甲市/两表.xlsx', '2030-03-18 10:00+08', '{5,6}') as book \gset
select list(:book, 'equipment', '甲一', rows => 10);
update list_table set rows_read = 11, rows_rejected = 1 where arrival_id = :book and table_no = 2;
insert into list_reject values (:book, 2, 5, '{number_bad}', '{坏}');
insert into file_finding (arrival_id, ordinal, sheet, row_no, severity, code) values (:book, 99, '表2', 5, 'error', 'number_bad');
\set clock 2030-03-18T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select pg_temp.corrected('甲市/表二的.csv', '2030-03-18 13:00+08', '{5}', labels => '{原行号,原工作表}', second => '表2');
select pg_temp.corrected('甲市/不说哪表.csv', '2030-03-18 13:30+08', '{5,6}');
\set clock 2030-03-18T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.open_rows()', $$values ('甲市/两表.xlsx 5')$$, 'a row that tells its sheet is placed there');
select results_eq($$select r.table_no, r.row_no from lists_at('t', 'infinity') l join list_table t using (list_id) join list_reject r using (arrival_id, table_no)
    where not exists (select from settled_at('t', 'infinity') s where (s.list_id, s.row_no) = (t.list_id, r.row_no))$$, $$values (1, 5)$$, 'and the other sheet''s stays open');
select results_eq('select pg_temp.unplaced()', $$values ('甲市/不说哪表.csv 3 1行')$$, 'one that does not is not guessed');
select pg_temp.corrected('甲市/表一的.csv', '2030-03-18 14:30+08', '{5}', labels => '{原行号,原工作表}', second => ' 表1 ');
\set clock 2030-03-18T14:50:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.open_rows()', 'all rows are right');
select * from finish();
