-- What is said twice is said the same, within the form and in the 汇总表.
\set shape same_as
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'cover_applicant_differs', 'W', 'cover_applicant_name=甲公司 ent_name=甲公司 sum_enterprise=甲公司', 'cover_applicant_name=乙公司 ent_name=甲二公司 sum_enterprise=甲二公司',
    'cover_applicant_name: 乙公司 | 甲二公司', 'cover_applicant_name=乙公司 ent_name='),
('%', 'platform_owner_differs', 'W', 'platform_owner=甲三公司（牵头）、乙公司 ent_name=甲三公司 sum_enterprise=甲三公司', 'platform_owner=乙公司 ent_name=甲四公司 sum_enterprise=甲四公司',
    'platform_owner: 乙公司 | 甲四公司', 'platform_owner= ent_name=甲五公司 sum_enterprise=甲五公司'),
('%', 'platform_name_differs', 'W', 'platform_name=一云 sum_platform_name=一云 cover_project_name=一云', 'platform_name=二云平台 sum_platform_name=二云 cover_project_name=二云',
    'platform_name: 二云平台 | 二云', 'platform_name='),
('%', 'ent_name_differs', 'W', 'ent_name=甲六公司 sum_enterprise=甲六公司', 'ent_name=甲七公司 sum_enterprise=甲八公司',
    'ent_name: 甲七公司 | 甲八公司', 'ent_name='),
('fujian%', 'uscc_differs', 'W', 'ent_org_code=M000100Y4 summary.ent_org_code=91350100M000100Y4A', 'ent_org_code=91350100M000100Y4A summary.ent_org_code=91350100M000100Y4B',
    'ent_org_code: 91350100M000100Y4A | 91350100M000100Y4B', 'ent_org_code=91350100M000100Y4A summary.ent_org_code='),
('guang%', 'uscc_differs', 'W', 'ent_org_code=M000100Y4 summary.ent_org_code=91440100M000100Y4A', 'ent_org_code=91440100M000100Y4A summary.ent_org_code=91440100M000100Y4B',
    'ent_org_code: 91440100M000100Y4A | 91440100M000100Y4B', 'ent_org_code=91440100M000100Y4A summary.ent_org_code='),
('%', 'contact_name_differs', 'W', 'contact_name=赵一 sum_contact=赵一', 'contact_name=赵一 sum_contact=钱二',
    'contact_name: 赵一 | 钱二', 'contact_name=赵一 sum_contact='),
('%', 'contact_mobile_differs', 'W', 'contact_mobile=13900000001 sum_mobile=13900000001', 'contact_mobile=13900000001 sum_mobile=13900000002',
    'contact_mobile: 13900000001 | 13900000002', 'contact_mobile=!1390 sum_mobile=13900000002');
insert into asked_more values
('%', 'contact_name_differs', 'contact_name=赵　一 sum_contact=赵一', null),
('fujian%', 'uscc_differs', 'ent_org_code=M000100Y4 summary.ent_org_code=91350100M000100Z4A', 'ent_org_code: M000100Y4 | 91350100M000100Z4A'),
-- 福建戊公司 is a firm of its own
('%', 'platform_owner_differs', 'platform_owner=福建戊公司 ent_name=福建戊公司 sum_enterprise=福建戊公司', null),
('%', 'platform_owner_differs', 'platform_owner=福建戊公司 ent_name=戊公司 sum_enterprise=戊公司', 'platform_owner: 福建戊公司 | 戊公司'),
('%', 'platform_owner_differs', 'platform_owner=福建戊公司与戊公司 ent_name=戊公司 sum_enterprise=戊公司', null);
\i :ROOT/tests/sql/kit/rules_cycles.psql
