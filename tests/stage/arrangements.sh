#!/bin/bash
# Tidy tables in the arrangements that cities use, drawn by number: rows and head block as written, and nothing found.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

is "300 arrangements of a tidy table" \
    "$(/usr/bin/python3 "$ROOT/tests/stage/arrangements.py" "$BIN/huizong-normalise" "$ROOT/schemas" "$WORK" 300)" ""

done_testing
