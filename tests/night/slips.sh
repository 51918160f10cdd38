#!/bin/bash
# 退回修改意见 and 待发清单 of whole nights, against lists written by hand.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

slips() {
    /usr/bin/python3 -B "$TOOLS/slips.py" "$@"
}

slips_fit() {
    local cycle=$1 date=$2
    check "$cycle: lists of corrections are as written by hand, cell by cell" \
        slips compare "$EXPECTED/$cycle/slips.tsv" "$OUTBOX/$cycle/current/units" "$date"
    check "$cycle: no list of corrections holds what only other units' files hold" \
        slips private "$OUTBOX/$cycle/current/units" "$FIXTURES/$cycle" "$BIN/huizong-extract" "$ROOT/schemas"
}


pg_start

nights_of fujian-2023 "$FIXTURES/fujian-2023"
slips_fit fujian-2023 20230615
# 15 June differs from 13 June by what the office decided: 莆田, 泉州 and 龙岩 had something passed, 宁德 withdrew.
check "fujian-2023: what has changed since the night before is told" slips send "$OUTBOX/fujian-2023/current/待发清单.xlsx" \
    福州市工业和信息化局=无变化 厦门市工业和信息化局=无变化 莆田市工业和信息化局=有变化 三明市工业和信息化局=无变化 泉州市工业和信息化局=有变化 \
    漳州市工业和信息化局=无变化 南平市工业和信息化局=无变化 龙岩市工业和信息化局=有变化 宁德市工业和信息化局=有变化 平潭综合实验区经济发展局=无变化 外地样例科技有限公司=无变化
check "fujian-2023: in the first night all is new" slips send "$OUTBOX/fujian-2023/20230609T023000/待发清单.xlsx" \
    福州市工业和信息化局=新的 厦门市工业和信息化局=新的 莆田市工业和信息化局=新的 三明市工业和信息化局=新的 泉州市工业和信息化局=新的 \
    漳州市工业和信息化局=新的 南平市工业和信息化局=新的 龙岩市工业和信息化局=新的 宁德市工业和信息化局=新的 平潭综合实验区经济发展局=新的

# The same night again, where no earlier outbox lies about: what has changed comes from the data.
cp -a "$OUTBOX/fujian-2023/20230615T023000" "$WORK/first"
rm -r "$OUTBOX/fujian-2023"
check "fujian-2023: the last night again" night fujian-2023 2023-06-15T02:30:00+08:00 "$WORK/laid/fujian-2023/inbox.3" "$WORK/laid/fujian-2023/registers.4"
check "fujian-2023: it gives the same bytes" diff -r "$WORK/first" "$OUTBOX/fujian-2023/20230615T023000"

# A night that ruled and whose outbox did not appear has shown nobody anything: the next one compares with the night before, as a twin that had no such night.
broken=$WORK/broken
mkdir "$broken"
ln -s "$BIN"/huizong-* "$broken/"
rm "$broken/huizong-export"
printf '#!/bin/bash\nexit 74\n' >"$broken/huizong-export"
chmod +x "$broken/huizong-export"
# of TWIN AS_OF N REGISTERS [PROGRAMS]: a night on the twin's own database, data and outbox
of() {
    local twin=$WORK/$1 status=0
    HUIZONG_BIN=${5:-$BIN} "$ROOT/scripts/nightly" --cycle fujian-2023 --as-of "$2" --inbox "$WORK/laid/fujian-2023/inbox.$3" \
        --registers "$WORK/laid/fujian-2023/registers.$4" --outbox "$twin/outbox" --data "$twin/data" --database "${PGURI/\/huizong\?/\/$1?}" --settle 0 || status=$?
    return "$status"
}
psql -Xq "$PGURI" -c "create database torn" -c "create database whole"
status_is "torn: the first night" 1 of torn 2023-06-09T02:30:00+08:00 1 1
status_is "torn: a night that ends after it has ruled" 74 of torn 2023-06-12T20:00:00+08:00 2 2 "$broken"
refute "torn: has no outbox" test -e "$WORK/torn/outbox/fujian-2023/20230612T200000"
status_is "torn: the night after it" 1 of torn 2023-06-13T02:30:00+08:00 3 3
status_is "whole: the first night" 1 of whole 2023-06-09T02:30:00+08:00 1 1
status_is "whole: the last night" 1 of whole 2023-06-13T02:30:00+08:00 3 3
for twin in torn whole; do
    check "$twin: what has changed since the outbox before is told" slips send "$WORK/$twin/outbox/fujian-2023/current/待发清单.xlsx" \
        福州市工业和信息化局=有变化 厦门市工业和信息化局=有变化 莆田市工业和信息化局=有变化 三明市工业和信息化局=有变化 泉州市工业和信息化局=有变化 \
        漳州市工业和信息化局=有变化 南平市工业和信息化局=有变化 龙岩市工业和信息化局=有变化 宁德市工业和信息化局=有变化 平潭综合实验区经济发展局=有变化 外地样例科技有限公司=新的
    like "$twin: so does the deadline report" "$(<"$WORK/$twin/outbox/fujian-2023/current/进度通报.html")" '与6月9日'
done
status_is "torn: the night is made again to the last byte" 0 "$BIN/huizong-replay" --cycle fujian-2023 --database "${PGURI/\/huizong\?/\/torn?}" \
    --archive "$WORK/torn/data/archive" --outbox "$WORK/torn/outbox" --to "$WORK/again" 2023-06-13T02:30:00+08:00

nights_of guangdong-2022 "$FIXTURES/guangdong-2022"
slips_fit guangdong-2022 20220319
is "guangdong-2022: each applicant on the direct route has a list of its own" \
    "$(find "$OUTBOX/guangdong-2022/current/units/省级企业直报/" -name '退回修改意见-*' | wc -l)" 3

# A unit that reports that it recommends nobody has nothing to correct, the others' tables are missing.
mkdir -p "$WORK/inbox" "$WORK/registers"
printf '文件,推荐单位,材料,份数,送达时间,渠道,备注\n,南沙区,零报告,1,2022-03-16 09:00,邮寄,\n' >"$WORK/registers/收件登记.csv"
check "guangzhou-2022: a night with a zero report on paper" night guangzhou-2022 2022-03-16T12:00:00+08:00 "$WORK/inbox" "$WORK/registers"
names=()
while IFS=$'\t' read -r name; do
    names+=("$name=$([[ $name == *南沙区* ]] && echo 无须发送 || echo 新的)")
done < <(sql "select unit_name from unit where cycle = 'guangzhou-2022' and unit_type not in ('direct', 'related') order by unit_order")
check "guangzhou-2022: it has nothing to be sent, the others are reminded" slips send "$OUTBOX/guangzhou-2022/current/待发清单.xlsx" "${names[@]}"
done_testing
