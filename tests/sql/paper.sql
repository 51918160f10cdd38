-- 收件清单: paper is of the platforms that a line of 收件登记 names, and not of one whose name stands inside a longer one there.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(3);
update cycle set settings = '{"copies": {"value": {"application": 3, "summary": 1, "disc": 1}}}' where cycle = 't';

select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|南甲工业云|甲一公司,2|南甲工业云二期|甲二公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|清源云|乙一公司,2|清源云ABC版|乙二公司}');
select submit('丙市/表.xlsx', '2030-03-10 10:00+08', '{1|榕云|丙一公司,2|刺桐云|榕云科技公司,3|闽云|丙三公司}');
select register('receipts', '2030-03-10 11:00+08',
    '[{"unit": "甲市", "material": "申报书", "copies": "3", "received_at": "2030-03-10T10:00", "note": "南甲工业云二期"},
      {"unit": "乙市", "material": "申报书", "copies": "3", "received_at": "2030-03-10T10:00", "note": "清源云、“清源云（ＡＢＣ） 版”各3份"},
      {"unit": "丙市", "material": "申报书", "copies": "2", "received_at": "2030-03-10T10:00", "note": "榕云科技公司的刺桐云"},
      {"unit": "丙市", "material": "申报书", "copies": "1", "received_at": "2030-03-10T10:00", "note": "未写明"},
      {"unit": "甲市", "material": "申报书、汇总表光盘", "copies": "1", "received_at": "2030-03-10T10:00"},
      {"unit": "乙市", "material": "申报书光盘", "copies": "1", "received_at": "2030-03-10T10:00"}]');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
create temp table nomination_now as select * from nominations_at('t', 'infinity') with ordinality;
\set statement `cat ":ROOT/sql/report/paper.sql"`
prepare paper (text, timestamptz) as :statement
create temp table line as execute paper('t', 'infinity');
create function pg_temp.told(of_platforms boolean) returns setof text language sql as $$
    select concat_ws(' ', coalesce(platform, unit_name), received, missing)
    from line
    where material = 'application' and (platform is not null) = of_platforms
    order by unit_name collate "C", platform collate "C"
$$;
select results_eq('select pg_temp.told(true)', $$values
    ('刺桐云 2 1'), ('榕云'), ('闽云'), ('清源云 3 0'), ('清源云ABC版 3 0'), ('南甲工业云'), ('南甲工业云二期 3 0')$$,
    'the longest name that stands there is meant, a shorter one too where it stands by itself, however it is spaced or bracketed');
select results_eq('select pg_temp.told(false)', $$values ('丙市 3 6'), ('乙市 3 3'), ('甲市 4 2')$$, 'to the unit all of it counts');
select results_eq($$select unit_name || ' ' || material || ' ' || received from line where platform is null and received > 0 and material <> 'application' order by 1$$,
    $$values ('乙市 disc 1')$$, 'a disc of 申报书 is a disc, of several things said at once none is taken for it');
select * from finish();
