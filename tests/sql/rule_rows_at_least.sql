-- A list has at least the rows that the form declares; of enterprises those with an amount.
\set shape rows_at_least
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'sol_effective_rows', 'W', 'solution*3:name=甲方案 sol_effective=2', 'solution*2:name=甲方案 sol_effective=3',
    'solution: 2行 | 3个', 'solution*2:name=甲方案 sol_effective='),
('fujian%', 'ind_users_paid_rows', 'W', 'enterprise*2:amount=1.5 enterprise*3:amount=0 ind_users_paid=2', 'enterprise*2:amount=1.5 enterprise*3:amount=0 ind_users_paid=3',
    'enterprise: 2行 | 3个', 'enterprise*2:amount=1.5 ind_users_paid=无');
insert into asked_more values
('%', 'sol_effective_rows', 'solution:quantity=3,name=甲方案 sol_effective=3', null),
('%', 'sol_effective_rows', 'solution:quantity=3,name=甲方案 sol_effective=4', 'solution: 1行，数量合计3个 | 4个'),
('%', 'sol_effective_rows', 'solution:quantity=3,name=甲方案 solution*2:name=乙方案 sol_effective=5', null),
('%', 'sol_effective_rows', 'solution:quantity=3,name=甲方案 solution*2:name=乙方案 sol_effective=6', 'solution: 3行，数量合计5个 | 6个'),
('fujian%', 'ind_users_paid_rows', 'enterprise*2:name=甲 ind_users_paid=1', 'enterprise: 0行 | 1个');
\i :ROOT/tests/sql/kit/rules_cycles.psql
