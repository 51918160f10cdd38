-- 相关单位 is nobody's name: each that sends in under it stands for itself and is told of its own files alone, until 推荐单位名录 names it.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(2);
insert into unit (cycle, unit_code, unit_name, short_name, unit_type, unit_order) values ('t', 'R', '相关单位', '相关单位', 'related', 5);
insert into unit_alias (cycle, folded, alias, unit_code) values ('t', '相关单位', '相关单位', 'R');
insert into file_finding (arrival_id, ordinal, sheet, row_no, field, severity, code)
values (submit('相关单位/研究院.xlsx', '2030-03-16 10:00+08', '{1|研云|研究院公司}'), 1, '汇总表', 5, '电话', 'error', 'phone_bad');
select submit('相关单位/大学.xlsx', '2030-03-16 11:00+08', '{1|校云|大学公司,2|同名云|大学公司}');
select submit('相关单位/协会.xlsx', '2030-03-16 11:00+08', '{1|同名云|协会公司}');
\set clock 2030-03-16T23:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select submit('相关单位/研究院.xlsx', '2030-03-17 10:00+08', '{1|研云新|研究院公司}');
\set clock 2030-03-17T23:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select o from outcomes() o where o like '相关单位%'$$, $$values ('相关单位/研究院.xlsx superseded'), ('相关单位/研究院.xlsx accepted'),
    ('相关单位/大学.xlsx accepted'), ('相关单位/协会.xlsx accepted')$$, 'an institution''s table supersedes its own alone');
select bag_eq($$select a.path, w.applicant from recipients_at('t', 'infinity') w join arrival a using (arrival_id) where w.unit_code = 'R'$$,
    $$values ('相关单位/研究院.xlsx', '研究院公司'), ('相关单位/研究院.xlsx', '研究院公司'), ('相关单位/大学.xlsx', '大学公司'),
        ('相关单位/协会.xlsx', '协会公司')$$, 'each is told of its own files');
select bag_eq($$select applicant, state, code from slip_findings_at('t', 'infinity') where unit_code = 'R' and code <> 'duplicate_across_units'$$,
    $$values ('研究院公司', 'fixed', 'phone_bad'), ('研究院公司', 'new', 'dropped_by_resubmission')$$, 'and of what it has put right');
select bag_eq($$select d from decisions() d where d like '同名云%'$$,
    $$values ('同名云 duplicate duplicate_across_units'), ('同名云 duplicate duplicate_across_units')$$, 'one platform of two of them is a duplicate');

-- one that 推荐单位名录 names is a unit of its own: its newer table counts whole
select register('units', '2030-03-17 23:10+08', '[{"code": "Y", "name": "样研究院", "type": "相关单位"}]');
select submit('样研究院/一.xlsx', '2030-03-17 10:00+08', '{1|样一|样一公司}');
select submit('样研究院/二.xlsx', '2030-03-17 11:00+08', '{1|样二|样二公司}');
\set clock 2030-03-17T23:30:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select o from outcomes() o where o like '样研究院%'$$,
    $$values ('样研究院/一.xlsx superseded'), ('样研究院/二.xlsx accepted')$$, 'a registered institution is told as a unit');
select set_eq($$select applicant from recipients_at('t', 'infinity') where unit_code = 'Y'$$, $$values ('')$$, 'as a whole');

insert into rule (cycle, code, shape, operands, severity, clause) values ('t', 'related_to_settle', 'related', '{}', 'error', '二');
-- Their tables have numbers of their own. Where they are too many together the office alone is told so, and decides who stands.
select register('withdrawals', '2030-03-17 23:40+08', '[{"unit": "相关单位", "platform": "同名云", "date": "2030-03-17"}]');
select submit('相关单位/学会.xlsx', '2030-03-17 23:40+08', '{1|会云|学会公司}');
\set clock 2030-03-17T23:45:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select d from decisions() d where d ~ '^(研云新|校云|会云)'$$, $$values ('研云新 needs_review related_to_settle'),
    ('校云 needs_review related_to_settle'), ('会云 needs_review related_to_settle')$$, 'three of three bodies for two seats');
create temp table nomination_now as select * from nominations_at('t', 'infinity');
\set statement `cat ":ROOT/sql/report/quota.sql"`
prepare quota (text, timestamptz) as :statement
create temp table quota as execute quota('t', 'infinity');
select results_eq($$select surplus_unsettled from quota where unit_code = 'R'$$, array['related'], 'the ledger says that the office settles it');
select results_eq($$select unit_code, arrival_id, raw, read_as, expected from rule_findings_at('t', 'infinity') where code = 'related_over_quota'$$,
    $$values ('R', null::bigint, '3', '3', '2')$$, 'the office is told');
select bag_eq($$select applicant, code from slip_findings_at('t', 'infinity') where unit_code = 'R' and code ~ 'related|quota|sequence'$$,
    $$values ('研究院公司', 'related_to_settle'), ('大学公司', 'related_to_settle'), ('学会公司', 'related_to_settle')$$, 'each of them that it waits');
select register('decisions', '2030-03-17 23:50+08', '[{"unit": "相关单位", "platform": "会云", "matter": "related_to_settle", "decision": "通过", "date": "2030-03-17"},
    {"unit": "相关单位", "platform": "校云", "matter": "related_to_settle", "decision": "不予受理", "date": "2030-03-17"}]');
\set clock 2030-03-17T23:55:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select d from decisions() d where d ~ '^(研云新|校云|会云)'$$, $$values ('研云新 recommended counts'),
    ('校云 ineligible ineligible'), ('会云 recommended counts')$$, 'with one refused the others have their seats');
select is_empty($$select from rule_findings_at('t', 'infinity') where code ~ '^(related|register)_'$$, 'and nothing is left to tell');
select submit('相关单位/联盟.xlsx', '2030-03-18 10:00+08', '{1|盟云|联盟公司}');
\set clock 2030-03-18T11:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select d from decisions() d where d ~ '^(研云新|盟云|会云)'$$, $$values ('研云新 needs_review related_to_settle'),
    ('盟云 needs_review related_to_settle'), ('会云 recommended counts review_passed')$$, 'who was passed has a seat whoever comes');

-- A corrected table is known by its head block: the same contact, where they share a platform, or the body's own name.
select submit('相关单位/社团.xlsx', '2030-03-18 11:10+08', '{1|社一|社一公司,2|社二|社二公司}') as first \gset
select submit('相关单位/社团更正.xlsx', '2030-03-18 11:20+08', '{1|社一|社一公司,2|社三|社三公司}') as second \gset
select cell(id, 0, field, said) from unnest(array[:first, :second]) as id cross join (values ('sum_unit_contact', '林样一'), ('sum_unit_phone', '0591-80000001')) as f (field, said);
select submit('企业直报/甲.xlsx', '2030-03-18 11:10+08', '{1|直云|直云公司}', head => '直云公司');
select submit('企业直报/甲更正.xlsx', '2030-03-18 11:20+08', '{1|直云|直云股份公司}', head => '直云公司');
\set clock 2030-03-18T11:30:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select bag_eq($$select o from outcomes() o where o ~ '社团|直报'$$, $$values ('相关单位/社团.xlsx superseded'), ('相关单位/社团更正.xlsx accepted'),
    ('企业直报/甲.xlsx superseded'), ('企业直报/甲更正.xlsx accepted')$$, 'it supersedes its own');
select bag_eq($$select platform || enterprise || ' ' || decision from nominations_at('t', 'infinity') where platform = '直云'$$,
    $$values ('直云直云公司 withdrawn'), ('直云直云股份公司 recommended')$$, 'a firm under its new name is no duplicate of itself');
select * from finish();
