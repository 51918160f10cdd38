-- 第n册/共m册: a set counts when it is whole, and supersedes as one.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
create function pg_temp.part(path text, seen_at timestamptz, part_no integer, part_of integer, bytes text default null)
returns bigint language sql as $$
    select list(paper(path, seen_at, bytes), 'equipment', null, part_no, part_of)
$$;
create function pg_temp.told() returns setof text language sql as $$
    select coalesce(read_as, '') || ' ' || coalesce(expected, '') from rule_findings_at('t', 'infinity')
    where code = 'parts_incomplete' order by 1
$$;
select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司}');
select pg_temp.part('甲市/一册.csv', '2030-03-10 10:00+08', 1, 3);
select pg_temp.part('甲市/三册.csv', '2030-03-10 10:00+08', 3, 3);
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select papers()', $$values ('甲市/一册.csv equipment 甲一 accepted parts_incomplete'),
    ('甲市/三册.csv equipment 甲一 accepted parts_incomplete')$$, 'parts wait for their set');
select results_eq('select pg_temp.told()', $$values ('第1册 第2册'), ('第3册 第2册')$$, 'and it is told what is missing');
select results_eq('select states()', $$values ('甲一 未交 application;equipment;staff')$$, 'a set that is not whole is not there');

-- a part that comes again before the set is whole replaces the earlier one
select pg_temp.part('甲市/一册改.csv', '2030-03-11 10:00+08', 1, 3);
select pg_temp.part('甲市/二册.csv', '2030-03-11 10:10+08', 2, 3);
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select papers()', $$values ('甲市/一册.csv equipment 甲一 superseded'),
    ('甲市/一册改.csv equipment 甲一 accepted'), ('甲市/三册.csv equipment 甲一 accepted'),
    ('甲市/二册.csv equipment 甲一 accepted')$$, 'a whole set, with the newer of the part that came twice');
select is_empty('select pg_temp.told()', 'and nothing is missing');
select results_eq('select states()', $$values ('甲一 未交 application;staff')$$, 'the list is there');

-- a new set that is not whole undoes nothing
select pg_temp.part('甲市/新一册.csv', '2030-03-12 10:00+08', 1, 2);
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select papers()', $$values ('甲市/一册.csv equipment 甲一 superseded'),
    ('甲市/一册改.csv equipment 甲一 accepted'), ('甲市/三册.csv equipment 甲一 accepted'),
    ('甲市/二册.csv equipment 甲一 accepted'), ('甲市/新一册.csv equipment 甲一 accepted parts_incomplete')$$,
    'the old set stands until the new one is whole');
select results_eq('select states()', $$values ('甲一 未交 application;staff')$$, 'and counts');
select pg_temp.part('甲市/新二册.csv', '2030-03-13 10:00+08', 2, 2);
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select papers()', $$values ('甲市/一册.csv equipment 甲一 superseded'),
    ('甲市/一册改.csv equipment 甲一 superseded'), ('甲市/三册.csv equipment 甲一 superseded'),
    ('甲市/二册.csv equipment 甲一 superseded'), ('甲市/新一册.csv equipment 甲一 accepted'),
    ('甲市/新二册.csv equipment 甲一 accepted')$$, 'then it supersedes as one');

-- a set that is whole is corrected by a whole set, of parts or in one file
select pg_temp.part('甲市/新二册.csv', '2030-03-14 10:00+08', 2, 2);
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select p from papers() p where p like '甲市/新%'$$, $$values
    ('甲市/新一册.csv equipment 甲一 accepted'), ('甲市/新二册.csv equipment 甲一 accepted'),
    ('甲市/新二册.csv equipment 甲一 accepted parts_incomplete')$$, 'one part again is the beginning of a new set');
select list(list(paper('甲市/一本两页.xlsx', '2030-03-15 10:00+08'), 'equipment', '甲一'), 'equipment');
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select p from papers() p where p not like '%superseded'$$, $$values
    ('甲市/一本两页.xlsx equipment 甲一 accepted')$$, 'two sheets of one file without a mark are one set, and the newest');
select results_eq($$select code, count(*) from rule_findings_at('t', 'infinity') where code like 'parts%' group by code$$,
    $$select null::text, null::bigint where false$$, 'of parts that an older set lacks nothing is told any more');

-- the same bytes again change nothing
select list(paper('甲市/再报.xlsx', '2030-03-16 10:00+08', '甲市/一本两页.xlsx' || timestamptz '2030-03-15 10:00+08'), 'equipment');
\set clock 2030-03-16T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select papers()', $$values ('甲市/一本两页.xlsx equipment 甲一 accepted'),
    ('甲市/再报.xlsx equipment 甲一 duplicate')$$, 'the same file under another name is a duplicate');
select * from finish();
