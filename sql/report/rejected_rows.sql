-- $1 arrival, $2 table number, $3 a row number: the next rejected rows behind it, a line for each cell as it was written
-- (a row without cells has one line, place null). row_no, codes (parted by ;), place (from 1 = column A), cell
select r.row_no, array_to_string(r.codes, ';') as codes, c.place, c.cell
from (
    select row_no, codes, cells
    from list_reject
    where (arrival_id, table_no) = ($1, $2) and row_no > $3
    order by row_no
    limit 1000
) as r
left join unnest(r.cells) with ordinality as c (cell, place) on true
order by r.row_no, c.place;
