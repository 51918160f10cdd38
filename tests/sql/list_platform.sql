-- A list whose rows name another platform counts for the one that it is of, and says so.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'list_platform_differs', 'row_platform', '{"labels": ["平台名称"]}', 'error', '三');

-- A list of 甲一 with 备注 and 平台名称 in each row.
create function pg_temp.listed(path text, seen_at timestamptz, names text[]) returns bigint language plpgsql as $$
declare
    id bigint := list(paper(path, seen_at), 'staff', '甲一', 1, 1, cardinality(names));
    list bigint;
begin
    update list_table t set extra_labels = '{备注," 平台 名称"}' where t.arrival_id = id returning t.list_id into list;
    execute format('create table list_staff_%s partition of list_staff for values in (%1$s)', list);
    insert into list_staff (list_id, row_no, extra)
    select list, no + 2, convert_to(E'注\\t' || no || E'\t' || coalesce(said, '\N'), 'UTF8') from unnest(names) with ordinality as w (said, no);
    return id;
end
$$;
create function pg_temp.told() returns setof text language sql as $$
    select concat_ws(' ', a.path, f.row_no, f.field, f.raw, f.read_as, f.expected)
    from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id) where f.code = 'list_platform_differs'
$$;

select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
select pg_temp.listed('甲市/自己的.csv', '2030-03-10 10:00+08', '{甲一,"甲　一",NULL,""}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.told()', 'its own name, however spaced, and blanks say nothing');

select pg_temp.listed('甲市/两家的.csv', '2030-03-11 10:00+08', '{甲一,甲二,甲一,"甲 二"}');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('甲市/两家的.csv 4 平台名称 甲二、甲 二 2行 甲一')$$, 'another platform''s is told, with the first row');

select pg_temp.listed('甲市/简称的.csv', '2030-03-12 10:00+08', '{一云,一云}');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.told()', 'one name throughout that is no platform''s may be its own');

select pg_temp.listed('甲市/别的.csv', '2030-03-13 10:00+08', '{甲一,一云,二云,三云,四云}');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('甲市/别的.csv 4 平台名称 一云、二云、三云等 4行 甲一')$$, 'several names are told, once for the list');
select * from finish();
