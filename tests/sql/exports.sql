-- What the office passes on: its own waivers raise the onward limit; what was exported is booked once and for good.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2, direct => false);
insert into rule (cycle, code, shape, severity, clause) values ('t', 'onward_over_limit', 'onward', 'error', '三');
create function public.over() returns setof text language sql as $$
    select raw || ' of ' || expected from rule_findings_at('t', 'infinity') where code = 'onward_over_limit'
$$;
create function public.unmatched() returns setof text language sql as $$
    select raw from rule_findings_at('t', 'infinity') where code = 'register_line_unmatched'
$$;
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一公司}');
select register('selection', '2030-03-10 10:00+08', '[{"unit": "甲市", "platform": "甲一", "rank": "1"},
    {"unit": "甲市", "platform": "甲二", "rank": "2"}, {"unit": "乙市", "platform": "乙一", "rank": "3"}]');
\set clock 2030-03-19T02:30:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select over()', $$values ('3 of 2')$$, 'three are chosen where two may be');

select register('waivers', '2030-03-19 10:00+08', '[{"unit": "别的厅", "platform": "乙一", "enterprise": "乙一公司", "doc_no": "1号", "date": "2030-03-19"}]');
\set clock 2030-03-20T02:30:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select over()', $$values ('3 of 2')$$, 'another office''s waiver is none');
select results_eq('select unmatched()', $$values ('别的厅，乙一，乙一公司')$$, 'and matches nothing');

select register('waivers', '2030-03-20 10:00+08', '[{"unit": "试验厅", "platform": "乙一", "enterprise": "乙一公司", "doc_no": "1号", "date": "2030-03-20"},
    {"unit": "试验厅", "platform": "没有的", "enterprise": "没有的公司", "doc_no": "2号", "date": "2030-03-20"}]');
\set clock 2030-03-21T02:30:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select over()', 'the office''s own raises the limit');
select results_eq('select unmatched()', $$values ('试验厅，没有的，没有的公司')$$, 'for what is there');
select results_eq($$select seat_for from ruling where nomination = '乙一|乙一公司'$$, $$values ('')$$,
       'and takes no seat of the unit''s quota');

select register('waivers', '2030-03-21 10:00+08', '[{"unit": "本厅", "platform": "乙一", "enterprise": "乙一公司", "doc_no": "1号", "date": "2030-03-21"}]');
select register('office', '2030-03-21 10:00+08', '[{"office_name": "本厅", "contact": "某", "phone": "1"}]');
\set clock 2030-03-22T02:30:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select over()', 'as 本单位 names it');

prepare book as insert into export_event (cycle, version, as_of, state_sha256, manifest_sha256, doc_no, signed_by, reason, lists, personal)
values ('t', $1, '2030-03-22', repeat('a', 64), repeat('b', 64), '1号', '某', $2, $3, $4);
set role huizong_loader;
select lives_ok('execute book(1, null, false, false)', 'the loader books');
select throws_ok('execute book(1, null, false, false)', '23505', null, 'a version once');
select throws_ok('execute book(2, null, false, false)', '23514', null, 'another one with its reason only');
select throws_ok('execute book(2, ''x'', false, true)', '23514', null, 'no people''s data without lists');
select lives_ok('execute book(2, ''x'', true, true)', 'with both');
select throws_ok('update export_event set doc_no = ''2号''', '42501', null, 'the loader changes nothing');
select throws_ok('delete from export_event', '42501', null, 'and deletes nothing');
set role huizong_exporter;
select isnt_empty('select from export_event', 'the exporter reads');
select throws_ok('execute book(3, ''x'', false, false)', '42501', null, 'and does not book');
set role huizong_reader;
select throws_ok('select from export_event', '42501', null, 'who signed is a person: nothing for the reader');
reset role;
set role huizong_owner;
select throws_ok('update export_event set doc_no = ''2号''', 'P0001', null, 'not even the owner changes');
select throws_ok('delete from export_event', 'P0001', null, 'or deletes');
select throws_ok('truncate export_event', 'P0001', null, 'or empties');
reset role;
select * from finish();
