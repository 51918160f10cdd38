#!/bin/bash
# lists_counted.sh [ROWS]: as lists.sh, but instructions of each process outside the kernel, a row, counted by valgrind: the same on every machine and whatever else runs.
# The server's are those of COPY alone, in a single-user server, from a file.
set -euo pipefail
umask 022
export LC_ALL=C.UTF-8

root=$(cd "$(dirname "$0")/../.." && pwd)
bin=${HUIZONG_BIN:-$root/.build/bin}
export HUIZONG_SCHEMAS=$root/schemas
rows=${1:-50000}
cycle=fujian-2023
# valgrind asks more of the system than a program that reads uploads may.
export HUIZONG_CAGE=off
if ! command -v valgrind >/dev/null; then
    echo "lists_counted: no valgrind"
    exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/huizong-bench.XXXXXX")
chmod 755 "$work"
trap '"$root/scripts/pg-local" remove --data "$work/server" || true; rm -rf "$work"' EXIT

database() {
    psql -XAtq -v ON_ERROR_STOP=1 "$uri"
}

# per_row FILE: the instructions counted there, a row.
per_row() {
    echo $(($(sed -nE 's/^(summary|totals): //p' "$1" | tail -n 1) / rows))
}

declare -A took

# client NAME COMMAND…: sets took[NAME]. Findings are no fault.
client() {
    local name=$1 status=0
    shift
    valgrind --tool=callgrind --callgrind-out-file="$work/$name.counted" --log-file="$work/$name.log" "$@" || status=$?
    [[ $status -le 1 ]] || exit "$status"
    took[$name]=$(per_row "$work/$name.counted")
}

# server NAME: the statements on standard input, one a line; sets took[NAME] to what their COPY took.
server() {
    local owner
    owner=$(stat -c %U "$cluster")
    local command=("$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)/postgres" --single -D "$cluster" huizong)
    command=(valgrind --tool=callgrind --callgrind-out-file="$counted/$1" --toggle-collect=DoCopy "${command[@]}")
    if [[ $owner != "$(id -un)" ]]; then
        command=(setpriv --reuid="$owner" --regid="$(id -g "$owner")" --init-groups "${command[@]}")
    fi
    (cd / && "${command[@]}") >"$work/$1.log" 2>&1
    if grep -E 'ERROR|FATAL' "$work/$1.log"; then exit 1; fi
    took[$1]=$(per_row "$counted/$1")
}

# What load sends to COPY, from the typed rows.
tuples() {
    /usr/bin/python3 -c '
import sys
stream, out = sys.stdin.buffer, sys.stdout.buffer
out.write(b"PGCOPY\n\xff\r\n\0" + bytes(8))
for line in stream:
    if line.startswith(b"\\#rows\t"):
        out.write(stream.read(int(line.split(b"\t")[1])))
out.write(b"\xff\xff")'
}

/usr/bin/python3 -B "$root/tests/bench/make_equipment.py" "$rows" "$work/list.csv"
"$root/scripts/pg-local" start --data "$work/server"
uri=$("$root/scripts/pg-local" uri --data "$work/server")
cluster=$(realpath "$work/server/postgres/cluster")
counted=$cluster/counted
install -d -o "$(stat -c %U "$cluster")" "$counted"
"$bin/huizong-setup" --database "$uri" >/dev/null
floor="create table huizong.floor (a text, b text, c text, d text, e text, f text, g text, h text, i text)"
arrival=$(database <<SQL
$floor;
insert into huizong.content select repeat(n::text, 64), 1 from generate_series(1, 2) n;
insert into huizong.arrival (cycle, source, path, sha256, changed_at, first_seen_at)
select '$cycle', 'inbox', format('福州市/%s.csv', n), repeat(n::text, 64), now(), now() from generate_series(1, 2) n;
select min(arrival_id) from huizong.arrival;
SQL
)

client normalise "$bin/huizong-normalise" --cycle "$cycle" --name 福州市/清单.csv --findings "$work/typed.findings" \
    --file "$work/list.csv" --file-findings "$work/raw.findings" >"$work/typed"
client load "$bin/huizong-load" --database "$uri" --cycle "$cycle" --arrival "$arrival" --findings "$work/raw.findings" \
    --findings "$work/typed.findings" <"$work/typed"
client iconv iconv -f GB18030 -t UTF-8 "$work/list.csv" >"$work/list.utf8"
client psql "$(printf '%s\n' /usr/lib/postgresql/*/bin/psql | sort -V | tail -n 1)" -Xq "$uri" \
    -c '\copy huizong.floor from stdin (format csv, header)' <"$work/list.utf8"

tuples <"$work/typed" >"$work/tuples"
fields=$(LC_ALL=C sed -nE '/^\\#columns\t/{s///; s/\t/,/g; p; q}' "$work/typed")
"$root/scripts/pg-local" stop --data "$work/server"
server copy_csv <<<"copy huizong.floor from '$work/list.utf8' (format csv, header)"
server copy_list <<SQL
do \$\$ declare statement text; begin set search_path = huizong; insert into upload values ($arrival + 1, 'complete'); insert into upload_table values ($arrival + 1, 1, 'equipment', '', null); select copy_rows into statement from list_begin($arrival + 1, 1, 1, 1, '{}', '{}', '{$fields}'); execute replace(statement, 'from stdin', 'from ''$work/tuples'''); end \$\$
SQL

reference=$((took[iconv] + took[psql] + took[copy_csv]))
ours=$((took[normalise] + took[load] + took[copy_list]))
echo "instructions a row, of $rows rows"
printf '  %-30s %6d: iconv %d, psql %d, COPY %d\n' 'iconv | psql \copy (reference)' "$reference" "${took[iconv]}" \
    "${took[psql]}" "${took[copy_csv]}"
printf '  %-30s %6d: normalise %d, load %d, COPY %d\n' 'normalise --file | load' "$ours" "${took[normalise]}" \
    "${took[load]}" "${took[copy_list]}"
/usr/bin/python3 -c 'import sys; a, b, c, d = map(int, sys.argv[1:]); print(f"  ratios: all {a / b:.2f}, the server alone {c / d:.2f}")' \
    "$ours" "$reference" "${took[copy_list]}" "${took[copy_csv]}"
