-- Whose an upload is, which one stands, and what became of the others.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2, direct => false);
select submit('甲市/一.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}', bytes => 'A');
select submit('甲市/二.xlsx', '2030-03-10 11:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}', bytes => 'A');
select submit('甲市/三.xlsx', '2030-03-10 12:00+08', '{1|甲一|甲一公司}', bytes => 'B');
select submit('甲市/一.xlsx', '2030-03-10 13:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}', bytes => 'A2');
select submit('甲市/一.xlsx', '2030-03-10 14:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}', bytes => 'A');
select submit('根目录.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一公司}', head => '乙市');
select submit('没写.xlsx', '2030-03-10 10:00+08', '{1|无名|无名公司}', head => '');
select submit('外省.xlsx', '2030-03-10 10:00+08', '{1|外省|外省公司}', head => '外省某市');
select submit('外省某市/表.xlsx', '2030-03-10 10:00+08', '{1|外省|外省公司}', head => '');
select submit('丙市/冒名.xlsx', '2030-03-10 10:00+08', '{1|丙一|丙一公司}', head => '乙市');
select submit('企业直报/表.xlsx', '2030-03-10 10:00+08', '{1|直一|直一公司}');
insert into arrival (cycle, source, path, previous_sha256, changed_at, first_seen_at, left_reason) values ('t', 'inbox',
    '丙市/~$表.xlsx', '', '2030-03-10 10:00+08', '2030-03-10 10:00+08', 'lock_file'), ('t', 'inbox',
    '丙市/快钟.xlsx', '', '2030-03-10 15:07:30+08', '2030-03-10 15:00+08', 'changed_in_future');
\set clock 2030-03-10T15:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq('select outcomes()', $$values
    ('甲市/一.xlsx superseded'), ('甲市/二.xlsx duplicate'), ('甲市/三.xlsx superseded'), ('甲市/一.xlsx superseded'),
        ('甲市/一.xlsx accepted'),
    ('根目录.xlsx accepted attributed_by_content'), ('没写.xlsx unattributed no_unit_named'),
        ('外省.xlsx refused unknown_unit'), ('外省某市/表.xlsx refused unknown_folder'),
    ('丙市/冒名.xlsx refused unit_mismatch'), ('企业直报/表.xlsx refused route_closed'), ('丙市/~$表.xlsx refused lock_file'),
    ('丙市/快钟.xlsx refused changed_in_future')$$,
    'A, A again, B, A2, A: only the copy that directly follows is a duplicate');
select results_eq('select decisions()', $$values ('甲一 recommended counts'), ('甲二 recommended counts'),
       ('乙一 recommended counts'), ('直一 ineligible route_closed')$$, 'what stands');

select set_eq($$select path, raw from rule_findings_at('t', 'infinity') join arrival using (arrival_id)
    where code in ('unknown_unit', 'unknown_folder')$$, $$values ('外省.xlsx', '外省某市'), ('外省某市/表.xlsx', '外省某市')$$,
    'which name is not known: the head block''s, or the folder''s');
select results_eq($$select raw, severity from rule_findings_at('t', 'infinity') where code = 'changed_in_future'$$, $$values ('2030-03-10 15:07:30', 'warning')$$,
    'a file of the future is told with its time');

-- dropped without a withdrawal; then the register of units heals an attribution
select submit('甲市/四.xlsx', '2030-03-11 10:00+08', '{1|甲一|甲一公司}', head => '');
select register('units', '2030-03-11 10:00+08', '[{"code": "W", "name": "外省某市", "aliases": "外市；外地市", "type": "设区市"}]');
\set clock 2030-03-11T15:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values ('甲一 recommended counts'), ('甲二 withdrawn dropped_by_resubmission'),
       ('乙一 recommended counts'), ('直一 ineligible route_closed'),
    ('外省 recommended counts')$$, 'a platform missing from the newer table keeps its line; 推荐单位名录 heals an attribution');
select results_eq($$select outcomes() order by 1 desc limit 1$$, $$values ('甲市/四.xlsx accepted')$$,
       'a head block without a unit is only a warning');
select ok('head_unit_missing' in (select codes()), 'of which the unit is told');
select results_eq($$select unit_name, unit_type, unit_order from unit where cycle = 't' and added_at is not null$$,
       $$values ('外省某市', 'city', 5)$$, 'the unit was added');
delete from unit where cycle = 't' and unit_code = 'W';
select isnt_empty($$select from unit where cycle = 't' and unit_code = 'W'$$, 'and setup does not take it away');

-- findings and rejected rows are an upload's, and go with it
select throws_ok($$insert into file_finding (arrival_id, ordinal, severity, code) values (-1, 1, 'error', 'x'), (-2, 1, 'error', 'x')$$, '23503',
    'file_finding: no upload -2', 'no finding without its upload');
select throws_ok($$insert into list_reject (arrival_id, table_no, row_no, codes, cells) values (-1, 1, 1, '{}', '{}')$$, '23503',
    'list_reject: no upload -1', 'no rejected row without its upload');
insert into arrival (cycle, source, path, changed_at, first_seen_at, sha256)
select cycle, source, path || n, changed_at, first_seen_at, sha256 from arrival, generate_series(1, 2) n where path = '根目录.xlsx';
insert into upload select arrival_id, 'complete', null from arrival where path in ('根目录.xlsx1', '根目录.xlsx2');
insert into file_finding (arrival_id, ordinal, severity, code)
select arrival_id, 1, 'error', 'x' from arrival where path in ('根目录.xlsx1', '根目录.xlsx2');
insert into list_reject (arrival_id, table_no, row_no, codes, cells)
select arrival_id, 1, 1, '{}', '{}' from arrival where path in ('根目录.xlsx1', '根目录.xlsx2');
delete from upload where arrival_id in (select arrival_id from arrival where path = '根目录.xlsx1');
select results_eq($$select path from file_finding join arrival using (arrival_id) where path like '根目录.xlsx_'$$, $$values ('根目录.xlsx2')$$,
    'an upload that is deleted takes its findings along, and nobody else''s');
select results_eq($$select path from list_reject join arrival using (arrival_id) where path like '根目录.xlsx_'$$, $$values ('根目录.xlsx2')$$,
    'and its rejected rows');
select * from finish();
