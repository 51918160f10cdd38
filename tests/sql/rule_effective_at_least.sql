-- Solutions of one field that differ by their industries alone are one effective solution.
\set shape effective_at_least
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'sol_effective_repeated', 'W', 'solution:name=汽车行业供应链管理方案,domain=供应链管理 solution:name=设备健康管理,domain=运维服务 sol_effective=2', 'solution:name=A行业供应链管理,industry=A,domain=供应链管理 solution:name=B行业供应链管理,industry=B,domain=供应链管理 solution:name=C行业供应链管理,industry=C,domain=供应链管理 sol_effective=3',
    'solution: 3行，其中不重复的1个 | 3个', 'solution:name=汽车行业供应链管理 solution:name=机械行业供应链管理 sol_effective=');
insert into asked_more values
('%', 'sol_effective_repeated', 'solution:name=汽车/机械行业能耗管理,domain=节能减排 solution:name=电子行业能耗管理,domain=节能减排 solution:name=电子行业能耗管理,domain=安全生产 sol_effective=3', 'solution: 3行，其中不重复的2个 | 3个'),
('%', 'sol_effective_repeated', 'solution:name=汽车行业供应链管理 solution:name=机械行业供应链管理 sol_effective=1', null),
('%', 'sol_effective_repeated', 'solution:name=汽车行业供应链管理,quantity=2 solution:name=机械行业供应链管理,quantity=2 sol_effective=4', null),
('%', 'sol_effective_repeated', 'solution:name=汽车行业供应链管理,quantity=1 solution:name=机械行业供应链管理,quantity=1 sol_effective=2', 'solution: 2行，其中不重复的1个 | 2个'),
('%', 'sol_effective_repeated', 'solution:name=汽车行业供应链管理 solution:name=机械行业供应链管理 solution:name=能耗管理,quantity=2 sol_effective=4', 'solution: 3行，数量合计4个，其中不重复的3个 | 4个'),
-- in other words the same
('%', 'sol_effective_repeated', 'solution:name=面向钢铁行业的供应链管理解决方案,industry=钢铁 solution:name=石化行业供应链管理解决方案,industry=石化 solution:name=建材供应链管理解决方案,industry=建材 solution:name=供应链管理解决方案（纺织行业）,industry=纺织 sol_effective=4', 'solution: 4行，其中不重复的1个 | 4个'),
('%', 'sol_effective_repeated', 'solution:name=面向钢铁行业的目的地管理,industry=钢铁 solution:name=石化行业地管理,industry=石化 sol_effective=2', null),
('%', 'sol_effective_repeated', 'solution:name=a(b.行业管理,industry=a(b. solution:name=c[d行业管理,industry=c[d sol_effective=2', 'solution: 2行，其中不重复的1个 | 2个');
\i :ROOT/tests/sql/kit/rules_cycles.psql
