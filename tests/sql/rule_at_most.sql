-- What is above what the notice names is an error, what is above the usual a warning; never both.
\set shape at_most
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'sol_industries_impossible', 'E', 'sol_industries=20', 'sol_industries=26',
    'sol_industries: 26个 | 25个', 'sol_industries='),
('%', 'sol_industries_many', 'W', 'sol_industries=22', 'sol_industries=23',
    'sol_industries: 23个 | 22个', 'sol_industries=!二十多'),
('%', 'sol_domains_impossible', 'E', 'sol_domains=9', 'sol_domains=10',
    'sol_domains: 10个 | 9个', 'sol_domains='),
('%', 'protocol_kinds_many', 'W', 'protocol_kinds=500', 'protocol_kinds=1501',
    'protocol_kinds: 1,501种 | 500种', 'protocol_kinds=无');
insert into asked_more values
('%', 'sol_industries_many', 'sol_industries=25', 'sol_industries: 25个 | 22个');
\i :ROOT/tests/sql/kit/rules_cycles.psql
