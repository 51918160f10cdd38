-- One row: what is open, for the queries that count it, which take it as $3. $1 cycle, $2 the moment.
-- open (JSON: of each unit_code, file, severity and code the findings)
select coalesce(jsonb_agg(to_jsonb(f)), '[]') as open
from open_findings_at($1, last_night($1, $2)) f;
