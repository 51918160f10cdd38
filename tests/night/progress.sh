#!/bin/bash
# The deadline report at six moments of a cycle, looking back after its last night, against figures written by hand.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

CYCLE=fujian-2023
INBOX=$WORK/inbox
REGISTERS=$WORK/registers
TABLES=$ROOT/tests/night/progress
CHECKS="/usr/bin/python3 -B $TOOLS/progress.py"
MOMENTS=(2023-06-04T12:00:00+08:00 2023-06-09T14:00:00+08:00 2023-06-12T23:00:00+08:00 2023-06-13T00:00:00+08:00
    2023-06-13T00:00:01+08:00 2023-06-14T14:00:00+08:00)

# summary FOLDER UNIT [PLATFORM…]: a 汇总表 with a row for each.
summary() {
    local folder=$INBOX/$1 unit=$2 row=0 platform
    mkdir -p "$folder"
    {
        printf '2023年跨行业跨领域工业互联网平台推荐信息汇总表,,,,\n推荐单位（盖章）,%s,,,\n联系人：,陈测试,,,\n联系方式：,0591-80000077,,,\n' "$unit"
        printf '序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）\n'
        for platform in "${@:3}"; do
            row=$((row + 1))
            printf '%s,%s平台,%s科技有限公司,张测试,138000000%02d\n' "$row" "$platform" "$platform" "$row"
        done
    } >"$folder/汇总表.csv"
}

night_of() {
    check "the night of $1" night "$CYCLE" "2023-06-$1+08:00" "$INBOX" "$REGISTERS"
}

first_night() {
    summary 福州市 福州市工业和信息化局 福一 福二 福三
    summary 厦门市 厦门市工业和信息化局
    summary 莆田市 莆田市工业和信息化局 莆一
    mkdir -p "$INBOX/泉州市"
    printf '推荐单位,\377\376坏\n' >"$INBOX/泉州市/坏.csv"
    night_of 09T02:30:00
}

second_night() {
    summary 泉州市 泉州市工业和信息化局 泉一 泉二
    summary 龙岩市 龙岩市工业和信息化局 岩一
    printf '%s\n' '文件,推荐单位,材料,份数,送达时间' ',福州,申报书,6,2023-06-11 10:00' ',福州,汇总表,1,2023-06-11 10:00' \
        ',宁德,零报告,,2023-06-12 10:00' >"$REGISTERS/收件登记.csv"
    night_of 12T20:00:00
}

# A folder named by an alias; what intake has seen is told before a night has read it.
between() {
    summary 平潭经发局 平潭综合实验区经济发展局 岚一
    check "what arrives on the last day is taken" "$ROOT/scripts/nightly" --cycle "$CYCLE" --as-of 2023-06-12T22:30:00+08:00 \
        --inbox "$INBOX" --registers "$REGISTERS" --outbox "$OUTBOX" --data "$WORK/data" --database "$PGURI" --settle 0 --intake-only
}

at_the_deadline() {
    summary 漳州市 漳州市工业和信息化局 漳一
    night_of 13T00:00:00
    summary 南平市 南平市工业和信息化局 南一
    night_of 13T00:00:01
}

after_a_waiver() {
    printf '%s\n' '推荐单位,平台名称,依托企业,批准文号,批准日期,批准人,理由' \
        '福州市,福三平台,福三科技有限公司,闽工信函〔2023〕9号,2023-06-13,批准人甲,重点领域' >"$REGISTERS/超额批准.csv"
    night_of 14T02:30:00
}

report() {
    "$BIN/huizong-report" --cycle "$CYCLE" --database "$PGURI" --as-of "$1" --out "$WORK/report/$1"
}

moment_fits() {
    check "$1: the report is written" report "$1"
    check "$1: page, workbook and reminders say what was computed by hand" $CHECKS moment "$1" "$WORK/report/$1" "$TABLES"
    check "$1: totals add up, and each unit counts once" $CHECKS sums "$WORK/report/$1"
    check "$1: the page is plain and shows nobody" $CHECKS plain "$WORK/report/$1"
    cp -r "$WORK/report/$1" "$WORK/first"
    check "$1: the report is written again" report "$1"
    check "$1: with the same bytes" diff -r "$WORK/first" "$WORK/report/$1"
    rm -r "$WORK/first"
}

# What a night has put into its outbox is what the report says of its moment later on.
outbox_fits() {
    local night=$OUTBOX/$CYCLE/$1 file
    check "the report of $2 is written" report "$2"
    for file in "$WORK/report/$2"/*; do
        check "night $1: ${file##*/} is the same when looked back at" cmp "$file" "$night/${file##*/}"
    done
    check "night $1: the figures agree with its data files" $CHECKS outputs "$night" "$HUIZONG_SCHEMAS"
}

# What is open is what the lists of corrections tell.
slips_fit() {
    is "as of $1: as many findings are open as the units are told" \
        "$(sql "select unit_code, severity, sum(findings) from open_findings_at('$CYCLE', '$1') where unit_code is not null group by 1, 2 order by 1, 2")" \
        "$(sql "select unit_code, severity, count(*) from slip_findings_at('$CYCLE', '$1') where state <> 'fixed' group by 1, 2 order by 1, 2")"
}

browser_fits() {
    local seen=$WORK/seen.json status=0
    /usr/bin/python3 -B "$TOOLS/browser.py" "$WORK/report/$1/进度通报.html" "$WORK/look" >"$seen" || status=$?
    is "$1: a browser shows the page" "$status" 0
    check "$1: it fits 1280 and 360 pixels, asks for nothing, and says the workbook's figures" $CHECKS browser "$seen" "$WORK/report/$1"
    check "$1: it prints" test -s "$WORK/look/page.pdf"
}

status_fits() {
    local said
    said=$("$BIN/huizong-status" --database "$PGURI" --cycle "$CYCLE" --as-of 2023-06-13T00:00:01+08:00 "$1")
    like "status of $1: $3" "$said" "$2"
}

mkdir -p "$REGISTERS"
pg_start
first_night
second_night
between
at_the_deadline
after_a_waiver
for moment in "${MOMENTS[@]}"; do moment_fits "$moment"; done
outbox_fits 20230612T200000 2023-06-12T20:00:00+08:00
outbox_fits 20230613T000001 2023-06-13T00:00:01+08:00
outbox_fits 20230614T023000 2023-06-14T02:30:00+08:00
slips_fit 2023-06-12T20:00:00+08:00
slips_fit 2023-06-14T02:30:00+08:00
browser_fits "${MOMENTS[2]}"
browser_fits "${MOMENTS[5]}"
status_fits 福州市工信局 '占用名额2/2，另批0' "seats, by an alias"
status_fits 福州 '申报书6/9，汇总表1/1，光盘0/1' "paper"
status_fits 南平市 '逾期未计，6月13日 00:00:01送达，逾期' "what arrived, when, and what came of it"
status_fits 泉州 '《坏.csv》：编码无法识别（1处）' "what blocks it"
status_fits 福州 '推荐超出名额（2个）：“福三平台”暂不计入' "that it is over quota"
status_fits 三明市 '已截止1秒' "the time left"
like "a name that nobody knows is told with the nearest" \
    "$("$BIN/huizong-status" --database "$PGURI" --cycle "$CYCLE" 三民市 2>&1)" '没有叫“三民市”的推荐单位，写法最接近的是：三明市'
is "without a unit there is a line for each" "$("$BIN/huizong-status" --database "$PGURI" --as-of 2023-06-13T00:00:01+08:00 | grep -cE '^(..市|平潭|省属)')" 11
done_testing
