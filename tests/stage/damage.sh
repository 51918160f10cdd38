#!/bin/bash
# Damaged files give the exact rows or a refusal, never something between: tests/stage/damage/.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

_test_done=1
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 -c 'import openpyxl, xlwt' 2>/dev/null || skip_all "openpyxl and xlwt are not installed"
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$ROOT/tests/stage/damage/run.py" "$BIN/huizong-extract" "$ROOT/tests/stage/extract" "$ROOT/schemas" "$WORK"
