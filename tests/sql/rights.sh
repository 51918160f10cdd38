#!/bin/bash
# The rights of the roles: kit/rights.psql, with logins that are members of one role only.
. "$(dirname "$0")/../lib.sh"

pg_start
"$BIN/huizong-setup" --database "$PGURI" >/dev/null
sql 'create extension pgtap schema public; create extension dblink schema public'
psql -XqAt -v ON_ERROR_STOP=1 -v messages="$ROOT/schemas/messages.json" "$PGURI" -f "$ROOT/tests/sql/kit/catalogue.psql"
{
    echo 'local all clerk_owner,clerk_loader,clerk_reader,clerk_exporter trust'
    cat "$WORK/server/postgres/cluster/pg_hba.conf"
} >"$WORK/pg_hba.conf"
cat "$WORK/pg_hba.conf" >"$WORK/server/postgres/cluster/pg_hba.conf"
sql 'select pg_reload_conf()' >/dev/null
# The file's own plan is this test's.
_test_done=1
PGOPTIONS="-c search_path=huizong,pg_temp,public -c TimeZone=UTC -c client_min_messages=error" \
    psql -XqAt -v ON_ERROR_STOP=1 -v ROOT="$ROOT" -v server="$(sql 'show unix_socket_directories')" "$PGURI" -f "$ROOT/tests/sql/kit/rights.psql"
