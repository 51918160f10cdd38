-- A list names nothing twice; developers may have one name.
\set shape repeated_in_list
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'model_listed_twice', 'W', 'model:name=甲 model:name=乙', 'model:name=甲 model:name=乙 model:name=甲',
    'model4: 1处 | 第4行与第2行', 'model*3:category=行业机理模型'),
('%', 'app_listed_twice', 'W', 'app:name=甲 app:name=乙', 'app*2:name=甲 app*2:name=乙',
    'app3: 2处 | 第3行与第2行、第5行与第4行', 'killer*2:name=甲'),
('%', 'enterprise_listed_twice', 'W', 'enterprise:name=甲厂,amount=3 enterprise:name=乙厂,amount=3', 'enterprise*3:name=甲厂',
    'enterprise4: 1处 | 第4行与第2行', 'enterprise:name=甲厂 enterprise:name=甲厂,rejected=1'),
('fujian%', 'developer_listed_twice', 'W', 'developer:name=张三,contact=1 developer:name=张三,contact=2 developer:name=张三', 'developer:name=张三,contact=1 developer:name=李四,contact=1 developer:name=张三,contact=1',
    'developer4: 1处 | 第4行与第2行', 'staff*2:name=张三');
insert into asked_more values
('fujian%', 'developer_listed_twice', 'developer*2:name=张三', 'developer3: 1处 | 第3行与第2行'),
-- of many a few are told
('%', 'app_listed_twice', 'app*2:name=甲 app*2:name=乙 app*2:name=丙 app*2:name=丁', 'app3: 4处 | 第3行与第2行、第5行与第4行、第7行与第6行等');
\i :ROOT/tests/sql/kit/rules_cycles.psql
