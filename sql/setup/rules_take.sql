-- $1 cycle, $2 the digest of all that decides, $3 that of the program's part, $4 how many differences were shown. These rules apply from now on.
insert into rules_in_force as old (cycle, rules_sha256, sql_sha256, differences)
values ($1, $2, $3, $4::bigint)
on conflict (cycle) do update
set rules_sha256 = excluded.rules_sha256, sql_sha256 = excluded.sql_sha256, differences = excluded.differences
where (old.rules_sha256, old.sql_sha256) is distinct from (excluded.rules_sha256, excluded.sql_sha256);
