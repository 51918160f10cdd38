-- What must be said where another answer is a certain one.
\set shape required_if
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'build_partner_missing', 'W', 'platform_build_mode=合作共建 platform_build_partner=乙公司', 'platform_build_mode=合作共建 platform_build_partner=',
    'platform_build_partner: 合作共建', 'platform_build_mode= platform_build_partner='),
('%', 'iaas_vendor_missing', 'W', 'iaas_mode=租用 iaas_vendor=丙云', 'iaas_mode=租用 iaas_vendor=',
    'iaas_vendor: 租用', 'iaas_mode=自建 iaas_vendor=');
insert into asked_more values
('%', 'iaas_vendor_missing', 'iaas_mode=租用', 'iaas_mode: 租用'),
('%', 'iaas_vendor_missing', 'iaas_mode=租用 iaas_vendor=无', 'iaas_vendor: 租用'),
('%', 'iaas_vendor_missing', 'iaas_mode=!自建租用 iaas_vendor=', null);
\i :ROOT/tests/sql/kit/rules_cycles.psql
