-- $1: cycle, $2: its rule instances as JSON. One row: how many rows changed.
with wanted as (
    select code, shape, operands, severity, clause, assumed
    from jsonb_to_recordset($2::jsonb)
         as list (code text, shape text, operands jsonb, severity text, clause text, assumed text)
), gone as (
    delete from rule
    where cycle = $1
      and not exists (select from wanted where wanted.code = rule.code)
    returning 1
), changed as (
    insert into rule as old (cycle, code, shape, operands, severity, clause, assumed)
    select $1, code, shape, operands, severity, clause, assumed
    from wanted
    on conflict (cycle, code) do update
    set shape = excluded.shape, operands = excluded.operands, severity = excluded.severity, clause = excluded.clause,
        assumed = excluded.assumed
    where (old.shape, old.operands, old.severity, old.clause, old.assumed)
          is distinct from (excluded.shape, excluded.operands, excluded.severity, excluded.clause, excluded.assumed)
    returning 1
)
select (select count(*) from gone) + (select count(*) from changed);
