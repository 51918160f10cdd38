-- What may not be said where another answer is a certain one.
\set shape blank_if
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'build_partner_needless', 'W', 'platform_build_mode=自建 platform_build_partner=', 'platform_build_mode=自建 platform_build_partner=乙公司',
    'platform_build_partner: 乙公司 | 自建', 'platform_build_mode= platform_build_partner=乙公司'),
('%', 'iaas_vendor_needless', 'W', 'iaas_mode=自建 iaas_vendor=无', 'iaas_mode=自建 iaas_vendor=丙云',
    'iaas_vendor: 丙云 | 自建', 'iaas_mode=租用 iaas_vendor=丙云');
\i :ROOT/tests/sql/kit/rules_cycles.psql
