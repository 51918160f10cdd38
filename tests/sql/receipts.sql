-- 收件登记: the i-th line for a path is its i-th content's; the longest folder's line counts; names with a percent sign.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
create function received() returns setof text language sql as $$
    select a.path || ' ' || iso_text(o.received_at, 480)
    from outcomes_at('t', 'infinity') o join arrival a using (arrival_id)
    order by a.path collate "C", a.arrival_id
$$;
select submit('甲市/表.xlsx', '2030-03-18 16:00+08', '{1|甲一|甲一公司}', bytes => '一');
select submit('甲市/表.xlsx', '2030-03-18 17:00+08', '{1|甲二|甲二公司}', bytes => '二');
select submit('甲市/表.xlsx', '2030-03-18 18:00+08', '{1|甲三|甲三公司}', bytes => '三');
select submit('乙市/盘/深/表.xlsx', '2030-03-18 16:00+08', '{1|乙一|乙一公司}');
select submit('乙市/盘/百分之100%25.xlsx', '2030-03-18 16:00+08', '{1|乙二|乙二公司}');
select submit('没名字/表.xlsx', '2030-03-18 14:00+08', '{1|丙一|丙一公司}', head => '');
select register('receipts', '2030-03-18 19:00+08',
    '[{"file": "甲市/表.xlsx", "received_at": "2030-03-18T14:30"}, {"file": "./甲市\\表.xlsx", "received_at": "2030-03-18T14:20:10"},
      {"file": "乙市/盘", "received_at": "2030-03-18T14:00"}, {"file": "乙市/盘/深/", "received_at": "2030-03-18T14:59"},
      {"file": "没名字", "unit": "丙市", "received_at": "2030-03-18T13:00"},
      {"unit": "乙市", "material": "申报书", "copies": "3", "received_at": "2030-03-18T14:00"}]');
\set clock 2030-03-18T20:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select received()', $$values
    ('乙市/盘/深/表.xlsx 2030-03-18T14:59:00+08:00'), ('乙市/盘/百分之100%25.xlsx 2030-03-18T14:00:00+08:00'),
    ('没名字/表.xlsx 2030-03-18T13:00:00+08:00'), ('甲市/表.xlsx 2030-03-18T14:20:10+08:00'),
    ('甲市/表.xlsx 2030-03-18T14:30:00+08:00'), ('甲市/表.xlsx 2030-03-18T18:00:00+08:00')$$,
    'lines in the order of their times, contents in the order they were seen');
select results_eq('select decisions()', $$values ('甲一 withdrawn dropped_by_resubmission'), ('甲三 late late'),
    ('甲二 recommended counts'), ('乙一 recommended counts'), ('乙二 withdrawn dropped_by_resubmission'), ('丙一 recommended counts')$$,
    'a receipt names the unit of an unknown folder');
select is_empty($$select from rule_findings_at('t', 'infinity') where code like 'register%'$$, 'paper needs no file');

-- a line written twice is one line, and its unit must be known
select register('receipts', '2030-03-18 21:00+08',
    '[{"file": "甲市/表.xlsx", "received_at": "2030-03-18T14:30"}, {"file": "甲市/表.xlsx", "received_at": "2030-03-18T14:30"},
      {"file": "没名字", "unit": "丁市", "received_at": "2030-03-18T13:00"}]');
\set clock 2030-03-18T22:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select received() r where true offset 3$$, $$values ('甲市/表.xlsx 2030-03-18T14:30:00+08:00'),
    ('甲市/表.xlsx 2030-03-18T17:00:00+08:00'), ('甲市/表.xlsx 2030-03-18T18:00:00+08:00')$$,
    'twice the same line binds no other bytes');
select results_eq($$select row_no from rule_findings_at('t', 'infinity') where code = 'register_line_unmatched'$$,
    $$values (7)$$, 'a unit that nobody knows is told');
-- a zero report after a table is for a person to settle, and one of the same day whose hour nobody wrote; one before it, or of a unit
-- whose table does not count, is not
select register('receipts', '2030-03-18 22:10+08',
    '[{"file": "没名字", "unit": "丙市", "received_at": "2030-03-18T13:00"},
      {"unit": "丙市", "material": "零报告", "received_at": "2030-03-18T12:00"}, {"unit": "丙市", "material": "零报告", "received_at": "2030-03-18T13:30"},
      {"file": "乙市/盘/深", "received_at": "2030-03-18T14:00"}, {"unit": "乙市", "material": "零报告", "received_at": "2030-03-18"},
      {"unit": "乙市", "material": "零报告", "received_at": "2030-03-17"}, {"unit": "甲市", "material": "零报告", "received_at": "2030-03-18T22:00"}]');
\set clock 2030-03-18T23:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select row_no, raw, expected from rule_findings_at('t', 'infinity') where code = 'zero_report_after_table' order by row_no$$,
    $$values (7, '丙市', '没名字/表.xlsx'), (9, '乙市', '乙市/盘/深/表.xlsx')$$, 'the table stands, and the office is told');
select ok(exists(select from decisions() d where d like '丙一 recommended%'), 'what stands is not taken away by a line');

-- a day without its hour: nothing on the deadline's day, where the file's own time is late; any hour of another day is the same
select submit('乙市/只有日期.xlsx', '2030-03-18 16:30+08', '{1|乙三|乙三公司}');
select submit('丙市/前一天.xlsx', '2030-03-18 16:30+08', '{1|丙二|丙二公司}');
select submit('甲市/按时.xlsx', '2030-03-18 14:50+08', '{1|甲四|甲四公司}');
select submit('丙市/后一天.xlsx', '2030-03-19 09:00+08', '{1|丙三|丙三公司}');
select register('receipts', '2030-03-19 10:00+08',
    '[{"file": "乙市/只有日期.xlsx", "received_at": "2030-03-18"}, {"file": "丙市/前一天.xlsx", "received_at": "2030-03-17"},
      {"file": "甲市/按时.xlsx", "received_at": "2030-03-18"}, {"file": "丙市/后一天.xlsx", "received_at": "2030-03-19"},
      {"unit": "乙市", "material": "申报书", "copies": "3", "received_at": "2030-03-18"}]');
\set clock 2030-03-19T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select o from outcomes() o where o ~ '只有日期|前一天|按时|后一天'$$, $$values ('丙市/前一天.xlsx accepted'), ('丙市/后一天.xlsx late late'),
    ('乙市/只有日期.xlsx late late'), ('甲市/按时.xlsx accepted')$$, 'the deadline''s day alone proves nothing; other days do');
select results_eq($$select r from received() r where r ~ '只有日期|按时'$$, $$values ('乙市/只有日期.xlsx 2030-03-18T16:30:00+08:00'),
    ('甲市/按时.xlsx 2030-03-18T14:50:00+08:00')$$, 'the file''s own time counts instead');
select results_eq($$select row_no - 4, code, field, read_as, expected from rule_findings_at('t', 'infinity')
    where code ~ 'register_line|receipt_'$$,
    $$values (1, 'receipt_hour_missing', '送达时间', '2030-03-18', '2030-03-18T15:00:00+08:00')$$, 'only where the hour would decide');

-- nor does it say which of two tables of that day came last
select submit('丙市/同一天.xlsx', '2030-03-17 09:00+08', '{1|丙四|丙四公司}');
\set clock 2030-03-19T13:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select o from outcomes() o where o ~ '同一天|前一天'$$, $$values ('丙市/前一天.xlsx superseded arrival_order_assumed'),
    ('丙市/同一天.xlsx accepted arrival_order_assumed')$$, 'the order is assumed, and told so');

-- a line that names one unit, of a file in the folder of another
select submit('丙市/别家.xlsx', '2030-03-19 14:00+08', '{1|丙五|丙五公司}');
select submit('丙市/自家.xlsx', '2030-03-19 14:00+08', '{1|丙六|丙六公司}');
select submit('不认得/表.xlsx', '2030-03-19 14:00+08', '{1|丁一|丁一公司}', head => '');
select register('receipts', '2030-03-19 15:00+08',
    '[{"file": "丙市/别家.xlsx", "unit": "乙市", "received_at": "2030-03-18T14:00"}, {"file": "丙市/自家.xlsx", "unit": "丙市", "received_at": "2030-03-18T14:01"},
      {"file": "不认得/表.xlsx", "unit": "丙市", "received_at": "2030-03-17T12:00"}, {"file": "甲市", "unit": "丙市", "received_at": "2030-03-18T14:00"}]');
\set clock 2030-03-19T16:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select o from outcomes() o where o ~ '别家|自家|不认得'$$, $$values ('不认得/表.xlsx superseded'), ('丙市/别家.xlsx late late'), ('丙市/自家.xlsx accepted')$$, 'proves nothing');
select results_eq($$select row_no - 4, code, read_as, expected from rule_findings_at('t', 'infinity') where code ~ '^(register_line|receipt)_' order by row_no$$,
    $$values (1, 'receipt_unit_differs', '乙市', '丙市'), (4, 'receipt_unit_differs', '丙市', '甲市')$$, 'and is told');
select * from finish();
