-- What is written from now on goes to another segment.
select pg_switch_wal();
