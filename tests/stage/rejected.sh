#!/bin/bash
# Rejected rows of lists come back as files, as they were written.
. "$(dirname "$0")/../lib.sh"

load() {
    local path=$1
    shift
    local arrival
    arrival=$(sql "insert into content values (encode(sha256('$path'), 'hex'), 1);
        insert into arrival (cycle, source, path, sha256, changed_at, first_seen_at)
        values ('fujian-2023', 'inbox', '$path', encode(sha256('$path'), 'hex'), '2023-06-10 00:00Z', '2023-06-10 00:00Z')
        returning arrival_id")
    /usr/bin/python3 "$ROOT/tests/sql/kit/typed_list.py" "$@" |
        "$BIN/huizong-load" --database "$PGURI" --cycle fujian-2023 --arrival "$arrival" || [[ $? -eq 1 ]]
}

night() {
    local as_of=$1 outbox=$2
    "$BIN/huizong-enforce" --database "$PGURI" --cycle fujian-2023 --as-of "$as_of" 2>/dev/null || [[ $? -eq 1 ]]
    "$BIN/huizong-export" --database "$PGURI" --cycle fujian-2023 --as-of "$as_of" --outbox "$outbox" >/dev/null
}

files() {
    (cd "$1/fujian-2023/current" && find units -name '退回行*' | sort)
}

pg_start
"$BIN/huizong-setup" --database "$PGURI" >/dev/null
load 福州市/旧的.xlsx --rows 5 --reject 7
load 福州市/设备.xlsx --rows 5 --part 1/2 --reject 8 --take-back 3 --reject 3 --rows 4 --part 2/2 --reject 9
load 福州市/没有退回的.xlsx --rows 5 --platform 丙平台
load 福州市/乙平台/整册退回.csv --rows 5 --reject 7 --refused reject_limit_exceeded
load 福州市/乙平台/再次退回.csv --rows 5 --reject 7 --refused reject_limit_exceeded
load 福州市/很多.xlsx --rows 1 --reject-many 2500 --platform 丁平台
night 2023-06-11T08:00:00+08:00 "$WORK/outbox"

is "a file for each list that has rejected rows, in force or refused, of two with one name the second numbered" \
    "$(files "$WORK/outbox")" \
    $'units/福州市/退回行-工业设备清单-丁平台.csv
units/福州市/退回行-工业设备清单-乙平台.csv
units/福州市/退回行-工业设备清单-乙平台（2）.csv
units/福州市/退回行-工业设备清单-甲平台-第1册.csv
units/福州市/退回行-工业设备清单-甲平台-第2册.csv'
folder=$WORK/outbox/fujian-2023/current/units/福州市
is "rows as written, under their header, behind where they stood (in which sheet, where two of the file are such lists) and why; above it platform and part" \
    "$(cat "$folder/退回行-工业设备清单-甲平台-第1册.csv")" \
    $'\uFEFF平台名称：甲平台\r
第1册/共2册\r
原行号,原工作表,退回原因,,设备ID,"设备""名\\称",日运行,数量,备注\r
3,清单1,日期无效；数字无法读取,,"SB""3\\",,"a\tb,c"\r
8,清单1,日期无效；数字无法读取,,"SB""8\\",,"a\tb,c"\r'
is "thousands of them are written page by page" "$(cut -d , -f 1 "$folder/退回行-工业设备清单-丁平台.csv" | sort -u | wc -l)" 2502
cp -r "$WORK/outbox" "$WORK/first"
night 2023-06-11T08:00:00+08:00 "$WORK/outbox"
check "the same state gives the same bytes" diff -r "$WORK/first" "$WORK/outbox"
done_testing
