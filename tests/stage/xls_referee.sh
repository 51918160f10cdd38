#!/bin/bash
# Old workbooks: random cells written by xlwt, and files of other programs, against what xlrd reads; and one table as .xls and as .xlsx,
# which must be the same from the first stage to the last.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

/usr/bin/python3 -c 'import xlrd, xlwt' 2>"$WORK/why" || skip_all "xlrd and xlwt are not installed"
referee=$ROOT/tests/stage/xls_referee.py

for seed in $(seq "${SEEDS:-2}"); do
    check "random cells, seed $seed" /usr/bin/python3 "$referee" "$BIN/huizong-extract" "$WORK" $seed 300
done
check "a workbook of LibreOffice" /usr/bin/python3 "$referee" "$BIN/huizong-extract" "$ROOT/tests/stage/extract/excel-97.xls"

/usr/bin/python3 "$ROOT/tests/stage/xls_table.py" "$WORK/table.xls" "$WORK/table.xlsx"
for suffix in xls xlsx; do
    status=0
    "$BIN/huizong-extract" "$WORK/table.$suffix" --findings "$WORK/found" |
        "$BIN/huizong-normalise" --cycle fujian-2023 --name "福州市/汇总表.x" --findings "$WORK/findings.$suffix" \
            >"$WORK/typed.$suffix" || status=$?
    is "$suffix: nothing is refused" "$status" 0
done
rows_of() { grep -vE $'^\\\\#fact\t(format|biff)\t' "$WORK/typed.$1"; }
is "the typed rows are those of the .xlsx" "$(rows_of xls)" "$(rows_of xlsx)"
is "the findings are those of the .xlsx" "$(cat "$WORK/findings.xls")" "$(cat "$WORK/findings.xlsx")"
like "the rows are there" "$(cat "$WORK/typed.xls")" '闽云制造平台.*海丝工联平台'

done_testing
