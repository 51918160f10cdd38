-- One unit of Guangdong with two nominations: a name of 120 characters, and one in letters and signs.
insert into content values (repeat('7', 64), 100);
insert into arrival (arrival_id, cycle, source, path, sha256, changed_at, first_seen_at) overriding system value values
    (201, 'guangdong-2022', 'inbox', '广州市/汇总表.xlsx', repeat('7', 64), '2022-03-16 01:00Z', '2022-03-16 02:00Z');
insert into upload values (201, 'complete', null);
insert into upload_table values (201, 1, 'summary', '汇总表', null);
insert into figure (arrival_id, table_no, item, row_no, cell, field, state, text, value) values
    (201, 1, 0, 3, 'A3', 'sum_unit_contact', 'text', '陈示例', null),
    (201, 1, 0, 4, 'A4', 'sum_unit_phone', 'text', '020-80000000', null),
    (201, 1, 1, 6, 'A6', 'sum_seq', 'number', null, 1),
    (201, 1, 1, 6, 'B6', 'sum_platform_name', 'text', repeat('示例超长平台名称十二字共用', 9) || '终三字', null),
    (201, 1, 1, 6, 'C6', 'sum_enterprise', 'text', '广州示例一科技有限公司', null),
    (201, 1, 1, 6, 'D6', 'sum_contact', 'text', '欧阳示例', null),
    (201, 1, 1, 6, 'E6', 'sum_mobile', 'text', '13900000011', null),
    (201, 1, 2, 7, 'A7', 'sum_seq', 'number', null, 2),
    (201, 1, 2, 7, 'B7', 'sum_platform_name', 'text', '@IndustrialCloud Digital-Twin 示例平台', null),
    (201, 1, 2, 7, 'C7', 'sum_enterprise', 'text', '-广州示例二（Guangzhou Example）有限公司', null),
    (201, 1, 2, 7, 'D7', 'sum_contact', 'text', '林示例', null),
    (201, 1, 2, 7, 'E7', 'sum_mobile', 'text', '+8613900000012', null);
insert into upload_outcome (cycle, arrival_id, kind, unit_code, received_at, outcome, reasons, zero_report, ruled_from) values
    ('guangdong-2022', 201, 'summary', '440100', '2022-03-16 01:00Z', 'accepted', '{}', false, '2022-03-16 02:00Z');
insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit) values
    ('guangdong-2022', '440100', 'city', 1, 2), ('guangdong-2022', '440100', 'city', 2, 2);
insert into ruling (cycle, unit_code, nomination, decision, reasons, seat_no, seat_for, arrival_id, table_no, item, ruled_at) values
    ('guangdong-2022', '440100', '示例超长|广州示例一', 'recommended', '{}', 1, '', 201, 1, 1, '2022-03-16 02:00Z'),
    ('guangdong-2022', '440100', '示例平台|广州示例二', 'recommended', '{}', 2, '', 201, 1, 2, '2022-03-16 02:00Z');
