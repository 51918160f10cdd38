-- One setup at a time, and the two things every migration stands on. Run inside setup's transaction.
select pg_advisory_xact_lock(hashtextextended('huizong setup', 0));

-- "if not exists" would ask for the right to create even where there is nothing to create: huizong_owner has none on the database.
do $$
begin
    if to_regnamespace('huizong') is null then
        create schema huizong;
    end if;
    if to_regclass('huizong.schema_migration') is null then
        create table huizong.schema_migration (
            migration text primary key,
            sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$')
        );
    end if;
end
$$;
