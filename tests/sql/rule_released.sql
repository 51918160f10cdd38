-- What a form says wrong takes no nomination's seat; 审查决定 on an instance's code or short name ends it, and no other instance.
\set cycle fujian-2023
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'eq_total_sum', 'E', 'eq_total=1', 'eq_total=10 eq_run=1 eq_proc=1 eq_move=1 eq_other=1 eq_public_cloud=11', null, 'eq_total=2');
select pg_temp.put_cases(:'cycle', '2023-06-10 11:00+08');
\set night `"${HUIZONG_BIN:-:ROOT/.build/bin}/huizong-enforce" --database "$PGURI" --cycle :cycle --as-of 2023-06-10T12:00:00+08:00 >&2; echo $?`
select results_eq($$select f.code || ' ' || f.severity from rule_findings_at('fujian-2023', 'infinity') f where f.item = 2 and f.code like 'eq\_%' order by 1$$,
    $$values ('eq_public_cloud_over_total error'), ('eq_total_sum error')$$, 'two instances speak of one form');
select is((select decision from nominations_at('fujian-2023', 'infinity') where platform = 'eq_total_sum2'), 'recommended',
    'neither holds its nomination');

insert into content values (repeat('d', 64), 1);
insert into arrival (cycle, source, path, sha256, changed_at, first_seen_at)
values (:'cycle', 'register', '审查决定.csv', repeat('d', 64), '2023-06-11 09:00+08', '2023-06-11 09:00+08');
insert into upload values (lastval(), 'complete', null);
insert into upload_table values (lastval(), 1, 'register_decisions', '', null);
insert into figure (arrival_id, table_no, item, row_no, cell, field, state, text, raw, folded)
select lastval(), 1, 1, 2, key, key, 'text', value, value, value
from jsonb_each_text('{"platform": "eq_total_sum2", "matter": "四类设备合计不符", "decision": "通过", "date": "2023-06-11", "decider": "决定人", "basis": "依据"}');
\set night `"${HUIZONG_BIN:-:ROOT/.build/bin}/huizong-enforce" --database "$PGURI" --cycle :cycle --as-of 2023-06-11T12:00:00+08:00 >&2; echo $?`
select results_eq($$select f.code from rule_findings_at('fujian-2023', 'infinity') f where f.item = 2 and f.code like 'eq\_%' order by 1$$,
    $$values ('eq_public_cloud_over_total')$$, 'the one that was let pass is gone, the other stays');
select is_empty($$select f.code from rule_findings_at('fujian-2023', 'infinity') f where f.code like 'register\_line%'$$, 'and the line is of use');
select * from finish();
