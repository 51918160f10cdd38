-- Held, never dropped: each row of a table that counts, or came late, has its line in the decisions.
select l.arrival_id, l.table_no, l.item
from listed l
join outcome o on o.arrival_id = l.arrival_id and o.kind = 'summary'
cross join run
where o.outcome in ('accepted', 'superseded', 'late')
  and not exists (
        select from ruling r
        where r.cycle = run.cycle and r.unit_code = o.unit_code and r.nomination = l.platform || '|' || l.enterprise);
