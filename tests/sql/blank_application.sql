-- An application whose indicators are blank is not 齐全, and every section of them is told.
\set cycle fujian-2023
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('%', 'indicators_blank', 'E', 'eq_total=无 eq_run=0 patents=3 sol_industries=2 sec_data=否', 'eq_total= eq_run= patents= sol_industries= sec_data= tech_note= employees=7', null,
    'eq_note= sol_tech_5g=');
select pg_temp.put_cases(:'cycle', '2023-06-10 11:00+08');
\set night `"${HUIZONG_BIN:-:ROOT/.build/bin}/huizong-enforce" --database "$PGURI" --cycle :cycle --as-of 2023-06-10T12:00:00+08:00 >&2; echo $?`
select results_eq($$select concat_ws(' ', f.severity, f.field, f.read_as, f.cell) from rule_findings_at('fujian-2023', 'infinity') f where f.code like '%\_blank' order by 1$$,
    $$values ('error 1.1 2项 eq_total'), ('error 2.1 1项 patents'), ('warning 2.2 1项 sec_data'), ('warning 3.1 1项 sol_industries')$$,
    'each section at its first blank, and nothing of the forms that are filled in');
select results_eq($$select n.platform collate "default", s.errors from application_states_at('fujian-2023', 'infinity') s join nominations_at('fujian-2023', 'infinity') n using (unit_code, nomination, occurrence)
    order by 1$$, $$values ('indicators_blank1', '{}'::text[]), ('indicators_blank2', '{indicators_blank}'), ('indicators_blank3', '{}')$$,
    'starred figures that are blank stand against the application; the others are for its reader');
select * from finish();
