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
select * from finish();
