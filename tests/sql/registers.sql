-- The office's registers: which version, which lines; and what it chooses to pass on.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司,3|甲三|甲三公司}');
select register('withdrawals', '2030-03-10 09:00+08',
    '[{"unit": "甲市", "platform": "甲一", "date": "2030-03-10", "batch": "t"},
      {"unit": "甲市", "platform": "甲二", "date": "2030-03-10", "batch": "别的批次"},
      {"unit": "甲市", "platform": "甲二", "date": "2030-03-12"},
      {"unit": "甲市", "platform": "甲二", "date": "2030-02-28"},
      {"unit": "甲市", "platform": "甲三", "date": "!三月"},
      {"unit": "没有市", "platform": "甲三", "date": "2030-03-10"}]');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()',
    $$values ('甲一 withdrawn withdrawn'), ('甲二 recommended counts'), ('甲三 recommended counts')$$,
    'not a line of another 批次, of a later day, from before the notice, without its date, of an unknown unit');
select results_eq(
    $$select row_no - 4, code from rule_findings_at('t', 'infinity') where code like 'register%' order by row_no$$,
    $$values (2, 'register_batch_unknown'), (3, 'register_line_later'), (4, 'register_line_before_notice'), (5, 'register_line_bad'), (6, 'register_line_unmatched')$$,
    'and the office is told which lines are wrong, or do not act yet');

-- a line of a later day comes into being by the clock alone
\set clock 2030-03-12T00:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()',
    $$values ('甲一 withdrawn withdrawn'), ('甲二 withdrawn withdrawn'), ('甲三 recommended counts')$$, 'its day has come');
select is_empty($$select from rule_findings_at('t', 'infinity') where code = 'register_line_later'$$, 'and nobody is told of it any more');

-- the newest readable version counts whole
select register('withdrawals', '2030-03-13 09:00+08', '[{"unit": "甲市", "platform": "甲三", "date": "2030-03-13"}]');
select arrive('register', 'withdrawals.csv', '2030-03-13 10:00+08', '坏了') as arrival \gset
insert into upload values (:arrival, 'refused', 'file_damaged');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()',
    $$values ('甲一 recommended counts'), ('甲二 recommended counts'), ('甲三 withdrawn withdrawn')$$,
    'lines that are gone do nothing any more; a version that cannot be read leaves the one before');

-- what the office passes on
select results_eq($$select code from rule_findings_at('t', 'infinity') where code like 'selection%'$$,
    $$values ('selection_missing')$$, 'no choice yet');
select submit('乙市/表.xlsx', '2030-03-13 10:00+08', '{1|乙一|乙一公司}');
select register('selection', '2030-03-14 09:00+08',
    '[{"unit": "甲市", "platform": "甲一", "enterprise": "甲一公司", "rank": "1"},
      {"unit": "甲市", "platform": "甲二", "enterprise": "甲二公司", "rank": "2"},
      {"unit": "乙市", "platform": "乙一", "enterprise": "乙一公司", "rank": "3"},
      {"unit": "甲市", "platform": "甲三", "enterprise": "甲三公司", "rank": "4"},
      {"unit": "乙市", "platform": "甲一", "enterprise": "甲一公司", "rank": "5"}]');
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq(
    $$select code, raw, expected from rule_findings_at('t', 'infinity') where code ~ 'selection|onward' order by code$$,
    $$values ('onward_over_limit', '3', '2'), ('selection_not_standing', '甲三', null),
        ('selection_unmatched', '乙市，甲一，甲一公司', null)$$,
    'three chosen of two, one that does not stand, and one that its unit never nominated');

-- lines that would do nothing are told, not passed over
select register('decisions', '2030-03-15 09:00+08',
    '[{"unit": "甲市", "platform": "甲三", "matter": "over_quota", "decision": "通过", "date": "2030-03-15"},
      {"unit": "甲市", "platform": "甲二", "matter": "no_such_matter", "decision": "通过", "date": "2030-03-15"},
      {"unit": "甲市", "platform": "甲二", "matter": "late", "decision": "通过", "date": "2030-03-15"},
      {"unit": "甲市", "matter": "required_missing", "decision": "退回补正", "date": "2030-03-15"}]');
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq(
    $$select row_no - 4, code, field from rule_findings_at('t', 'infinity') where code ~ '^(register_line|late_pass)_' order by row_no$$,
    $$values (1, 'register_line_unmatched', null), (2, 'register_line_unmatched', null),
             (3, 'late_pass_refused', null), (4, 'register_line_bad', '有效至')$$,
    'a pass for what 通过 cannot pass or for nothing; an order to correct without its last day');

-- the file of an order names its unit
select register('decisions', '2030-03-16 09:00+08',
    '[{"file": "乙市/表.xlsx", "matter": "required_missing", "decision": "退回补正", "valid_until": "2030-03-20", "date": "2030-03-16"}]');
select submit('乙市/表.xlsx', '2030-03-19 10:00+08', '{1|乙一|乙一新公司}');
\set clock 2030-03-19T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok(exists(select from outcomes() o where o = '乙市/表.xlsx accepted correction_accepted'), 'an order by file');

-- names of units that two claim
select submit('新区/表.xlsx', '2030-03-20 10:00+08', '{1|新云|新公司}', head => '');
select register('units', '2030-03-20 10:00+08',
    '[{"code": "X", "name": "子区", "aliases": "新区"}, {"code": "Y", "name": "丑区", "aliases": "新区"},
      {"code": "V", "name": "寅区", "aliases": "甲市"}, {"code": "U", "name": "卯区", "aliases": "卯"}]');
\set clock 2030-03-20T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok(exists(select from outcomes() o where o = '新区/表.xlsx refused unknown_folder'), 'a name that two units claim is neither''s');
select results_eq($$select row_no - 4, field from rule_findings_at('t', 'infinity') join arrival using (arrival_id)
    where code = 'register_line_bad' and path = 'units.csv' order by row_no$$,
    $$values (1, '名称、别名'), (2, '名称、别名'), (3, '名称、别名')$$, 'and the office is told, as of a name that is taken');

-- a register that is no longer in its folder stays in force and is told; back again it is not
select register_goes('withdrawals.csv', '2030-03-21 09:00+08');
\set clock 2030-03-21T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select raw from rule_findings_at('t', 'infinity') where code = 'register_gone'$$,
    $$values ('withdrawals.csv')$$, 'a register that is gone is told');
select ok(exists(select from decisions() d where d like '甲三 withdrawn%'), 'and stays in force');
select register('withdrawals', '2030-03-22 09:00+08', '[{"unit": "甲市", "platform": "甲三", "date": "2030-03-13"}]');
\set clock 2030-03-22T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty($$select from rule_findings_at('t', 'infinity') where code = 'register_gone'$$, 'back again it is not');

-- what is in their folder and was left, or refused, is told, once it is the last that came to its path; lock files and what systems leave are not
insert into arrival (cycle, source, path, previous_sha256, changed_at, first_seen_at, left_reason)
values ('t', 'register', 'withdrawals.csv', '', 'epoch', '2030-03-22 13:00+08', 'symlink'),
       ('t', 'register', '~$waivers.csv', '', 'epoch', '2030-03-22 13:00+08', 'lock_file'),
       ('t', 'register', 'Thumbs.db', '', 'epoch', '2030-03-22 13:00+08', 'system_file'),
       ('t', 'register', '撤回登记.XLSB', '', 'epoch', '2030-03-22 13:00+08', 'register_format'),
       ('t', 'register', '说明.md', '', 'epoch', '2030-03-22 13:00+08', 'register_format'),
       ('t', 'register', '盘', '', 'epoch', '2030-03-22 13:00+08', 'not_a_file');
select arrive('register', '坏.csv', '2030-03-22 13:00+08', '坏') as bad \gset
insert into upload values (:bad, 'refused', 'encoding_invalid');
select arrive('register', '批件.csv', '2030-03-22 13:00+08', '批件') as scan \gset
insert into upload values (:scan, 'complete', null);
insert into upload_table values (:scan, 1, 'document', '', null);
\set clock 2030-03-22T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select code::text, raw, read_as from rule_findings_at('t', 'infinity') where code in ('register_left', 'register_document') order by raw collate "C"$$,
    $$values ('register_left', 'withdrawals.csv', '链接或快捷方式'), ('register_left', '坏.csv', '编码无法识别'), ('register_document', '批件.csv', '其他文件'), ('register_left', '撤回登记.XLSB', '不是表格文件'),
        ('register_left', '盘', '不是普通文件'), ('register_document', '说明.md', '不是表格文件')$$,
    'what was not read of the folder of registers is told');
select ok(exists(select from decisions() d where d like '甲三 withdrawn%'), 'what was read before stays in force');
insert into arrival (cycle, source, path, previous_sha256, changed_at, first_seen_at, left_reason)
values ('t', 'register', '盘', '', 'epoch', '2030-03-22 15:00+08', 'register_gone');
select register('withdrawals', '2030-03-22 15:00+08', '[{"unit": "甲市", "platform": "甲三", "date": "2030-03-13"}]');
\set clock 2030-03-22T16:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select raw from rule_findings_at('t', 'infinity') where code = 'register_left' order by raw collate "C"$$, $$values ('坏.csv'), ('撤回登记.XLSB')$$, 'and no longer once it is gone or read');

-- a year that has not begun is a wrong one, whatever the register; a later day of this year may come
select submit('丙市/表.xlsx', '2030-03-23 08:00+08', '{1|丙一|丙一公司,2|丙二|丙二公司,3|丙三|丙三公司}');
select register('decisions', '2030-03-23 09:00+08',
    '[{"unit": "丙市", "platform": "丙一", "matter": "x", "decision": "不予受理", "date": "2032-03-22"}]');
select register('waivers', '2030-03-23 09:00+08',
    '[{"unit": "丙市", "platform": "丙三", "enterprise": "丙三公司", "doc_no": "一号", "date": "2031-01-01"},
      {"unit": "丙市", "platform": "丙二", "enterprise": "丙二公司", "doc_no": "二号", "date": "2030-12-31"}]');
select register('receipts', '2030-03-23 09:00+08',
    '[{"file": "丙市/表.xlsx", "received_at": "2222-03-18T14:00"}, {"unit": "丙市", "received_at": "2030-03-23T14:00"}]');
\set clock 2030-03-23T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select path, row_no - 4, code, field, read_as from rule_findings_at('t', 'infinity') join arrival using (arrival_id)
    where code in ('register_line_bad', 'register_line_later') and path in ('decisions.csv', 'waivers.csv', 'receipts.csv') order by path, row_no$$,
    $$values ('decisions.csv', 1, 'register_line_bad', '日期', '2032-03-22'), ('receipts.csv', 1, 'register_line_bad', '送达时间', '2222-03-18T14:00'),
             ('receipts.csv', 2, 'register_line_later', null, '2030-03-23T14:00'), ('waivers.csv', 1, 'register_line_bad', '批准日期', '2031-01-01'),
             ('waivers.csv', 2, 'register_line_later', null, '2030-12-31')$$, 'dates of later years are wrong, later days are told');
select ok((select raw like '%，2032-03-22' from rule_findings_at('t', 'infinity') join arrival using (arrival_id)
    where path = 'decisions.csv' and code = 'register_line_bad'), 'the wrong date is shown');
select ok(exists(select from decisions() d where d = '丙一 late late'), 'and the lines do nothing');

-- what a reader says of a line names whom the line speaks of, and 审查决定 on that platform is not about the register
select register('winners', '2030-03-24 09:00+08',
    '[{"award_year": "2028", "platform": "壬云", "enterprise": "壬公司", "uscc": "91350100M000100Y44"},
      {"award_year": "2028", "platform": "癸云", "enterprise": "癸公司"}]') as winners \gset
insert into file_finding (arrival_id, ordinal, sheet, row_no, field, severity, code, raw)
values (:winners, 1, '', 5, '统一社会信用代码', 'warning', 'uscc_check_digit', '91350100M000100Y44');
select register('decisions', '2030-03-24 09:00+08',
    '[{"platform": "壬云", "matter": "uscc_check_digit", "decision": "通过", "date": "2030-03-24"}]');
\set clock 2030-03-24T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq(
    $$select state, platform_name, enterprise from told_findings_at('t', '2030-03-24 12:00+08') where code = 'uscc_check_digit'$$,
    $$values ('apart', '壬云', '壬公司')$$, 'a finding in a register names its platform and enterprise');
select * from finish();
