-- What a column of the list adds up to is what the form declares.
\set shape list_sum_equals
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('fujian%', 'killer_daily_calls_sum', 'W', 'killer:daily=1000 killer:daily=500 killer_daily_calls=1500', 'killer:daily=1000 killer:daily=500 killer_daily_calls=2000',
    'killer: 1,500次 | 2,000次', 'killer:name=甲 killer_daily_calls=2000'),
('fujian%', 'killer_subscriptions_sum', 'W', 'killer:subscriptions=10 killer_subscriptions=10', 'killer:subscriptions=10 killer_subscriptions=11',
    'killer: 10个 | 11个', 'killer:subscriptions=10 killer_subscriptions='),
('fujian%', 'killer_monthly_income_sum', 'W', 'killer:income=0.1 killer:income=0.2 killer_monthly_income=0.3', 'killer:income=0.1 killer:income=0.2 killer_monthly_income=0.31',
    'killer: 0.3万元 | 0.31万元', 'killer:income=0.1 killer_monthly_income=');
insert into asked_more values
-- 无 declares 0
('fujian%', 'killer_daily_calls_sum', 'killer:daily=1000 killer:daily=500 killer_daily_calls=无', 'killer: 1,500次 | 无（计0）'),
('fujian%', 'killer_subscriptions_sum', 'killer:subscriptions=10 killer_subscriptions=无', 'killer: 10个 | 无（计0）'),
('fujian%', 'killer_monthly_income_sum', 'killer:income=0.1 killer_monthly_income=无', 'killer: 0.1万元 | 无（计0）'),
('fujian%', 'killer_monthly_income_sum', 'killer:income=0 killer_monthly_income=无', null);
\i :ROOT/tests/sql/kit/rules_cycles.psql
