-- A cycle as enforce leaves it, written by hand: 福州 with two counted rows and a third over quota, 厦门 with an exempt one whose name begins like a formula,
-- 平潭 with a zero report, one refused file. Of the three standing platforms 一号 has a form over two sheets, after an older one, 鹭示例 a row of a wide table; 二号 has none.
insert into content values (repeat('a', 64), 100), (repeat('b', 64), 100), (repeat('c', 64), 100), (repeat('d', 64), 100), (repeat('e', 64), 100);

insert into arrival (arrival_id, cycle, source, path, sha256, changed_at, first_seen_at) overriding system value values
    (101, 'fujian-2023', 'inbox', '福州市/汇总表.xlsx', repeat('a', 64), '2023-06-10 01:00Z', '2023-06-10 02:00Z'),
    (102, 'fujian-2023', 'inbox', '厦门市/汇总表.csv', repeat('b', 64), '2023-06-10 01:00Z', '2023-06-10 02:00Z'),
    (103, 'fujian-2023', 'inbox', '平潭/零报告.csv', repeat('c', 64), '2023-06-10 01:00Z', '2023-06-10 02:00Z'),
    (104, 'fujian-2023', 'inbox', '=cmd/a,b.csv', repeat('d', 64), '2023-06-10 01:00Z', '2023-06-10 02:00Z'),
    (105, 'fujian-2023', 'register', '本单位.csv', repeat('e', 64), '2023-06-10 01:00Z', '2023-06-10 02:00Z');

insert into upload values
    (101, 'complete', null), (102, 'complete', null), (103, 'complete', null), (104, 'refused', 'unknown_unit'), (105, 'complete', null);

insert into upload_table values
    (101, 1, 'summary', 'Sheet1', null), (102, 1, 'summary', '', null), (103, 1, 'summary', '', null), (105, 1, 'register_office', '', null);

insert into figure (arrival_id, table_no, item, row_no, cell, field, state, text, value) values
    (101, 1, 0, 3, 'A3', 'sum_unit_contact', 'text', '陈示例', null),
    (101, 1, 0, 4, 'A4', 'sum_unit_phone', 'text', '0591-80000000', null),
    (101, 1, 1, 6, 'A6', 'sum_seq', 'number', null, 2),
    (101, 1, 1, 6, 'B6', 'sum_platform_name', 'text', '示例云二号平台', null),
    (101, 1, 1, 6, 'C6', 'sum_enterprise', 'text', '福州示例二科技有限公司', null),
    (101, 1, 1, 6, 'D6', 'sum_contact', 'text', '林示例', null),
    (101, 1, 1, 6, 'E6', 'sum_mobile', 'text', '13900000002', null),
    (101, 1, 2, 7, 'A7', 'sum_seq', 'number', null, 1),
    (101, 1, 2, 7, 'B7', 'sum_platform_name', 'text', '示例云一号平台_x000D_', null),
    (101, 1, 2, 7, 'C7', 'sum_enterprise', 'text', '福州示例一科技有限公司', null),
    (101, 1, 2, 7, 'D7', 'sum_contact', 'text', '郑示例', null),
    (101, 1, 2, 7, 'E7', 'sum_mobile', 'text', '13900000001', null),
    (101, 1, 3, 8, 'A8', 'sum_seq', 'number', null, 3),
    (101, 1, 3, 8, 'B8', 'sum_platform_name', 'text', '示例云三号平台', null),
    (101, 1, 3, 8, 'C8', 'sum_enterprise', 'text', '福州示例三科技有限公司', null),
    (102, 1, 1, 2, 'A2', 'sum_seq', 'number', null, 1),
    (102, 1, 1, 2, 'B2', 'sum_platform_name', 'text', '=SUM(1,1)鹭示例平台', null),
    (102, 1, 1, 2, 'C2', 'sum_enterprise', 'text', '厦门𠮷示例科技有限公司', null),
    (105, 1, 1, 2, 'A2', 'office_name', 'text', '福建省工业和信息化厅', null),
    (105, 1, 1, 2, 'C2', 'contact', 'text', '何示例', null),
    (105, 1, 1, 2, 'D2', 'phone', 'text', '0591-80000001', null);

-- a phone that lost its digits
insert into figure (arrival_id, table_no, item, row_no, cell, field, state, raw) values (102, 1, 1, 2, 'E2', 'sum_mobile', 'bad', '1.39E+10');
insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, field, severity, code, raw, expected)
values (102, 1, null, 'E2', 2, '联系方式（手机）', 'error', 'phone_digits_lost', '1.39E+10', '手机号');

insert into upload_outcome (cycle, arrival_id, kind, unit_code, received_at, outcome, reasons, zero_report, ruled_from) values
    ('fujian-2023', 101, 'summary', '350100', '2023-06-10 01:00Z', 'accepted', '{}', false, '2023-06-10 02:00Z'),
    ('fujian-2023', 102, 'summary', '350200', '2023-06-10 01:00Z', 'accepted', '{}', false, '2023-06-10 02:00Z'),
    ('fujian-2023', 103, 'summary', 'PT', '2023-06-10 01:00Z', 'accepted', '{zero_report}', true, '2023-06-10 02:00Z'),
    ('fujian-2023', 104, '', null, '2023-06-10 01:00Z', 'refused', '{unknown_unit}', false, '2023-06-10 02:00Z');

insert into rule_finding (cycle, unit_code, arrival_id, table_no, item, sheet, cell, row_no, field, severity, code, ruled_from) values
    ('fujian-2023', '350100', 101, 1, 3, 'Sheet1', 'A8', 8, '序号', 'warning', 'over_quota', '2023-06-10 02:00Z');

insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit) values
    ('fujian-2023', '350100', 'city', 1, 2), ('fujian-2023', '350100', 'city', 2, 2);

insert into ruling (cycle, unit_code, nomination, decision, reasons, seat_no, seat_for, arrival_id, table_no, item, ruled_at) values
    ('fujian-2023', '350100', '示例云一号平台|福州示例一科技有限公司', 'recommended', '{quota_order_assumed}', 1, '', 101, 1, 2, '2023-06-10 02:00Z'),
    ('fujian-2023', '350100', '示例云二号平台|福州示例二科技有限公司', 'recommended', '{quota_order_assumed}', 2, '', 101, 1, 1, '2023-06-10 02:00Z'),
    ('fujian-2023', '350100', '示例云三号平台|福州示例三科技有限公司', 'over_quota', '{over_quota}', null, null, 101, 1, 3, '2023-06-10 02:00Z'),
    ('fujian-2023', '350200', '鹭示例平台|厦门示例科技有限公司', 'exempt', '{}', null, null, 102, 1, 1, '2023-06-10 02:00Z');

insert into content values (repeat('f', 64), 100), (repeat('1', 64), 100), (repeat('2', 64), 100);

insert into arrival (arrival_id, cycle, source, path, sha256, changed_at, first_seen_at) overriding system value values
    (106, 'fujian-2023', 'inbox', '福州市/申报书旧.xlsx', repeat('f', 64), '2023-06-09 01:00Z', '2023-06-09 02:00Z'),
    (107, 'fujian-2023', 'inbox', '福州市/申报书.xlsx', repeat('1', 64), '2023-06-10 01:00Z', '2023-06-10 02:00Z'),
    (108, 'fujian-2023', 'inbox', '厦门市/指标.csv', repeat('2', 64), '2023-06-10 01:00Z', '2023-06-10 02:00Z');

insert into upload values (106, 'complete', null), (107, 'complete', null), (108, 'complete', null);

insert into upload_table values
    (106, 1, 'application', 'Sheet1', null), (107, 1, 'application', '基本情况', null), (107, 2, 'application', '指标', null), (108, 1, 'application', '', null);

insert into figure (arrival_id, table_no, item, row_no, cell, field, state, value, text, raw, unit_source, factor, folded) values
    (106, 1, 1, 3, 'B3', 'platform_name', 'text', null, '示例云一号平台', '示例云一号平台', null, null, '示例云一号平台'),
    (106, 1, 1, 4, 'B4', 'eq_total', 'number', 999, null, '999', 'label', 1, null),
    (107, 1, 1, 3, 'B3', 'platform_name', 'text', null, '示例云一号平台', '示例云一号平台', null, null, '示例云一号平台'),
    (107, 1, 1, 4, 'B4', 'ent_address', 'text', null, '=1+1路', '=1+1路', null, null, null),
    (107, 1, 1, 5, 'B5', 'contact_mobile', 'text', null, '13900000009', '13900000009', null, null, null),
    (107, 1, 1, 6, 'B6', 'platform_investment', 'number', 12345.6789, null, '1.23456789亿元', 'cell', 10000, null),
    (107, 1, 1, 7, 'B7', 'ent_sales_prev', 'number', 1234567890123.4567, null, '1234567890123.4567', 'label', 1, null),
    (107, 2, 1, 2, 'C2', 'eq_total', 'number', 12000, null, '1.2万台', 'cell', 10000, null),
    (107, 2, 1, 3, 'C3', 'eq_run', 'number', 0, null, '0', 'label', 1, null),
    (107, 2, 1, 4, 'C4', 'eq_proc', 'none', null, null, '无', null, null, null),
    (107, 2, 1, 5, 'C5', 'eq_move', 'blank', null, null, '', null, null, null),
    (107, 2, 1, 6, 'C6', 'eq_other', 'bad', null, null, '=约三百', null, null, null),
    (107, 2, 1, 7, 'C7', 'eq_note', 'text', null, '说明文字很长', '说明文字很长', null, null, null),
    (107, 2, 1, 8, 'C8', 'sol_tech_5g', 'text', null, '是', '√', null, null, null),
    (107, 2, 1, 10, 'C10', 'sol_tech_ai', 'blank', null, null, '', null, null, null),
    (107, 2, 1, 9, 'C9', 'ent_profit_prev', 'number', -0.5, null, '-0.50', 'label', 1, null),
    (108, 1, 7, 8, 'A8', 'platform_name', 'text', null, '鹭示例平台', '鹭示例平台', null, null, '鹭示例平台'),
    (108, 1, 7, 8, 'C8', 'eq_total', 'number', 345, null, '345', 'label', 1, null),
    (108, 1, 8, 9, 'A9', 'platform_name', 'text', null, '鹭岛另一平台', '鹭岛另一平台', null, null, '鹭岛另一平台'),
    (108, 1, 8, 9, 'C9', 'eq_total', 'number', 777, null, '777', 'label', 1, null);

insert into upload_outcome (cycle, arrival_id, kind, platform, platform_name, unit_code, received_at, outcome, reasons,
    zero_report, ruled_from) values
    ('fujian-2023', 106, 'application', '示例云一号平台', '示例云一号平台', '350100', '2023-06-09 01:00Z', 'superseded', '{}',
        false, '2023-06-10 02:00Z'),
    ('fujian-2023', 107, 'application', '示例云一号平台', '示例云一号平台', '350100', '2023-06-10 01:00Z', 'accepted', '{}',
        false, '2023-06-10 02:00Z'),
    ('fujian-2023', 108, 'application', '鹭示例平台', '鹭示例平台', '350200', '2023-06-10 01:00Z', 'accepted', '{}', false,
        '2023-06-10 02:00Z'),
    ('fujian-2023', 108, 'application', '鹭岛另一平台', '鹭岛另一平台', '350200', '2023-06-10 01:00Z', 'accepted',
        '{platform_not_listed}', false, '2023-06-10 02:00Z');

insert into piece_outcome (cycle, arrival_id, table_no, item, kind, platform, unit_code, nomination, occurrence, place, ruled_from) values
    ('fujian-2023', 106, 1, 1, 'application', '示例云一号平台', '350100', null, null, 'aside', '2023-06-10 02:00Z'),
    ('fujian-2023', 107, 1, 1, 'application', '示例云一号平台', '350100', '示例云一号平台|福州示例一科技有限公司', 1, 'in_force', '2023-06-10 02:00Z'),
    ('fujian-2023', 107, 2, 1, 'application', '示例云一号平台', '350100', '示例云一号平台|福州示例一科技有限公司', 1, 'in_force', '2023-06-10 02:00Z'),
    ('fujian-2023', 108, 1, 7, 'application', '鹭示例平台', '350200', '鹭示例平台|厦门示例科技有限公司', 1, 'in_force', '2023-06-10 02:00Z'),
    ('fujian-2023', 108, 1, 8, 'application', '鹭岛另一平台', '350200', null, null, 'in_force', '2023-06-10 02:00Z');

insert into application_state (cycle, unit_code, nomination, occurrence, state, missing, errors, ruled_from)
select cycle, unit_code, nomination, occurrence, '未交', '{equipment,staff}', '{uscc_check_digit}', '2023-06-10 02:00Z'
from ruling where cycle = 'fujian-2023' and arrival_id = 101 and item = 2;
insert into application_state (cycle, unit_code, nomination, occurrence, state, missing, errors, ruled_from)
select cycle, unit_code, nomination, occurrence, '齐全', '{}', '{}', '2023-06-10 02:00Z'
from ruling where cycle = 'fujian-2023' and arrival_id = 102;
