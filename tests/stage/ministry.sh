#!/bin/bash
# ministry: the onward package. Drafts whose reasons are settled one by one, the final one written once, its versions, and its proof.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

here=$ROOT/tests/stage
cycle=fujian-2023
inbox=$WORK/inbox
registers=$WORK/registers
title=2023年跨行业跨领域工业互联网平台推荐信息汇总表
office=福建省工业和信息化厅
shelf=$OUTBOX/ministry

referee() {
    /usr/bin/python3 -B "$here/ministry_referee.py" "$@"
}
# register NAME LINE…: the register's file, its header first, as of this night
register() {
    printf '%s\r\n' "${@:2}" >"$registers/$1.csv"
}
night_at() {
    check "the night of $1 runs to its end" night $cycle "2023-06-$1:00+08:00" "$inbox" "$registers"
    said=$("$BIN/huizong-export" --cycle $cycle --outbox "$OUTBOX" --database "$PGURI" --as-of "2023-06-$1:00+08:00" --summary)
    draft=$OUTBOX/$cycle/current/ministry
}
sign() {
    exec "$BIN/huizong-export" --final --cycle $cycle --outbox "$OUTBOX" --archive "$WORK/data/archive" --database "$PGURI" "$@"
}
final() {
    (sign "$@")
}
# shellcheck disable=SC2120
signed() {
    final --doc-no 闽工信函〔2023〕8号 --by 何样二 "$@"
}
verify() {
    timeout 60 "$BIN/huizong-export" --verify "$1"
}
open_matters() {
    referee open "$draft"
}
frozen() {
    (cd "$1" && find . -printf '%P %i %m %T@\n' | sort && find . -type f -print0 | sort -z | xargs -0 sha256sum)
}
events() {
    sql "select version, doc_no, signed_by, reason, lists, personal from export_event where cycle = '$cycle' order by version"
}

mkdir -p "$inbox/福州市" "$inbox/厦门市" "$inbox/莆田市" "$registers"
from=$ROOT/fixtures/$cycle
cp "$from/inbox.1/福州市/来回改.csv" "$inbox/福州市/"
cp -R "$from/inbox.3/福州市/福云工联平台" "$inbox/福州市/"
cp "$from/inbox.1/厦门市/三个平台.csv" "$inbox/厦门市/"
cp "$from/inbox.1/莆田市/汇总表 Unicode文本.txt" "$inbox/莆田市/"
cp -R "$from/inbox.3/莆田市/木兰云工业互联网平台" "$inbox/莆田市/"

ludao=厦门市,鹭岛智联平台,厦门𠮷联智造有限公司
fuyun=福州市,福云工联平台,福州云帆数联科技有限公司
minjiang=福州市,闽江数造平台,福州闽江数造信息技术有限公司
haisi=厦门市,海丝云链平台,厦门海丝云链科技有限公司
decided=推荐单位,平台名称,依托企业,文件,事项,决定,有效至,决定人,日期,依据
register 本单位 推荐单位全称,简称,联系人,联系方式 $office,福建省,何样二,0591-80000099
register 历年入选名单 入选年份,平台名称,依托企业,统一社会信用代码,曾用名,来源 2022,木兰云工业互联网平台,莆田木兰云数字科技有限公司,,,虚构样例

pg_start

night_at 10T02:30
is "before the deadline, without a choice and with a third nomination it is a draft" "$(open_matters)" \
    "draft over_quota selection_missing deadline_not_over"
is "and says so in the name of every file" "$(cd "$draft" && find . -type f ! -name '*送审稿*' | LC_ALL=C sort | xargs)" \
    "./manifest.json ./manifest.json.sha256"
is "its files are these" "$(cd "$draft" && find . -name '*送审稿*' | LC_ALL=C sort)" "$(LC_ALL=C sort <<TEXT
./附件3-$title-$office-送审稿.xlsx
./指标汇总-送审稿.xlsx
./推荐名单-送审稿.csv
./推荐名单-送审稿.GB18030.csv
./指标数据-送审稿.csv
./指标数据-送审稿.GB18030.csv
./已知提示-送审稿.csv
./已知提示-送审稿.GB18030.csv
./生僻字-送审稿.csv
./生僻字-送审稿.GB18030.csv
TEXT
)"
check "送审稿 stands in each page header and in no cell" referee marked "$draft"
check "the manifest counts, measures and hashes what is there" referee manifest "$draft"
check "the twins are the same text, byte for byte as Python writes GB18030" referee twins "$draft"
is "𠮷 is told, with its place" "$(referee rare "$draft")" "𠮷 U+20BB7 GBK未收 推荐名单-送审稿.csv 4 依托企业 1"
check "a draft verifies" verify "$draft"
is "without a choice all that stands is in it" "$(referee platforms "$draft")" \
    "福云工联平台 闽江数造平台 鹭岛智联平台 厦云工业大脑 木兰云工业互联网平台 莆阳智造云 湄洲工联平台"
status_is "a final package is refused" 65 signed
like "each matter is told with what to do, and of which moment" "$(signed 2>&1 || true)" '^没有生成正式上报材料.*材料据2023年6月10日 02:30的汇总结果.*超额待定.*海丝云链平台.*超额批准.*遴选结果.*截止'
refute "and nothing is written" test -e "$shelf/$cycle-v1"
is "nor booked" "$(events)" ""

register 遴选结果 推荐单位,平台名称,依托企业,顺序 $ludao,1 $fuyun,2 $minjiang,3
night_at 13T02:30
is "three are chosen where two may be" "$(open_matters)" \
    "draft over_quota onward_over_limit application_incomplete application_incomplete"
is "the chosen by rank, and the exempt" "$(referee platforms "$draft")" \
    "鹭岛智联平台 福云工联平台 闽江数造平台 木兰云工业互联网平台"

register 超额批准 推荐单位,平台名称,依托企业,批准文号,批准日期,批准人,理由 "$office,${minjiang#*,},工信部样函〔2023〕9号,2023-06-12,部样一,示范"
register 撤回登记 推荐单位,平台名称,依托企业,撤回日期,经办人,理由 $haisi,2023-06-13,陈样一,放弃
register 审查决定 "$decided" "$ludao,,申报材料不齐全,,,何样二,2023-06-13," "厦门市,没有的平台,,,late,通过,,何样二,2023-06-13,"
night_at 14T02:30
is "the office's own waiver raises the limit; bad and unmatched register lines are open" "$(open_matters)" \
    "draft register_line_bad register_line_unmatched application_incomplete application_incomplete"

register 审查决定 "$decided" "$ludao,,申报材料不齐全,通过,,何样二,2023-06-14,部里催报" "$minjiang,,application_incomplete,通过,,何样二,2023-06-14,部里催报"
night_at 15T02:30
is "nothing is open" "$(open_matters)" final
is "so no name bears 送审稿" "$(find "$draft" -name '*送审稿*')" ""
check "nor does a page" referee unmarked "$draft"
is "the waiver stands beside its platform" "$(referee column "$draft" 超额批准文号)" " |  | 工信部样函〔2023〕9号 | "

status_is "nobody signs" 64 final --doc-no 1
status_is "no document number" 64 final --by 何样二
status_is "people's data without a reason" 64 signed --with-lists --with-personal
status_is "another clock than the last night's" 64 signed --as-of 2023-06-14T02:30:00+08:00
status_is "an outbox that cannot be made" 73 signed --outbox /dev/null/x
sql "update cycle set quota = quota + 7 where cycle = '$cycle'"
status_is "a database that has not what was booked" 65 signed
like "is named, and what to do" "$(signed 2>&1)" '^数据库里的周期设置'
sql "update cycle set quota = quota - 7 where cycle = '$cycle'"
printf '%d %064d\n' 900000 0 >"$WORK/heads"
status_is "an audit that was cut off its end" 65 signed --heads "$WORK/heads"
is "none of them leaves anything" "$(find "$shelf" -mindepth 1)" ""

# A kill between rename and booking: the table of events takes no row while another session holds it.
mkfifo "$WORK/hold"
PGOPTIONS='-c search_path=huizong' psql -XAtq "$PGURI" <"$WORK/hold" >"$WORK/held" &
exec 9>"$WORK/hold"
echo "begin; lock table export_event in share row exclusive mode;" >&9
until [[ $(sql "select count(*) from pg_locks where relation = 'export_event'::regclass and mode = 'ShareRowExclusiveLock' and granted") == 1 ]]; do :; done
sign --doc-no 闽工信函〔2023〕8号 --by 何样二 >"$WORK/killed" 2>&1 &
maker=$!
until [[ $(sql "select count(*) from pg_locks where relation = 'export_event'::regclass and not granted") == 1 ]]; do :; done
status_is "a second one at the same time is sent away" 75 final --doc-no 第二份 --by 别人
like "and told what to wait for" "$(final --doc-no 第二份 --by 别人 2>&1)" '：另一份正式上报材料正在生成，待其完成后再运行'
kill -KILL $maker
wait $maker 2>/dev/null || true
# the server would book all the same once it can
sql "select pg_terminate_backend(pid) from pg_locks where relation = 'export_event'::regclass and not granted" >"$WORK/ended"
until [[ $(sql "select count(*) from pg_locks where relation = 'export_event'::regclass and not granted") == 0 ]]; do :; done
echo "rollback;" >&9
exec 9>&-
wait
check "killed between rename and booking: the package is there" test -d "$shelf/$cycle-v1"
is "but not booked" "$(events)" ""
before=$(frozen "$shelf/$cycle-v1")
line=$(final --doc-no 别的文号 --by 别人)
like "the next call verifies and books it" "$line" '已核验并补记.*已有正式上报材料v1'
is "as it was signed" "$(events)" "1|闽工信函〔2023〕8号|何样二||f|f"
like "once more: it is there already, of which moment" "$(signed)" '^目前的状态已有正式上报材料v1.*材料据2023年6月15日 02:30的汇总结果'
is "and nothing was touched" "$(frozen "$shelf/$cycle-v1")" "$before"
check "the package proves itself" verify "$shelf/$cycle-v1"
check "its manifest counts, measures and hashes" referee manifest "$shelf/$cycle-v1"
check "its twins are byte for byte" referee twins "$shelf/$cycle-v1"
is "read-only" "$(stat -c %a "$shelf/$cycle-v1" "$shelf/$cycle-v1/"* | sort | uniq -c | xargs)" "12 440 1 550"
check "the archive has its bytes" referee archived "$shelf/$cycle-v1" "$WORK/data/archive"
is "the event names the manifest" "$(sql "select manifest_sha256 from export_event")" "$(sha256sum "$shelf/$cycle-v1/manifest.json" | cut -d' ' -f1)"
check "huizong-load finds it booked" "$BIN/huizong-load" --database "$PGURI" --cycle $cycle --event "$shelf/$cycle-v1"
status_is "huizong-load books no draft" 64 "$BIN/huizong-load" --database "$PGURI" --cycle $cycle --event "$draft"
check "known warnings stand in the package" grep -q "申报材料照现状上报.*鹭岛智联平台.*何样二" "$shelf/$cycle-v1/已知提示.csv"

night_at 15T02:30
refute "the same state is told nothing of" grep -q 与正式上报材料 <<<"$said"
like "but that it went" "$said" '；需处理 [0-9]+ 项；已正式上报（v1） →'
refute "nor found" grep -q final_package_differs "$OUTBOX/$cycle/current/findings.csv"

# Damage: each kind on a copy.
damaged() {
    chmod -R u+w "$WORK/copy" 2>/dev/null || true
    rm -rf "$WORK/copy"
    cp -R "$shelf/${1:-$cycle-v1}" "$WORK/copy"
    chmod -R u+w "$WORK/copy"
}
deviates() {
    local output status=0
    output=$(verify "$WORK/copy" 2>&1) || status=$?
    is "$1: exit status" "$status" 65
    like "$1: by name" "$output" "$2"
}
list=$WORK/copy/推荐名单
damaged; referee flip "$WORK/copy/附件3-$title-$office.xlsx"
deviates "one flipped byte" "附件3-$title-$office.xlsx：SHA-256应为"
damaged; rm "$WORK/copy/指标汇总.xlsx"
deviates "a missing file" "指标汇总.xlsx：清单里有"
damaged; : >"$WORK/copy/另一个.csv"
deviates "an added file" "另一个.csv：清单里没有"
damaged; mv "$list.csv" "${list}2.csv"
deviates "a renamed file" "推荐名单.csv：清单里有.*推荐名单2.csv：清单里没有"
damaged; printf 'x' >>"$list.csv"
deviates "a longer file" "推荐名单.csv：应为[0-9]+字节"
damaged; referee flip "$list.GB18030.csv"
deviates "an altered twin" "推荐名单.GB18030.csv：SHA-256应为"
damaged; sed -i 's/何样二/何样三/' "$WORK/copy/manifest.json"
deviates "an altered manifest" "manifest.json：SHA-256应为"
damaged; rm "$WORK/copy/manifest.json.sha256"
deviates "a manifest without its seal" "manifest.json.sha256：清单里有"
damaged; echo '{' >"$WORK/copy/manifest.json"
deviates "a manifest that is none" "manifest.json"
damaged; rm "$WORK/copy/manifest.json"
deviates "no manifest" "no manifest.json"
damaged; referee forge "$WORK/copy"
deviates "a twin that was altered with manifest and seal" "推荐名单.GB18030.csv：内容与推荐名单.csv不同"
damaged; mkdir "$WORK/copy/文件夹"
deviates "a folder in it" "文件夹：清单里没有"
for file in 推荐名单.csv 推荐名单.GB18030.csv 指标汇总.xlsx; do
    damaged; mv "$WORK/copy/$file" "$WORK/elsewhere"; mkfifo "$WORK/copy/$file"
    deviates "$file is a pipe" "$file：应为普通文件"
    damaged; ln -sf "$WORK/elsewhere" "$WORK/copy/$file"
    deviates "$file is a link" "$file：应为普通文件"
    damaged; rm "$WORK/copy/$file"; mkdir "$WORK/copy/$file"
    deviates "$file is a folder" "$file：应为普通文件"
done
damaged; rm "$WORK/copy/manifest.json.sha256"; mkfifo "$WORK/copy/manifest.json.sha256"
deviates "the seal is a pipe" "manifest.json.sha256：清单里有"
damaged; rm "$WORK/copy/manifest.json"; mkfifo "$WORK/copy/manifest.json"
deviates "the manifest is a pipe" "not a plain file"
damaged; mkfifo "$WORK/copy/销毁记录.csv"
deviates "a record of a disposal that is a pipe" "销毁记录.csv：清单里没有"

# A record of a disposal that nobody wrote: FOLDER FILE…
recorded() {
    local file number=0
    printf '\xef\xbb\xbf序号,类别,文件,SHA-256,推荐单位,材料,行数,处理\r\n' >"$WORK/copy/销毁记录.csv"
    for file in "${@:2}"; do
        printf '%s,正式上报材料,ministry/%s/%s,%s,,,,已删除\r\n' "$((number += 1))" "$1" "$file" \
            "$(sha256sum "$shelf/$1/$file" | cut -d' ' -f1)" >>"$WORK/copy/销毁记录.csv"
    done
}
table=附件3-$title-$office.xlsx
damaged; echo 随便写的 >"$WORK/copy/销毁记录.csv"
deviates "a record of a disposal that is none" "销毁记录.csv：清单里没有"
damaged; recorded $cycle-v1 "$table"; rm "$WORK/copy/$table"
deviates "the official table is never disposed of" "$table：清单里有.*销毁记录.csv：清单里没有"
damaged
status_is "other rights are told and no fault" 0 verify "$WORK/copy"
like "by name" "$(verify "$WORK/copy")" '推荐名单.csv：权限应为0440，实为0640'
status_is "no such folder" 66 verify "$WORK/nowhere"

# Another state: told by the night, and another version with its reason.
register 遴选结果 推荐单位,平台名称,依托企业,顺序 $fuyun,1 $ludao,2
register 超额批准 推荐单位,平台名称,依托企业,批准文号,批准日期,批准人,理由
register 审查决定 "$decided" "$ludao,,申报材料不齐全,通过,,何样二,2023-06-14,部里催报"
mkdir -p "$inbox/泉州市"
echo '%PDF-1.4' >"$inbox/泉州市/扫描件.pdf"
echo '%PDF-1.4 x' >"$inbox/扫描件.pdf"
check "files and registers are booked between nights" "$BIN/huizong-intake" --cycle $cycle --inbox "$inbox" --registers "$registers" \
    --archive "$WORK/data/archive" --database "$PGURI" --as-of 2023-06-15T12:00:00+08:00 --settle 0
status_is "what no night has read is not sealed over" 65 signed --reason 闽江数造平台退出
like "how many of which unit and which registers, of which moment, and what to do" "$(signed 2>&1 || true)" \
    '材料据2023年6月15日 02:30的汇总结果.*有5件.*泉州市工业和信息化局1件、不在单位文件夹里的1件、登记簿“审查决定.csv”、登记簿“超额批准.csv”、登记簿“遴选结果.csv”.*夜间任务'
is "nothing is written" "$(ls "$shelf")" $cycle-v1
night_at 16T02:30
is "nothing is open" "$(open_matters)" final
check "the night finds that the final package says something else" \
    grep -q 'warning,final_package_differs,v1,' "$OUTBOX/$cycle/current/findings.csv"
like "and its line says so" "$said" '；上报前的事项都已办结，可以另出一版（需处理的事项不影响上报）；与正式上报材料不一致 →'
status_is "another version needs a reason" 64 signed
is "the first one was not touched" "$(frozen "$shelf/$cycle-v1")" "$before"
check "with a reason it is written" signed --reason 闽江数造平台退出
is "the differences" "$(referee differences "$shelf/$cycle-v2/与v1的差异.csv")" "推荐名单|福州市工业和信息化局|福云工联平台|福州云帆数联科技有限公司|序号|2|1
推荐名单|厦门市工业和信息化局|鹭岛智联平台|厦门𠮷联智造有限公司|序号|1|2
推荐名单|莆田市工业和信息化局|木兰云工业互联网平台|莆田木兰云数字科技有限公司|序号|4|3
推荐名单|福州市工业和信息化局|闽江数造平台|福州闽江数造信息技术有限公司|整行|在列|删去"
is "the first one was not touched" "$(frozen "$shelf/$cycle-v1")" "$before"
check "it verifies" verify "$shelf/$cycle-v2"

check "lists on request" signed --with-lists --reason 部里要清单
check "it verifies" verify "$shelf/$cycle-v3"
check "the lists are whole and in order, people masked" referee lists "$shelf/$cycle-v3" masked
check "with people, for a reason" signed --with-lists --with-personal --reason 部里要名单
check "the lists are whole and in order, people as written" referee lists "$shelf/$cycle-v4" written
is "all of it is booked" "$(events)" "1|闽工信函〔2023〕8号|何样二||f|f
2|闽工信函〔2023〕8号|何样二|闽江数造平台退出|f|f
3|闽工信函〔2023〕8号|何样二|部里要清单|t|f
4|闽工信函〔2023〕8号|何样二|部里要名单|t|t"
night_at 16T02:30
like "the line names the newest" "$said" '；已正式上报（v4） →'
refute "the newest says what the state is" grep -q final_package_differs "$OUTBOX/$cycle/current/findings.csv"

# Who has the folder alone cannot prove the record, and is told; a list of people and nothing else may be gone.
people=清单-01-花名册.csv
damaged $cycle-v4; recorded $cycle-v4 "$people"; rm "$WORK/copy/$people"
status_is "a list of people may be gone" 0 verify "$WORK/copy"
like "the record of it is told, with its digest" "$(verify "$WORK/copy")" \
    "销毁记录.csv：定稿之后才放入.*SHA-256是$(sha256sum "$WORK/copy/销毁记录.csv" | cut -d' ' -f1)"
like "and not counted" "$(verify "$WORK/copy" | tail -n 1)" \
    "所列$(referee count "$WORK/copy")个文件，$(($(referee count "$WORK/copy") - 1))个齐全"
recorded $cycle-v4 "$people" "$table"; rm "$WORK/copy/$table"
deviates "beside it the official table is missing all the same" "$table：清单里有"
damaged $cycle-v4; recorded $cycle-v3 "$people"; rm "$WORK/copy/$people"
deviates "the record of another package is none" "$people：清单里有.*销毁记录.csv：清单里没有"
damaged $cycle-v3; recorded $cycle-v3 "$people"; rm "$WORK/copy/$people"
deviates "where people were masked nothing is disposed of" "$people：清单里有.*销毁记录.csv：清单里没有"

mv "$shelf/$cycle-v4" "$WORK/away"
status_is "a package that was booked and is gone stops the next one" 66 signed --reason x
like "and says where it may be found" "$(signed --reason x 2>&1 || true)" \
    "正式上报材料v4已经登记，但文件夹$shelf/$cycle-v4不在.*--outbox.*备份"
is "nothing else is written" "$(ls "$shelf")" "$(printf '%s\n' $cycle-v{1,2,3})"
mv "$WORK/away" "$shelf/$cycle-v4"
chmod u+w "$shelf/$cycle-v4" "$shelf/$cycle-v4/推荐名单.csv"
referee flip "$shelf/$cycle-v4/推荐名单.csv"
status_is "so does a damaged one" 65 signed --reason x
like "and says how to find out what is" "$(signed --reason x 2>&1 || true)" "$shelf/$cycle-v4已损坏.*--verify.*备份"

# Nobody stands: an empty package is signed where the office has decided so, and never because nothing came.
mkdir -p "$WORK/zero/广州市" "$WORK/zero.registers"
lone_night() {
    check "guangdong-2022: the night of $1 runs to its end" night guangdong-2022 "$1T02:30:00+08:00" "$WORK/zero" "$WORK/zero.registers"
    said=$("$BIN/huizong-export" --cycle guangdong-2022 --outbox "$OUTBOX" --database "$PGURI" --as-of "$1T02:30:00+08:00" --summary)
    draft=$OUTBOX/guangdong-2022/current/ministry
}
lone_final() {
    (cycle=guangdong-2022 && signed)
}
gd=广东省工业和信息化厅
lone_night 2022-03-17
is "before the deadline it is no matter yet" "$(open_matters)" "draft office_register_missing deadline_not_over"
lone_night 2022-03-19
is "after it an empty list is open, and so is the office's own head block" "$(open_matters)" "draft nothing_standing office_register_missing"
like "the line says so" "$said" '推荐 0，.*需处理 1 项；零推荐待定；本单位登记缺失 →'
status_is "it is not sealed" 65 lone_final
like "how the office decides it" "$(lone_final 2>&1 || true)" "收件目录.*《审查决定》.*推荐单位.$gd..*事项.零推荐待定..*决定.通过..*本单位登记缺失"
printf '%s\r\n' 推荐单位全称,简称,联系人,联系方式 $gd,广东省,何样二,020-80000099 >"$WORK/zero.registers/本单位.csv"
printf '%s\r\n' "$decided" "$gd,,,,零推荐待定,通过,,何样二,2022-03-19,各单位均无推荐" >"$WORK/zero.registers/审查决定.csv"
lone_night 2022-03-20
is "once it is decided nothing is open" "$(open_matters)" final
is "nor is the line a stray one" "$(grep -c register_line "$OUTBOX/guangdong-2022/current/findings.csv")" 0
like "the package says who decided" "$(lone_final)" '零推荐上报；何样二'
printf '%s\r\n' "$decided" "$gd,,,,零推荐待定,通过,,何样二,2022-03-19,各单位均无推荐" "$gd,,,,零推荐待定,不予受理,,何样二,2022-03-20,再催" \
    >"$WORK/zero.registers/审查决定.csv"
lone_night 2022-03-21
is "a newer line takes it back" "$(open_matters)" "draft nothing_standing"

# A private-use character that GB18030 has no code for: nothing is replaced, there are no twins, and that is open.
mkdir -p "$WORK/other/天河区" "$WORK/none"
printf '%s\r\n' 2022年跨行业跨领域工业互联网平台推荐信息汇总表 推荐单位（盖章）：,天河区 联系人：,林样一 联系方式：,020-80000001 \
    序号,工业互联网平台名称,依托企业,联系人,联系方式（手机） $'1,样例平台,广州样例科技有限公司,林\uE78D,13800000001' >"$WORK/other/天河区/表.csv"
check "guangzhou-2022: a night runs to its end" night guangzhou-2022 2022-03-16T02:30:00+08:00 "$WORK/other" "$WORK/none"
draft=$OUTBOX/guangzhou-2022/current/ministry
is "a character without a code is open" "$(open_matters)" "draft selection_missing office_register_missing deadline_not_over character_without_code"
is "so there are no twins" "$(find "$draft" -name '*GB18030*')" ""
like "it is told with its place" "$(cat "$draft/生僻字-送审稿.csv")" 'U\+E78D,私用区字符,推荐名单-送审稿.csv,2,联系人,1'
check "and the draft verifies" verify "$draft"
done_testing
