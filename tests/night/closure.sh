#!/bin/bash
# Guangzhou's consolidated table is an upload that Guangdong accepts without a finding, and its rows are the nominations.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

pg_start
nights_of guangzhou-2022 "$FIXTURES/guangzhou-2022"
mkdir -p "$WORK/inbox/广州市" "$WORK/registers"
cp "$(official_table guangzhou-2022)" "$WORK/inbox/广州市/"
cp "$FIXTURES/guangdong-2022/registers.1/本单位.csv" "$FIXTURES/guangzhou-2022/registers.1/历年入选名单.xlsx" "$WORK/registers/"
check "guangdong-2022: the night over Guangzhou's table runs to its end" \
    night guangdong-2022 2022-03-18T12:00:00+08:00 "$WORK/inbox" "$WORK/registers"

current=$OUTBOX/guangdong-2022/current
check "Guangdong accepts Guangzhou's table" compare uploads "$EXPECTED/closure/uploads.tsv" "$current/uploads.csv"
check "Guangdong takes its rows as nominations" compare decisions "$EXPECTED/closure/decisions.tsv" "$current/decisions.csv"
check "Guangdong finds nothing to correct" compare findings "$EXPECTED/closure/findings.tsv" "$current/findings.csv"

# Of the package for the province: the draft's table passes the province's check, and holds the same cells.
package=$(find "$OUTBOX/guangzhou-2022/current/ministry" -name '附件4-*.xlsx')
cells() {
    "$BIN/huizong-extract" "$1" --findings "$WORK/extract.findings"
}
status_is "the package's table passes Guangdong's check" 0 "$BIN/huizong-check" --cycle guangdong-2022 "$package"
is "and has the same cells" "$(cells "$package")" "$(cells "$(official_table guangzhou-2022)")"
done_testing
