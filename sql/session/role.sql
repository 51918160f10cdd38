-- $1: owner, loader, reader, exporter. A login that may not take the role goes on with its own rights; so does one
-- whose database knows nothing of the role yet (roles belong to the whole server, another database may have made them).
select set_config('role', r.rolname, false)
from pg_catalog.pg_roles r
join pg_catalog.pg_namespace n on n.nspname = 'huizong'
where r.rolname = 'huizong_' || $1 and pg_catalog.pg_has_role(session_user, r.oid, 'member')
  and case $1 when 'owner' then n.nspowner = r.oid else pg_catalog.has_schema_privilege(r.oid, n.oid, 'usage') end;
