#!/bin/bash
# Thousands of random cells that LibreOffice turned from .xlsx into .ods: read from both, they must be the same; and one table as .ods and
# as .xlsx, which must be the same from the first stage to the last.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

command -v soffice >/dev/null || skip_all "LibreOffice is not installed"

for seed in $(seq "${SEEDS:-2}"); do
    check "random cells, seed $seed" \
        /usr/bin/python3 -B "$ROOT/tests/stage/ods_referee.py" "$BIN/huizong-extract" "$WORK" $seed 200
done

/usr/bin/python3 -c 'import xlwt' 2>"$WORK/why" || done_testing
/usr/bin/python3 -B "$ROOT/tests/stage/xls_table.py" "$WORK/table.xls" "$WORK/table.xlsx"
timeout 300 soffice "-env:UserInstallation=file://$WORK/profile" --headless --convert-to ods --outdir "$WORK" "$WORK/table.xlsx" \
    >"$WORK/talk" 2>&1
for suffix in ods xlsx; do
    status=0
    "$BIN/huizong-extract" "$WORK/table.$suffix" --findings "$WORK/found" |
        "$BIN/huizong-normalise" --cycle fujian-2023 --name "福州市/汇总表.x" --findings "$WORK/findings.$suffix" \
            >"$WORK/typed.$suffix" || status=$?
    is "$suffix: nothing is refused" "$status" 0
done
rows_of() { grep -v $'^\\\\#fact\tformat\t' "$WORK/typed.$1"; }
is "the typed rows are those of the .xlsx" "$(rows_of ods)" "$(rows_of xlsx)"
is "the findings are those of the .xlsx" "$(cat "$WORK/findings.ods")" "$(cat "$WORK/findings.xlsx")"
like "the rows are there" "$(cat "$WORK/typed.ods")" '闽云制造平台.*海丝工联平台'

done_testing
