#!/bin/bash
# Files that are made to cost: each refused by name or read exactly, within bounds of processor time and memory. One by name: bombs.py EXTRACT DIR NAME.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

_test_done=1
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 -c 'import openpyxl, xlwt' 2>/dev/null || skip_all "openpyxl and xlwt are not installed"
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$ROOT/tests/stage/bombs.py" "$BIN/huizong-extract" "$WORK"
