-- What may leave the database: lists that have stood aside for keep_days and that nothing was made of; people's data, once and for good on record.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
update cycle set settings = settings || '{"keep_days": {"value": 30}}' where cycle = 't';
create function pg_temp.prunable(as_of timestamptz) returns setof text language sql as $$
    select file from lists_to_prune('t', as_of) order by file collate "C"
$$;
select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司}');
select list(paper('甲市/一.csv', '2030-03-10 10:00+08'), 'equipment', '甲一');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.prunable(''2031-01-01'')', 'a list that counts stays, however old');

select list(paper('甲市/二.csv', '2030-03-11 10:00+08'), 'equipment', '甲一');
select list(paper('甲市/坏.csv', '2030-03-11 10:00+08'), 'equipment', '没有的');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.prunable(''2030-04-10 11:59:59+08'')', 'one that was replaced stays for its thirty days');
select results_eq('select pg_temp.prunable(''2030-04-10 12:00+08'')', $$values ('甲市/一.csv')$$, 'and may go then, alone');

-- the replaced one again, as a supplement: a report that looks back asks it
update list_table t set extra_labels = '{原行号}' from arrival a where a.arrival_id = t.arrival_id and a.path = '甲市/一.csv';
select is_empty('select pg_temp.prunable(''2030-04-10 12:00+08'')', 'a supplement stays');
update list_table set extra_labels = '{}';
select results_eq('select pg_temp.prunable(''2030-04-10 12:00+08'')', $$values ('甲市/一.csv')$$, 'which it is no longer');

insert into export_event (cycle, version, as_of, state_sha256, manifest_sha256, doc_no, signed_by, lists, personal)
values ('t', 1, '2030-03-11 12:00+08', repeat('a', 64), repeat('b', 64), '1号', '某', false, false);
select results_eq('select pg_temp.prunable(''2030-04-10 12:00+08'')', $$values ('甲市/一.csv')$$, 'an export that was made of another list keeps nothing');
insert into export_event (cycle, version, as_of, state_sha256, manifest_sha256, doc_no, signed_by, reason, lists, personal)
values ('t', 2, '2030-03-10 12:00+08', repeat('a', 64), repeat('b', 64), '1号', '某', '补', false, false);
select is_empty('select pg_temp.prunable(''2031-01-01'')', 'what an export was made of stays');

-- the list that replaced it is replaced: it stands aside from then on
select list(paper('甲市/三.csv', '2030-03-12 10:00+08'), 'equipment', '甲一');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty('select pg_temp.prunable(''2030-04-11 12:00+08'')', 'and what another was made of, too');

insert into disposal (cycle, as_of, retain_until, basis, doc_no, ordered_by, archive, outbox) values ('t', '2033-01-02', '2033-01-01', '假定', '1号', '某', '/a', '/o');
insert into disposal_item (disposal, item, part, name, sha256, action)
select 1, 1, 'archive', a.path, a.sha256, 'removed' from arrival a where a.path = '甲市/一.csv';
select throws_ok($$insert into disposal_item (disposal, item, part, name, action) values (1, 2, 'archive', 'x', 'removed')$$, '23514', null,
    'a file without its digest is not booked');
set role huizong_owner;
select throws_ok('update disposal set doc_no = ''2号''', 'P0001', null, 'not even the owner changes an order');
select throws_ok('delete from disposal_item', 'P0001', null, 'or deletes what it was for');
select throws_ok('truncate disposal_done', 'P0001', null, 'or that it was done');
set role huizong_loader;
select throws_ok('select list_prune(1, now())', '42501', null, 'the loader takes no rows out');
select throws_ok('select dispose_clear(1)', '42501', null, 'and no people');
select throws_ok($$insert into disposal (cycle, as_of, retain_until, basis, doc_no, ordered_by, archive, outbox) values ('t', now(), '2000-01-01', 'x', 'x', 'x', 'x', 'x')$$, '42501', null,
    'nor does it order that');
select throws_ok('select list_holder(1, ''{att_equipment.id}'')', '42501', null, 'it makes no tables');
select is_empty('select * from list_rebuild_begin((select arrival_id from arrival where path = ''甲市/三.csv''), 1, ''{att_equipment.id}'')', 'and brings back what went only');
set role huizong_reader;
select throws_ok('select ordered_by from disposal', '42501', null, 'who ordered it is a person: nothing for the reader');
reset role;
select is(masked_name('已按规定销毁'), '已按规定销毁', 'where nobody is told nobody is masked');
select is(masked_name('林样一、陈样二'), '林**、陈**', 'people are');
select * from finish();
