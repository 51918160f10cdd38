#!/bin/bash
# Web pages and XML spreadsheets that were cut anywhere are refused, and never read in part.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

_test_done=1
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$ROOT/tests/stage/markup_cut.py" "$BIN/huizong-extract" "$WORK"
