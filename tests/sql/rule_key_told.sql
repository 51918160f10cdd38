-- Rows without the number that tells them apart cannot be held against each other.
\set shape key_told
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'list_key_blank', 'W', 'equipment*3:name=车', 'equipment*2:name=车 equipment:category=运行设备', 'equipment: 1行 | 3行', 'equipment*0:');
insert into asked_more values
('%', 'list_key_blank', 'equipment*2:category=运行设备,quantity=20', null),
('%', 'list_key_blank', 'equipment:category=运行设备,quantity=20 equipment:category=加工设备,quantity=1', 'equipment: 1行 | 2行'),
('%', 'list_key_blank', 'equipment*4:category=运行设备 eq_total=4', 'equipment: 4行 | 4行');
\i :ROOT/tests/sql/kit/rules_cycles.psql
