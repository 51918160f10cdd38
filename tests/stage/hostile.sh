#!/bin/bash
# Files that want to reach what is none of theirs, or to be taken for what they are not: each refused by name or read as plain text.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

_test_done=1
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 -c 'import openpyxl, xlwt' 2>/dev/null || skip_all "openpyxl and xlwt are not installed"
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$ROOT/tests/stage/hostile.py" "$BIN/huizong-extract" "$WORK"
