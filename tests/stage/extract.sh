#!/bin/bash
# huizong-extract on files as they come, compared with tests/stage/extract/*.raw and *.findings (UPDATE_GOLDEN=1 writes them anew).
. "$(dirname "$0")/../lib.sh"

inputs=$ROOT/tests/stage/extract

golden() {
    local name=$1 kind=$2 got=$WORK/$3
    if [[ -n ${UPDATE_GOLDEN:-} ]]; then cp "$got" "$inputs/$name.$kind"; fi
    check "$name: $kind as in the golden file" diff "$inputs/$name.$kind" "$got"
}

shopt -s nullglob
for input in "$inputs"/*.{csv,xlsx,xls,ods,zip}; do
    name=$(basename "$input")
    status=0
    "$BIN/huizong-extract" "$input" --findings "$WORK/findings" >"$WORK/raw" || status=$?
    golden "$name" raw raw
    golden "$name" findings findings
    wanted=$(($(wc -l <"$inputs/$name.findings") > 2))
    is "$name: exit status tells of findings" "$status" "$wanted"
done

mkfifo "$WORK/fifo"
status_is "a FIFO is no upload" 66 "$BIN/huizong-extract" "$WORK/fifo"
status_is "a directory is no upload" 66 "$BIN/huizong-extract" "$WORK"
status_is "a missing file is a fault" 66 "$BIN/huizong-extract" "$WORK/none"
status_is "no file is a wrong line" 64 "$BIN/huizong-extract"
status_is "findings that cannot be written are a fault" 73 \
    "$BIN/huizong-extract" "$inputs/utf8-bom-crlf.csv" --findings "$WORK/none/findings"

# LIMITS as JSON, the end mark that a CSV of one cell of 2,000 characters gets.
end_with() {
    echo "$1" >"$WORK/limits.json"
    "$BIN/huizong-extract" --limits "$WORK/limits.json" "$WORK/long.csv" | tail -n 1
}
printf 'a,%2000s\r\n' '' >"$WORK/long.csv"
like "a cell at its limit is read" "$(end_with '{"string_kib": 2}')" 'complete.1.-$'
like "a cell beyond its limit is refused" "$(end_with '{"string_kib": 1}')" 'refused.*cell_too_long$'
like "a row beyond its limit is refused" "$(end_with '{"row_kib": 1}')" 'refused.*row_too_long$'
like "cells beyond their limit are refused" "$(end_with '{"cells": 1}')" 'refused.*too_many_cells$'
head -c 1100000 /dev/zero | tr '\0' 'a' >"$WORK/long.csv"
like "a file beyond its limit is refused" "$(end_with '{"file_mib": 1}')" 'refused.0.file_too_large$'
echo '{"cells": 0}' >"$WORK/limits.json"
status_is "a limit that nobody can mean is a fault" 78 \
    "$BIN/huizong-extract" --limits "$WORK/limits.json" "$inputs/utf8-bom-crlf.csv"

to_full() { "$BIN/huizong-extract" "$inputs/utf8-bom-crlf.csv" >/dev/full; }
status_is "a full disk is a fault" 74 to_full

# The first line comes when the encoding has been found; far more than a pipe holds is then still to be read.
while_it_shrinks() {
    yes '1,甲' | head -n 600000 >"$WORK/shrinking.csv"
    "$BIN/huizong-extract" "$WORK/shrinking.csv" 2>"$WORK/talk" | {
        read -r _
        truncate -s 3000000 "$WORK/shrinking.csv"
        cat >/dev/null
    }
}
status_is "a file that is cut at a line's end while it is read is a fault" 74 while_it_shrinks

done_testing
