-- A row of a list that could not be taken: why, and from which file it was corrected since, if it was. $1 cycle, $2 as_of, $3 arrival, $4 table, $5 row.
-- codes (joined by ;)
select array_to_string(r.codes, ';') as codes
from list_reject r
join arrival a using (arrival_id)
where a.cycle = $1 and a.first_seen_at <= $2 and r.arrival_id = $3 and r.table_no = $4 and r.row_no = $5;
