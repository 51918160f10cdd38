-- No more than five 杀手锏 APPs.
\set shape max_rows
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('fujian%', 'killer_rows_many', 'W', 'killer*5:name=甲', 'killer*6:name=甲',
    'killer: 6行 | 5行', 'killer_daily_calls=1');
\i :ROOT/tests/sql/kit/rules_cycles.psql
