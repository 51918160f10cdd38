-- $1 cycle. The digest of the program's rules that setup has taken for it; no row where it has taken none.
select sql_sha256 from rules_in_force where cycle = $1;
