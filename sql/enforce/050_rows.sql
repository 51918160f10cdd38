-- The tables of the 汇总表 kind, row by row. A row that holds nothing but its 序号 is no nomination.
create temp table listed on commit drop as
select f.arrival_id, f.table_no, f.item, min(f.row_no) as row_no, t.sheet,
       min(f.value) filter (where f.field = 'sum_seq') as seq,
       coalesce(min(f.folded collate "C") filter (where f.field = 'sum_platform_name' and f.state = 'text'), '') as platform,
       coalesce(min(f.folded collate "C") filter (where f.field = 'sum_enterprise' and f.state = 'text'), '') as enterprise,
       min(plain_code(f.folded) collate "C") filter (where f.field = 'ent_org_code' and f.state = 'text') as uscc
from seen s
join upload_table t using (arrival_id)
join figure f using (arrival_id, table_no)
where s.verdict = 'complete' and t.kind = 'summary' and f.item > 0
group by f.arrival_id, f.table_no, f.item, t.sheet
having bool_or(f.field <> 'sum_seq' and f.state <> 'blank');
create index on listed (arrival_id);
analyze listed;
