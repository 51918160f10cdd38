-- The nominations that a question means: a name in full before names that it is a part of.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(4);
\set statement `cat ":ROOT/sql/trace/nominations.sql"`
prepare meant (text, timestamptz, text, text, text) as :statement
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|刺桐云|甲公司,2|刺桐云二期|福建甲公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|榕云|甲公司,2|榕云|福建甲公司}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
create function pg_temp.told(platform text, enterprise text) returns setof text language plpgsql as $$
begin
    drop table if exists said;
    execute format('create temp table said as execute meant (%L, %L, %L, %L, %L)', 't', 'infinity', platform, null, enterprise);
    return query select s.platform || ' ' || s.enterprise from said s;
end
$$;
select results_eq($$select pg_temp.told('刺桐云', null)$$, $$values ('刺桐云 甲公司')$$, 'a platform''s whole name');
select results_eq($$select pg_temp.told('刺桐', null)$$, $$values ('刺桐云 甲公司'), ('刺桐云二期 福建甲公司')$$, 'a part of two');
select results_eq($$select pg_temp.told('榕云', '甲公司')$$, $$values ('榕云 甲公司')$$, 'an enterprise''s whole name is not the other''s that has it in it');
select results_eq($$select pg_temp.told('榕云', '甲')$$, $$values ('榕云 甲公司'), ('榕云 福建甲公司')$$, 'a part of two enterprises''');
select results_eq($$select pg_temp.told('刺桐', '福建')$$, $$values ('刺桐云二期 福建甲公司')$$, 'parts of both');
select * from finish();
