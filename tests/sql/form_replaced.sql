-- A form that says nothing, or much less, than the one that stands: it does not count, or is told.
\i :ROOT/tests/sql/kit/world.psql
\i :ROOT/tests/sql/kit/papers.psql
select no_plan();
select make_cycle(3);
select make_papers();
insert into rule (cycle, code, shape, operands, severity, clause)
values ('t', 'form_replaced', 'form_replaced', '{}', 'error', '三'), ('t', 'form_empty', 'platform', '{}', 'error', '三');
insert into field (cycle, kind, field, field_order, label, value_type, place, required, personal, unit)
select 't', 'application', 'f' || no, no, '第' || no || '项', 'decimal', 'row', false, false, '个'
from generate_series(1, 8) as no;
create function pg_temp.told() returns setof text language sql as $$
    select concat_ws(' ', f.code, a.path, f.raw, f.read_as, f.expected)
    from rule_findings_at('t', 'infinity') f join arrival a using (arrival_id)
    where f.code in ('form_replaced', 'form_empty') order by 1
$$;
-- The figures f1 to f8, of which those from `first` to `last` are filled in.
create function pg_temp.figures(first integer, last integer) returns jsonb language sql as $$
    select jsonb_object_agg('f' || no, case when no between first and last then '7' else '' end)
    from generate_series(1, 8) as no
$$;
select submit('甲市/汇总.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
select form(paper('甲市/甲一/申报书.docx', '2030-03-10 10:00+08'), '甲一', pg_temp.figures(1, 8));
select form(paper('甲市/甲二/空.docx', '2030-03-10 10:00+08'), '甲二', pg_temp.figures(0, 0));
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select pg_temp.told()', array['form_empty 甲市/甲二/空.docx 甲二'], 'a form without a figure is told');
select results_eq('select papers()', array['甲市/甲一/申报书.docx application 甲一 accepted', '甲市/甲二/空.docx application 甲二 refused form_empty'],
    'and refused');

-- the notice's blank form, without a name, into the folder of a platform whose form stands
select form(paper('甲市/甲一/附件2.docx', '2030-03-11 10:00+08'), '', pg_temp.figures(0, 0));
-- a form in two sheets, the first of which holds no figure; and the same platform's again, whole
select form(form(paper('甲市/甲二/申报书.xlsx', '2030-03-11 10:00+08'), '甲二', '{"f1": ""}'), '甲二', '{"f2": "7", "f3": "7", "f4": "7"}');
\set clock 2030-03-11T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select papers()', array['甲市/甲一/申报书.docx application 甲一 accepted', '甲市/甲一/附件2.docx application 甲一 refused form_empty',
    '甲市/甲二/申报书.xlsx application 甲二 accepted', '甲市/甲二/空.docx application 甲二 refused form_empty'],
    'an empty form undoes none; one sheet without figures makes none empty');
select results_eq('select pg_temp.told()', array['form_empty 甲市/甲一/附件2.docx', 'form_empty 甲市/甲二/空.docx 甲二'], 'nothing else is told');

-- of nine answers two are gone: no more than a quarter
select form(paper('甲市/甲一/申报书改.docx', '2030-03-12 10:00+08'), '甲一', pg_temp.figures(1, 6));
\set clock 2030-03-12T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty($$select * from pg_temp.told() where told like 'form_replaced%'$$, 'a few answers less are a correction');

-- the two halves: name and four figures, then name and the other four
select form(paper('甲市/甲一/上.docx', '2030-03-13 10:00+08'), '甲一', pg_temp.figures(1, 4));
select form(paper('甲市/甲一/下.docx', '2030-03-13 11:00+08'), '甲一', pg_temp.figures(5, 8));
\set clock 2030-03-13T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq($$select * from pg_temp.told() where told like 'form_replaced%'$$, array['form_replaced 甲市/甲一/下.docx 甲市/甲一/上.docx 4项 5项'],
    'the other half is told with the form of which most is gone, the last of those');
select results_eq($$select s.errors::text from application_states_at('t', 'infinity') s where s.nomination like '甲一|%'$$, array['{form_replaced}'],
    'and stands against the application');
select form(paper('甲市/甲一/全.docx', '2030-03-14 10:00+08'), '甲一', pg_temp.figures(1, 8));
\set clock 2030-03-14T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select is_empty($$select * from pg_temp.told() where told like 'form_replaced%'$$, 'the whole form settles it');
select * from finish();
