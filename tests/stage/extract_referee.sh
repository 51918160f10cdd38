#!/bin/bash
# Thousands of random cells of every type: huizong-extract against what openpyxl and Python's csv module were given.
. "$(dirname "$0")/../lib.sh"

for seed in 1 2 3; do
    check "random cells, seed $seed" \
        /usr/bin/python3 "$ROOT/tests/stage/extract_referee.py" "$BIN/huizong-extract" $seed 300 "$WORK"
done

done_testing
