-- $1: owner, loader, reader, exporter. A login that may not take the role goes on with its own rights.
select set_config('role', rolname, false)
from pg_catalog.pg_roles
where rolname = 'huizong_' || $1 and pg_catalog.pg_has_role(session_user, oid, 'member');
