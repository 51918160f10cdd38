#!/bin/bash
# scripts/pg-local: a server that nobody else reaches, that survives being killed, in whatever folder and as whatever user.
. "$(dirname "$0")/../lib.sh"

DATA="$WORK/it's a deep/folder"

pg_local() {
    "$ROOT/scripts/pg-local" "$@"
}

bare() {
    env -i PATH=/usr/bin:/bin "$@"
}

ask() {
    psql -XAtq "$(pg_local uri --data "$1")" -c "$2"
}

postmaster() {
    head -n 1 "$1/postgres/cluster/postmaster.pid"
}

refuses_what_it_does_not_know() {
    like "an option that it does not know is what it speaks of" "$(pg_local start --bogus 2>&1 || true)" 'unknown option "--bogus"'
    status_is "and a wrong command line" 64 pg_local start --bogus
    status_is "so is a word that is no command" 64 pg_local begin --data "$DATA"
    is "its version is the programs' own" "$(pg_local --version)" "pg-local $("$BIN/huizong-setup" --version | cut -d ' ' -f 2)"
}

starts_and_stops() {
    status_is "before the first start it is stopped" 3 pg_local status --data "$DATA"
    is "start says nothing" "$(bare "$ROOT/scripts/pg-local" start --data "$DATA" 2>&1)" ''
    is "it runs" "$(pg_local status --data "$DATA")" running
    check "a second start is harmless" pg_local start --data "$DATA"
    is "the database is ours" "$(ask "$DATA" "select current_database() || ' ' || current_user")" 'huizong huizong'
    is "psql is led to it" "$(pg_local psql --data "$DATA" -- -XAtc 'select 1')" 1
    is "encoding, locale, checksums, fsync, no network" "$(ask "$DATA" "select string_agg(setting, ' ' order by name) from pg_settings
        where name in ('server_encoding', 'lc_collate', 'data_checksums', 'fsync', 'listen_addresses')")" 'on on C.UTF-8  UTF8'
    is "another PGPORT does not mislead it" "$(PGPORT=1 ask "$DATA" 'select 1')" 1
    check "it stops" pg_local stop --data "$DATA"
    check "a second stop is harmless" pg_local stop --data "$DATA"
    status_is "then it is stopped" 3 pg_local status --data "$DATA"
    status_is "and has no address" 69 pg_local uri --data "$DATA"
}

survives_a_kill() {
    pg_local start --data "$DATA"
    ask "$DATA" 'create table kept as select 1 as one'
    kill -KILL "$(postmaster "$DATA")"
    check "a killed server starts again" pg_local start --data "$DATA"
    is "with what was committed" "$(ask "$DATA" 'select one from kept')" 1
    pg_local stop --data "$DATA"
    printf '%s\n%s\n1\n5432\n/nowhere\n' "$$" "$DATA/postgres/cluster" >"$DATA/postgres/cluster/postmaster.pid"
    printf '%s\n%s\n' 1 "$DATA/postgres/cluster" >"$DATA/postgres/run/.s.PGSQL.5432.lock"
    # of the server's own user, which may send it signals
    chown "$(stat -c %u "$DATA/postgres/cluster")" "$DATA/postgres/run/.s.PGSQL.5432.lock"
    check "a pid that is another program's by now does not stop it" pg_local start --data "$DATA"
    pg_local stop --data "$DATA"
}

deep_folder() {
    local deep
    deep=$WORK/$(printf '深%.0s' {1..40})
    check "a folder too deep for a socket" pg_local start --data "$deep" --throwaway
    is "gets its socket elsewhere" "$(ask "$deep" "select setting like '/tmp/huizong-%' from pg_settings where name = 'unix_socket_directories'")" t
    local socket
    socket=$(sed -n 5p "$deep/postgres/cluster/postmaster.pid")
    pg_local remove --data "$deep"
    refute "which goes with the server" test -e "$socket"
}

# What an error quotes: the line of a COPY, the key that is there already, the statement.
log_knows_nobody() {
    local data=$WORK/quiet
    pg_local start --data "$data" --throwaway
    ask "$data" "create table person (name text unique, phone text)"
    printf '司马样例\n' | psql -Xq "$(pg_local uri --data "$data")" -c "copy person from stdin" >"$WORK/said" 2>&1 || true
    check "a COPY that is broken off quotes its line" grep -q 'CONTEXT: .*司马样例' "$WORK/said"
    ask "$data" "insert into person values ('司马样例', '1'), ('司马样例', '2')" >"$WORK/said" 2>&1 || true
    check "a key that is there already is quoted" grep -q 'DETAIL: .*司马样例' "$WORK/said"
    is "the server's log has the errors" "$(grep -c 'ERROR: ' "$data/postgres/log")" 2
    refute "and nobody's name" grep -q 司马样例 "$data/postgres/log"
    pg_local stop --data "$data"
    truncate -s 10000001 "$data/postgres/log"
    pg_local start --data "$data" --throwaway
    check "a log that has grown is put aside" test -s "$data/postgres/log.1"
    check "and a new one begun" test "$(stat -c %s "$data/postgres/log")" -lt 100000
    pg_local stop --data "$data"
}

# Only root can be somewhere its server cannot.
folder_that_the_server_cannot_reach() {
    local hidden=$WORK/hidden said cluster
    mkdir -m 700 "$hidden"
    said=$(pg_local start --data "$hidden/data" --throwaway 2>&1)
    like "a hidden folder is told" "$said" 'cannot reach .*/hidden/data; the cluster is in /var/lib/huizong-servers/'
    is "the server runs" "$(ask "$hidden/data" 'select 1')" 1
    ask "$hidden/data" 'create table old ()'
    cluster=$(realpath "$hidden/data/postgres")
    pg_local stop --data "$hidden/data"
    mv "$hidden/data" "$hidden/moved"
    pg_local start --data "$hidden/data" --throwaway 2>"$WORK/said"
    is "a new folder of that path has a new cluster" "$(ask "$hidden/data" "select to_regclass('old') is null")" t
    pg_local remove --data "$hidden/data"
    pg_local remove --data "$hidden/moved"
    refute "and each is removed where it is" test -e "$cluster"
}

ordinary_user() {
    local home=$WORK/user
    # the clone may lie where only root can be
    install -D -m 755 "$ROOT/scripts/pg-local" "$home/scripts/pg-local"
    chown nobody: "$home"
    as_nobody() { (cd / && bare setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"); }
    check "an ordinary user starts one" as_nobody "$home/scripts/pg-local" start --data "$home/data" --throwaway
    is "which is that user's process" "$(stat -c %U "/proc/$(postmaster "$home/data")")" nobody
    # shellcheck disable=SC2016
    is "and asks it" "$(as_nobody bash -c 'psql -XAtq "$("$0" uri --data "$1")" -c "select current_user"' \
        "$home/scripts/pg-local" "$home/data")" huizong
    as_nobody "$home/scripts/pg-local" stop --data "$home/data"
    status_is "a folder that it may not make: 73" 73 as_nobody "$home/scripts/pg-local" start --data "$WORK/not-mine"
    status_is "one that it may not write in: 73" 73 as_nobody "$home/scripts/pg-local" start --data /etc
    check "root starts what another user has made" pg_local start --data "$home/data"
    is "as that user" "$(stat -c %U "/proc/$(postmaster "$home/data")")" nobody
    is "and asks it too" "$(ask "$home/data" 'select 1')" 1
    pg_local remove --data "$home/data"
}

refuses_what_it_does_not_know
starts_and_stops
survives_a_kill
deep_folder
log_knows_nobody
if [[ $(id -u) -eq 0 ]]; then
    folder_that_the_server_cannot_reach
    ordinary_user
fi
status_is "no data directory: usage" 64 env -u HUIZONG_DATA "$ROOT/scripts/pg-local" start
status_is "an unknown command: usage" 64 pg_local fly --data "$DATA"
check "remove" pg_local remove --data "$DATA"
refute "leaves no cluster" test -e "$DATA/postgres"
done_testing
