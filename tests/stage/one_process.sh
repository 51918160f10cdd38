#!/bin/bash
# normalise --file against extract | normalise: the same typed rows, findings of both and exit status, byte by byte, whatever the file is.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

NAME=福州市/海丝云平台/工业设备清单.csv
mkdir "$WORK/two" "$WORK/one"

# two FILE OPTION…: the higher of the two statuses, as the whole of a night's pipe is judged by its worst.
two() {
    local file=$1 reading=0 status=0
    shift
    "$BIN/huizong-extract" "$file" --findings "$WORK/two/raw_findings" "${limits[@]}" >"$WORK/raw" 2>"$WORK/talk" || reading=$?
    "$BIN/huizong-normalise" "$@" --findings "$WORK/two/findings" <"$WORK/raw" >"$WORK/two/typed" 2>"$WORK/talk" || status=$?
    echo $((reading > status ? reading : status)) >"$WORK/two/status"
}

one() {
    local file=$1 status=0
    shift
    "$BIN/huizong-normalise" "$@" --findings "$WORK/one/findings" --file "$file" --file-findings "$WORK/one/raw_findings" "${limits[@]}" \
        >"$WORK/one/typed" 2>"$WORK/talk" || status=$?
    echo $status >"$WORK/one/status"
}

limits=()
differ=() refused=0 files=0

# compare FILE OPTION…: adds the file to those that differ.
compare() {
    two "$@"
    one "$@"
    files=$((files + 1))
    diff -rq "$WORK/two" "$WORK/one" >"$WORK/difference" || differ+=("$1")
    if [[ $(tail -n 1 "$WORK/one/typed") == *$'\trefused\t'* ]]; then refused=$((refused + 1)); fi
}

all_same() {
    is "$1: both ways are the same" "${differ[*]}" ''
    check "$1: $3 files and more were looked at" test "$files" -ge "$3"
    check "$1: $2 and more were refused" test "$refused" -ge "$2"
    differ=() refused=0 files=0
}

for cycle in fujian-2023 guangdong-2022 guangzhou-2022; do
    while IFS= read -r -d '' file; do
        compare "$file" --cycle $cycle --name "${file#"$ROOT/fixtures/$cycle/"inbox.?/}"
    done < <(find "$ROOT/fixtures/$cycle" -path '*/inbox.*' -type f -print0)
    while IFS= read -r -d '' file; do
        compare "$file" --registers --name "${file##*/}"
    done < <(find "$ROOT/fixtures/$cycle" -path '*/registers.*' -type f -print0)
    all_same "$cycle" 2 90
done

while IFS= read -r -d '' file; do
    compare "$file" --cycle fujian-2023 --name "福州市/${file##*/}"
done < <(find "$ROOT/tests/stage/extract" "$ROOT/tests/stage/damage" "$ROOT/tests/fuzz/corpus" -type f -size -2048k -print0)
all_same "odd files" 20 60

list=$WORK/list.csv
/usr/bin/python3 "$ROOT/tests/bench/make_equipment.py" 30000 "$list" --bad 10
compare "$list" --cycle fujian-2023 --name "$NAME"
is "a list is taken row by row" "$(grep -ao '\\#list-end.*' "$WORK/one/typed")" $'\\#list-end\t30000\t29700\t300'
head -c 1500001 "$list" >"$WORK/cut.csv"
compare "$WORK/cut.csv" --cycle fujian-2023 --name "$NAME"
all_same "a list of 30,000 rows, whole and cut in a cell" 0 2

/usr/bin/python3 "$ROOT/tests/bench/make_equipment.py" 30000 "$WORK/bad.csv" --bad 60
compare "$WORK/bad.csv" --cycle fujian-2023 --name "$NAME"
all_same "a list with too many bad rows" 1 1

# What is refused in the middle, when rows were taken already.
{ cat "$list"; printf '\xff\xff\xff\xff,\r\n'; } >"$WORK/strange.csv"
compare "$WORK/strange.csv" --cycle fujian-2023 --name "$NAME"
{ cat "$list"; printf '1,%40000000s\r\n' x; } >"$WORK/long.csv"
compare "$WORK/long.csv" --cycle fujian-2023 --name "$NAME"
printf '{"cells": 200000}' >"$WORK/limits.json"
limits=(--limits "$WORK/limits.json")
compare "$list" --cycle fujian-2023 --name "$NAME"
is "the limits hold" "$(tail -n 1 "$WORK/one/typed" | cut -f 1,2,4)" $'\\#end\trefused\ttoo_many_cells'
limits=()
all_same "a list that is refused" 2 3
one "$WORK/long.csv" --cycle fujian-2023 --name "$NAME"
is "what reading refuses is refused under its code" "$(tail -n 1 "$WORK/one/typed" | cut -f 1,2,4)" $'\\#end\trefused\tline_too_long'

one "$WORK/none" --cycle fujian-2023 --name "$NAME"
is "a missing file is a fault" "$(<"$WORK/one/status")" 66
one "$WORK" --cycle fujian-2023 --name "$NAME"
is "a directory is no upload" "$(<"$WORK/one/status")" 66
full() {
    "$BIN/huizong-normalise" --cycle fujian-2023 --name "$NAME" --findings "$1" --file "$list" --file-findings "$2" >"$3"
}
status_is "a full pipe is a fault" 74 full "$WORK/findings" "$WORK/raw_findings" /dev/full
refute "then the findings have no end mark" grep -q '^\\#end' "$WORK/findings" "$WORK/raw_findings"
status_is "a full disk under the raw findings is a fault" 74 full "$WORK/findings" /dev/full "$WORK/typed"
refute "then the typed rows have no end mark" grep -qa '^\\#end' "$WORK/typed"
status_is "one under the findings too" 74 full /dev/full "$WORK/raw_findings" "$WORK/typed"
refute "and there is no end mark either" grep -qa '^\\#end' "$WORK/typed"
# What the archive has under a digest is read only where it has that digest.
proven() {
    "$BIN/huizong-normalise" --cycle fujian-2023 --name "$NAME" --findings "$WORK/findings" --file "$list" --file-findings "$WORK/raw_findings" \
        --sha256 "$1" >"$WORK/typed"
}
sum=$(sha256sum <"$list")
status_is "a file with the bytes it should have is read" 1 proven "${sum%% *}"
one "$list" --cycle fujian-2023 --name "$NAME"
check "to the same rows" cmp "$WORK/one/typed" "$WORK/typed"
status_is "one with others is not: 65" 65 proven "$(sha256sum </dev/null | cut -c 1-64)"
is "and gives no row" "$(wc -c <"$WORK/typed")" 0
status_is "limits without a file are a wrong command line" 64 "$BIN/huizong-normalise" --cycle fujian-2023 --name a --findings /dev/null \
    --limits "$ROOT/schemas/limits.json"
status_is "so is a digest" 64 "$BIN/huizong-normalise" --cycle fujian-2023 --name a --findings /dev/null --sha256 "${sum%% *}"

done_testing
