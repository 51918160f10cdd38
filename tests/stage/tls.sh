#!/bin/bash
# A server that speaks TLS only: a night by sslmode=verify-full, and what is refused where the server is not the one that it says it is.
. "$(dirname "$0")/../lib.sh"

command -v openssl >/dev/null || skip_all "no openssl"

# make_ca NAME, and server_certificate CA HOST: files ca-NAME.pem, HOST.pem and HOST.key, invented here and now.
make_ca() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=$1" \
        -keyout "$WORK/ca-$1.key" -out "$WORK/ca-$1.pem" 2>/dev/null
}

server_certificate() {
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$2" -addext "subjectAltName=DNS:$2" \
        -keyout "$WORK/$2.key" -out "$WORK/$2.csr" 2>/dev/null
    openssl x509 -req -in "$WORK/$2.csr" -CA "$WORK/ca-$1.pem" -CAkey "$WORK/ca-$1.key" -CAcreateserial -days 2 -copy_extensions copy \
        -out "$WORK/$2.pem" 2>/dev/null
}

# The whole of 127.0.0.0/8 is this machine's own: an address of this test's own needs no port of its own.
address=127.$((RANDOM % 250 + 1)).$((RANDOM % 250 + 1)).$((RANDOM % 250 + 1))

# The server of pg_start, from now on by TLS as well.
serve_tls() {
    local cluster=$WORK/server/postgres/cluster
    install -m 600 -o "$(stat -c %U "$cluster/")" "$WORK/db.office.test.key" "$cluster/server.key"
    install -m 600 -o "$(stat -c %U "$cluster/")" "$WORK/db.office.test.pem" "$cluster/server.crt"
    sql "alter system set listen_addresses = '$address'"
    sql "alter system set ssl = on"
    sql "alter system set log_connections = on"
    sql "create role clerk login password 'p'"
    sql "create database clerk owner clerk"
    "$ROOT/scripts/pg-local" stop --data "$WORK/server"
    "$ROOT/scripts/pg-local" start --data "$WORK/server" --throwaway
    printf 'hostssl all clerk 127.0.0.0/8 scram-sha-256\n' >"$WORK/pg_hba.conf"
    cat "$cluster/pg_hba.conf" >>"$WORK/pg_hba.conf"
    cat "$WORK/pg_hba.conf" >"$cluster/pg_hba.conf"
    sql 'select pg_reload_conf()' >/dev/null
}

# HOST, CA and mode as a clerk writes them; hostaddr stands in for the name service.
conninfo() {
    printf 'host=%s hostaddr=%s user=clerk dbname=clerk sslmode=%s sslrootcert=%s' "$1" "$address" "$3" "$WORK/ca-$2.pem"
}

night() {
    env -i PATH=/usr/bin:/bin PGPASSFILE="$WORK/pgpass" "$ROOT/scripts/nightly" --cycle fujian-2023 --inbox "$WORK/inbox" --registers "$WORK/registers" \
        --outbox "$WORK/outbox.$1" --data "$WORK/data.$1" --settle 0 --as-of 2023-06-09T02:30:00+08:00 "${@:2}"
}

# Exit status and the words of each program that asks the database.
refused_by_all() {
    local program said status out=
    for program in setup intake load enforce export audit report status package; do
        said=$(PGPASSFILE=$WORK/pgpass "$BIN/huizong-$program" --database "$1" ${program_options[$program]} 2>&1) && status=0 || status=$?
        [[ $status == 69 && $(wc -l <<<"$said") == 1 && $said =~ $2 ]] || out+="$program: $status $said"$'\n'
    done
    printf '%s' "$out"
}

declare -A program_options=(
    [setup]="" [intake]="--cycle fujian-2023 --inbox $WORK --archive $WORK/archive" [load]="--cycle fujian-2023 --pending"
    [enforce]="--cycle fujian-2023" [export]="--cycle fujian-2023 --outbox $WORK/outbox" [audit]="--cycle fujian-2023" [report]="--cycle fujian-2023 --out $WORK/report"
    [status]="" [package]="--final --cycle fujian-2023 --outbox $WORK/outbox --archive $WORK/archive --doc-no 1 --by x"
)

make_ca office
make_ca stranger
server_certificate office db.office.test
pg_start
serve_tls
echo "*:*:clerk:clerk:p" >"$WORK/pgpass"
chmod 600 "$WORK/pgpass"
mkdir "$WORK/registers"
cp -R "$ROOT/fixtures/fujian-2023/inbox.1" "$WORK/inbox"

like "a night by verify-full" "$(night tls --database "$(conninfo db.office.test office verify-full)" 2>&1)" '^福建省工业和信息化厅：收到'
sessions=$(grep -c 'connection authorized: user=clerk' "$WORK/server/postgres/log")
like "it has many sessions" "$sessions" '^[0-9]{2,}$'
is "each of them by TLS" "$(grep -c 'connection authorized: user=clerk .*SSL enabled (protocol=TLSv1' "$WORK/server/postgres/log")" "$sessions"
night socket >/dev/null 2>&1 || true
is "it comes to what a night by socket comes to" "$(cd "$WORK/outbox.tls/fujian-2023/current" && find . -type f | sort | xargs -d '\n' sha256sum)" \
    "$(cd "$WORK/outbox.socket/fujian-2023/current" && find . -type f | sort | xargs -d '\n' sha256sum)"
check "the deadline report by verify-full" env PGPASSFILE="$WORK/pgpass" "$BIN/huizong-report" --cycle fujian-2023 --as-of 2023-06-09T08:00:00+08:00 \
    --out "$WORK/report" --database "$(conninfo db.office.test office verify-full)"
check "and the proof of the audit" env PGPASSFILE="$WORK/pgpass" "$BIN/huizong-audit" --cycle fujian-2023 --verify --heads "$WORK/data.tls/audit/fujian-2023.heads" \
    --database "$(conninfo db.office.test office verify-full)"
is "another authority's server: 69 and a line, by every program" "$(refused_by_all "$(conninfo db.office.test stranger verify-full)" 'certificate verify failed')" ""
is "another host's certificate" "$(refused_by_all "$(conninfo other.office.test office verify-full)" 'certificate for "db.office.test" does not match host name "other.office.test"')" ""
is "no certificate of the authority" "$(refused_by_all "$(conninfo db.office.test nobody verify-full)" 'root certificate file .*ca-nobody.pem" does not exist')" ""
is "without TLS the server has nobody in" "$(refused_by_all "$(conninfo db.office.test office disable)" 'no pg_hba.conf entry .* no encryption')" ""
said=$(night refused --database "$(conninfo other.office.test office verify-full)" 2>&1) && status=0 || status=$?
is "a night: exit status" "$status" 69
like "and what to do" "$said" 'does not match host name "other.office.test".*“setup”中断（退出码 69）'
done_testing
