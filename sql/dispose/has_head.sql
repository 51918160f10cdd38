-- $1: cycle, $2: SHA-256 of a line of its audit. One row where this database has it.
select sequence from audit_line where cycle = $1 and sha256 = $2;
