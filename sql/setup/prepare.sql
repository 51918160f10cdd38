-- One setup at a time, and the two things every migration stands on. Run inside setup's transaction.
select pg_advisory_xact_lock(hashtextextended('huizong setup', 0));
create schema if not exists huizong;
create table if not exists huizong.schema_migration (
    migration text primary key,
    sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$')
);
