-- $1: the migration's name, $2: its SHA-256.
insert into schema_migration (migration, sha256)
values ($1, $2);
