-- 收件登记 of a folder: one delivery, as one run saw it; and what is in time by a receipt alone, for the ledger.
\i :ROOT/tests/sql/kit/world.psql
\set late_receipts `cat :ROOT/sql/report/late_receipts.sql`
select no_plan();
select make_cycle(2, late => 'decide');
create function received(path text) returns setof text language sql as $$
    select iso_text(o.received_at, 480) || ' ' || o.outcome
    from outcomes_at('t', 'infinity') o join arrival a using (arrival_id)
    where a.path = received.path order by a.arrival_id
$$;
create function told() returns setof text language sql as $$
    select raw || ' ' || read_as || ' ' || expected from rule_findings_at('t', 'infinity') where code = 'receipt_folder_later' order by row_no
$$;
-- seen before the delivery, with it, half copied then and whole a run later, and days after it
select submit('甲市/先前.xlsx', '2030-03-18 13:00+08', '{1|甲〇|甲〇公司}');
select submit('甲市/盘/表.xlsx', '2030-03-18 16:00+08', '{1|甲一|甲一公司}');
insert into arrival (cycle, source, path, previous_sha256, changed_at, first_seen_at, left_reason)
values ('t', 'inbox', '乙市/盘/表.xlsx', '', '2030-03-18 16:00+08', '2030-03-18 16:00+08', 'half_copied');
select submit('乙市/盘/表.xlsx', '2030-03-18 16:05+08', '{1|乙一|乙一公司}');
select submit('丙市/表.xlsx', '2030-03-18 16:00+08', '{1|丙一|丙一公司}');
select register('receipts', '2030-03-18 16:00+08',
    '[{"file": "甲市", "received_at": "2030-03-18T14:30"}, {"file": "乙市/盘/", "received_at": "2030-03-18T14:30"},
      {"file": "丙市/表.xlsx", "received_at": "2030-03-18T14:30"}]');
\set clock 2030-03-18T17:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select received('甲市/先前.xlsx')$$, $$values ('2030-03-18T13:00:00+08:00 superseded')$$, 'what was seen before came as it came');
select results_eq($$select received('甲市/盘/表.xlsx') union all select received('乙市/盘/表.xlsx')$$,
    $$values ('2030-03-18T14:30:00+08:00 accepted'), ('2030-03-18T14:30:00+08:00 accepted')$$,
    'what the first run after the delivery saw is in time, also what was still being copied');
select is_empty('select told()', 'and nothing is to tell');

select submit('甲市/盘/补.xlsx', '2030-03-20 09:00+08', '{1|甲二|甲二公司}');
select submit('甲市/盘/表.xlsx', '2030-03-20 09:00+08', '{1|甲三|甲三公司}');
select submit('乙市/后来.xlsx', '2030-03-20 09:00+08', '{1|乙二|乙二公司}');
\set clock 2030-03-20T10:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select received('甲市/盘/补.xlsx') union all select received('甲市/盘/表.xlsx') union all select received('乙市/后来.xlsx')$$,
    $$values ('2030-03-20T09:00:00+08:00 late'), ('2030-03-18T14:30:00+08:00 accepted'), ('2030-03-20T09:00:00+08:00 late'), ('2030-03-20T09:00:00+08:00 late')$$,
    'what appears days later is late');
select results_eq('select told()', $$values ('甲市 2030-03-18T16:00:00+08:00 甲市/盘/补.xlsx；甲市/盘/表.xlsx')$$, 'the office is told what the line does not cover, and by what names');
prepare late_receipts(text, timestamptz) as :late_receipts
select results_eq($$execute late_receipts('t', '2030-03-20 10:00+08')$$, $$values
    ('丙市/表.xlsx', null, null, '2030-03-18T14:30:00+08:00', '2030-03-18T16:00:00+08:00', '2030-03-18T16:00:00+08:00', null, 'receipts.csv', 7),
    ('乙市/盘/表.xlsx', null, null, '2030-03-18T14:30:00+08:00', '2030-03-18T16:05:00+08:00', '2030-03-18T16:00:00+08:00', null, 'receipts.csv', 6),
    ('甲市/盘/表.xlsx', null, null, '2030-03-18T14:30:00+08:00', '2030-03-18T16:00:00+08:00', '2030-03-18T16:00:00+08:00', null, 'receipts.csv', 5)$$,
    'each file that is in time by a line alone');

-- a line of its own for each
select register('receipts', '2030-03-20 11:00+08',
    '[{"file": "甲市", "received_at": "2030-03-18T14:30"}, {"file": "乙市/盘/", "received_at": "2030-03-18T14:30"},
      {"file": "丙市/表.xlsx", "received_at": "2030-03-18T14:30"}, {"file": "甲市/盘/补.xlsx", "received_at": "2030-03-18T14:40"}]');
\set clock 2030-03-20T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select received('甲市/盘/补.xlsx')$$, $$values ('2030-03-18T14:40:00+08:00 accepted')$$, 'a line with the file''s name proves it');
select results_eq('select told()', $$values ('甲市 2030-03-18T16:00:00+08:00 甲市/盘/表.xlsx')$$, 'the rest is told still');

-- entered and seen in time before the deadline, for a file that came after it: whenever the line was entered, the file is listed
select submit('丙市/表.xlsx', '2030-03-21 09:00+08', '{1|丙二|丙二公司}');
select register('receipts', '2030-03-17 11:00+08', '[{"file": "丙市/表.xlsx", "received_at": "2030-03-17T10:00"}, {"file": "丙市/表.xlsx", "received_at": "2030-03-17T10:30"}]', '早.csv');
\set clock 2030-03-21T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok((select count(*) = 2 from received('丙市/表.xlsx') r where r ~ 'accepted|superseded'), 'the second line is the second content''s');
select results_eq($$execute late_receipts('t', '2030-03-21 12:00+08')$$, $$values
    ('丙市/表.xlsx', null, null, '2030-03-17T10:00:00+08:00', '2030-03-18T16:00:00+08:00', '2030-03-17T11:00:00+08:00', null, '早.csv', 5),
    ('丙市/表.xlsx', null, null, '2030-03-17T10:30:00+08:00', '2030-03-21T09:00:00+08:00', '2030-03-17T11:00:00+08:00', null, '早.csv', 6),
    ('丙市/表.xlsx', null, null, '2030-03-18T14:30:00+08:00', null, '2030-03-18T16:00:00+08:00', null, 'receipts.csv', 7),
    ('乙市/盘/表.xlsx', null, null, '2030-03-18T14:30:00+08:00', '2030-03-18T16:05:00+08:00', '2030-03-18T16:00:00+08:00', null, 'receipts.csv', 6),
    ('甲市/盘/表.xlsx', null, null, '2030-03-18T14:30:00+08:00', '2030-03-18T16:00:00+08:00', '2030-03-18T16:00:00+08:00', null, 'receipts.csv', 5),
    ('甲市/盘/补.xlsx', null, null, '2030-03-18T14:40:00+08:00', '2030-03-20T09:00:00+08:00', '2030-03-20T11:00:00+08:00', null, 'receipts.csv', 8)$$,
    'and both are in the ledger');
select * from finish();
