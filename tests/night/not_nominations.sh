#!/bin/bash
# A city puts another table into its folder that has the columns of a 汇总表: last years' winners, what was withdrawn or rejected. It recommends nothing, and what the city
# recommended stands. A 汇总表 with a column missing, or with one more, stays one.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

CYCLE=fujian-2023
INBOX=$WORK/inbox
CURRENT=$OUTBOX/$CYCLE/current
mkdir -p "$WORK/registers"

# put PATH: the lines of stdin as a file of the inbox, a workbook where it is named so.
put() {
    mkdir -p "$INBOX/${1%/*}"
    cat >"$WORK/lines.csv"
    if [[ $1 == *.xlsx ]]; then
        /usr/bin/python3 -B -c '
import csv, openpyxl, sys
book = openpyxl.Workbook()
book.active.title = sys.argv[3] if len(sys.argv) > 3 else "Sheet1"
for row in csv.reader(open(sys.argv[1], encoding="utf-8")):
    book.active.append(row)
book.save(sys.argv[2])' "$WORK/lines.csv" "$INBOX/$1" "${@:2}"
    else
        cp "$WORK/lines.csv" "$INBOX/$1"
    fi
}

# 汇总表 of a unit with two platforms named after it.
recommend() {
    put "$1/汇总表.csv" <<END
2023年跨行业跨领域工业互联网平台推荐信息汇总表,,,,
推荐单位（盖章）：$1,,,联系人：张样,联系方式：0591-80000001
序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）
1,$1甲样平台,$1甲样科技有限公司,林样,13900000001
2,$1乙样平台,$1乙样科技有限公司,陈样,13900000002
END
}

# platform decision reasons, a line for each nomination of a unit.
decided() {
    /usr/bin/python3 -B -c '
import csv, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")):
    if row["unit_name"].startswith(sys.argv[2]):
        print(*filter(None, (row["platform"], row["decision"], row["reasons"])))' "$CURRENT/decisions.csv" "$1"
}

outcome_of() {
    /usr/bin/python3 -B -c '
import csv, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")):
    if row["file"] == sys.argv[2]:
        print(*filter(None, (row["outcome"], row["reason"])))' "$CURRENT/uploads.csv" "$1"
}

told() {
    /usr/bin/python3 -B -c '
import csv, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")):
    if row["file"] == sys.argv[2] and row["code"] == sys.argv[3]:
        print(row["severity"], row["sheet"] + "!" + row["cell"], row["message_zh"])' "$CURRENT/findings.csv" "$1" "$2"
}

# Whether any cell of a workbook holds the text.
says() {
    /usr/bin/python3 -B -c '
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
sys.exit(not any(sys.argv[2] in str(c) for s in book for r in s.iter_rows(values_only=True) for c in r))' "$1" "$2"
}

# The rows of the ledger that name a file.
rows_of() {
    /usr/bin/python3 -B -c '
import openpyxl, sys
for sheet in openpyxl.load_workbook(sys.argv[1]):
    for row in sheet.iter_rows(values_only=True):
        if sys.argv[2] in row:
            print(sheet.title, *(c for c in row if c is not None))' "$CURRENT/审核台账.xlsx" "$1"
}

slip() {
    find "$CURRENT/units/$1" -name '退回修改意见-*.xlsx'
}

refused=(福州市/历年入选名单.csv 厦门市/附表.csv 泉州市/名单.xlsx 漳州市/拟撤回推荐平台名单.xlsx 莆田市/附表.xlsx)
for unit in 福州市 厦门市 泉州市 漳州市 莆田市 三明市 南平市 龙岩市 宁德市; do recommend "$unit"; done

pg_start
check "a night" night $CYCLE 2023-06-08T02:30:00+08:00 "$INBOX" "$WORK/registers"
for unit in 福州市 三明市; do is "$unit has recommended two" "$(decided $unit)" "$unit甲样平台 recommended
$unit乙样平台 recommended"; done

put 福州市/历年入选名单.csv <<END
入选年份,平台名称,依托企业,统一社会信用代码,曾用名,来源
2022,往样云平台,往样科技有限公司,,,通知
END
put 厦门市/附表.csv <<END
推荐单位,平台名称,依托企业,撤回日期,经办人,理由
厦门市,厦门市乙样平台,厦门市乙样科技有限公司,2023-06-07,张样,企业申请
END
put 泉州市/名单.xlsx <<END
2022年跨行业跨领域工业互联网平台入选名单,,
序号,平台名称,依托企业
1,往样云平台,往样科技有限公司
END
put 漳州市/拟撤回推荐平台名单.xlsx <<END
序号,平台名称,依托企业
1,漳州市乙样平台,漳州市乙样科技有限公司
END
put 莆田市/附表.xlsx 未推荐平台 <<END
推荐单位,序号,平台名称,依托企业,备注
莆田市,1,落样平台,落样科技有限公司,
END
put 三明市/补报.csv <<END
推荐单位（盖章）：三明市,,,,
推荐单位,序号,平台名称,依托企业,统一社会信用代码
三明市,1,三明市甲样平台,三明市甲样科技有限公司,
三明市,2,三明市丙样平台,三明市丙样科技有限公司,
END
put 南平市/补报.xlsx <<END
推荐单位（盖章）：南平市,,,联系人：张样,联系方式：0591-80000001
入选年份,平台名称,依托企业,联系人,联系方式（手机）
2022,南平市甲样平台,南平市甲样科技有限公司,林样,13900000001
,南平市乙样平台,南平市乙样科技有限公司,陈样,13900000002
END
put 龙岩市/补报.csv <<END
国家级平台入选名单,,,,
推荐单位（盖章）：龙岩市,,,联系人：张样,联系方式：0591-80000001
序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）
1,龙岩市甲样平台,龙岩市甲样科技有限公司,林样,13900000001
END
check "the night after" night $CYCLE 2023-06-09T02:30:00+08:00 "$INBOX" "$WORK/registers"
for file in "${refused[@]}"; do
    unit=${file%%/*}
    is "$file is refused" "$(outcome_of "$file")" "refused table_of_other_kind"
    is "and what $unit recommended stands" "$(decided "$unit")" "$unit甲样平台 recommended
$unit乙样平台 recommended"
    like "the unit is told what it looks like and what to do" "$(told "$file" table_of_other_kind)" '^error .*又没有“联系人、联系方式（手机）”栏.*一个也没有计入推荐'
    check "in its slip" says "$(slip "$unit")" 一个也没有计入推荐
    like "and the office in its ledger" "$(rows_of "$file")" 不是推荐信息汇总表
done
like "with the place" "$(told 福州市/历年入选名单.csv table_of_other_kind)" '^error !A1 .*写有“入选年份”'
like "of the title" "$(told 泉州市/名单.xlsx table_of_other_kind)" '^error Sheet1!A1 这张表.*写有“2022年跨行业跨领域工业互联网平台入选名单”'
like "or the sheet" "$(told 莆田市/附表.xlsx table_of_other_kind)" '^error 未推荐平台! .*写有“未推荐平台”'
table=$(official_table $CYCLE)
for name in 往样云平台 落样平台; do refute "$name stands in no official table" says "$table" $name; done
check "what was recommended does" says "$table" 漳州市乙样平台

is "a 汇总表 without 联系人 is read as ever" "$(outcome_of 三明市/补报.csv)" accepted
is "and is the city's" "$(decided 三明市)" "三明市甲样平台 recommended
三明市乙样平台 withdrawn dropped_by_resubmission
三明市丙样平台 recommended"
is "a whole one with 入选年份 as well" "$(outcome_of 南平市/补报.xlsx)" accepted
is "with its platforms" "$(decided 南平市)" "南平市甲样平台 recommended
南平市乙样平台 recommended"
is "a whole one that is named like another is held" "$(decided 龙岩市)" "龙岩市甲样平台 needs_review table_named_otherwise
龙岩市乙样平台 withdrawn dropped_by_resubmission"
like "and the unit told" "$(told 龙岩市/补报.csv table_named_otherwise)" '国家级平台入选名单.*暂不计入，待主管处室核定'
check "the office is asked" says "$CURRENT/审核台账.xlsx" 表的名称不像推荐名单

printf '推荐单位,平台名称,依托企业,文件,事项,决定,有效至,决定人,日期,依据\n,,,龙岩市/补报.csv,表的名称不像推荐名单,通过,,何样二,2023-06-09,电话核实\n' >"$WORK/registers/审查决定.csv"
check "a night with its decision" night $CYCLE 2023-06-10T02:30:00+08:00 "$INBOX" "$WORK/registers"
is "lets it in" "$(decided 龙岩市)" "龙岩市甲样平台 recommended review_passed
龙岩市乙样平台 withdrawn dropped_by_resubmission"
done_testing
