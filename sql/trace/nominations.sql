-- The nominations that a name means: those of that very name, else those whose name has it in it. $1 cycle, $2 as_of, $3 folded
-- platform, $4 folded unit or null, $5 folded enterprise or null: of that very name, else with it in theirs.
-- key, unit_code, unit_name, platform, enterprise, decision, folded_platform, folded_enterprise; arrival_id, table_no, item, file, sha256, sheet, row of its
-- row in the 汇总表
with meant as materialized (
    select n.*
    from nomination_rows_at($1, $2) with ordinality n
    where ($4::text is null or n.unit_code in (select unit_code from unit_aliases($1, $2) where folded = $4))
      and (n.folded_platform = $3 or position($3 in n.folded_platform) > 0)
), nomination as materialized (
    select *
    from meant
    where $5::text is null or folded_enterprise = $5
       or position($5 in folded_enterprise) > 0 and not exists (select from meant where folded_enterprise = $5)
)
select n.unit_code || '|' || n.nomination || '|' || n.occurrence as key, n.unit_code, n.unit_name, n.platform, n.enterprise, n.decision,
       n.folded_platform, n.folded_enterprise, n.arrival_id, n.table_no, n.item, n.file, n.sha256, n.sheet, n.row_no as row
from nomination n
where n.folded_platform = $3
   or position($3 in n.folded_platform) > 0 and not exists (select from nomination where folded_platform = $3)
order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.occurrence;
