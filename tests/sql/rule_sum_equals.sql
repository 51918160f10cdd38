-- The parts of a total add up to it.
\set shape sum_equals
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'eq_total_sum', 'E', 'eq_total=10 eq_run=4 eq_proc=3 eq_move=2 eq_other=1',
    'eq_total=1200 eq_run=600 eq_proc=400 eq_move=203 eq_other=0',
    'eq_total: 运行设备600＋加工设备400＋行走设备203＋其它设备0＝1,203台/套 | 1,200台/套',
    'eq_total=10 eq_run=4 eq_proc= eq_move=2 eq_other=1'),
('%', 'eq_total_clouds', 'W', 'eq_total=10 eq_public_cloud=7 eq_private_cloud=3', 'eq_total=10 eq_public_cloud=7 eq_private_cloud=4',
    'eq_total: 公有云连接设备7＋私有云连接设备4＝11台/套 | 10台/套', 'eq_total= eq_public_cloud=7 eq_private_cloud=4'),
('%', 'model_total_sum', 'E', 'model_total=4 model_rd_sim=1 model_biz_process=1 model_mechanism=1 model_algorithm=1',
    'model_total=4 model_rd_sim=1 model_biz_process=1 model_mechanism=1 model_algorithm=0',
    'model_total: 研发仿真模型1＋业务流程模型1＋行业机理模型1＋数据算法模型0＝3个 | 4个',
    'model_total=4 model_rd_sim=1 model_biz_process=!一 model_mechanism=1 model_algorithm=0'),
('fujian%', 'app_total_makers', 'E', 'app_total=5 app_own=3 app_partner=2', 'app_total=5 app_own=3 app_partner=1',
    'app_total: 自研工业APP数量3＋生态伙伴工业APP数量1＝4个 | 5个', 'app_total=5 app_own=3'),
('guang%', 'app_total_makers', 'W', 'app_total=5 app_own=3 app_partner=2', 'app_total=5 app_own=3 app_partner=1',
    'app_total: 自研工业APP数量3＋生态伙伴工业APP数量1＝4个 | 5个', 'app_total= app_own=3 app_partner=1'),
('%', 'app_total_origins', 'W', 'app_total=5 app_on_platform=3 app_cloudified=2', 'app_total=5 app_on_platform=3 app_cloudified=3',
    'app_total: 基于平台开发的工业APP数量3＋传统工业软件云化APP数量3＝6个 | 5个', 'app_total=!五 app_on_platform=3 app_cloudified=3'),
('%', 'app_total_fields', 'W',
    'app_total=45 app_kind_safety=1 app_kind_energy=2 app_kind_quality=3 app_kind_supply=4 app_kind_rd=5 app_kind_production=6 app_kind_operation=7 app_kind_logistics=8 app_kind_maintenance=9',
    'app_total=40 app_kind_safety=1 app_kind_energy=2 app_kind_quality=3 app_kind_supply=4 app_kind_rd=5 app_kind_production=6 app_kind_operation=7 app_kind_logistics=8 app_kind_maintenance=9',
    'app_total: 安全生产1＋节能减排2＋质量管控3＋供应链管理4＋研发设计5＋生产制造6＋运营管理7＋仓储物流8＋运维服务9＝45个 | 40个',
    'app_total=40 app_kind_safety=1 app_kind_energy=2 app_kind_quality=3 app_kind_supply=4 app_kind_rd=5 app_kind_production=6 app_kind_operation=7 app_kind_logistics=8 app_kind_maintenance=');
insert into asked_more values
('%', 'eq_total_clouds', 'eq_total=7 eq_public_cloud=7 eq_private_cloud=无', null),
('%', 'eq_total_clouds', 'eq_total=10 eq_public_cloud=7 eq_private_cloud=无', 'eq_total: 公有云连接设备7＋私有云连接设备无（计0）＝7台/套 | 10台/套'),
('%', 'eq_total_clouds', 'eq_total=1234567890 eq_public_cloud=1234567890 eq_private_cloud=12345',
    'eq_total: 公有云连接设备1,234,567,890＋私有云连接设备12,345＝1,234,580,235台/套 | 1,234,567,890台/套'),
-- a total of 无 is 0
('%', 'eq_total_sum', 'eq_total=无 eq_run=50000 eq_proc=10 eq_move=无 eq_other=0', 'eq_total: 运行设备50,000＋加工设备10＋行走设备无（计0）＋其它设备0＝50,010台/套 | 无（计0）'),
('%', 'eq_total_sum', 'eq_total=无 eq_run=5 eq_proc= eq_move=!x', 'eq_total: 运行设备5＝5台/套 | 无（计0）'),
('%', 'eq_total_sum', 'eq_total=无 eq_run=0 eq_proc=无 eq_move=无 eq_other=无', null),
('%', 'eq_total_sum', 'eq_total=5 eq_run=5 eq_proc=', null),
('%', 'eq_total_clouds', 'eq_total=无 eq_public_cloud=7 eq_private_cloud=4', 'eq_total: 公有云连接设备7＋私有云连接设备4＝11台/套 | 无（计0）'),
('%', 'model_total_sum', 'model_total=无 model_rd_sim=1 model_biz_process=1 model_mechanism=1 model_algorithm=无', 'model_total: 研发仿真模型1＋业务流程模型1＋行业机理模型1＋数据算法模型无（计0）＝3个 | 无（计0）'),
('%', 'app_total_makers', 'app_total=无 app_own=3 app_partner=1', 'app_total: 自研工业APP数量3＋生态伙伴工业APP数量1＝4个 | 无（计0）'),
('%', 'app_total_origins', 'app_total=无 app_on_platform=3 app_cloudified=3', 'app_total: 基于平台开发的工业APP数量3＋传统工业软件云化APP数量3＝6个 | 无（计0）'),
('%', 'app_total_fields', 'app_total=无 app_kind_safety=1 app_kind_energy=2 app_kind_quality=3 app_kind_supply=4 app_kind_rd=5 app_kind_production=6 app_kind_operation=7 app_kind_logistics=8 app_kind_maintenance=9', 'app_total: 安全生产1＋节能减排2＋质量管控3＋供应链管理4＋研发设计5＋生产制造6＋运营管理7＋仓储物流8＋运维服务9＝45个 | 无（计0）');
\i :ROOT/tests/sql/kit/rules_cycles.psql
