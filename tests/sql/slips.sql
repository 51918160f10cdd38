-- What each unit is told: whose each file is, which uploads speak, and what is new, still open or put right.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'late', 'late', '{}', 'error', '三'), ('t', 'supplement', 'supplement', '{}', 'warning', '三'),
    ('t', 'required_missing', 'required', '{}', 'error', '四');

-- A finding of a reader: of a row with its key, or (row 0) of the whole.
create function pg_temp.say(arrival bigint, code text, row_no integer default null, subject text default null,
    field text default null, severity text default 'error', sheet text default null, raw text default null) returns bigint language sql as $$
    insert into file_finding (arrival_id, ordinal, sheet, row_no, field, severity, code, raw, subject)
    select arrival, count(*) + 1, say.sheet, say.row_no, say.field, say.severity, say.code, say.raw, say.subject
    from file_finding where arrival_id = arrival
    returning arrival_id;
$$;

-- A file that could not be read.
create function pg_temp.torn(path text, seen_at timestamptz, code text default 'file_damaged') returns bigint language plpgsql as $$
declare
    id bigint := arrive('inbox', path, seen_at, path || seen_at);
begin
    insert into upload values (id, 'refused', code);
    return pg_temp.say(id, code);
end
$$;

-- 'state file code subject' of what is told; rules' own findings of platforms aside.
create function pg_temp.told(as_of timestamptz default 'infinity', whose text default '') returns setof text language sql as $$
    select f.state || ' ' || f.file || ' ' || f.code || coalesce(' ' || nullif(f.subject, ''), '')
    from slip_findings_at('t', as_of) f
    where f.applicant = whose and f.code not in ('platform_assumed', 'selection_missing')
    order by f.state collate "C" desc, f.file collate "C", f.code collate "C", f.subject collate "C";
$$;

-- a first upload: all is new
select pg_temp.say(submit('甲市/表.csv', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}'), 'phone_bad', 5, 'x', '电话', sheet => '汇总表');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('new 甲市/表.csv phone_bad 甲一')$$, 'a first upload: what is said of it is new');

-- the key is the platform, never the row: the same error three rows below is still open
select pg_temp.say(pg_temp.say(submit('甲市/表二.csv', '2030-03-11 10:00+08', '{1|甲二|甲二公司,2|甲三|甲三公司,3|甲一|甲一公司}'),
    'phone_bad', 7, 'x', '电话', sheet => '汇总表'), 'phone_bad', 5, 'y', '电话', sheet => '汇总表');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', $$values ('open 甲市/表二.csv phone_bad 甲一'), ('new 甲市/表二.csv phone_bad 甲二')$$,
    'a row that has moved is told as still open; what was said of the superseded table is not told');
select results_eq($$select pg_temp.told('2030-03-10 12:00+08')$$, $$values ('new 甲市/表.csv phone_bad 甲一')$$, 'a look back sees what was told then');

-- put right, and another field of the same platform is another matter
select pg_temp.say(submit('甲市/表三.csv', '2030-03-12 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}'), 'phone_bad', 5, 'x', '联系方式', sheet => '汇总表');
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select t from pg_temp.told() t where t like '%phone_bad%'$$, $$values ('new 甲市/表三.csv phone_bad 甲一'),
    ('fixed 甲市/表二.csv phone_bad 甲一'), ('fixed 甲市/表二.csv phone_bad 甲二')$$, 'what the upload before had and this one has not is put right');

-- two uploads of one night: only the one just before is compared with; the same bytes again are no upload
select submit('甲市/表四.csv', '2030-03-13 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}', bytes => '四');
select submit('甲市/表五.csv', '2030-03-13 11:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}', bytes => '五');
select submit('甲市/表五又.csv', '2030-03-13 12:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}', bytes => '五');
\set clock 2030-03-13T12:30:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty($$select t from pg_temp.told() t where t like '%phone_bad%'$$, 'what was put right is told once');

-- what was superseded the night it came nobody was told, so nothing of it is put right or still open; but rows that were not read stand in no newer table
select pg_temp.say(pg_temp.say(submit('丙市/叠.xlsx', '2030-03-13 10:00+08', '{1|丙一|丙一公司}'), 'phone_bad', 5, 'x', '电话', sheet => '汇总表'),
    'rows_after_end', 11, null, sheet => '汇总表', raw => '推荐单位：乙市');
select pg_temp.say(submit('丙市/表.xlsx', '2030-03-13 11:00+08', '{1|丙一|丙一公司}'), 'phone_bad', 5, 'x', '电话', sheet => '汇总表');
\set clock 2030-03-13T12:40:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select t from pg_temp.told() t where t like '%丙市%'$$, $$values ('new 丙市/表.xlsx phone_bad 丙一'),
    ('new 丙市/叠.xlsx rows_after_end')$$, 'superseded unseen: its lost rows are told, nothing is called put right');
select submit('丙市/再.xlsx', '2030-03-13 12:50+08', '{1|丙一|丙一公司}');
\set clock 2030-03-13T12:55:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select t from pg_temp.told() t where t like '%丙市%'$$, $$values ('fixed 丙市/表.xlsx phone_bad 丙一')$$, 'a table that came after it was told: what was told is put right');

-- a file that could not be read is told until its path has other bytes
select pg_temp.torn('乙市/坏.xlsx', '2030-03-10 10:00+08');
\set clock 2030-03-13T13:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select t from pg_temp.told() t where t like '%乙市%'$$, $$values ('new 乙市/坏.xlsx file_damaged')$$, 'an unread file is told');
select pg_temp.torn('乙市/坏.xlsx', '2030-03-13 13:30+08');
\set clock 2030-03-13T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select t from pg_temp.told() t where t like '%乙市%'$$, $$values ('open 乙市/坏.xlsx file_damaged')$$, 'unread again: still open');
select submit('乙市/坏.xlsx', '2030-03-13 14:30+08', '{1|乙一|乙一公司}');
\set clock 2030-03-13T15:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select t from pg_temp.told() t where t like '%乙市%'$$, $$values ('fixed 乙市/坏.xlsx file_damaged')$$, 'replaced by what can be read: put right');

-- a reader that tells only the first of many does not say that the others are right
create function pg_temp.listed(path text, seen_at timestamptz) returns bigint language sql as $$
    select list(paper(path, seen_at), 'equipment', '甲一');
$$;
select pg_temp.say(pg_temp.say(pg_temp.listed('甲市/设备.csv', '2030-03-14 10:00+08'), 'number_bad', 5, 'e5', '金额', sheet => '表1'),
    'choice_unknown', 6, 'e6', '类别', sheet => '表1');
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select pg_temp.say(pg_temp.say(pg_temp.listed('甲市/设备二.csv', '2030-03-15 10:00+08'), 'number_bad', 2, 'e2', '金额', sheet => '表1'),
    'more_like_this', null, null, '金额', 'warning', '表1');
\set clock 2030-03-15T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has($$select t from pg_temp.told() t where t like '%设备%'$$, $$values ('fixed 甲市/设备.csv choice_unknown e6'),
    ('new 甲市/设备二.csv number_bad e2')$$, 'of another field it is known');
select is_empty($$select t from pg_temp.told() t where t like 'fixed%e5'$$, 'of a field with more like this nothing is said to be right');

select pg_temp.say(pg_temp.say(pg_temp.listed('甲市/设备三.csv', '2030-03-15 13:00+08'), 'struck_text', 2, 'e2', null, 'warning', '表1'),
    'document_part_not_read', 3, 'e3', null, 'warning', '表1');
\set clock 2030-03-15T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select pg_temp.say(pg_temp.say(pg_temp.listed('甲市/设备四.csv', '2030-03-15 15:00+08'), 'struck_text', 4, 'e4', null, 'warning', '表1'),
    'struck_text_more', 5, 'e5', null, 'warning', '表1');
\set clock 2030-03-15T16:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select set_has($$select t from pg_temp.told() t where t like '%设备%'$$, $$values ('fixed 甲市/设备三.csv document_part_not_read e3'),
    ('new 甲市/设备四.csv struck_text e4')$$, 'of another code it is known');
select is_empty($$select t from pg_temp.told() t where t like 'fixed%e2'$$, 'of a code with more of it nothing is said to be right');

-- a late table speaks of itself, and what is in force goes on speaking
select pg_temp.say(submit('丙市/准时.csv', '2030-03-17 10:00+08', '{1|丙一|丙一公司}'), 'phone_bad', 5, 'x', '电话', sheet => '汇总表');
select submit('丙市/迟到.csv', '2030-03-18 16:00+08', '{1|丙一|丙一公司}');
\set clock 2030-03-18T17:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select t from pg_temp.told() t where t like '%丙市%'$$, $$values ('open 丙市/准时.csv phone_bad 丙一'), ('new 丙市/迟到.csv late')$$,
    'a late table puts nothing right');

-- a night that ruled and ended before its outbox appeared has told nobody anything
select submit('乙市/迟到.csv', '2030-03-18 17:10+08', '{1|乙一|乙一公司}', bytes => '迟');
\set clock 2030-03-18T17:20:00+08:00
\set status `"${HUIZONG_BIN:-:ROOT/.build/bin}/huizong-enforce" --database "$PGURI" --cycle t --as-of ":clock" >&2; echo $?`
select is(:'status'::text, '1', 'a night that puts nothing out');
select submit('乙市/又迟到.csv', '2030-03-18 17:30+08', '{1|乙一|乙一公司}', bytes => '又迟');
\set clock 2030-03-18T17:40:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select t from pg_temp.told() t where t like '%迟到%' and t like '%乙市%'$$, $$values ('new 乙市/又迟到.csv late'), ('new 乙市/迟到.csv late')$$,
    'what only that night found is new in the next');
select results_eq($$select shown_at from shown_nights('t', '2030-03-18T17:40:00+08') where shown_at > '2030-03-16T00:00:00+08' order by 1$$,
    $$values ('2030-03-18T17:00:00+08'::timestamptz)$$, 'the outboxes before it are those that appeared');
insert into night_kept (cycle, as_of, manifest_sha256, release, packages) values ('t', '2030-03-18T17:20:00+08', repeat('0', 64), '-', '-');
select is((select max(shown_at) from shown_nights('t', '2030-03-18T17:40:00+08')), '2030-03-18T17:00:00+08'::timestamptz,
    'an outbox that is kept afterwards changes nothing of what was said before');
select is((select max(shown_at) from shown_nights('t', '2030-03-18T17:50:00+08')), '2030-03-18T17:40:00+08'::timestamptz, 'another clock has all of them');

-- the direct route: one applicant is told nothing of another
select pg_temp.say(submit('企业直报/金公司/表.csv', '2030-03-12 10:00+08', '{1|金云|金公司}'), 'phone_bad', 5, 'x', '电话', sheet => '汇总表');
select pg_temp.say(submit('企业直报/银公司/表.csv', '2030-03-12 10:00+08', '{1|银云|银公司}'), 'mail_bad', 5, 'x', '电话', sheet => '汇总表');
select pg_temp.torn('企业直报/银公司/坏.xlsx', '2030-03-12 11:00+08');
select pg_temp.torn('企业直报/无名.xlsx', '2030-03-12 11:00+08');
select pg_temp.say(submit('企业直报/铜.csv', '2030-03-12 10:00+08', '{1|铜云|铜公司}'), 'fax_bad', 5, 'x', '电话', sheet => '汇总表');
\set clock 2030-03-18T18:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select distinct applicant collate "C", applicant_name from recipients_at('t', 'infinity') where unit_code = 'Z' order by 1$$,
    $$values ('企业直报/无名.xlsx' collate "C", '无名'), ('金公司', '金公司'), ('铜公司', '铜公司'), ('银公司', '银公司')$$,
    'by folder, else by what the file says, else the file alone');
select results_eq($$select pg_temp.told('infinity', '金公司')$$, $$values ('new 企业直报/金公司/表.csv phone_bad 金云')$$, 'its own');
select results_eq($$select pg_temp.told('infinity', '银公司')$$, $$values ('new 企业直报/银公司/坏.xlsx file_damaged'),
    ('new 企业直报/银公司/表.csv mail_bad 银云')$$, 'with what could not be read in its folder');
select results_eq($$select pg_temp.told('infinity', '铜公司')$$, $$values ('new 企业直报/铜.csv fax_bad 铜云')$$, 'without a folder');
select * from finish();
