-- Whose a workbook of several sheets is: a unit is one however it is spelt, and of two units it is nobody's.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
insert into unit_alias (cycle, folded, alias, unit_code) values ('t', '甲市局', '甲市局', 'A'), ('t', '一甲市局', '一甲市局', 'A');

-- A second sheet of an upload, whose head block stands in B2 and names `head`.
create function second_sheet(arrival bigint, head text, platform text) returns void language sql as $$
    insert into upload_table values (arrival, 2, 'summary', '另一张', null);
    insert into figure (arrival_id, table_no, item, row_no, cell, field, state, text, raw, folded)
    select arrival, 2, item, row_no, cell, field, 'text', said, said, said
    from (values (0, 2, 'B2', 'sum_recommending_unit', head), (1, 5, 'B5', 'sum_platform_name', platform),
        (1, 5, 'C5', 'sum_enterprise', platform || '公司')) as f (item, row_no, cell, field, said)
    where said <> '';
$$;
select second_sheet(submit('甲市/两种写法.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司}', head => '甲市局'), '一甲市局', '甲二');
select second_sheet(submit('根目录两种写法.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一公司}', head => '乙市'), '', '乙二');
select second_sheet(submit('丙市/夹了别家.xlsx', '2030-03-10 10:00+08', '{1|丙一|丙一公司}', head => '丙市'), '一甲市局', '甲三');
select second_sheet(submit('丙市/夹了外省.xlsx', '2030-03-10 11:00+08', '{1|丙一|丙一公司}', head => '丙市'), '外省某市', '外云');
select second_sheet(submit('两家合报.xlsx', '2030-03-10 10:00+08', '{1|甲四|甲四公司}', head => '甲市局'), '丙市', '丙四');
select second_sheet(submit('一家不明.xlsx', '2030-03-10 10:00+08', '{1|甲五|甲五公司}', head => '甲市'), '外省某市', '外云');
select second_sheet(submit('企业直报/一家.xlsx', '2030-03-10 10:00+08', '{1|直一|直一公司}', head => '企业直报'), '直一公司', '直一二');
select second_sheet(submit('企业直报/两家.xlsx', '2030-03-10 11:00+08', '{1|直二|直二公司}', head => '直二公司'), '直三公司', '直三');
select submit('03-甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲六|甲六公司}', head => '甲市局');
select submit('04-乙市/表.xlsx', '2030-03-10 10:00+08', '{1|乙六|乙六公司}', head => '');
\set clock 2030-03-10T15:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq('select outcomes()', $$values
    ('甲市/两种写法.xlsx accepted'), ('根目录两种写法.xlsx accepted attributed_by_content'), ('丙市/夹了别家.xlsx refused unit_mismatch'),
    ('丙市/夹了外省.xlsx refused unknown_unit'), ('两家合报.xlsx refused several_units_named'), ('一家不明.xlsx refused several_units_named'),
    ('企业直报/一家.xlsx accepted'), ('企业直报/两家.xlsx refused several_units_named'),
    ('03-甲市/表.xlsx refused unknown_folder'), ('04-乙市/表.xlsx refused unknown_folder')$$,
    'one unit in two spellings is one, two units are nobody''s, and an applicant may name itself beside its route');
select bag_eq($$select decisions()$$, $$values ('甲一 recommended counts'), ('甲二 recommended counts'), ('乙一 recommended counts'),
    ('乙二 recommended counts'), ('直一 recommended counts'), ('直一二 recommended counts')$$, 'no platform of an accepted one is lost');
select bag_eq($$select path, code, sheet, cell, row_no, raw, read_as, expected from rule_findings_at('t', 'infinity') join arrival using (arrival_id)
        where code in ('unit_mismatch', 'unknown_unit', 'several_units_named', 'unknown_folder')$$,
    $$values ('丙市/夹了别家.xlsx', 'unit_mismatch', '另一张', 'B2', 2, '一甲市局', null, '丙市'),
        ('丙市/夹了外省.xlsx', 'unknown_unit', '另一张', 'B2', 2, '外省某市', null, '丙市'),
        ('两家合报.xlsx', 'several_units_named', null, null, null, '汇总表 sum_recommending_unit0“甲市局”、另一张 B2“丙市”', null, null),
        ('一家不明.xlsx', 'several_units_named', null, null, null, '汇总表 sum_recommending_unit0“甲市”、另一张 B2“外省某市”', null, null),
        ('企业直报/两家.xlsx', 'several_units_named', null, null, null,
            '汇总表 sum_recommending_unit0“直二公司”、另一张 B2“直三公司”', null, '企业直报'),
        ('03-甲市/表.xlsx', 'unknown_folder', null, null, null, '03-甲市', '甲市局', null),
        ('04-乙市/表.xlsx', 'unknown_folder', null, null, null, '04-乙市', '（未写）', null)$$,
    'the place, its sheet and its words are those of the one name that is wrong; a folder''s name stands in no cell');
select bag_eq($$select distinct path, unit_code from outcomes_at('t', 'infinity') join arrival using (arrival_id) where 'several_units_named' = any (reasons)$$,
    $$values ('两家合报.xlsx', null), ('一家不明.xlsx', null), ('企业直报/两家.xlsx', 'Z')$$, 'a file of two units is booked on neither');
select * from finish();
