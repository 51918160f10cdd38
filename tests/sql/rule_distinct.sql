-- Three answers of which no two are the same; each later one is told.
\set shape distinct
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'top_industries_repeated', 'W', 'top_industry_1=汽车 top_industry_2=机械 top_industry_3=电子', 'top_industry_1=汽车 top_industry_2=机械 top_industry_3=汽车',
    'top_industry_3: 汽车', 'top_industry_1= top_industry_2= top_industry_3=汽车'),
('%', 'top_domains_repeated', 'W', 'top_domain_1=安全生产 top_domain_2=研发设计 top_domain_3=仓储物流', 'top_domain_1=安全生产 top_domain_2=安全生产 top_domain_3=仓储物流',
    'top_domain_2: 安全生产', 'top_domain_1=无 top_domain_2=无 top_domain_3=!安全');
\i :ROOT/tests/sql/kit/rules_cycles.psql
