-- A share within one percentage point of what two other answers make of it.
\set shape share_near
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'rd_base_pct_differs', 'W', 'rd_base_pct=8 rd_base=900 ent_sales_prev=10000', 'rd_base_pct=8 rd_base=901 ent_sales_prev=10000',
    'rd_base_pct: 8% | 901万元÷10,000万元＝9.01%', 'rd_base_pct=8 rd_base=901 ent_sales_prev=');
insert into asked_more values
('%', 'rd_base_pct_differs', 'rd_base_pct=8 rd_base=901 ent_sales_prev=0', null),
('%', 'rd_base_pct_differs', 'rd_base_pct=无 rd_base=901 ent_sales_prev=10000', null),
('%', 'rd_base_pct_differs', 'rd_base_pct=10 rd_base=1 ent_sales_prev=3', 'rd_base_pct: 10% | 1万元÷3万元＝33.33%');
\i :ROOT/tests/sql/kit/rules_cycles.psql
