-- A cycle of 31 units with 100 nominations each, as enforce leaves it: of each unit 2 recommended, 86 exempt, the rest held in every way;
-- 收件登记, 超额批准, a warning a nomination. Run with psql, variable cycle.
set search_path = huizong, pg_temp, public;

create temp table bench_unit as
select 'U' || to_char(no, 'FM00') as unit_code, '示例' || to_char(no, 'FM00') || '市工业和信息化局' as unit_name, no
from generate_series(1, 31) as no;

-- the cycle's own units stay where they are, and have nothing
insert into unit (cycle, unit_code, unit_name, short_name, unit_type, unit_order, added_at)
select :'cycle', unit_code, unit_name, '示例' || to_char(no, 'FM00') || '市', 'city', 1000 + no, '2023-06-06 00:00Z' from bench_unit;

insert into content select encode(sha256(convert_to(unit_code, 'UTF8')), 'hex'), 12345 from bench_unit;

insert into arrival (arrival_id, cycle, source, path, sha256, changed_at, first_seen_at) overriding system value
select 100000 + no, :'cycle', 'inbox', '示例' || to_char(no, 'FM00') || '市/推荐信息汇总表.xlsx', encode(sha256(convert_to(unit_code, 'UTF8')), 'hex'),
       '2023-06-10 01:00Z', '2023-06-10 02:00Z'
from bench_unit;
insert into upload select 100000 + no, 'complete', null from bench_unit;
insert into upload_table select 100000 + no, 1, 'summary', '汇总表', null from bench_unit;

create temp table bench_nomination as
select u.unit_code, u.no as unit_no, 100000 + u.no as arrival_id, item,
       '示例' || u.no || '跨行业跨领域工业互联网平台' || item as platform, '示例' || u.no || '智能制造科技有限公司' || item as enterprise,
       case
           when item <= 2 then 'recommended'
           when item <= 88 then 'exempt'
           when item <= 91 then 'over_quota'
           when item <= 94 then 'duplicate'
           when item <= 97 then 'needs_review'
           else 'withdrawn'
       end as decision
from bench_unit u
cross join generate_series(1, 100) as item;

insert into figure (arrival_id, table_no, item, row_no, cell, field, state, value, text, raw, folded)
select n.arrival_id, 1, n.item, n.item + 5, c.column_letter || (n.item + 5), c.field, case when c.field = 'sum_seq' then 'number' else 'text' end,
       case when c.field = 'sum_seq' then n.item end, case when c.field <> 'sum_seq' then c.value end, c.value, c.value
from bench_nomination n
cross join lateral (values ('A', 'sum_seq', n.item::text), ('B', 'sum_platform_name', n.platform), ('C', 'sum_enterprise', n.enterprise),
    ('D', 'sum_contact', '示例人'), ('E', 'sum_mobile', '139' || to_char(n.unit_no * 1000 + n.item, 'FM00000000'))) as c (column_letter, field, value);

insert into upload_outcome (cycle, arrival_id, kind, unit_code, received_at, outcome, reasons, zero_report, ruled_from)
select :'cycle', 100000 + no, 'summary', unit_code, '2023-06-10 01:00Z', 'accepted', '{}', false, '2023-06-10 02:00Z' from bench_unit;

insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit)
select :'cycle', unit_code, 'city', seat_no, 2 from bench_unit cross join generate_series(1, 2) as seat_no;

insert into ruling (cycle, unit_code, nomination, decision, reasons, seat_no, seat_for, arrival_id, table_no, item, ruled_at)
select :'cycle', unit_code, platform || '|' || enterprise, decision,
       case decision
           when 'over_quota' then array['over_quota']
           when 'duplicate' then array['duplicate_across_units']
           when 'needs_review' then array['wrong_province', 'uscc_check_digit']
           when 'withdrawn' then array['withdrawn']
           else '{}'
       end,
       case when decision = 'recommended' then item end, case when decision = 'recommended' then '' end, arrival_id, 1, item, '2023-06-10 02:00Z'
from bench_nomination;

insert into rule_finding (cycle, unit_code, arrival_id, table_no, item, sheet, cell, row_no, field, severity, code, raw, read_as, expected, ruled_from)
select :'cycle', n.unit_code, n.arrival_id, 1, n.item, '汇总表', 'B' || (n.item + 5), n.item + 5, '工业互联网平台名称',
       'warning', code, n.platform, '100', '2', '2023-06-10 02:00Z'
from bench_nomination n
cross join unnest(case n.decision
    when 'over_quota' then array['over_quota']
    when 'duplicate' then array['duplicate_across_units']
    when 'needs_review' then array['wrong_province', 'uscc_check_digit']
    else array['head_unit_missing']
end) as code;

insert into application_state (cycle, unit_code, nomination, occurrence, state, missing, errors, ruled_from)
select :'cycle', unit_code, platform || '|' || enterprise, 1, '未交', '{application}', '{}', '2023-06-10 02:00Z'
from bench_nomination where decision <> 'withdrawn';

-- the night of this clock and, in a statement of its own since none may come after a later one, the one before it, whose slips are compared
insert into night (cycle, as_of) values (:'cycle', '2023-06-11 02:30+08');
insert into night (cycle, as_of) values (:'cycle', '2023-06-12 02:30+08');

analyze;
