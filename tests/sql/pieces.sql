-- Whose each form and list is, as the night decided it: what is counted, told and passed on of them says the same everywhere.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'platform_by_title', 'platform', '{}', 'warning', '三'), ('t', 'list_replaced', 'list_replaced', '{}', 'warning', '三'),
    ('t', 'form_replaced', 'form_replaced', '{}', 'error', '三');
\set platforms `cat ":ROOT/sql/report/indicator_platforms.sql"`
\set indicators `cat ":ROOT/sql/report/indicators.sql"`
\set applications `cat ":ROOT/sql/report/applications.sql"`
\set onward `cat ":ROOT/sql/report/onward_lists.sql"`
\set rejected `cat ":ROOT/sql/report/rejected.sql"`
\set form `cat ":ROOT/sql/trace/form.sql"`
create temp table nomination_now as select * from nominations_at('t', 'infinity') with ordinality;
prepare form_cell as :form
prepare platforms as :platforms
prepare indicators as :indicators
prepare applications as :applications
prepare onward as :onward
prepare rejected as :rejected

-- 'platform enterprise field value' of 指标汇总
create function pg_temp.figures(as_of text default 'infinity') returns setof text language plpgsql as $$
begin
    truncate nomination_now;
    insert into nomination_now select * from nominations_at('t', as_of::timestamptz) with ordinality;
    execute format('create temp table platform_said as execute platforms(''t'', %L)', as_of);
    execute format('create temp table figure_said as execute indicators(''t'', %L)', as_of);
    return query
    select concat_ws(' ', p.platform, p.enterprise, f.field, f.value) from platform_said p left join figure_said f using (form_no)
    where f.field is null or f.field = 'rev_year' order by 1;
    drop table platform_said, figure_said;
end
$$;
-- 'platform enterprise rows rejected files' of 审核台账
create function pg_temp.sheets(as_of text default 'infinity') returns setof text language plpgsql as $$
begin
    truncate nomination_now;
    insert into nomination_now select * from nominations_at('t', as_of::timestamptz) with ordinality;
    execute format('create temp table said as execute applications(''t'', %L)', as_of);
    return query select concat_ws(' ', platform, enterprise, coalesce(rows, 0), coalesce(rejected, 0), files) from said order by 1;
    drop table said;
end
$$;
-- 'key sheet rows' of what is passed on
create function pg_temp.passed_on() returns setof text language plpgsql as $$
begin
    create temp table said as execute onward('t', 'infinity');
    return query select concat_ws(' ', key, sheet, rows) from said order by 1;
    drop table said;
end
$$;
create function pg_temp.given_back() returns setof text language plpgsql as $$
begin
    create temp table said as execute rejected('t', 'infinity');
    return query select concat_ws(' ', name, coalesce(platform, '无')) from said order by 1;
    drop table said;
end
$$;
create function pg_temp.sheet(arrival bigint, no integer, sheet text, rejects integer default 0) returns void language sql as $$
    update upload_table t set sheet = $3 where (t.arrival_id, t.table_no) = ($1, $2);
    update list_table t set rows_rejected = $4, rows_read = t.rows_loaded + $4 where (t.arrival_id, t.table_no) = ($1, $2);
    insert into list_reject select $1, $2, no, '{choice_unknown}', '{1}' from generate_series(1, $4) as no
$$;

-- two nominations with the name of one platform: the form is that of the enterprise that it names
select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|同云|甲一公司,2|同云|甲二公司}');
select form(paper('甲市/申报书.csv', '2030-03-10 10:00+08'), '同云', '{"ent_name": "甲二公司", "rev_year": "4999"}');
select register('decisions', '2030-03-10 10:00+08',
    '[{"unit": "甲市", "platform": "同云", "enterprise": "甲二公司", "matter": "duplicate_in_table", "decision": "不予受理", "date": "2030-03-10"}]');
-- lists in sheets that are named for their platforms
select submit('乙市/汇总.xlsx', '2030-03-10 10:00+08', '{1|乙一云平台|乙一公司,2|乙二云平台|乙二公司}');
select list(list(paper('乙市/设备.xlsx', '2030-03-10 10:00+08'), 'equipment', rows => 60), 'equipment', rows => 40) as book \gset
select pg_temp.sheet(:book, 1, '乙一云平台'), pg_temp.sheet(:book, 2, '乙二云平台', 1);
insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, field, severity, code) values (:book, 1, '乙二云平台', 'B1', 1, '类别', 'error', 'choice_unknown');
-- parts that overlap, a form that counts by its 项目名称
select submit('丙市/汇总.xlsx', '2030-03-10 10:00+08', '{1|丙一云平台|丙一公司,2|丙二云平台|丙二公司}');
select list(list(paper('丙市/a.xlsx', '2030-03-10 10:00+08'), 'equipment', '丙一云平台', 1, 3, 20), 'equipment', '丙一云平台', 2, 3, 20) as early \gset
select list(list(paper('丙市/b.xlsx', '2030-03-10 10:10+08'), 'equipment', '丙一云平台', 2, 3, 20), 'equipment', '丙一云平台', 3, 3, 20) as late \gset
select pg_temp.sheet(:early, 2, '二', 2);
select form(form(paper('丙市/申报书.csv', '2030-03-10 10:00+08'), '丙一云V2', '{"cover_project_name": "丙一云平台", "rev_year": "1"}'), '丙二云平台',
    '{"rev_year": "2"}', 2, 1);
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.figures()', $$values ('丙一云平台 丙一公司 rev_year 1'), ('丙二云平台 丙二公司 rev_year 2'), ('乙一云平台 乙一公司'),
    ('乙二云平台 乙二公司'), ('同云 甲一公司')$$, 'figures are those of the form that counts for the nomination, by its project too, and never a refused one''s of the same platform');
select results_eq('select pg_temp.sheets()', $$values ('丙一云平台 丙一公司 60 0 丙市/a.xlsx；丙市/b.xlsx；丙市/申报书.csv'), ('丙二云平台 丙二公司 0 0 丙市/申报书.csv'),
    ('乙一云平台 乙一公司 60 0 乙市/设备.xlsx'), ('乙二云平台 乙二公司 40 1 乙市/设备.xlsx'), ('同云 甲一公司 0 0')$$,
    'so are files and rows; a part that came again counts once');
select results_eq('select pg_temp.passed_on()', $$values ('B|乙一云平台|乙一公司|1 乙一云平台 60'), ('B|乙二云平台|乙二公司|1 乙二云平台 40'),
    ('C|丙一云平台|丙一公司|1 表1 20'), ('C|丙一云平台|丙一公司|1 表1 20'), ('C|丙一云平台|丙一公司|1 表2 20')$$, 'and what is passed on');
create temp table traced as execute form_cell('t', 'infinity', 'C|丙一云平台|丙一公司|1', 'rev_year');
create temp table untraced as execute form_cell('t', 'infinity', 'A|同云|甲一公司|1', 'rev_year');
select results_eq('select file, cell from traced', $$values ('丙市/申报书.csv', 'rev_year1')$$, 'a trace finds the same cell');
select is_empty('select from untraced', 'and no cell where there is none');
select results_eq('select pg_temp.given_back()', $$values ('退回行-设备清单-乙二云平台 乙二云平台')$$, 'rows go back under their own platform, and none of a part that was replaced');
select is_empty($$select from application_states_at('t', 'infinity') where nomination like '丙一%' and state = '有误'$$, 'nor is the application wrong by it');

select results_eq($$select platform from slip_findings_at('t', 'infinity') where code = 'choice_unknown'$$, $$values ('乙二云平台')$$, 'what is wrong in a sheet is told of its platform');

-- what stood then is seen then
select form(paper('甲市/申报书.csv', '2030-03-11 10:00+08'), '同云', '{"ent_name": "甲一公司", "rev_year": "7"}');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select pg_temp.figures()', $$values ('同云 甲一公司 rev_year 7')$$, 'the form of the other enterprise counts for it');
select set_has($$select pg_temp.figures('2030-03-10 13:00+08')$$, $$values ('同云 甲一公司')$$, 'and a report may look back');

-- Two firms of the direct route with one platform name: neither's forms and lists replace the other's, and neither is told of the other's files, though one person writes for both.
create function pg_temp.applies(firm text, seen_at timestamptz, figures jsonb, rows integer) returns void language plpgsql as $$
declare
    id bigint := submit('企业直报/' || firm || '/汇总.xlsx', seen_at, array['1|直云|' || firm]);
begin
    perform cell(id, 0, field, said) from (values ('sum_unit_contact', '林样一'), ('sum_unit_phone', '0591-80000001')) as f (field, said);
    perform form(paper('企业直报/' || firm || '/申报书.csv', seen_at), '直云', jsonb_build_object('ent_name', firm) || figures);
    perform list(paper('企业直报/' || firm || '/设备.csv', seen_at), 'equipment', rows => rows);
end
$$;
select pg_temp.applies('直一公司', '2030-03-12 10:00+08', '{"rev_year": "11", "a": "1", "b": "1", "c": "1"}', 60);
-- before its 汇总表 is there, a form of another firm counts for nobody
select form(paper('企业直报/直三公司/申报书.csv', '2030-03-12 10:05+08'), '直云', '{"ent_name": "直三公司", "rev_year": "33"}');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select pg_temp.figures()', $$values ('直云 直一公司 rev_year 11')$$, 'what comes from another firm''s folder replaces nothing');
select set_has('select papers()', $$values ('企业直报/直三公司/申报书.csv application 直云 accepted platform_not_listed')$$, 'and is told to count for nothing yet');
select pg_temp.applies('直二公司', '2030-03-13 10:00+08', '{"rev_year": "22"}', 30);
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select pg_temp.sheets()', $$values ('直云 直一公司 60 0 企业直报/直一公司/申报书.csv；企业直报/直一公司/设备.csv'),
    ('直云 直二公司 30 0 企业直报/直二公司/申报书.csv；企业直报/直二公司/设备.csv')$$, 'each has its own');
select bag_eq($$select d from decisions() d where d like '直云%'$$, $$values ('直云 duplicate duplicate_across_units'), ('直云 duplicate duplicate_across_units')$$,
    'both are held');
select is_empty($$select from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id) where a.path like '企业直报/直二%' and concat(raw, read_as, expected) like '%直一%'$$,
    'no slip names the other''s files');
select register('decisions', '2030-03-14 09:00+08',
    '[{"unit": "甲市", "platform": "同云", "enterprise": "甲二公司", "matter": "duplicate_in_table", "decision": "不予受理", "date": "2030-03-10"},
      {"unit": "企业直报", "platform": "直云", "enterprise": "直一公司", "matter": "duplicate_across_units", "decision": "通过", "date": "2030-03-14"},
      {"unit": "企业直报", "platform": "直云", "enterprise": "直二公司", "matter": "duplicate_across_units", "decision": "不予受理", "date": "2030-03-14"}]');
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has('select pg_temp.figures()', $$values ('直云 直一公司 rev_year 11')$$, 'a refused firm''s figures stand nowhere');
select set_hasnt('select pg_temp.figures()', $$values ('直云 直一公司 rev_year 22')$$, 'and not under the other''s name');
select set_has('select pg_temp.passed_on()', $$values ('Z|直云|直一公司|1 表1 60')$$, 'nor are its lists passed on');
select set_hasnt('select pg_temp.passed_on()', $$values ('Z|直云|直一公司|1 表1 30')$$, 'under the other''s name');
select * from finish();
