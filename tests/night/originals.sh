#!/bin/bash
# What came is proven when it is read again: an original that the archive lost, or has other bytes of, is never taken for what was sent, is named, stops
# nobody else's results, and comes back from the inbox.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

CYCLE=fujian-2023
INBOX=$WORK/inbox
KEEP=$WORK/as-sent
NOW=$OUTBOX/$CYCLE/current
mkdir -p "$INBOX"/{福州市,厦门市,泉州市} "$KEEP" "$WORK/registers"

# summary UNIT PLATFORM PHONE: a unit's table with one platform
summary() {
    printf '推荐单位（盖章）,%s工业和信息化局\n联系人,甲\n联系方式,0592-80000002\n' "$1"
    printf '序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）\n1,%s,%s有限公司,乙,%s\n' "$2" "$2" "$3"
}

# at CLOCK [OPTION…]: a night whose word is in $WORK/said; its status is printed
at() {
    local status=0
    "$ROOT/scripts/nightly" --cycle $CYCLE --as-of "2023-06-${1}+08:00" --inbox "$INBOX" --registers "$WORK/registers" --outbox "$OUTBOX" \
        --data "$WORK/data" --database "$PGURI" --settle 0 "${@:2}" >"$WORK/said" 2>&1 || status=$?
    echo "$status"
}

original() {
    local sum
    sum=$(sha256sum <"$KEEP/$1")
    echo "$WORK/data/archive/${sum:0:2}/${sum:0:64}"
}

# Other bytes, as many as before: only who reads it all can tell.
alter() {
    chmod u+w "$(original "$1")"
    sed -i 's/云/雲/' "$(original "$1")"
}

# decided: platform and decision of each nomination
decided() {
    cut -d , -f 5,7 "$NOW/decisions.csv" | tail -n +2 | LC_ALL=C sort
}

# sheets_of UNIT: names of the sheets of its list of corrections, and whether its head says that a copy is missing
sheets_of() {
    /usr/bin/python3 - "$NOW"/units/*"$1"*/退回修改意见-*.xlsx <<'PYTHON'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
said = any("没有附标了颜色的原表" in str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row if cell)
print(" ".join(book.sheetnames), said)
PYTHON
}

what_waits_is_proven_before_it_is_read() {
    is "three files are taken" "$(at 09T02:00:00 --intake-only)" 0
    alter 福州.csv
    alter 厦门.csv
    rm -f "$(original 泉州.csv)" "$INBOX/福州市/福州.csv"
    is "a night over altered originals" "$(at 09T02:30:00)" 70
    like "the one that lies in the inbox no longer is named" "$(cat "$WORK/said")" \
        '未能读入：福州市/福州.csv（normalise=65 load=65）：归档中的原件已损坏或被改动.*收件目录'
    like "the altered one that lies there is back" "$(cat "$WORK/said")" '补齐：厦门市/厦门.csv'
    like "so is the one that was gone" "$(cat "$WORK/said")" '补齐：泉州市/泉州.csv'
    check "as it was sent" cmp "$(original 厦门.csv)" "$KEEP/厦门.csv"
    is "nothing is decided by other bytes, and the others are decided" "$(decided)" $'厦门云,recommended\n泉州云,recommended'
    rm -f "$(original 福州.csv)"
    is "the next night" "$(at 09T03:30:00)" 70
    like "says of one that is gone that it is gone" "$(cat "$WORK/said")" '未能读入：福州市/福州.csv（normalise=66 load=65）：归档中的原件不见了'
    cp "$KEEP/福州.csv" "$INBOX/福州市/福州.csv"
    is "the same bytes put into the inbox once more" "$(at 09T04:30:00)" 1
    is "are all it takes" "$(decided)" $'厦门云,recommended\n泉州云,recommended\n福州云,recommended'
    is "and it arrived when it arrived" "$(grep -o '福州市/福州.csv.*' "$NOW/uploads.csv" | cut -d , -f 7)" 2023-06-09T02:00:00+08:00
}

what_was_read_is_missed_by_its_copy_alone() {
    is "福州's list of corrections has a marked copy" "$(sheets_of 福州)" "退回意见 问题清单 文件 1 福州 False"
    alter 福州.csv
    rm "$INBOX/福州市/福州.csv"
    is "a night without one original" "$(at 10T02:30:00)" 1
    like "names file and unit" "$(cat "$WORK/said")" '归档中福州市.*的文件福州市/福州.csv已损坏'
    is "has its results" "$(readlink "$NOW")" 20230610T023000
    is "福州's list without the copy, and with a word" "$(sheets_of 福州)" "退回意见 问题清单 文件 True"
    is "厦门's as ever" "$(sheets_of 厦门)" "退回意见 问题清单 文件 1 厦门 False"
    is "and the same decisions" "$(decided)" $'厦门云,recommended\n泉州云,recommended\n福州云,recommended'
    rm -f "$(original 福州.csv)"
    at 10T03:30:00 >"$WORK/status"
    like "it is told each night" "$(cat "$WORK/said")" '归档中福州市.*的文件福州市/福州.csv不见了'
    status_is "a night that had the copy cannot be made again without it" 65 "$BIN/huizong-replay" --cycle $CYCLE --database "$PGURI" \
        --archive "$WORK/data/archive" --outbox "$OUTBOX" --to "$WORK/again" 2023-06-09T04:30:00+08:00
    cp "$KEEP/福州.csv" "$INBOX/福州市/福州.csv"
    at 10T04:30:00 >"$WORK/status"
    like "put into the inbox once more it is filed" "$(cat "$WORK/said")" '补齐：福州市/福州.csv'
    is "and copied" "$(sheets_of 福州)" "退回意见 问题清单 文件 1 福州 False"
    is "the next night has nothing to say" "$(at 10T05:30:00) $(cat "$WORK/said")" "1 "
}

pg_start
summary 福州市 福州云 1380000 >"$KEEP/福州.csv"
summary 厦门市 厦门云 1380001 >"$KEEP/厦门.csv"
summary 泉州市 泉州云 13800000003 >"$KEEP/泉州.csv"
for unit in 福州 厦门 泉州; do cp "$KEEP/$unit.csv" "$INBOX/${unit}市/"; done
what_waits_is_proven_before_it_is_read
what_was_read_is_missed_by_its_copy_alone
done_testing
