#!/bin/bash
# export: a state written by hand becomes the outbox; openpyxl, which has nothing to do with the writer, reads the workbooks.
. "$(dirname "$0")/../lib.sh"

here=$ROOT/tests/stage
cycle=fujian-2023
outbox=$WORK/outbox
title=2023年跨行业跨领域工业互联网平台推荐信息汇总表

export_at() {
    "$BIN/huizong-export" --database "$PGURI" --cycle $cycle --schemas "$ROOT/schemas" --outbox "$outbox" --as-of "$1" "${@:2}"
}
referee() {
    /usr/bin/python3 -B "$here/export_referee.py" "$@"
}
digests() {
    (cd "$outbox" && find . \( -type f -o -type l \) -exec stat -c '%n %i' {} + | sort)
}

pg_start
check "the cycle is set up" "$BIN/huizong-setup" --database "$PGURI" --schemas "$ROOT/schemas" --cycle $cycle
sql "$(cat "$here/export.sql")"

line=$(export_at 2023-06-10T10:30:00+08:00)
# seven units have sent nothing, 福州 is over quota and a phone of 厦门 lost its digits: slips; no night is booked that a reminder could know of
is "the night's line says what needs a person" "$line" \
    "福建省工业和信息化厅：收到 8 件，接收 6，退回 1；推荐 3，占名额 2；待发 9 份，催报 10 家（T-3）；需处理 3 项 → $outbox/$cycle/current"
is "current leads to the as-of" "$(readlink "$outbox/$cycle/current")" 20230610T103000

is "the outbox holds these files and no others" "$(cd "$outbox/$cycle/current/" && find . -type f | LC_ALL=C sort)" "$(LC_ALL=C sort <<TEXT
./uploads.csv
./decisions.csv
./findings.csv
./run.json
./审核台账.xlsx
./待发清单.xlsx
./指标汇总.xlsx
./进度通报.xlsx
./进度通报.html
./催报通知-T-3.txt
./附件3-$title-福建省工业和信息化厅.xlsx
./ministry/附件3-$title-福建省工业和信息化厅-送审稿.xlsx
./ministry/指标汇总-送审稿.xlsx
./ministry/推荐名单-送审稿.csv
./ministry/推荐名单-送审稿.GB18030.csv
./ministry/指标数据-送审稿.csv
./ministry/指标数据-送审稿.GB18030.csv
./ministry/已知提示-送审稿.csv
./ministry/已知提示-送审稿.GB18030.csv
./ministry/生僻字-送审稿.csv
./ministry/生僻字-送审稿.GB18030.csv
./ministry/manifest.json
./ministry/manifest.json.sha256
./units/福州市/附件3-$title-福州市工业和信息化局.xlsx
./units/厦门市/附件3-$title-厦门市工业和信息化局.xlsx
./units/平潭综合实验区/附件3-$title-平潭综合实验区经济发展局.xlsx
./units/福州市/退回修改意见-福州市工业和信息化局-20230610.xlsx
./units/厦门市/退回修改意见-厦门市工业和信息化局-20230610.xlsx
./units/莆田市/退回修改意见-莆田市工业和信息化局-20230610.xlsx
./units/三明市/退回修改意见-三明市工业和信息化局-20230610.xlsx
./units/泉州市/退回修改意见-泉州市工业和信息化局-20230610.xlsx
./units/漳州市/退回修改意见-漳州市工业和信息化局-20230610.xlsx
./units/南平市/退回修改意见-南平市工业和信息化局-20230610.xlsx
./units/龙岩市/退回修改意见-龙岩市工业和信息化局-20230610.xlsx
./units/宁德市/退回修改意见-宁德市工业和信息化局-20230610.xlsx
./units/平潭综合实验区/退回修改意见-平潭综合实验区经济发展局-20230610.xlsx
TEXT
)"

current=$outbox/$cycle/current
check "the consolidated table is the official form" referee official "$current/附件3-$title-福建省工业和信息化厅.xlsx" "$here/export_official.json"
check "福州's own table keeps 序号's order" referee official "$current/units/福州市/附件3-$title-福州市工业和信息化局.xlsx" "$here/export_unit.json"
check "a zero report gives a table without rows" referee official "$current/units/平潭综合实验区/附件3-$title-平潭综合实验区经济发展局.xlsx" "$here/export_zero.json"
check "the ledger has its sheets, every row, Chinese decisions" referee ledger "$current/审核台账.xlsx"
check "the indicators stand side by side, each with its source" referee indicators "$current/指标汇总.xlsx"
check "the CSV files have BOM, CRLF, the design's columns, no formula" referee csv "$current"
check "run.json counts, and says that the package is a draft" referee run "$current/run.json"

own=$current/units/福州市/附件3-$title-福州市工业和信息化局.xlsx
"$BIN/huizong-extract" "$own" --findings "$WORK/extract.findings" >"$WORK/raw"
# one of its names has the escape of a control in it, as somebody typed it
status_is "福州's own table is itself an upload" 1 \
    "$BIN/huizong-normalise" --schemas "$ROOT/schemas" --cycle $cycle --name "福州市/$(basename "$own")" --findings "$WORK/findings" <"$WORK/raw"
is "of which nothing is found but that" "$(grep -v '^\\#' "$WORK/findings" | sed 1d | cut -f 2,5,6,7)" $'B7\twarning\tname_garbled\t示例云一号平台_x000D_'

before=$(digests)
line=$(TZ=America/New_York export_at 2023-06-10T10:30:00+08:00)
is "the same state again touches nothing but the link" "$(digests | grep -v /current)" "$(grep -v /current <<<"$before")"
is "and tells nobody" "$line" ""
like "but where it is asked" "$(export_at 2023-06-10T10:30:00+08:00 --summary)" 未改动

sql "set session_replication_role = replica; update upload_outcome set outcome = 'late', reasons = '{late}' where arrival_id = 104" >/dev/null
export_at 2023-06-10T10:30:00+08:00 >"$WORK/line"
check "another state at the same clock replaces the directory" grep -q ',late,late' "$current/uploads.csv"
is "and nothing half-built stays" "$(find "$outbox/$cycle" -mindepth 1 -maxdepth 1 | LC_ALL=C sort | xargs -n1 basename)" $'20230610T103000\ncurrent'

export_at 2023-06-10T09:00:00+08:00 >"$WORK/line"
is "before anything was ruled all units are to be told, and reminded" "$(cat "$WORK/line")" \
    "福建省工业和信息化厅：收到 0 件，接收 0，退回 0；推荐 0，占名额 0；待发 10 份，催报 10 家（T-3）；需处理 0 项；本单位登记缺失 → $outbox/$cycle/current"

check "without a nomination the indicators are labels only" referee no_indicators "$current/指标汇总.xlsx"

check "Guangdong is set up" "$BIN/huizong-setup" --database "$PGURI" --schemas "$ROOT/schemas" --cycle guangdong-2022
sql "$(cat "$here/export_guangdong.sql")"
"$BIN/huizong-export" --database "$PGURI" --cycle guangdong-2022 --schemas "$ROOT/schemas" --outbox "$outbox" --as-of 2022-03-17 >"$WORK/line"
check "Guangdong's table is its form, and a name of 120 characters is not cut" referee official \
    "$outbox/guangdong-2022/current/附件4-2022年跨行业跨领域工业互联网平台推荐信息汇总表-广东省工业和信息化厅.xlsx" "$here/export_guangdong.json"

status_is "an outbox that cannot be made" 73 "$BIN/huizong-export" --database "$PGURI" --cycle $cycle --schemas "$ROOT/schemas" --outbox /dev/null/x --as-of 2023-06-10
status_is "an unknown cycle" 66 "$BIN/huizong-export" --database "$PGURI" --cycle nowhere-1999 --schemas "$ROOT/schemas" --outbox "$outbox"
done_testing
