-- $1 arrival, $2 table number, $3 a row number, $4 cycle, $5 as_of, $6 t: rows were corrected since, and are left out. The
-- next rejected rows behind it, a line for each cell as it was written (a row without cells has one line, place null).
-- row_no, original (in the list that the row was first sent with; of a supplement empty where it does not say), sheet (of that list, likewise),
-- codes (parted by ;), place (from 1 = column A), cell
with list as (
    select labels, list_id, is_supplement(extra_labels) as supplement
    from list_table where (arrival_id, table_no) = ($1, $2)
    union all
    select labels, null, is_supplement(labels) from list_refused where (arrival_id, table_no) = ($1, $2)
), column_place as (
    select supplement, label_place(labels, '原行号') as number_place, label_place(labels, '退回原因') as reason_place,
           label_place(labels, '原工作表') as sheet_place
    from list
)
select r.row_no, case when l.supplement then row_number_of(r.cells[l.number_place]) else r.row_no end as original,
       case when l.supplement then r.cells[l.sheet_place] else u.sheet end as sheet,
       array_to_string(r.codes, ';') as codes, c.place, c.cell
from (
    select row_no, codes, cells
    from list_reject
    where (arrival_id, table_no) = ($1, $2) and row_no > $3
      and not ($6 and row_no in (
            select s.row_no from settled_at($4, $5) s
            where s.list_id = (select list_id from list)))
    order by row_no
    limit 1000
) as r
cross join column_place l
left join upload_table u on (u.arrival_id, u.table_no) = ($1, $2)
left join unnest(r.cells) with ordinality as c (cell, place)
    on c.place is distinct from l.number_place and c.place is distinct from l.reason_place
    and (not l.supplement or c.place is distinct from l.sheet_place)
order by r.row_no, c.place;
