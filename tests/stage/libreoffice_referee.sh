#!/bin/bash
# Random workbooks of every type and format, by three writers: huizong-extract against LibreOffice, cell by cell.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

command -v soffice >/dev/null || skip_all "LibreOffice is not installed"
referee=$ROOT/tests/stage/libreoffice_referee.py

convert() {
    local folder=$1 kind=$2
    shift 2
    timeout 300 soffice "-env:UserInstallation=file://$WORK/profile" --headless --convert-to "$kind" --outdir "$folder" "$@" \
        >"$WORK/soffice.log" 2>&1
}

for seed in 1 2 3; do
    /usr/bin/python3 "$referee" make "$WORK" $seed
done
check "LibreOffice writes old workbooks" convert "$WORK/turned" "xls:MS Excel 97" "$WORK/openpyxl-1.xlsx"
if [[ -e $WORK/xlwt-1.xls ]]; then
    check "and new ones" convert "$WORK/turned" "xlsx:Calc MS Excel 2007 XML" "$WORK/xlwt-1.xls"
fi
for path in "$WORK"/turned/*; do
    mv "$path" "$WORK/turned-${path##*/}"
done
check "LibreOffice reads them all" convert "$WORK/fods" fods "$WORK"/*.xls "$WORK"/*.xlsx
check "cells are the same" /usr/bin/python3 "$referee" compare "$BIN/huizong-extract" "$WORK/fods"

done_testing
