#!/bin/bash
# Files of every kind that a city may send, made here, against rows that were written down by hand: tests/stage/kinds/.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

_test_done=1
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$ROOT/tests/stage/kinds/run.py" "$BIN/huizong-extract" "$WORK"
