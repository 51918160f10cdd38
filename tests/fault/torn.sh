#!/bin/bash
# A stream that was cut anywhere is never taken for a shorter one: load commits nothing, and the whole one loads afterwards.
. "$(dirname "$0")/../lib.sh"

INBOX=$ROOT/fixtures/fujian-2023/inbox.1
UPLOAD=$INBOX/厦门市/三个平台.csv

load() {
    "$BIN/huizong-load" --cycle fujian-2023 --database "$PGURI" --arrival "$arrival" \
        --findings "${2:-$WORK/raw.findings}" --findings "${3:-$WORK/typed.findings}" <"$1"
}

normalise() {
    "$BIN/huizong-normalise" --cycle fujian-2023 --name 厦门市/三个平台.csv --findings "$2" <"$1"
}

# refused NAME COMMAND…: a fault, and nothing in the database.
refused() {
    local name=$1 status=0
    shift
    "$@" >/dev/null 2>&1 || status=$?
    check "$name: a fault" test "$status" -ge 64
    is "$name: nothing is loaded" "$(sql 'select count(*) from upload') $(sql 'select count(*) from figure')" '0 0'
}

pg_start
check "setup" "$BIN/huizong-setup" --schemas "$HUIZONG_SCHEMAS" --database "$PGURI" --cycle fujian-2023
mkdir -p "$WORK/inbox/厦门市"
cp "$UPLOAD" "$WORK/inbox/厦门市"
check "intake" "$BIN/huizong-intake" --cycle fujian-2023 --database "$PGURI" --inbox "$WORK/inbox" --archive "$WORK/archive" \
    --as-of 2023-06-09T02:30:00+08:00 --settle 0
arrival=$(sql 'select arrival_id from arrival')
"$BIN/huizong-extract" "$UPLOAD" --findings "$WORK/raw.findings" >"$WORK/raw" || true
normalise "$WORK/raw" "$WORK/typed.findings" >"$WORK/typed" || true

size=$(stat -c %s "$WORK/typed")
lines=$(wc -l <"$WORK/typed")
for keep in 0 1 $((size / 2)) $((size - 1)); do
    head -c "$keep" "$WORK/typed" >"$WORK/cut"
    refused "typed rows cut after $keep bytes" load "$WORK/cut"
done
head -n $((lines - 1)) "$WORK/typed" >"$WORK/cut"
refused "typed rows without their end mark" load "$WORK/cut"
sed "$((lines - 1))d" "$WORK/typed" >"$WORK/cut"
refused "typed rows with one line lost" load "$WORK/cut"
head -n -1 "$WORK/typed.findings" >"$WORK/cut"
refused "findings without their end mark" load "$WORK/typed" "$WORK/raw.findings" "$WORK/cut"
refused "findings that are missing" load "$WORK/typed" "$WORK/nowhere"
refused "only one of two findings files" "$BIN/huizong-load" --cycle fujian-2023 --database "$PGURI" --arrival "$arrival" \
    --findings "$WORK/nowhere"

head -n -1 "$WORK/raw" >"$WORK/cut"
status_is "normalise: raw rows without their end mark are torn" 65 normalise "$WORK/cut" "$WORK/other.findings"
head -c $(($(stat -c %s "$WORK/raw") / 2)) "$WORK/raw" >"$WORK/cut"
status_is "normalise: raw rows cut in the middle" 65 normalise "$WORK/cut" "$WORK/other.findings"

status=0
load "$WORK/typed" >/dev/null 2>&1 || status=$?
check "the whole stream loads" test "$status" -le 1
figures=$(sql 'select count(*) from figure')
check "with its figures" test "$figures" -gt 0
load "$WORK/typed" >/dev/null 2>&1 || true
is "loading it twice changes nothing" "$(sql 'select count(*) from upload') $(sql 'select count(*) from figure')" "1 $figures"
done_testing
