-- Rejected rows that a supplement has put right; rows_rejected counts those that are still open.
create temp table slot_lists on commit drop as
select unit_code, nomination, occurrence, kind, array_agg(list_id order by supplement, came, list_id) as lists
from list_now
group by unit_code, nomination, occurrence, kind
having bool_or(supplement);

create temp table settled on commit drop as
select t.arrival_id, t.table_no, s.list_id, s.row_no
from slot_lists l
cross join lateral settled_rejects(l.lists) as s
join list_table t using (list_id);
create index on settled (arrival_id, table_no, row_no);
analyze settled;

update list_now l
set rows_rejected = l.rows_rejected - s.rows
from (select list_id, count(*) as rows from settled group by list_id) as s
where s.list_id = l.list_id;
