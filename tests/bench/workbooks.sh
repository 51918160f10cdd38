#!/bin/bash
# workbooks.sh: all workbooks of a cycle with 31 units × 100 nominations, first without forms (in under 2 seconds), then with one for each standing
# platform; when each was there, beside openpyxl (write-only) with the same cells in the same run. RUNS sets how often (3), best and median are told.
set -euo pipefail
export LC_ALL=C.UTF-8

root=$(cd "$(dirname "$0")/../.." && pwd)
export HUIZONG_BIN=${HUIZONG_BIN:-$root/.build/bin} HUIZONG_SCHEMAS=$root/schemas
work=$(mktemp -d "${TMPDIR:-/tmp}/huizong-bench.XXXXXX")
chmod 755 "$work"
trap '"$root/scripts/pg-local" remove --data "$work/server" || true; rm -rf "$work"' EXIT

"$root/scripts/pg-local" start --data "$work/server" --throwaway
PGURI=$("$root/scripts/pg-local" uri --data "$work/server")
export PGURI
"$HUIZONG_BIN/huizong-setup" --database "$PGURI" --cycle fujian-2023 >/dev/null
for script in workbooks workbooks_forms; do
    psql -XAtq -v ON_ERROR_STOP=1 -v cycle=fujian-2023 "$PGURI" -f "$root/tests/bench/$script.sql" >/dev/null
    /usr/bin/python3 -B "$root/tests/bench/workbooks_measured.py" "$work" "$script"
done
