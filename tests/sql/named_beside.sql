-- Titles, sheets and files named for a platform: whose a form or list is where its head block says nothing, and what is told where they say otherwise.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'platform_by_title', 'platform', '{}', 'warning', '三'), ('t', 'title_platform_differs', 'title_platform', '{}', 'error', '三'),
    ('t', 'file_counted_elsewhere', 'same_file', '{}', 'error', '三'), ('t', 'file_of_two_platforms', 'same_file', '{}', 'warning', '三');

-- A list with a title, or a sheet's name.
create function pg_temp.titled(path text, seen_at timestamptz, title text, sheet text default '', platform text default null, bytes text default null)
returns bigint language plpgsql as $$
declare
    id bigint := list(paper(path, seen_at, bytes), 'staff', platform);
begin
    update upload_table t set title = titled.title, sheet = titled.sheet where t.arrival_id = id;
    return id;
end
$$;
create function pg_temp.told(prefix text) returns setof text language sql as $$
    select concat_ws(' ', a.path, f.severity, f.code, f.field, f.raw, f.read_as, f.expected)
    from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id)
    where f.code in ('platform_mismatch', 'platform_not_named', 'platform_assumed', 'platform_by_title', 'title_platform_differs', 'platform_not_listed',
        'file_counted_elsewhere', 'file_of_two_platforms') and starts_with(a.path, prefix)
    order by a.path collate "C", a.arrival_id, f.code collate "C"
$$;

select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|刺桐云平台|甲一公司,2|清源云平台|甲二公司}');
select submit('乙市/汇总.xlsx', '2030-03-10 10:00+08', '{1|榕云平台|乙一公司}');
select submit('丙市/汇总.xlsx', '2030-03-10 10:00+08', '{1|榕城工联平台|丙一公司,2|闽都云平台|丙清源云平台公司}');
select pg_temp.titled('甲市/刺桐云平台/清单.csv', '2030-03-10 10:00+08', '清源云平台花名册');
select pg_temp.titled('甲市/刺桐云平台/“刺桐云”平台清单.csv', '2030-03-10 11:00+08', '花名册');
select pg_temp.titled('甲市/一本.xlsx', '2030-03-10 12:00+08', '花名册', '清源云平台');
select pg_temp.titled('甲市/两说.xlsx', '2030-03-10 12:00+08', '清源云平台花名册', '刺桐云平台');
select pg_temp.titled('甲市/清源云平台 刺桐云平台.xlsx', '2030-03-10 13:00+08', '刺桐云平台花名册');
\set clock 2030-03-10T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select p from papers() p where p like '甲%' and p like '% staff %'$$, $$values
    ('甲市/一本.xlsx staff 清源云平台 accepted'),
    ('甲市/两说.xlsx staff  refused platform_not_named'),
    ('甲市/刺桐云平台/“刺桐云”平台清单.csv staff 刺桐云平台 superseded'),
    ('甲市/刺桐云平台/清单.csv staff 清源云平台 refused platform_mismatch'),
    ('甲市/清源云平台 刺桐云平台.xlsx staff 刺桐云平台 accepted')$$,
    'a title, a sheet or a file that is named for one nomination of the unit is that one''s; where the folder or they among themselves say otherwise it is refused');
select results_eq($$select pg_temp.told('甲市')$$, $$values
    ('甲市/一本.xlsx warning platform_by_title 工作表名 清源云平台 清源云平台'),
    ('甲市/两说.xlsx error platform_not_named 刺桐云平台、清源云平台'),
    ('甲市/刺桐云平台/清单.csv error platform_mismatch 标题 清源云平台花名册 所在文件夹是“刺桐云平台” 刺桐云平台、清源云平台'),
    ('甲市/清源云平台 刺桐云平台.xlsx warning platform_by_title 标题 刺桐云平台花名册 刺桐云平台')$$, 'and each is told');

-- another unit's platform; a name inside a longer one; what the head block says
select pg_temp.titled('乙市/榕城工联平台花名册.csv', '2030-03-11 10:00+08', '花名册');
select pg_temp.titled('丙市/榕城工联平台/甲.csv', '2030-03-11 10:00+08', '丙清源云平台公司花名册', bytes => '那一份');
select pg_temp.titled('丙市/乙.csv', '2030-03-11 10:00+08', '榕城工联平台花名册', '', '闽都云平台');
select form(form(paper('甲市/清源云平台等.csv', '2030-03-11 10:00+08'), '刺桐云平台'), '清源云平台', '{}', 2, 1);
\set clock 2030-03-11T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select pg_temp.told('乙市')$$, $$values
    ('乙市/榕城工联平台花名册.csv warning platform_assumed 榕云平台'),
    ('乙市/榕城工联平台花名册.csv error title_platform_differs 文件名 榕城工联平台花名册 榕云平台')$$, 'the unit''s only nomination is assumed, and told that the file is named for another');
select results_eq($$select pg_temp.told('丙市')$$, $$values
    ('丙市/乙.csv error title_platform_differs 标题 榕城工联平台花名册 闽都云平台')$$, 'a platform''s name inside an enterprise''s is not meant; the head block counts, and is told apart');
select is_empty($$select pg_temp.told('甲市/清源云平台等.csv')$$, 'a table of several platforms may be named for one of them');

-- a name inside a longer one that stands by itself as well
select submit('乙市/汇总.xlsx', '2030-03-11 15:00+08', '{1|榕云平台|乙一公司,2|榕云平台二期|乙二公司,3|榕云平台三期|乙三公司}');
select pg_temp.titled('乙市/榕云平台二期、榕云平台.csv', '2030-03-11 15:00+08', '花名册');
select pg_temp.titled('乙市/榕云平台二期、三期.csv', '2030-03-11 15:00+08', '榕云平台三期的花名册');
\set clock 2030-03-11T16:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select p from papers() p where p like '乙市/榕云平台%'$$, $$values
    ('乙市/榕云平台二期、三期.csv staff  refused platform_not_named'),
    ('乙市/榕云平台二期、榕云平台.csv staff  refused platform_not_named')$$, 'two platforms are named, the shorter is no less meant than the longer');

-- the same bytes elsewhere
select pg_temp.titled('甲市/刺桐云平台/同.csv', '2030-03-12 10:00+08', '花名册', bytes => '同一份');
select pg_temp.titled('甲市/清源云平台/同.csv', '2030-03-12 10:00+08', '花名册', bytes => '同一份');
\set clock 2030-03-12T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select t from pg_temp.told('甲市/') t where t like '%同.csv%'$$, $$values
    ('甲市/清源云平台/同.csv warning file_of_two_platforms 甲市/刺桐云平台/同.csv 刺桐云平台 清源云平台')$$, 'one file in two folders is told');
select submit('丙市/汇总.xlsx', '2030-03-13 10:00+08', '{1|闽都云平台|丙清源云平台公司}');
select pg_temp.titled('丙市/材料/甲.csv', '2030-03-13 10:00+08', '丙清源云平台公司花名册', bytes => '那一份');
\set clock 2030-03-13T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select t from pg_temp.told('丙市/') t where t like '%甲.csv%'$$, $$values
    ('丙市/材料/甲.csv error file_counted_elsewhere 丙市/榕城工联平台/甲.csv 榕城工联平台 闽都云平台'),
    ('丙市/材料/甲.csv warning platform_assumed 闽都云平台'),
    ('丙市/榕城工联平台/甲.csv warning platform_not_listed 榕城工联平台 闽都云平台')$$,
    'a list that was moved out of its platform''s folder is not silently another''s, and the old one is called by its name');
select is(platform_name, '榕城工联平台', 'in the list of files too')
from outcomes_at('t', 'infinity') join arrival using (arrival_id) where path = '丙市/榕城工联平台/甲.csv';

-- what was put right at its own path
select pg_temp.titled('乙市/改.csv', '2030-03-14 10:00+08', '花名册', platform => '写错的平台');
\set clock 2030-03-14T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select pg_temp.told('乙市/改.csv')$$, $$values ('乙市/改.csv warning platform_not_listed 写错的平台 榕云平台、榕云平台二期、榕云平台三期')$$, 'a platform that nobody nominates is told');
select pg_temp.titled('乙市/改.csv', '2030-03-15 10:00+08', '花名册', platform => '榕云平台');
select pg_temp.titled('乙市/不改.csv', '2030-03-15 10:00+08', '花名册', platform => '别的平台');
\set clock 2030-03-15T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select p from papers() p where p like '乙市/%改.csv%'$$, $$values
    ('乙市/不改.csv staff 别的平台 accepted platform_not_listed'),
    ('乙市/改.csv staff 写错的平台 superseded'), ('乙市/改.csv staff 榕云平台 accepted')$$, 'until other bytes lie at its path');
select is_empty($$select pg_temp.told('乙市/改.csv')$$, 'then it is told no more');
select results_eq($$select path, platform from slot_uploads_at('t', 'infinity') where live and path like '乙市/%改.csv' order by path collate "C"$$,
    $$values ('乙市/不改.csv', '别的平台'), ('乙市/改.csv', '榕云平台')$$, 'nor spoken of in the list of corrections');
select submit('乙市/汇总.xlsx', '2030-03-16 10:00+08', '{1|榕云平台|乙一公司,2|写错的平台|乙二公司}');
\set clock 2030-03-16T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select p from papers() p where p like '乙市/改.csv%'$$, $$values
    ('乙市/改.csv staff 写错的平台 accepted'), ('乙市/改.csv staff 榕云平台 accepted')$$, 'where the unit nominates it after all, it counts');
select * from finish();
