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

to_full() { "$BIN/huizong-extract" "$inputs/utf8-bom-crlf.csv" >/dev/full; }
status_is "a full disk is a fault" 74 to_full

done_testing
