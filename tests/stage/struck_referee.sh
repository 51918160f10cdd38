#!/bin/bash
# Cells, rows, columns and runs of text that are struck through, as LibreOffice writes them in every format that it has: just those are told.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

command -v soffice >/dev/null || skip_all "LibreOffice is not installed"
/usr/bin/python3 -c 'import xlsxwriter' 2>"$WORK/why" || skip_all "xlsxwriter is not installed"
referee=$ROOT/tests/stage/struck_referee.py

seeds=(1 2 3)
for seed in "${seeds[@]}"; do
    /usr/bin/python3 -B "$referee" make "$WORK" "$seed"
done

compared() {
    check "$1, seed $2" /usr/bin/python3 -B "$referee" compare "$BIN/huizong-extract" "$WORK" "$2" "$3"
}

for seed in "${seeds[@]}"; do
    compared "as xlsxwriter wrote it" "$seed" "$WORK/$seed.xlsx"
done
while IFS=: read -r suffix filter; do
    timeout 300 soffice "-env:UserInstallation=file://$WORK/profile" --headless --convert-to "$suffix:$filter" --outdir "$WORK/turned" \
        "$WORK"/*.xlsx </dev/null >"$WORK/soffice.log" 2>&1
    for seed in "${seeds[@]}"; do
        compared "$suffix by LibreOffice" "$seed" "$WORK/turned/$seed.$suffix"
    done
done <<'FILTERS'
ods:calc8
fods:OpenDocument Spreadsheet Flat XML
xlsx:Calc MS Excel 2007 XML
xls:MS Excel 97
html:HTML (StarCalc)
FILTERS

done_testing
