-- decisions.csv: a line for each nomination that ever stood. $1 cycle, $2 as_of.
-- cycle, unit_code, unit_name, seq, platform, enterprise, decision, counts_against_quota (true, false), reasons
-- (;-separated), file, sheet, row
select $1::text as cycle, n.unit_code, n.unit_name, n.seq, n.platform, n.enterprise, n.decision,
       case when n.counts_against_quota then 'true' else 'false' end as counts_against_quota,
       array_to_string(n.reasons, ';') as reasons, n.file, n.sheet, n.row_no as row
from nominations_at($1, $2) n
order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.platform collate "C",
    n.enterprise collate "C", n.occurrence;
