-- What holds a nomination for a person, and how each hold is released.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(null);
select submit('甲市/表.xlsx', '2030-03-10 10:00+08',
    array['1|外省云|外省公司|91440100M000100Y43', '2|码错云|码错公司|91350100M000100Y44', '3||缺平台公司', '4|缺企业云|', '5|坏' || U&'\E123'
        || '云|坏字公司', '6|好云|好公司|91350100M000100Y43', '7||']) as arrival \gset
insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, field, severity, code)
values (:arrival, 1, '汇总表', 'ent_org_code2', 6, '统一社会信用代码', 'warning', 'uscc_check_digit');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values
    ('外省云 needs_review wrong_province'), ('码错云 needs_review uscc_check_digit'), (null),
        ('缺企业云 needs_review required_missing'),
    ('坏' || U&'\E123' || '云 needs_review name_garbled'), ('好云 recommended counts')$$,
        'each hold has its reason; a row of nothing but 序号 is no nomination');
select results_eq($$select decision, reasons from nominations_at('t', 'infinity') where platform is null$$,
       $$values ('needs_review', '{required_missing}'::text[])$$, 'a blank platform is held');
select is((select count(*) from rule_findings_at('t', 'infinity') where code = 'uscc_check_digit'), 0::bigint,
       'what the reader has told is not told twice');

select register('decisions', '2030-03-11 09:00+08',
    '[{"unit": "甲市", "platform": "外省云", "enterprise": "外省公司", "matter": "wrong_province", "decision": "通过", "date": "2030-03-11"},
      {"unit": "甲市", "platform": "码错云", "matter": "uscc_check_digit", "decision": "通过", "date": "2030-03-11"},
      {"unit": "乙市", "platform": "缺企业云", "matter": "required_missing", "decision": "通过", "date": "2030-03-11"},
      {"unit": "甲市", "enterprise": "坏字公司", "matter": "name_garbled", "decision": "不予受理", "date": "2030-03-11"},
      {"unit": "甲市", "platform": "好云", "matter": "late", "decision": "不予受理", "date": "2030-03-12"}]');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values
    ('外省云 recommended counts review_passed'), ('码错云 recommended counts review_passed'), (null),
        ('缺企业云 needs_review required_missing'),
    ('坏' || U&'\E123' || '云 ineligible ineligible;name_garbled'), ('好云 recommended counts')$$,
        'a pass releases its matter in its unit; a line of a later day is not there yet');
select results_eq($$select unit_code, raw, row_no from rule_findings_at('t', 'infinity') where code = 'ineligible'$$,
       $$values ('A', '坏' || U&'\E123' || '云', 9)$$, 'the unit is told what was refused');
select is_empty($$select from rule_findings_at('t', 'infinity') where code = 'wrong_province'$$,
       'what was confirmed is not told again');
select results_eq($$select code from rule_findings_at('t', '2030-03-10 12:00+08') where code = 'wrong_province'$$,
       $$values ('wrong_province')$$, 'but stays in the history');

-- A column of its own says whose a row is; the folder's unit never submits for another, whatever it means.
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'row_unit_differs', 'row_unit', '{"labels": ["推荐单位"]}', 'error', '一');
select submit('丙市/表.xlsx', '2030-03-10 11:00+08', array['1|自己云|自己公司', '2|别家云|别家公司', '3|无名云|无名公司']) as rows_of_others \gset
select cell(:rows_of_others, 1, 'x:推荐单位', '丙市'), cell(:rows_of_others, 2, 'x:推荐单位', '乙 市'), cell(:rows_of_others, 3, 'x:推荐单位', '某局');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select platform collate "default", decision, reasons from nominations_at('t', 'infinity') where unit_code = 'C' order by seq$$,
       $$values ('自己云', 'recommended', '{}'::text[]), ('别家云', 'needs_review', '{row_unit_differs}'), ('无名云', 'recommended', '{}')$$,
       'a row that names another unit is held');
select results_eq($$select cell, raw, read_as, expected from rule_findings_at('t', 'infinity') where code = 'row_unit_differs'$$,
       $$values ('x:推荐单位2', '乙 市', '乙市', '丙市')$$, 'and told with both names');

-- A decision is revised by a newer one on the same matter; two of one day that contradict each other are told, and the stricter holds.
select submit('乙市/表.xlsx', '2030-03-12 13:00+08', '{1|改判云|改判公司,2|矛盾云|矛盾公司,3|又改云|又改公司}');
select register('decisions', '2030-03-13 09:00+08',
    '[{"unit": "乙市", "platform": "改判云", "enterprise": "改判公司", "matter": "ineligible", "decision": "不予受理", "date": "2030-03-12"},
      {"unit": "乙市", "platform": "改判云", "matter": "ineligible", "decision": "通过", "date": "2030-03-13"},
      {"unit": "乙市", "platform": "矛盾云", "matter": "ineligible", "decision": "通过", "date": "2030-03-12"},
      {"unit": "乙市", "platform": "矛盾云", "matter": "ineligible", "decision": "不予受理", "date": "2030-03-12"},
      {"unit": "乙市", "platform": "又改云", "matter": "ineligible", "decision": "通过", "date": "2030-03-12"},
      {"unit": "乙市", "platform": "又改云", "matter": "ineligible", "decision": "不予受理", "date": "2030-03-13"}]');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select d from decisions() d where d ~ '(改判|矛盾|又改)云'$$,
    $$values ('改判云 recommended counts review_passed'), ('矛盾云 ineligible ineligible'), ('又改云 ineligible ineligible')$$, 'the newest counts, of one day the stricter');
select bag_eq($$select row_no - 4, code, read_as from rule_findings_at('t', 'infinity') join arrival using (arrival_id) where path = 'decisions.csv'$$,
    $$values (3, 'register_lines_contradict', '暂按从严的“不予受理”计'), (4, 'register_lines_contradict', '暂按从严的“不予受理”计')$$, 'which the office is told');
select * from finish();
