-- The industries and fields of the listed solutions are as many as declared.
\set shape distinct_equals
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('fujian%', 'sol_industries_listed', 'W', 'solution:industry=汽车、机械 solution:industry=机械行业 solution:industry=航空/航天 sol_industries=3', 'solution:industry=汽车/机械 solution:industry=汽车 sol_industries=3',
    'solution: 2个（机械、汽车） | 3个', 'solution:name=甲 sol_industries=3'),
('fujian%', 'sol_domains_listed', 'W', 'solution:domain=安全生产 solution:domain=仓储物流;安全生产 sol_domains=2', 'solution*3:domain=安全生产 sol_domains=3',
    'solution: 1个（安全生产） | 3个', 'solution*3:domain=安全生产 sol_domains=');
insert into asked_more values
-- 无 declares 0
('fujian%', 'sol_industries_listed', 'solution:industry=汽车/机械 sol_industries=无', 'solution: 2个（机械、汽车） | 无（计0）'),
('fujian%', 'sol_domains_listed', 'solution*3:domain=安全生产 sol_domains=无', 'solution: 1个（安全生产） | 无（计0）');
\i :ROOT/tests/sql/kit/rules_cycles.psql
