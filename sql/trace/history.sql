-- Every decision on a nomination that stood until then. $1 cycle, $2 as_of, $3 key of trace/nominations.
-- ruled_at, decision (empty: it was there no more), reasons, waived (true), file, sha256, sheet, row
select iso_text(h.ruled_at, c.offset_minutes) as ruled_at, h.decision, array_to_string(h.reasons, ';') as reasons,
       nullif((coalesce(h.seat_for, '') <> '')::text, 'false') as waived, a.path as file, a.sha256, t.sheet,
       (select min(g.row_no) from figure g where (g.arrival_id, g.table_no, g.item) = (h.arrival_id, h.table_no, h.item)) as row
from ruling_history h
join cycle c using (cycle)
join arrival a using (arrival_id)
join upload_table t using (arrival_id, table_no)
where h.cycle = $1 and h.ruled_at <= $2 and h.unit_code || '|' || h.nomination || '|' || h.occurrence = $3
order by h.entry;
