-- What was decided of a nomination, and on what grounds. $1 cycle, $2 as_of, $3 key of trace/nominations.
-- unit_name, seq, platform, enterprise, decision, counts_against_quota, reasons (codes, joined by ;), ruled_at, clauses
select n.unit_name, n.seq, n.platform, n.enterprise, n.decision, n.counts_against_quota::text as counts_against_quota,
       array_to_string(n.reasons, ';') as reasons, iso_text(r.ruled_at, c.offset_minutes) as ruled_at,
       (
           select string_agg(distinct rule.clause collate "C", '；') from rule
           where rule.cycle = $1 and rule.code = any (n.reasons) and rule.clause <> ''
       ) as clauses
from nomination_rows_at($1, $2) with ordinality n
join rulings_at($1, $2) r using (unit_code, nomination, occurrence)
join cycle c on c.cycle = $1
where n.unit_code || '|' || n.nomination || '|' || n.occurrence = $3;
