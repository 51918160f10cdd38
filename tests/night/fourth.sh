#!/bin/bash
# A cycle nobody wrote code for: other labels, columns, quota, surplus and deadline, added by files alone.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

FOURTH=$ROOT/tests/night/fourth
cp -r "$ROOT/schemas" "$WORK/schemas"
cp -r "$FOURTH/schemas/." "$WORK/schemas/"
export HUIZONG_SCHEMAS=$WORK/schemas

pg_start
nights_of jiangxi-2024 "$FOURTH/fixtures"
current=$OUTBOX/jiangxi-2024/current
check "every file's outcome is as written by hand" compare uploads "$EXPECTED/fourth/uploads.tsv" "$current/uploads.csv"
check "every decision is as written by hand" compare decisions "$EXPECTED/fourth/decisions.tsv" "$current/decisions.csv"
check "the official table is the fourth cycle's form" \
    /usr/bin/python3 -B "$TOOLS/workbooks.py" official "$(official_table jiangxi-2024)" "$EXPECTED/fourth/official.json"
done_testing
