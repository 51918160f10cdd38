-- What the form asks for is not left blank: 无 and 0 are answers, a blank is none.
\set shape filled_in
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'indicators_blank', 'E', 'eq_total=0 eq_run=无 eq_note=', 'eq_run= eq_total= eq_proc=无 eq_note=',
    'eq_total: 2项 | 可连接的工业设备/产品/产线种类及数量、运行设备', 'eq_total=!约三 ent_total_assets=5'),
('%', 'answers_blank', 'W', 'sec_data=否 sol_industries=3 sol_note= sol_tech_5g=', 'sol_industries= sol_domains=9 sol_tech_5g=',
    'sol_industries: 1项 | 覆盖的行业数量', 'sol_effective=!x eq_note=');
insert into asked_more values
('%', 'indicators_blank', 'std_national=无 std_national_lead= std_industry=2', 'std_national_lead: 1项 | 国家标准-其中牵头制定'),
('fujian%', 'indicators_blank', 'rd_prev=1 rd_base=', 'rd_base: 1项 | 2021、2022年企业研发投入（第2空）'),
-- a long section names its first few; a form without any figure would be refused
('%', 'indicators_blank', 'eq_total=5 app_total= app_own= app_partner= app_on_platform= app_cloudified= app_kind_safety=',
    'app_total: 6项 | 工业APP数量、自研工业APP数量、生态伙伴工业APP数量、基于平台开发的工业APP数量、传统工业软件云化APP数量、工业APP种类-安全生产'),
('%', 'indicators_blank', 'eq_total=5 app_total= app_own= app_partner= app_on_platform= app_cloudified= app_kind_safety= app_kind_energy= app_monthly_active=',
    'app_total: 8项 | 工业APP数量、自研工业APP数量、生态伙伴工业APP数量、基于平台开发的工业APP数量、传统工业软件云化APP数量、工业APP种类-安全生产等'),
('%', 'answers_blank', 'eq_total=5 ent_total_assets= ent_debt_ratio= ent_profile=', 'ent_total_assets: 2项 | 总资产（万元）、负债率'),
('%', 'answers_blank', 'intl_note=', 'intl_note: 1项 | 国际业务拓展能力'),
('%', 'answers_blank', 'sec_data= sec_app=是', 'sec_data: 1项 | 具有数据安全防护'),
('%', 'answers_blank', 'platform_owner= sol_tech_ai= plan_text= contact_fax= ent_credit_grade=', null);
\i :ROOT/tests/sql/kit/rules_cycles.psql
