-- Right after people's data were overwritten: a row for each that may still read what stood there (who), so that no table gives it up when it is written anew. What
-- another database writes counts: our own snapshot reaches as far back. Of sessions that are not the login's it may know only that a transaction is open. The server's own
-- housekeeping, which gives way, is none.
select concat_ws(' ', a.pid, a.usename, nullif(a.application_name, '')) as who
from pg_stat_activity a
where a.pid <> pg_backend_pid() and a.backend_type is distinct from 'autovacuum worker'
  and (age(a.backend_xid) > 0
       or age(a.backend_xmin) > 0 and coalesce(a.datname = current_database(), true)
       or a.query = '<insufficient privilege>' and a.usename is not null and exists (
           select from pg_locks l
           where l.pid = a.pid and l.mode = 'ExclusiveLock'
             and (l.locktype = 'transactionid' or l.locktype = 'virtualxid' and a.datname = current_database())))
union all
select concat_ws(' ', 'prepared', p.owner, p.gid) from pg_prepared_xacts p
union all
select concat_ws(' ', 'replication slot', s.slot_name) from pg_replication_slots s where age(s.xmin) > 0;
