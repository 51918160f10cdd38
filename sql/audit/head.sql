-- $1 cycle. The last line of its audit: sequence, sha256. No row where there is none.
select sequence, sha256 from audit_line where cycle = $1 order by sequence desc limit 1;
