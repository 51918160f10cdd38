#!/bin/bash
# A night speaks where it left something for a person to do or to see that was not so before, and is silent else.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

CYCLE=fujian-2023
INBOX=$WORK/inbox
REGISTERS=$WORK/registers
office=福建省工业和信息化厅

# summary UNIT NAME PLATFORM: a 汇总表 of one platform.
summary() {
    mkdir -p "$INBOX/$1"
    printf '%s\n' 2023年跨行业跨领域工业互联网平台推荐信息汇总表,,,, "推荐单位（盖章）,$2,,," '联系人：,陈测试,,,' '联系方式：,0591-80000077,,,' \
        '序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）' "1,$3平台,$3科技有限公司,张测试,13800000001" >"$INBOX/$1/汇总表.csv"
}

# says WHAT CLOCK LINE: all that the night of this clock says, but for where its results lie.
says() {
    local said
    said=$(night "$CYCLE" "2023-06-$2+08:00" "$INBOX" "$REGISTERS" 2>&1) || true
    is "$1" "${said% → *}" "${3:+$office：$3}"
}

mkdir -p "$REGISTERS"
printf '%s\n' 推荐单位全称,简称,联系人,联系方式 "$office,福建省,何样二,0591-80000099" >"$REGISTERS/本单位.csv"
pg_start

# ten units, of which nine have sent nothing and one has no papers; the choice is not made
summary 福州市 福州市工业和信息化局 福样
says "the first night" 07T02:30:00 "收到 1 件，接收 1，退回 0；推荐 1，占名额 1；待发 10 份，催报 10 家（T-7）；需处理 1 项"
says "nothing new: silent, though slips, reminders and a matter stand as they did" 08T02:30:00 ""
summary 漳州市 漳州市工业和信息化局 漳样
says "a table arrives: its unit's slip is another" 09T02:30:00 "收到 2 件，接收 2，退回 0；推荐 2，占名额 2；待发 1 份，催报 10 家（T-7）；需处理 1 项"
says "the same night once more: silent" 09T02:30:00 ""
says "a reminder is due anew" 10T02:30:00 "收到 2 件，接收 2，退回 0；推荐 2，占名额 2；待发 0 份，催报 10 家（T-3）；需处理 1 项"
says "not again the night after" 11T02:30:00 ""
printf '推荐单位,\377\376坏\n' >"$INBOX/坏.csv"
says "a file of nobody's that cannot be read is a matter" 11T14:00:00 "收到 3 件，接收 2，退回 1；推荐 2，占名额 2；待发 0 份，催报 10 家（T-3）；需处理 2 项"
rm "$INBOX/坏.csv"
says "the deadline is over" 13T02:30:00 "收到 3 件，接收 2，退回 1；推荐 2，占名额 2；待发 0 份，催报 0 家；需处理 2 项"
says "silent" 14T02:30:00 ""

printf '%s\n' 推荐单位,平台名称,依托企业,顺序 福州市,福样平台,福样科技有限公司,1 >"$REGISTERS/遴选结果.csv"
printf '%s\n' 推荐单位,平台名称,依托企业,文件,事项,决定,有效至,决定人,日期,依据 福州市,福样平台,福样科技有限公司,,申报材料不齐全,通过,,何样二,2023-06-14, \
    >"$REGISTERS/审查决定.csv"
says "the last matter is settled" 15T02:30:00 "收到 3 件，接收 2，退回 1；推荐 2，占名额 2；待发 0 份，催报 0 家；需处理 1 项；上报前的事项都已办结，可以正式上报（需处理的事项不影响上报）"
says "once" 16T02:30:00 ""

echo x >"$REGISTERS/撤回登记.et"
echo x >"$REGISTERS/说明.txt.pdf"
ln -s /etc/hostname "$REGISTERS/超额批准.csv"
says "registers that could not be read are a matter, and a text beside them is none" 17T02:30:00 "收到 3 件，接收 2，退回 1；推荐 2，占名额 2；待发 0 份，催报 0 家；需处理 3 项；登记簿没有读入 2 份"
is "each stands where the office looks" "$(/usr/bin/python3 -c '
import sys, openpyxl
for row in openpyxl.load_workbook(sys.argv[1])["登记簿问题"].iter_rows(min_row=4, values_only=True):
    print(row[0], row[4])' "$OUTBOX/$CYCLE/current/审核台账.xlsx")" $'撤回登记.et 登记簿没有读入\n说明.txt.pdf 登记簿文件夹里有别的文件\n超额批准.csv 登记簿没有读入'
says "silent" 18T02:30:00 ""
rm "$REGISTERS/撤回登记.et" "$REGISTERS/说明.txt.pdf" "$REGISTERS/超额批准.csv"
says "and once they are gone, all is settled again" 19T02:30:00 "收到 3 件，接收 2，退回 1；推荐 2，占名额 2；待发 0 份，催报 0 家；需处理 1 项；上报前的事项都已办结，可以正式上报（需处理的事项不影响上报）"
done_testing
