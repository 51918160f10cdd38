-- A 杀手锏 APP stands in the list of APPs.
\set shape subset_of
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('fujian%', 'killer_not_in_apps', 'W', 'killer:name=甲 app:name=乙 app:name=甲', 'killer:name=甲 killer:name=丙 app:name=乙 app:name=甲',
    'killer3: 1个', 'killer:name=甲');
insert into asked_more values
('fujian%', 'killer_not_in_apps', 'killer:daily=3 app:name=甲', null),
('fujian%', 'killer_not_in_apps', 'killer:name=丁 app*0:', 'killer2: 1个'),
('fujian%', 'killer_not_in_apps', 'killer*60:name=丁 killer:name=甲 app:name=甲', 'killer2: 60个');
\i :ROOT/tests/sql/kit/rules_cycles.psql
