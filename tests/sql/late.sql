-- The deadline to the second, receipts, and who may come after it (late: refuse).
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
insert into message values ('outcome_late', '逾期', '逾期'), ('decision_late', '逾期未计', '逾期未计') on conflict do nothing;
select submit('甲市/准点.xlsx', '2030-03-18 15:00:00.999999+08', '{1|甲一|甲一公司}');
select submit('乙市/晚一秒.xlsx', '2030-03-18 15:00:01+08', '{1|乙一|乙一公司}');
select submit('丙市/盘/表.xlsx', '2030-03-18 16:00+08', '{1|丙一|丙一公司}');
select submit('丙市/盘/表.xlsx', '2030-03-18 16:30+08', '{1|丙一|丙一公司,2|丙二|丙二公司}');
select register('receipts', '2030-03-18 17:00+08',
       '[{"file": "丙市/盘", "unit": "丙市", "received_at": "2030-03-18T15:00"}]');
\set clock 2030-03-18T18:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select outcomes()', $$values ('丙市/盘/表.xlsx accepted'), ('丙市/盘/表.xlsx late late'),
       ('乙市/晚一秒.xlsx late late'), ('甲市/准点.xlsx accepted')$$,
    'in time to the second; a minute counts whole; a folder''s line binds only the first content below it');
select results_eq('select decisions()', $$values ('甲一 recommended counts'), ('乙一 late late'), ('丙一 recommended counts'),
       ('丙二 late late')$$,
    'a late table never counts and undoes nothing');

select register('receipts', '2030-03-18 18:30+08',
    '[{"file": "丙市/盘/表.xlsx", "unit": "丙市", "received_at": "2030-03-18T14:00"}, {"file": "丙市/盘/表.xlsx", "unit": "丙市", "received_at": "2030-03-18T14:59:59"},
      {"file": "没有/这个.xlsx", "received_at": "2030-03-18T14:00"}]');
select register('decisions', '2030-03-18 18:30+08',
       '[{"unit": "乙市", "matter": "逾期", "decision": "通过", "date": "2030-03-18"}]');
\set clock 2030-03-18T19:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select outcomes()', $$values ('丙市/盘/表.xlsx superseded'), ('丙市/盘/表.xlsx accepted'),
       ('乙市/晚一秒.xlsx late late'), ('甲市/准点.xlsx accepted')$$,
    'the second line for a path binds to its second content; late: refuse lets nobody pass');
select ok('register_line_unmatched' in (select codes()), 'a line for a file that is not there is a finding');
select results_eq($$select path, row_no - 4 from rule_findings_at('t', 'infinity') join arrival using (arrival_id) where code = 'late_pass_refused'$$,
       $$values ('decisions.csv', 1)$$, 'and a pass where nobody may pass is told as that');
select results_eq($$select distinct read_as from rule_findings_at('t', 'infinity') where code = 'late'$$,
       $$values ('按通知规定逾期不予受理')$$, 'a unit is not told that the office decides');

select results_eq($$select matter_code(w, w) from unnest(array['逾期', '逾期未计', 'late']) with ordinality as words (w, n) order by n$$,
       $$values ('late'), ('late'), ('late')$$, 'the matter has the names that its results have');

-- an order to correct: in time for platforms that were there, and no others
select register('decisions', '2030-03-19 09:00+08',
       '[{"unit": "甲市", "matter": "name_garbled", "decision": "退回补正", "valid_until": "2030-03-20", "date": "2030-03-19"}]');
select submit('甲市/补正.xlsx', '2030-03-20 23:59:59+08', '{1|甲一|改正后的公司,2|甲二|甲二公司}');
select submit('甲市/补正太晚.xlsx', '2030-03-21 00:00:00+08', '{1|甲一|再改的公司}');
\set clock 2030-03-21T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select outcomes() limit 1 offset 3$$, $$values ('甲市/准点.xlsx superseded')$$,
       'a correction in time supersedes');
select results_eq($$select outcomes() offset 4$$, $$values ('甲市/补正.xlsx accepted correction_accepted'),
       ('甲市/补正太晚.xlsx late late')$$, '有效至 counts its whole day');
select results_eq($$select n.platform || n.enterprise || n.decision from nominations_at('t', 'infinity') n
       where unit_code = 'A' order by n.platform, n.enterprise$$,
    $$values ('甲一再改的公司late'), ('甲一改正后的公司recommended'), ('甲一甲一公司withdrawn'), ('甲二甲二公司late')$$,
        'it never adds a platform');
select results_eq($$select code, raw from rule_findings_at('t', 'infinity') where row_no is not null and unit_code = 'A'
       and code <> 'dropped_by_resubmission'$$,
       $$values ('correction_adds_platform', '甲二')$$, 'of which the unit is told');
-- who may be asked, and about what: where the office decides, whether the correction's platform may be added
update cycle set late = 'decide';
\i :ROOT/tests/sql/kit/night.psql
\set holds `cat ":ROOT/sql/report/holds.sql"`
create temp table nomination_now as select * from nominations_at('t', '2030-03-21 12:00+08') with ordinality;
prepare holds(text, timestamptz) as :holds
create temp table waiting as execute holds('t', '2030-03-21 12:00+08');
select results_eq($$select code, told, raw, register, line ->> 'matter' from waiting where platform = '甲二'$$,
    $$values ('correction_adds_platform', 'true', '甲二', 'register_decisions', 'late')$$,
    'the office is asked about the platform that a correction adds, once');
select register('decisions', '2030-03-21 13:00+08',
    (select jsonb_build_array(line || '{"date": "2030-03-21"}')::text from waiting where platform = '甲二')::jsonb);
\set clock 2030-03-21T14:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select ok('甲二 recommended counts review_passed' in (select decisions()), 'and the line that is offered lets it in');
update cycle set late = 'refuse';

-- an order that names a platform changes its row alone: the others stay as they came in time, in order and number
select submit('丙市/盘/表.xlsx', '2030-03-18 14:59:59+08', '{1|丙一|丙一公司,2|丙二|丙二公司,3|丙三|丙三公司}', bytes => '期内') as in_time \gset
insert into file_finding (arrival_id, ordinal, sheet, cell, row_no, field, severity, code)
select :in_time, no, '汇总表', 'F' || no, no + 4, '电话', 'error', 'phone_bad'
from generate_series(1, 2) as no;
select register('receipts', '2030-03-21 18:30+08', '[{"file": "丙市/盘/表.xlsx", "unit": "丙市", "received_at": "2030-03-18T14:00"}]');
select register('decisions', '2030-03-21 19:00+08',
       '[{"unit": "丙市", "platform": "丙一", "enterprise": "丙一公司", "matter": "name_garbled", "decision": "退回补正", "valid_until": "2030-03-24", "date": "2030-03-21"}]');
select submit('丙市/补正.xlsx', '2030-03-22 10:00+08', '{7|丙一|丙一新公司,1|丙三|丙三别家,2|丙二|丙二公司,3|丙九|丙九公司}');
\set clock 2030-03-22T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select seq collate "default", (platform || enterprise) collate "default", decision, reasons from nominations_at('t', 'infinity') where unit_code = 'C' and decision not in ('late', 'withdrawn')
       order by seq_value$$,
    $$values ('7', '丙一丙一新公司', 'recommended', '{quota_order_assumed}'::text[]), ('2', '丙二丙二公司', 'recommended', '{quota_order_assumed}'), ('3', '丙三丙三公司', 'over_quota', '{over_quota}')$$,
    'the corrected row stands where its platform stood');
select bag_eq($$select code, raw, f.unit_code from rule_findings_at('t', 'infinity') f join arrival using (arrival_id) where path = '丙市/补正.xlsx' and code like 'correction%' or code = 'late' and path = '丙市/补正.xlsx'$$,
    $$values ('correction_beyond_order', '丙三', 'C'), ('correction_adds_platform', '丙九', 'C')$$, 'what else is new there does nothing, and is told');
select bag_eq($$select o from outcomes() o where o like '丙市/补正%' or o like '丙市/盘%accepted%'$$, $$values ('丙市/补正.xlsx accepted correction_accepted'), ('丙市/盘/表.xlsx accepted')$$,
    'both count');
select results_eq($$select row_no, state from slip_findings_at('t', 'infinity') where code = 'phone_bad' and unit_code = 'C' and state <> 'fixed' order by row_no$$, $$values (6, 'open')$$,
    'what was wrong in the row that was corrected is not told any more');
select * from finish();
