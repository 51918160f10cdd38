-- The deadline report's counts where the nights of tests/night/progress.sh do not reach: who counts as having reported, what the
-- reader may see, and the edges of days and deadlines.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(1, late => 'decide');
update cycle set settings = '{"copies": {"value": {"application": 3, "summary": 2, "disc": 1}}}' where cycle = 't';
insert into unit (cycle, unit_code, unit_name, short_name, unit_type, unit_order)
values ('t', 'R', '相关单位', '相关单位', 'related', 5);
insert into unit_alias values ('t', '相关单位', '相关单位', 'R'), ('t', '乙', '乙', 'B');

-- The rows of a query of sql/progress, of each the named columns joined by blanks; "-" is null.
create table public.query (name text, statement text);
\set text `cat ":ROOT/sql/progress/units.sql"`
insert into query values ('units', :'text');
\set text `cat ":ROOT/sql/progress/days.sql"`
insert into query values ('days', :'text');
\set text `cat ":ROOT/sql/progress/clock.sql"`
insert into query values ('clock', :'text');
\set text `cat ":ROOT/sql/progress/changes.sql"`
insert into query values ('changes', :'text');
\set text `cat ":ROOT/sql/progress/blocks.sql"`
insert into query values ('blocks', :'text');
\set text `cat ":ROOT/sql/progress/elsewhere.sql"`
insert into query values ('elsewhere', :'text');
\set text `cat ":ROOT/sql/progress/open.sql"`
insert into query values ('open', :'text');
grant select on query to public;
create function public.asked(query_name text, moment timestamptz, variadic keys text[]) returns setof text language plpgsql as $$
declare
    open jsonb;
begin
    execute (select statement from query where name = 'open') into open using 't'::text, moment;
    return query execute format('select (select string_agg(coalesce(to_jsonb(q) ->> k.key, ''-''), '' '' order by k.place)
        from unnest($4) with ordinality as k (key, place)) from (%s) as q',
        (select rtrim(statement, E';\n ') from query where name = query_name)) using 't'::text, moment, open, keys;
end
$$;

-- 乙市 leaves a lock file only; 相关单位 and the direct route send tables; 丙市's comes a second late.
select submit('甲市/表.xlsx', '2030-03-17 16:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
insert into arrival (cycle, source, path, changed_at, first_seen_at, left_reason)
values ('t', 'inbox', '乙市/~$表.xlsx', '2030-03-17 16:00+08', '2030-03-17 16:00+08', 'lock_file');
select submit('相关单位/表.xlsx', '2030-03-17 16:00+08', '{1|相一|相一公司}');
select submit('企业直报/表.xlsx', '2030-03-17 16:00+08', '{1|直一|直一公司,2|直二|直二公司}');
\set clock 2030-03-17T23:30:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select submit('丙市/表.xlsx', '2030-03-18 15:00:01+08', '{1|丙一|丙一公司}');
select arrive('inbox', '乙/表.xlsx', '2030-03-18 16:00+08', '乙的表');
select arrive('inbox', '没名字/表.xlsx', '2030-03-18 16:00+08', '谁的表');
\set clock 2030-03-19T00:30:00+08:00

select results_eq($$select asked('units', '2030-03-18 14:00+08', 'unit_code', 'state', 'expected', 'received', 'missing', 'on_time', 'late')$$,
    $$values ('A accepted 1 1 0 1 0'), ('B missing 1 0 1 0 0'), ('C missing 1 0 1 0 0'), ('Z accepted 0 0 0 0 0'),
        ('R accepted 0 0 0 0 0')$$, 'a lock file is no report; only cities, districts and zones are expected');
select results_eq($$select asked('units', '2030-03-18 14:00+08', 'unit_code', 'rows', 'standing', 'held', 'counted', 'quota')$$,
    $$values ('A 2 1 1 1 1'), ('B 0 0 0 0 1'), ('C 0 0 0 0 1'), ('Z 2 2 0 2 -'), ('R 1 1 0 1 1')$$,
    'seats used of the quota; the direct route has none');
select results_eq($$select asked('units', '2030-03-18 14:00+08', 'unit_code', 'paper_asked', 'application_asked', 'summary_asked', 'disc_asked')$$,
    $$values ('A 9 6 2 1'), ('B 0 0 0 0'), ('C 0 0 0 0'), ('Z 9 6 2 1'), ('R 6 3 2 1')$$, 'paper by what is nominated');
select results_eq($$select asked('units', '2030-03-18 16:00+08', 'unit_code', 'pending')$$,
    $$values ('A 0'), ('B 1'), ('C 1'), ('Z 0'), ('R 0')$$, 'files since the last night, by every alias of a folder');
select results_eq($$select asked('elsewhere', '2030-03-18 16:00+08', 'pending')$$, $$values ('1')$$, 'and those of no unit');
select results_eq($$select asked('elsewhere', '2030-03-18 15:59:59+08', 'pending')$$, $$values ('0')$$, 'none that came after the moment');

\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select asked('units', '2030-03-19 09:00+08', 'unit_code', 'state', 'on_time', 'late', 'valid', 'uncounted')
    offset 2 limit 1$$, $$values ('C late 0 1 0 1')$$, 'a second late is late, and not counted until somebody decides');
select results_eq($$select asked('units', '2030-03-18 14:00+08', 'unit_code', 'state') offset 2 limit 1$$, $$values ('C missing')$$,
    'a later night changes nothing of an earlier moment');
select results_eq($$select asked('days', '2030-03-19 09:00+08', 'day', 'received', 'expected') offset 15$$,
    $$values ('3月16日 0 3'), ('3月17日 1 3'), ('3月18日 2 3'), ('3月19日 2 3')$$, 'days end at midnight of the cycle''s zone');
select results_eq($$select asked('days', '2030-02-28 09:00+08', 'day')$$, array[]::text[], 'no day before the notice');

-- 审查决定 lets the late table pass: it counts, and stays late
select register('decisions', '2030-03-19 08:00+08', '[{"unit": "丙市", "matter": "late", "decision": "通过", "date": "2030-03-19"}]');
\set clock 2030-03-19T10:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select asked('units', '2030-03-19 10:00+08', 'unit_code', 'state', 'on_time', 'late', 'valid', 'uncounted')
    offset 2 limit 1$$, $$values ('C accepted 0 1 1 0')$$, 'what was let pass counts and stays late');
-- 退回补正: what is corrected under the order counts as in time
select register('decisions', '2030-03-19 11:00+08',
    '[{"unit": "甲市", "matter": "uscc_check_digit", "decision": "退回补正", "date": "2030-03-19", "valid_until": "2030-03-25"}]');
select submit('甲市/补正.xlsx', '2030-03-20 09:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
\set clock 2030-03-20T10:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select asked('units', '2030-03-20 10:00+08', 'unit_code', 'received_at', 'on_time', 'late') limit 1$$,
    $$values ('A 2030-03-20T09:00:00+08:00 1 0')$$, 'a correction that was asked for is in time');

-- nights of an earlier day: 23:30 and 00:30 are one day of UTC, two of the cycle
select results_eq($$select asked('clock', '2030-03-18 23:59:59+08', 'known', 'earlier')$$,
    $$values ('2030-03-17T23:30:00+08:00 2030-03-17T23:30:00+08:00')$$, 'without a night that day the last one is the earlier one');
select results_eq($$select asked('clock', '2030-03-19 00:45+08', 'known', 'earlier')$$,
    $$values ('2030-03-19T00:30:00+08:00 2030-03-17T23:30:00+08:00')$$, 'a day ends at midnight of the cycle''s zone');
select is_empty($$select asked('changes', '2030-03-18 23:59:59+08', 'unit_name')$$, 'no night since: nothing changed');
select results_eq($$select asked('changes', '2030-03-19 00:45+08', 'short_name', 'platform', 'before', 'after')$$,
    $$values ('丙市 - missing late'), ('丙市 丙一 - late')$$, 'who came in, and what was decided');

-- the deadline to the second, with and without its instant
select results_eq($$select asked('clock', '2030-03-18 15:00+08', 'seconds_left', 'over')$$, $$values ('0 false')$$, 'included');
select results_eq($$select asked('clock', '2030-03-18 15:00:01+08', 'seconds_left', 'over')$$, $$values ('-1 true')$$, 'a second later');
update cycle set deadline_inclusive = false where cycle = 't';
select results_eq($$select asked('clock', '2030-03-18 15:00+08', 'seconds_left', 'over')$$, $$values ('0 true')$$, 'not included');
update cycle set deadline_inclusive = true where cycle = 't';

-- open findings: none of a table that another has replaced
select results_eq($$select sum(findings) from open_findings_at('t', '2030-03-20 10:00+08') where file = '甲市/表.xlsx'$$,
    $$values (null::numeric)$$, 'a replaced table has none');
select ok((select sum(findings) from open_findings_at('t', '2030-03-19 10:00+08') where file = '甲市/表.xlsx') > 0,
    'which it had before it was replaced');

-- the export counts what is open by what it has read of the lists of corrections, at a night's own clock
\set text `cat ":ROOT/sql/report/told_now.sql"`
insert into query values ('told_now', :'text');
\set text `cat ":ROOT/sql/report/slip_open.sql"`
insert into query values ('slip_open', :'text');
create function pg_temp.counted(moment timestamptz) returns jsonb language plpgsql as $$
declare
    open jsonb;
begin
    execute (select statement from query where name = 'told_now') using 't'::text, moment;
    execute (select statement from query where name = 'slip_open') into open using 't'::text, moment;
    drop table told_now;
    return open;
end
$$;
select bag_eq(format($$select * from jsonb_to_recordset(pg_temp.counted('%s')) as o (unit_code text, file text, severity text, code text, findings bigint)$$, as_of),
    format($$select * from open_findings_at('t', '%s')$$, as_of), 'what is open is counted alike at ' || as_of)
from night where cycle = 't' order by as_of;
select isnt_empty($$select from open_findings_at('t', '2030-03-19 00:30+08') where unit_code is null$$, 'where something is open that is no unit''s');
select is(pg_temp.counted('2030-03-19 00:31+08'), null, 'and not between nights');

-- people are masked
select is(masked_phone(written), masked, 'a telephone: ' || written) from (values
    ('13800000000', '138****0000'), ('0591-80000181', '0591-****0181'), ('80000181', '****0181'), ('13800000000、010-60000000', '138****0000、010-****0000'),
    ('138000000001', '****'), ('', null), ('１３８００００１２３４', '138****1234'), ('①③⑧⓪⓪⓪⓪①②③④', '138****1234'), ('13800001234（微信同号）', '138****1234(微信同号)'),
    ('０５９１－８００００１８１转８００１', '0591-****0181转****'), ('手机：138 0000 1234', '手机:**** **** ****'), ('一三八〇〇〇〇一二三四', '****'),
    ('١٣٨٠٠٠٠١٢٣٤', '****'), ('chenyi@example.com', '****'), ('13800001234@example.com', '****'), ('ｃｈｅｎ＠example.com；13800001234', '****;138****1234'),
    ('陈乙 13800001234', '**** 138****1234'), ('wx_chenyi', '****')) as cases (written, masked);
select results_eq($$select masked_name(n) from (values ('张三'), ('欧阳修明'), ('张三、李四'), ('张')) as written (n)$$,
    $$values ('张**'), ('欧**'), ('张**、李**'), ('张**')$$, 'names');
set role huizong_reader;
select throws_ok('select * from huizong.figure', '42501', null, 'the reader sees no cell that was written');
select throws_ok('select * from huizong.nominations_at(''t'', ''infinity'')', '42501', null, 'nor a contact of a nomination');
select isnt_empty($$select asked('units', '2030-03-20 10:00+08', 'unit_code')$$, 'but all that the report asks: units');
select results_eq($$select asked('blocks', '2030-03-20 10:00+08', 'unit_code', 'platform', 'decision', 'quota') limit 1$$, $$values ('A “甲二” over_quota 1')$$,
    'what is to be put right');
select isnt_empty($$select asked('changes', '2030-03-20 10:00+08', 'unit_name')$$, 'changes');
select isnt_empty($$select asked('days', '2030-03-20 10:00+08', 'day')$$, 'days');
select isnt_empty($$select asked('elsewhere', '2030-03-20 10:00+08', 'errors')$$, 'and what belongs to no unit');
reset role;
select * from finish();
