#!/bin/bash
# huizong-normalise --file gives what huizong-extract | huizong-normalise gives, byte by byte: typed rows, both files of findings, exit status.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

# The status of a pipe is the worse of its stages'.
two_processes() {
    local cycle=$1 file=$2 status=0
    "$BIN/huizong-extract" "$file" --findings "$WORK/two.raw" |
        "$BIN/huizong-normalise" --cycle "$cycle" --name "福州市/a.csv" --findings "$WORK/two.found" >"$WORK/two" || status=$?
    echo "$status" >"$WORK/two.status"
}

one_process() {
    local cycle=$1 file=$2 status=0
    "$BIN/huizong-normalise" --cycle "$cycle" --name "福州市/a.csv" --findings "$WORK/one.found" --file "$file" \
        --file-findings "$WORK/one.raw" >"$WORK/one" || status=$?
    echo "$status" >"$WORK/one.status"
}

same() {
    local part
    two_processes "$@" 2>/dev/null
    one_process "$@" 2>/dev/null
    for part in "" .raw .found .status; do
        cmp -s "$WORK/one$part" "$WORK/two$part" || { echo "$2: not the same:${part:-.typed}"; return 1; }
    done
}

all_alike() {
    local cycle=$1 file
    find "$ROOT/fixtures/$cycle" -path '*/inbox.*' -type f -print0 | sort -z |
        while IFS= read -r -d '' file; do same "$cycle" "$file"; done
}

for cycle in fujian-2023 guangdong-2022 guangzhou-2022; do
    check "$cycle: every upload of the fixtures" all_alike "$cycle"
done
/usr/bin/python3 "$ROOT/tests/bench/make_equipment.py" 30000 "$WORK/list.csv" --bad 10
check "a long list" same fujian-2023 "$WORK/list.csv"
/usr/bin/python3 "$ROOT/tests/bench/make_equipment.py" 30000 "$WORK/bad.csv" --bad 60
check "a list with too many bad rows" same fujian-2023 "$WORK/bad.csv"
head -c 1000000 "$WORK/list.csv" >"$WORK/cut.csv"
check "a list that was cut" same fujian-2023 "$WORK/cut.csv"
(cat "$WORK/list.csv"; printf '\xff\xff') >"$WORK/bytes.csv"
check "a list with a bad byte at its end" same fujian-2023 "$WORK/bytes.csv"

status_is "a file that is not there" 66 "$BIN/huizong-normalise" --cycle fujian-2023 --name a --findings "$WORK/f" --file "$WORK/none"
refute "leaves findings without an end mark" grep -q '^\\#end' "$WORK/f"
status_is "limits without a file" 64 "$BIN/huizong-normalise" --cycle fujian-2023 --name a --findings "$WORK/f" --limits "$ROOT/schemas/limits.json"
done_testing
