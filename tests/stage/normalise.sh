#!/bin/bash
# Raw rows in, typed rows and findings out, compared whole. A case is a directory: raw, arguments (options; then the file's path), typed, findings. The tuples of lists are
# written out (typed_text.py).
# UPDATE_GOLDEN=1 writes typed and findings anew; they are read line by line before they are committed.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

normalise() {
    local case=$1 options path
    { read -r options; read -r path; } <"$case/arguments"
    # shellcheck disable=SC2086 # options are several words
    "$BIN/huizong-normalise" $options --name "$path" --findings "$WORK/findings" <"$case/raw" >"$WORK/stream" 2>"$WORK/talk" || status=$?
    /usr/bin/python3 "$ROOT/tests/stage/typed_text.py" "$ROOT/schemas" "$(cycle_of $options)" <"$WORK/stream" >"$WORK/typed"
}

# Of "--schemas DIR --cycle NAME"; "registers" where there is none.
cycle_of() {
    local cycle=registers
    while [[ $# -gt 1 ]]; do
        [[ $1 == --cycle ]] && cycle=$2
        shift
    done
    echo "$cycle"
}

# 0 where nothing was found and nothing refused, else 1.
expected_status() {
    if [[ $(tail -n 1 "$1/findings") == *$'\tcomplete\t0\t-' && $(tail -n 1 "$1/typed") == *$'\tcomplete\t'* ]]; then
        echo 0
    else
        echo 1
    fi
}

for case in "$ROOT"/tests/stage/normalise/*/; do
    case=${case%/}
    name=${case##*/}
    [[ $name == torn ]] && continue
    status=0
    normalise "$case"
    if [[ -n ${UPDATE_GOLDEN:-} ]]; then
        cp "$WORK/typed" "$case/typed"
        cp "$WORK/findings" "$case/findings"
    fi
    is "$name: typed rows" "$(cat "$WORK/typed")" "$(cat "$case/typed")"
    is "$name: findings" "$(cat "$WORK/findings")" "$(cat "$case/findings")"
    is "$name: exit status" "$status" "$(expected_status "$case")"
done

status=0
normalise "$ROOT/tests/stage/normalise/torn"
is "a torn stream is a fault" "$status" 65
refute "after a torn stream the typed rows have no end mark" grep -q '^\\#end' "$WORK/typed"
refute "after a torn stream the findings have no end mark" grep -q '^\\#end' "$WORK/findings"

done_testing
