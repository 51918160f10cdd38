-- What a reminder and `huizong status` say that a unit has to put right: first what keeps its nominations from standing, though it be a warning.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'winner_candidate', 'winner_match', '{}', 'warning', '一'), ('t', 'over_quota', 'quota_seats', '{}', 'warning', '二'), ('t', 'quota_order_assumed', 'quota_seats', '{}', 'warning', '二'),
    ('t', 'wrong_province', 'prefix_in_province', '{}', 'warning', '一');
select register('winners', '2030-03-09 09:00+08', '[{"award_year": "2028", "platform": "候选云", "enterprise": "获评公司"},
    {"award_year": "2028", "platform": "同云", "enterprise": "获评公司"}]');
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司,3|甲三|甲三公司,4|甲四|甲四公司,5|甲五|甲五公司,6|甲六|甲六公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|候选云|乙公司|91440100M000100Y43,2|同云|乙二公司}');
select submit('丙市/表.xlsx', '2030-03-10 10:00+08', '{1|同云|丙公司,2|丙二|丙二公司,3|丙三|丙三公司,4|丙四|丙四公司}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
\set blocks `cat ":ROOT/sql/progress/blocks.sql"`
select set_config('t.blocks', rtrim(:'blocks', E';\n '), false) \g /dev/null
create function public.blocks() returns setof text language plpgsql as $$
declare
    open jsonb := (select jsonb_agg(to_jsonb(f)) from open_findings_at('t', 'infinity') f);
begin
    return query execute format('select concat_ws('' '', unit_code, file, platform, decision, quota, codes, findings) from (%s) as q',
        current_setting('t.blocks')) using 't'::text, 'infinity'::timestamptz, open;
end
$$;
grant execute on function public.blocks to public;
set role huizong_reader;
select results_eq('select blocks()', $$values
    ('A “甲三”、“甲四”、“甲五”等4个 over_quota 2'),
    ('B 候选云 needs_review 2 winner_candidate;wrong_province'),
    ('B 表.xlsx 2 duplicate_across_units 1'),
    ('C “丙四” over_quota 2'),
    ('C 表.xlsx 2 duplicate_across_units 1')$$,
    'the surplus in one line, then what is held and why; what an error of the file says already is not said twice');
reset role;
select * from finish();
