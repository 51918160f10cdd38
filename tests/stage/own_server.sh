#!/bin/bash
# A server that is not ours: a login with a password and no right but to its own database; what is refused, and how.
. "$(dirname "$0")/../lib.sh"

as_admin() {
    psql -XAtq -v ON_ERROR_STOP=1 "$PGURI" -c "$1"
}

# URI of a database of this server for a login with the password "p".
login() {
    local host
    host=$(as_admin 'show unix_socket_directories')
    printf 'host=%s user=%s password=p dbname=%s' "$host" "$1" "$2"
}

night() {
    env -i PATH=/usr/bin:/bin HUIZONG_DATABASE="$(login "$1" "$1")" "$ROOT/scripts/nightly" --cycle fujian-2023 --inbox "$WORK/inbox" \
        --outbox "$WORK/outbox.$1" --data "$WORK/data.$1" --settle 0 --as-of 2023-06-09T02:30:00+08:00
}

pg_start
{
    echo 'local all plain,maker,stranger scram-sha-256'
    cat "$WORK/server/postgres/cluster/pg_hba.conf"
} >"$WORK/pg_hba.conf"
cat "$WORK/pg_hba.conf" >"$WORK/server/postgres/cluster/pg_hba.conf"
as_admin "create role plain login password 'p'"
as_admin "create role maker login createrole password 'p'"
as_admin "create role stranger login password 'p'"
for owner in plain maker; do as_admin "create database $owner owner $owner"; done
as_admin "create database narrow owner plain template template0 encoding latin1 lc_collate 'C' lc_ctype 'C'"
as_admin "select pg_reload_conf()" >"$WORK/reloaded"
mkdir -p "$WORK/inbox/福州市"
cp "$ROOT/fixtures/fujian-2023/inbox.1/福州市/来回改.csv" "$WORK/inbox/福州市"

like "a login that may do nothing else runs the night" "$(night plain 2>&1)" '^福建省工业和信息化厅：收到 1 件，接收 1'
is "whose schema is its own" "$(as_admin "select count(*) from pg_roles where rolname ~ '^huizong_'")" 0
like "one that may create roles runs it too" "$(night maker 2>&1)" '^福建省工业和信息化厅：收到 1 件，接收 1'
is "and creates them" "$(as_admin "select count(*) from pg_roles where rolname ~ '^huizong_'")" 4
is "both come to the same" "$(cd "$WORK/outbox.maker/fujian-2023/current" && sha256sum -- *.csv)" \
    "$(cd "$WORK/outbox.plain/fujian-2023/current" && sha256sum -- *.csv)"
status_is "roles that came later do not stop the first" 1 night plain

# Evidence needs no more rights than a night, also with definitions of another day.
cp -R "$ROOT/schemas" "$WORK/later"
sed -i 's/厦门市工业和信息化局/厦门市产业局/' "$WORK/later/fujian-2023/datapackage.json"
for owner in plain maker; do
    like "$owner traces" "$(HUIZONG_DATABASE=$(login $owner $owner) "$BIN/huizong-trace" --cycle fujian-2023 --with-personal --reason 核对 闽江数造平台 2>&1)" \
        '平台名称：闽江数造平台'
    check "$owner loads other definitions" env HUIZONG_DATABASE="$(login $owner $owner)" "$BIN/huizong-setup" --schemas "$WORK/later" --cycle fujian-2023
    status_is "and makes the night again as it was" 0 env HUIZONG_DATABASE="$(login $owner $owner)" "$BIN/huizong-replay" --cycle fujian-2023 \
        --schemas "$WORK/later" --archive "$WORK/data.$owner/archive" --to "$WORK/again.$owner" 2023-06-09T02:30:00+08:00
done

said=$(HUIZONG_DATABASE=$(login plain narrow) "$BIN/huizong-setup" 2>&1) && status=0 || status=$?
is "a database of another encoding: exit status" "$status" 69
like "and what to do" "$said" 'database "narrow" has encoding LATIN1, not UTF8 \(createdb --template=template0 --encoding=UTF8\)$'
status_is "a login of no database of ours" 69 env HUIZONG_DATABASE="$(login stranger plain)" "$BIN/huizong-setup"
said=$("$BIN/huizong-setup" --database "host=$WORK user=nobody dbname=none" 2>&1) && status=0 || status=$?
is "no server: exit status" "$status" 69
is "in one line" "$(wc -l <<<"$said")" 1
refute "without escapes" grep -qF '\x' <<<"$said"
done_testing
