-- The office's registers in several files: what lies in the folder counts together, what is gone while others remain does not.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
create function files_told(code text) returns setof text language sql as $$
    select f.field || ' ' || f.raw || coalesce(' ' || f.read_as, '') from rule_findings_at('t', 'infinity') f
    where f.code = files_told.code order by f.field collate "C", f.raw collate "C"
$$;
create function lines() returns setof text language sql as $$
    select path || ' ' || (fields ->> 'platform') from register_lines('t', 'infinity') where kind = 'register_withdrawals'
    order by path collate "C", item
$$;
select make_cycle(2);
select submit('甲市/表.xlsx', '2030-03-10 08:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司,3|甲三|甲三公司}');
select register('withdrawals', '2030-03-10 09:00+08',
    '[{"unit": "甲市", "platform": "甲一", "date": "2030-03-10"}, {"unit": "甲市", "platform": "甲二", "date": "!三月"}]');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty($$select files_told('register_twice')$$, 'one file of a register is nothing to tell');

-- a copy that came later replaces nothing; lines that are word for word the same are one line, also where they are wrong
select register('withdrawals', '2030-03-11 09:00+08',
    '[{"unit": "甲市", "platform": "甲一", "date": "2030-03-10"}, {"unit": "甲市", "platform": "甲二", "date": "!三月"},
      {"unit": "甲市", "platform": "甲三", "date": "2030-03-11"}, {"unit": "甲市", "platform": "甲二", "date": "!四月"}]', 'withdrawals 副本.csv');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select lines()', $$values ('withdrawals 副本.csv 甲一'), ('withdrawals 副本.csv 甲二'), ('withdrawals 副本.csv 甲三'),
    ('withdrawals 副本.csv 甲二')$$, 'the lines of both, and each once');
select register('withdrawals', '2030-03-12 09:00+08', '[{"unit": "甲市", "platform": "甲三", "date": "2030-03-11"}]', 'withdrawals 副本.csv');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values ('甲一 withdrawn withdrawn'), ('甲二 recommended counts'), ('甲三 withdrawn withdrawn')$$,
    'what the older file says stays in force');
select results_eq($$select files_told('register_twice')$$, $$values ('撤回登记 withdrawals 副本.csv；withdrawals.csv')$$, 'the office is told which files are read together');
select ok((select count(*) = 2 from register_versions('t', 'infinity') where in_force), 'both are versions in force');
-- the same night again tells the same
\i :ROOT/tests/sql/kit/night.psql
select isnt_empty($$select files_told('register_twice')$$, 'as long as there are two');

-- one of two is gone: its lines count no more, and that is told once
select register_goes('withdrawals.csv', '2030-03-13 09:00+08');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select lines()', $$values ('withdrawals 副本.csv 甲三')$$, 'the file that remains');
select results_eq($$select files_told('register_part_gone')$$, $$values ('撤回登记 withdrawals.csv withdrawals 副本.csv')$$, 'the office is told what is gone and what is there');
select is_empty($$select files_told('register_gone') union all select files_told('register_twice')$$, 'and of nothing else');
\i :ROOT/tests/sql/kit/night.psql
select isnt_empty($$select files_told('register_part_gone')$$, 'the night again tells so again');
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty($$select files_told('register_part_gone')$$, 'the next one does not');

-- the last of them stays in force, and a renamed file replaces itself
select register_goes('withdrawals 副本.csv', '2030-03-15 09:00+08');
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select files_told('register_gone')$$, $$values ('撤回登记 withdrawals 副本.csv')$$, 'the only file of a register is gone');
select results_eq('select lines()', $$values ('withdrawals 副本.csv 甲三')$$, 'and stays in force, without the one that went before it');
select register('withdrawals', '2030-03-16 09:00+08', '[{"unit": "甲市", "platform": "甲三", "date": "2030-03-11"}]', '撤回.xlsx');
\set clock 2030-03-16T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select lines()', $$values ('撤回.xlsx 甲三')$$, 'the new name replaces the old');
select is_empty($$select files_told('register_gone') union all select files_told('register_twice')$$, 'with nothing to tell');

-- a workbook of several registers comes without one of its sheets
select register('selection', '2030-03-17 09:00+08', '[{"unit": "甲市", "platform": "甲一", "rank": "1"}]', '登记簿.xlsx') as book \gset
alter table upload_table disable trigger upload_is_open;
alter table figure disable trigger upload_is_open;
insert into upload_table values (:book, 2, 'register_waivers', '超额批准', null);
insert into figure (arrival_id, table_no, item, row_no, cell, field, state, text, raw, folded)
select :book, 2, 1, 5, key, key, 'text', value, value, value
from jsonb_each_text('{"unit": "甲市", "platform": "甲二", "doc_no": "一号", "date": "2030-03-16", "approver": "人", "reason": "理"}');
select register('selection', '2030-03-18 09:00+08', '[{"unit": "甲市", "platform": "甲一", "rank": "1"}]', '登记簿.xlsx');
\set clock 2030-03-18T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select files_told('register_gone')$$, $$values ('超额批准 登记簿.xlsx的工作表“超额批准”')$$, 'a sheet that is gone is told like a file');
select isnt_empty($$select from register_lines('t', 'infinity') where kind = 'register_waivers'$$, 'and stays in force');

-- two sheets of one workbook that hold one register
select register('selection', '2030-03-18 10:00+08', '[{"unit": "甲市", "platform": "甲一", "rank": "1"}]', '登记簿.xlsx') as book \gset
insert into upload_table values (:book, 2, 'register_selection', '旧版', null);
insert into figure (arrival_id, table_no, item, row_no, cell, field, state, text, raw, folded)
select :book, 2, 1, 2, key, key, 'text', value, value, value from jsonb_each_text('{"unit": "甲市", "platform": "甲二", "rank": "1"}');
update upload_table set sheet = '新版' where (arrival_id, table_no) = (:book, 1);
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select files_told('register_twice')$$, $$values ('遴选结果 登记簿.xlsx的工作表“新版”；登记簿.xlsx的工作表“旧版”')$$,
    'sheets that are read together are told like files');

-- what was left unread of a file that was taken
alter table file_finding disable trigger upload_is_open;
insert into file_finding (arrival_id, ordinal, sheet, row_no, severity, code, raw)
values (:book, 901, '撤回登记', null, 'warning', 'sheet_skipped', null), (:book, 902, '新版', 9, 'error', 'rows_after_end', '甲三'),
    (:book, 903, '新版', 3, 'warning', 'several_tables', '甲三');
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select raw, read_as, sheet, row_no from rule_findings_at('t', 'infinity') where code = 'register_part_left' order by raw collate "C"$$,
    $$values ('撤回登记', '工作表未读', '撤回登记', null::integer), ('甲三', '表尾之后还有内容', '新版', 9)$$, 'sheets and rows that were not read are told');

-- a line that cannot be put right, since its sheet is gone, is not told by its row
select register('selection', '2030-03-19 09:00+08', '[{"unit": "甲市", "platform": "甲一", "rank": "!一"}]', '遴选.csv');
\set clock 2030-03-19T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select isnt_empty($$select from rule_findings_at('t', 'infinity') join arrival using (arrival_id) where code = 'register_line_bad' and path = '遴选.csv'$$, 'a bad line');
select register_goes('登记簿.xlsx', '2030-03-20 08:00+08'), register_goes('遴选.csv', '2030-03-20 09:00+08');
\set clock 2030-03-20T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty($$select from rule_findings_at('t', 'infinity') where code = 'register_line_bad'$$, 'of a file that is gone');
select isnt_empty($$select from rule_findings_at('t', 'infinity') where code = 'register_gone' and field = '遴选结果'$$, 'that is told');
select * from finish();
