-- An address that begins with another province.
\set shape in_province
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('fujian%', 'ent_address_elsewhere', 'W', 'ent_address=福建省福州市鼓楼区甲路1号', 'ent_address=广东省深圳市乙路2号',
    'ent_address: 广东', 'ent_address='),
('guang%', 'ent_address_elsewhere', 'W', 'ent_address=广东省深圳市乙路2号', 'ent_address=福建省福州市鼓楼区甲路1号',
    'ent_address: 福建', 'ent_address=');
insert into asked_more values
('%', 'ent_address_elsewhere', 'ent_address=鼓楼区上海路3号', null),
('%', 'ent_address_elsewhere', 'ent_address=上海路3号', null),
('%', 'ent_address_elsewhere', 'ent_address=广西壮族自治区南宁市', 'ent_address: 广西');
\i :ROOT/tests/sql/kit/rules_cycles.psql
