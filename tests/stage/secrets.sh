#!/bin/bash
# A password stands on no command line, and in no message and no log.
. "$(dirname "$0")/../lib.sh"

secret=Geheim1357

# Every start of a program is noted with its whole command line.
watch_programs() {
    local program
    mkdir "$WORK/bin"
    for program in "$BIN"/huizong-*; do
        printf '#!/bin/bash\nprintf "%%s\\n" "%s $*" >>%q 2>/dev/null\nexec %q "$@"\n' "${program##*/}" "$WORK/lines" "$program" \
            >"$WORK/bin/${program##*/}"
        chmod +x "$WORK/bin/${program##*/}"
    done
}

night() {
    env -i PATH=/usr/bin:/bin HUIZONG_BIN="$WORK/bin" "${@:2}" "$ROOT/scripts/nightly" --cycle fujian-2023 --inbox "$WORK/inbox" \
        --outbox "$WORK/outbox" --data "$WORK/data" --settle 0 --as-of "$1"
}

# What a program says of a connection string that does not work, and its exit status.
say() {
    HUIZONG_DATABASE=$1 "$BIN/huizong-setup" >>"$WORK/said" 2>&1 && echo 0 || echo $?
}

pg_start
socket=$(sql 'show unix_socket_directories')
{
    echo 'local all clerk scram-sha-256'
    cat "$WORK/server/postgres/cluster/pg_hba.conf"
} >"$WORK/pg_hba.conf"
cat "$WORK/pg_hba.conf" >"$WORK/server/postgres/cluster/pg_hba.conf"
sql "create role clerk login password '$secret'; select pg_reload_conf()" >/dev/null
sql "create database clerk owner clerk"
watch_programs
mkdir -p "$WORK/inbox/福州市"
cp "$ROOT/fixtures/fujian-2023/inbox.1/福州市/来回改.csv" "$WORK/inbox/福州市"

for program in setup intake load enforce export package report status audit; do
    for conninfo in "host=$socket user=clerk password=$secret" "postgresql://clerk:$secret@db.example/clerk" "postgresql://db.example/clerk?password=$secret"; do
        said=$("$BIN/huizong-$program" --database "$conninfo" 2>&1) && status=0 || status=$?
        is "$program: a password on its line is refused" "$status $(grep -c 'command line can be read by everybody' <<<"$said") $(grep -c "$secret" <<<"$said")" "64 1 0"
    done
done
for conninfo in "host=$socket user=clerk password = $secret" "password='$secret'" "postgresql://clerk:$secret@db.example/clerk" "postgres:///clerk?sslpassword=$secret" \
    "postgresql://db.example/clerk?pass%77ord=$secret" "postgresql://db.example/a%5Cc\\c?%70assword=$secret"; do
    said=$("$ROOT/scripts/nightly" --cycle fujian-2023 --inbox "$WORK" --outbox "$WORK" --data "$WORK/data" --database "$conninfo" 2>&1) && status=0 || status=$?
    is "the night refuses it too" "$status $(grep -c 'command line can be read by everybody' <<<"$said") $(grep -c "$secret" <<<"$said")" "64 1 0"
    for program in "backup --to $WORK/b --cycle fujian-2023 --outbox $WORK --data $WORK" "rebuild --cycle fujian-2023 --data $WORK" "restore --from $WORK --data $WORK/r"; do
        # shellcheck disable=SC2086
        said=$("$ROOT/scripts/"$program --database "$conninfo" 2>&1) && status=0 || status=$?
        is "so does ${program%% *}" "$status $(grep -c 'command line can be read by everybody' <<<"$said") $(grep -c "$secret" <<<"$said")" "64 1 0"
    done
done
status_is "an address with a port is no password" 69 "$BIN/huizong-setup" --database "postgresql://clerk@127.0.0.1:1/clerk?connect_timeout=2"

printf '%s:5432:clerk:clerk:%s\n' "$socket" "$secret" >"$WORK/pgpass"
printf '[office]\nhost=%s\nuser=clerk\ndbname=clerk\npassword=%s\n' "$socket" "$secret" >"$WORK/services"
printf 'HUIZONG_DATABASE=host=%s user=clerk dbname=clerk password=%s\n' "$socket" "$secret" >"$WORK/cycle.env"
chmod 600 "$WORK/pgpass" "$WORK/services" "$WORK/cycle.env"
like "a night by .pgpass" "$(night 2023-06-09T02:30:00+08:00 PGPASSFILE="$WORK/pgpass" HUIZONG_DATABASE="host=$socket user=clerk dbname=clerk" 2>&1)" '收到 1 件'
status_is "by a service file" 1 night 2023-06-10T02:30:00+08:00 PGSERVICEFILE="$WORK/services" HUIZONG_DATABASE=service=office
status_is "by the settings of the cycle" 1 env -i PATH=/usr/bin:/bin HUIZONG_BIN="$WORK/bin" "$ROOT/scripts/nightly" --config "$WORK/cycle.env" \
    --cycle fujian-2023 --inbox "$WORK/inbox" --outbox "$WORK/outbox" --data "$WORK/data" --settle 0 --as-of 2023-06-11T02:30:00+08:00
chmod 644 "$WORK/cycle.env"
said=$("$ROOT/scripts/nightly" --config "$WORK/cycle.env" --cycle fujian-2023 --inbox "$WORK/none" --outbox "$WORK/outbox" --data "$WORK/data" --as-of 2999-01-01T00:00:00Z 2>&1) || true
is "settings with a password that everybody can read are told, once" "$(grep -c "^$WORK/cycle.env：里面有数据库密码.*chmod o-rwx $WORK/cycle.env" <<<"$said") $(grep -c "$secret" <<<"$said")" "1 0"
chmod 640 "$WORK/cycle.env"
said=$("$ROOT/scripts/nightly" --config "$WORK/cycle.env" --cycle fujian-2023 --inbox "$WORK/none" --outbox "$WORK/outbox" --data "$WORK/data" --as-of 2999-01-01T00:00:00Z 2>&1) || true
refute "those of owner and group are not" grep -q 里面有数据库密码 <<<"$said"
is "programs were started" "$(grep -c '^huizong-' "$WORK/lines")" "$(grep -c . "$WORK/lines")"
like "many of them" "$(grep -c . "$WORK/lines")" '^[1-9][0-9]$'
refute "none with the password on its line" grep -q "$secret" "$WORK/lines"

statuses=
while IFS= read -r conninfo; do
    statuses+=" $(say "${conninfo//SECRET/$secret}")"
done <<TEXT
host=$socket user=clerk dbname=clerk password=SECRETx
host=$socket user=clerk dbname=none password=SECRET
host=$WORK user=clerk password=SECRET
host=127.0.0.1 port=SECRET user=clerk
host=$socket password=a SECRET user=clerk
host=$socket password='SECRET user=clerk
postgresql://clerk:SECRET
postgresql://clerk:SECRET@db.example:port/clerk
postgresql://clerk:a@SECRET@db.example/clerk
postgresql://clerk:a/SECRET@db.example/clerk
postgresql://clerk:SECRET%zz@db.example/clerk
postgresql://clerk:SECRET@[::1/clerk
postgresql://clerk:SECRET@[::1]x/clerk
postgresql://clerk@db.example/clerk?SECRET
postgresql://clerk@db.example/clerk?pasword=SECRET
postgresql://clerk:SECRET@127.0.0.1:1/clerk
TEXT
is "each connection string that does not work: exit status" "$statuses" "$(printf ' 69%.0s' {1..16})"
is "a line each" "$(grep -c '^huizong-setup: could not connect to the database: ' "$WORK/said")" 16
refute "none with the password" grep -q "$secret" "$WORK/said"
like "what is wrong is told where it is no secret" "$(<"$WORK/said")" 'password authentication failed for user "clerk"'
for option in "--databse=$secret" "--cycle=$secret --databas"; do
    # shellcheck disable=SC2086
    "$BIN/huizong-setup" $option >>"$WORK/said" 2>&1 || true
    # shellcheck disable=SC2086
    "$ROOT/scripts/nightly" $option >>"$WORK/said" 2>&1 || true
done
printf ' HUIZONG_DATABASE=password=%s\n' "$secret" >"$WORK/bad.env"
said=$("$ROOT/scripts/nightly" --config "$WORK/bad.env" 2>&1) || true
like "a bad line of the settings is told by its number" "$said" 'bad.env：第1行不是'
status_is "a night without a database" 69 night 2023-06-12T02:30:00+08:00 HUIZONG_DATABASE="host=$WORK password=$secret"
status_is "a night whose string is wrong" 69 night 2023-06-12T02:30:00+08:00 HUIZONG_DATABASE="postgresql://clerk:a/$secret@db.example/clerk"
refute "no message and no log has the password" grep -rq "$secret" "$WORK/said" "$WORK/data/log" "$WORK/outbox" "$WORK/server/postgres/log" <(echo "$said")
check "which were looked at" grep -q 'as of' "$WORK/data/log/fujian-2023.log"
done_testing
