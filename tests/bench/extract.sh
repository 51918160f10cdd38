#!/bin/bash
# extract.sh [ROWS]: CPU time of huizong-extract on a GBK list and on a workbook of a million rows, beside references measured in the same run.
set -euo pipefail
export LC_ALL=C.UTF-8

root=$(cd "$(dirname "$0")/../.." && pwd)
bin=${HUIZONG_BIN:-$root/.build/bin}
rows=${1:-1000000}
work=$(mktemp -d "${TMPDIR:-/tmp}/huizong-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

# CPU seconds (user and system) and peak memory in MB of a command, the best of three runs; its output goes nowhere.
measure() {
    /usr/bin/python3 - "$@" <<'PYTHON'
import os, subprocess, sys
best = None
for _ in range(3):
    child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{sys.argv[1]}: status {status}")
    taken = (usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    best = min(best or taken, taken)
print("%.2f %.0f" % best)
PYTHON
}

report() {
    local name=$1 bytes=$2 cpu=$3 memory=$4
    awk -v n="$name" -v b="$bytes" -v c="$cpu" -v m="$memory" \
        'BEGIN { printf "%-34s %6.2f s CPU %7.0f MB/s %5d MB memory\n", n, c, b / 1e6 / c, m }'
}

/usr/bin/python3 "$root/tests/bench/make_list.py" "$rows" "$work/list.csv"
/usr/bin/python3 "$root/tests/bench/make_workbook.py" "$rows" "$work/list.xlsx"
cc -O2 -o "$work/expat_floor" "$root/tests/bench/expat_floor.c" -lexpat -lzip

csv_bytes=$(stat -c %s "$work/list.csv")
xlsx_bytes=$(stat -c %s "$work/list.xlsx")
echo "$rows rows of nine columns: $((csv_bytes / 1000000)) MB of GBK text, $((xlsx_bytes / 1000000)) MB of xlsx"
read -r cpu memory < <(measure iconv -f GB18030 -t UTF-8 "$work/list.csv")
report "iconv GB18030 (reference)" "$csv_bytes" "$cpu" "$memory"
read -r cpu memory < <(measure "$bin/huizong-extract" "$work/list.csv")
report "huizong-extract, CSV" "$csv_bytes" "$cpu" "$memory"
read -r floor memory < <(measure "$work/expat_floor" "$work/list.xlsx")
report "inflate + expat, empty (reference)" "$xlsx_bytes" "$floor" "$memory"
read -r cpu memory < <(measure "$bin/huizong-extract" "$work/list.xlsx")
report "huizong-extract, xlsx" "$xlsx_bytes" "$cpu" "$memory"
awk -v c="$cpu" -v f="$floor" 'BEGIN { printf "xlsx: %.2f times the reference\n", c / f }'
