-- One row: whether no segment is left but the one that the last checkpoint has begun in.
select not exists (
    select from pg_ls_waldir() w, pg_control_checkpoint() c
    where w.name ~ '^[0-9A-F]{24}$' and w.name <> c.redo_wal_file);
