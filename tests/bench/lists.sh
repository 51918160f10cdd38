#!/bin/bash
# lists.sh [ROWS…]: the checked load of equipment lists against iconv | psql \copy, on one server, in turn; then what is counted of them.
# BENCH_FULL=1 adds five million rows, pgloader and Python; RUNS sets how often (5).
set -euo pipefail
export LC_ALL=C.UTF-8

root=$(cd "$(dirname "$0")/../.." && pwd)
export HUIZONG_BIN=${HUIZONG_BIN:-$root/.build/bin} HUIZONG_SCHEMAS=$root/schemas
if [[ $# -eq 0 ]]; then set -- 100000 1000000 ${BENCH_FULL:+5000000}; fi
work=$(mktemp -d "${TMPDIR:-/tmp}/huizong-bench.XXXXXX")
chmod 755 "$work"
trap '"$root/scripts/pg-local" remove --data "$work/server" || true; rm -rf "$work"' EXIT

"$root/scripts/pg-local" start --data "$work/server"
PGURI=$("$root/scripts/pg-local" uri --data "$work/server")
export PGURI
"$HUIZONG_BIN/huizong-setup" --database "$PGURI" >/dev/null
/usr/bin/python3 -B "$root/tests/bench/lists_measured.py" "$root" "$work" "$@"
