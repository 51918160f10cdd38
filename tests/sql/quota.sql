-- The quota of a unit: 0, 1, 2, 3 counted rows, keep-first.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);

select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{}');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select decisions()', 'no row, no nomination');
select results_eq('select outcomes()', $$values ('甲市/表.xlsx accepted zero_report')$$,
       'a head block without rows is an accepted zero report');

select submit('甲市/表.xlsx', '2030-03-11 10:00+08', '{1|甲一|甲一公司}');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values ('甲一 recommended counts')$$, 'one stands');

select submit('甲市/表.xlsx', '2030-03-12 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values ('甲一 recommended counts'), ('甲二 recommended counts')$$,
       'two stand, nothing is assumed');

select submit('甲市/表.xlsx', '2030-03-13 10:00+08', '{3|甲三|甲三公司,1|甲一|甲一公司,2|甲二|甲二公司}');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()',
    $$values ('甲一 recommended counts quota_order_assumed'), ('甲二 recommended counts quota_order_assumed'),
        ('甲三 over_quota over_quota')$$,
    'the third by 序号 is held, wherever it stands in the table');
select results_eq('select codes()', $$values ('over_quota'), ('quota_order_assumed'), ('quota_order_assumed')$$,
       'each is told its part');

-- withdrawal promotes
select register('withdrawals', '2030-03-14 09:00+08',
       '[{"unit": "甲市", "platform": "甲一", "enterprise": "甲一公司", "date": "2030-03-14"}]');
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values ('甲一 withdrawn withdrawn'), ('甲二 recommended counts'),
       ('甲三 recommended counts')$$, 'a withdrawal promotes the next row');
select results_eq($$select decisions('2030-03-13 12:00+08')$$,
    $$values ('甲一 recommended counts quota_order_assumed'), ('甲二 recommended counts quota_order_assumed'),
        ('甲三 over_quota over_quota')$$, 'a report may look back');

-- the same clock again, and an earlier one
create temp table before as select * from ruling_history;
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select entry from ruling_history except select entry from before',
       'the same night again writes nothing');
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is(:status, 64, 'a night before the last one is refused');

-- the database itself refuses a third, whoever writes it
select throws_ok($$insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit) values ('t', 'A', 'city',
       3, 2)$$, '23514', null, 'there is no third seat');
select throws_ok($$update ruling set decision = 'recommended', seat_no = 3, seat_for = ''
       where nomination like '甲一|%'$$, '23503', null, 'nobody sits on a seat that is not there');
select throws_ok($$update ruling set decision = 'recommended', seat_no = 2, seat_for = ''
       where nomination like '甲一|%'$$, '23505', null, 'nor on a taken one');
select throws_ok($$update ruling set decision = 'recommended' where nomination like '甲一|%'$$, '23514', null,
       'nor stands without a seat');
select throws_ok($$insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit, seat_for) values ('t', 'A',
       'city', -1, 2, '甲一|甲一公司')$$, '23514', null,
    'a seat beyond the quota needs a waiver');
select * from finish();
