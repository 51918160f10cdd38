#!/bin/bash
# Random Word documents: huizong-extract against python-docx, and against LibreOffice Writer where it is installed.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

export PYTHONDONTWRITEBYTECODE=1
/usr/bin/python3 -c 'import docx' 2>/dev/null || skip_all "python-docx is not installed"
referee=$ROOT/tests/stage/docx_referee.py

for seed in 1 2 3 4 5 6 7 8; do
    /usr/bin/python3 "$referee" make "$WORK" $seed
done
if command -v soffice >/dev/null; then
    timeout 300 soffice "-env:UserInstallation=file://$WORK/profile" --headless --convert-to "txt:Text (encoded):UTF8" --outdir "$WORK" \
        "$WORK"/*.docx >"$WORK/soffice.log" 2>&1 || true
fi
check "paragraphs, cells and merged ranges are the same" /usr/bin/python3 "$referee" compare "$BIN/huizong-extract" "$WORK"

done_testing
