-- 批次 of a register's line: which cycle it speaks of, and what nobody can tell.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
-- the catalogue's cycles are known beside it; the office has had another one
insert into cycle (cycle, title, office, form_year, notice_at, deadline, deadline_inclusive, offset_minutes, late, quota, surplus, award_year, onward_limit, region_prefix,
    direct_route, attachment_no, names_folded, settings, schemas_sha256)
select 't-2028', '上一批次', office, 2028, notice_at, deadline, deadline_inclusive, offset_minutes, late, quota, surplus, award_year, onward_limit, region_prefix,
    direct_route, attachment_no, E't-2028\n上一批次', settings, schemas_sha256
from cycle where cycle = 't';
update cycle set names_folded = E't\n试验批次(甲)' where cycle = 't';
select submit('甲市/表.xlsx', '2030-03-10 08:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司,3|甲三|甲三公司}');
select results_eq($$select written || ' ' || coalesce(batch_meant('t', 'register_decisions', written), '?') || ' ' || coalesce(batch_meant('t', 'register_winners', written), '?')
    from unnest(array['t', '试验批次(甲)', '2030', '2030年', '2030年度', '2028年', '上一批次', 'guangdong-2022', '2022', '第一批', '2029年']) as w (written)$$,
    $$values ('t own own'), ('试验批次(甲) own own'), ('2030 own own'), ('2030年 own own'), ('2030年度 own own'), ('2028年 other ?'), ('上一批次 other other'),
        ('guangdong-2022 other other'), ('2022 ? ?'), ('第一批 ? ?'), ('2029年 ? ?')$$, 'its own, another that is known, or nobody knows which');
select register('withdrawals', '2030-03-10 09:00+08',
    '[{"unit": "甲市", "platform": "甲一", "date": "2030-03-10", "batch": "2030年"}, {"unit": "甲市", "platform": "甲二", "date": "2030-03-10", "batch": "第一批"},
      {"unit": "甲市", "platform": "甲三", "date": "2030-03-10", "batch": "上一批次"}, {"unit": "甲市", "platform": "甲三", "date": "2030-04-01", "batch": "第二批"}]');
select register('waivers', '2030-03-10 09:00+08', '[{"unit": "甲市", "platform": "甲三", "enterprise": "甲三公司", "doc_no": "一号", "date": "2030-03-09", "batch": "第一批"}]');
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values ('甲一 withdrawn withdrawn'), ('甲二 recommended counts'), ('甲三 recommended counts')$$, 'a year may name the batch; what nobody knows does nothing');
select results_eq($$select path || ' ' || row_no - 4 || ' ' || code || ' ' || read_as || ' ' || expected from rule_findings_at('t', 'infinity') join arrival using (arrival_id)
    where code ~ '^register_' order by path, row_no$$,
    $$values ('waivers.csv 1 register_batch_unknown 第一批 试验批次'), ('withdrawals.csv 2 register_batch_unknown 第一批 试验批次'),
        ('withdrawals.csv 4 register_batch_unknown 第二批 试验批次')$$, 'which is told; another cycle''s lines are passed over');

-- two of one year: which one a year means nobody can tell
update cycle set form_year = 2030 where cycle = 't-2028';
select is(batch_meant('t', 'register_decisions', '2030年'), null, 'a year that two of the office have is none''s');
select * from finish();
