-- What a night was made with, and who looked at people's data: booked once and for good.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2, direct => false);
prepare keep as insert into night_kept (cycle, as_of, manifest_sha256, release, packages)
values ('t', '2030-03-22', $1, '1', 'p');
prepare look as insert into personal_view (cycle, asked, reason) values ('t', 'a', $1);
set role huizong_loader;
select lives_ok($$execute keep(repeat('a', 64))$$, 'the loader books a night');
select lives_ok($$execute keep(repeat('b', 64))$$, 'and its next version');
select throws_ok($$execute keep('a')$$, '23514', null, 'a manifest is a digest');
select lives_ok($$execute look('why')$$, 'the loader books a look');
select throws_ok($$execute look('')$$, '23514', null, 'with its reason only');
select throws_ok('delete from night_kept', '42501', null, 'it deletes no night');
select throws_ok($$update personal_view set reason = 'x'$$, '42501', null, 'it changes no look');
set role huizong_exporter;
select isnt_empty('select from night_kept', 'the exporter reads nights');
select throws_ok($$execute keep(repeat('c', 64))$$, '42501', null, 'and books none');
set role huizong_reader;
select isnt_empty('select from night_kept', 'the reader reads nights');
select throws_ok('select from personal_view', '42501', null, 'who looked is a person: nothing for the reader');
reset role;
set role huizong_owner;
select throws_ok('update night_kept set release = ''2''', 'P0001', null, 'not even the owner changes a night');
select throws_ok('delete from night_kept', 'P0001', null, 'or deletes one');
select throws_ok('truncate night_kept cascade', 'P0001', null, 'or empties the table');
select throws_ok('update personal_view set reason = ''x''', 'P0001', null, 'or changes a look');
select throws_ok('truncate personal_view', 'P0001', null, 'or empties that table');
reset role;
select is((select manifest_sha256 from night_kept where cycle = 't' order by entry desc limit 1), repeat('b', 64), 'the newest entry is the last that was booked');
select * from finish();
