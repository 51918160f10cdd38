#!/bin/bash
# huizong trace: from outputs, decisions and files back to what was written. Expectations are read off the fixtures by hand.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

cycle=guangdong-2022
first=2022-03-16T02:30:00+08:00
second=2022-03-18T15:00:00+08:00
fixtures=$FIXTURES/$cycle/inbox.2
official=附件4-2022年跨行业跨领域工业互联网平台推荐信息汇总表-广东省工业和信息化厅.xlsx

trace() {
    "$BIN/huizong-trace" --cycle $cycle --database "$PGURI" --outbox "$OUTBOX" --archive "$WORK/data/archive" "$@"
}
# of OPERAND: its answer in JSON, kept for `fact`
of() {
    trace --json "$@" >"$WORK/answer.json"
}
# fact PART KEY [ROW]: what the answer says, of all rows (parted by |) or of one (from 0); a dash where a row says nothing
fact() {
    /usr/bin/python3 - "$WORK/answer.json" "$@" <<'PYTHON'
import json, sys
rows = json.load(open(sys.argv[1], encoding="utf-8")).get(sys.argv[2], [])
rows = rows if len(sys.argv) < 5 else rows[int(sys.argv[4]):][:1]
print("|".join(row.get(sys.argv[3], "-") for row in rows))
PYTHON
}
# row_of PART ROW KEY…: facts of one row, parted by |
row_of() {
    local part=$1 row=$2 key line=()
    for key in "${@:3}"; do line+=("$(fact "$part" "$key" "$row")"); done
    (IFS='|'; echo "${line[*]}")
}
digest() {
    local sum
    sum=$(sha256sum "$fixtures/$1")
    echo "${sum%% *}"
}

pg_start
cp -a "$FIXTURES/$cycle/inbox.1" "$WORK/inbox"
check "the first night" night $cycle $first "$WORK/inbox" "$FIXTURES/$cycle/registers.1"
cp -r "$fixtures/." "$WORK/inbox/"
check "the second night" night $cycle $second "$WORK/inbox" "$FIXTURES/$cycle/registers.2"

# A cell of the official table: number 6 is 大鹏湾设备云, the fourth row of 深圳's own table, which has it in row 10.
check "a cell of the official table is traced" of "$official!汇总表!C12"
is "to the file" "$(row_of file 0 path sha256 source)" "深圳市/豁免两个名额内一个超额批准.xlsx|$(digest 深圳市/豁免两个名额内一个超额批准.xlsx)|inbox"
is "and nothing is doubted" "$(fact output doubt)" -
is "that arrived with the first night" "$(fact file first_seen_at)" $first
is "to sheet, cell and text" "$(row_of field 0 sheet cell raw key)" "汇总表|C10|深圳大鹏湾设备云有限公司|sum_enterprise"
is "which the original still has" "$(row_of original 0 cell written)" "C10|深圳大鹏湾设备云有限公司"
is "where the archive keeps it" "$(sha256sum <"$(fact file archive)" | cut -c 1-64)" "$(digest 深圳市/豁免两个名额内一个超额批准.xlsx)"
is "what is printed is told, and that the file is as it was put out" "$(row_of output 0 file label written kept)" "$official|依托企业|深圳大鹏湾设备云有限公司|true"
is "the third seat was waived, by a line of the register" "$(row_of register 0 register doc_no person date file row)" \
    "超额批准|样批〔2022〕1号|许样二|2022-03-17|超额批准.csv|2"
is "the decision with its reason" "$(row_of nomination 0 decision counts_against_quota reasons)" "recommended|false|waived"
is "before the waiver it was another" "$(fact history decision)" "over_quota|recommended"
like "the rule told so" "$(fact rule code 0) $(fact rule found 0)" "^waived true$"
like "rules that found nothing are told as well" "$(fact rule found)" "true\|false"

# Back to the first night: nothing of the second is known.
check "a decision is traced at an earlier clock" of --as-of $first 大鹏湾设备云
is "when it was over quota" "$(fact nomination decision)" over_quota
is "and had no other history" "$(fact history decision)" over_quota
is "nor a register line" "$(fact register doc_no)" ""

# A name that is written with other widths, in GB18030, and stands in the register of winners.
check "a name is found however it is written" of "香样云（IIoT）平台"
is "to the row that has it in full width" "$(row_of field 1 cell raw folded)" "B7|香样云(ＩＩｏＴ)平台|香样云(iiot)平台"
is "decoded as GB18030, and why" "$(row_of file 0 encoding encoding_why)" "GB18030|not utf-8, fits gb18030"
is "exempt by the winners' third line" "$(row_of register 0 register award_year listed_platform listed_enterprise row)" \
    "历年入选名单|2020|香样云（IIoT）平台|中山香样云科技有限公司|3"
is "and decided so" "$(row_of nomination 0 decision counts_against_quota)" "exempt|false"
check "its cell is traced by the inbox's path" of "中山市/豁免 名称宽窄不同.csv!B7"
is "to the bytes that were sent" "$(fact original bytes)" "$(/usr/bin/python3 -c \
    'print(" ".join(c.encode("gb18030").hex().upper() for c in "香样云(ＩＩｏＴ)平台"))')"

# 3,500万元 in a field of 万元: the unit was in the cell, the factor made of 元.
check "a figure of 指标汇总 is traced" of "指标汇总.xlsx!指标汇总!H34"
is "to the form's cell, with unit and factor" "$(row_of field 0 cell raw value unit unit_source factor)" "C33|3500万元|3500|万元|cell|0.0001"
is "in the correction, which counts, and not in what it has replaced" "$(fact file path): $(fact version file) $(fact version outcome)" \
    "深圳市/鹏样芯联平台/申报书 更正.csv: 深圳市/鹏样芯联平台/申报书.xlsx|深圳市/鹏样芯联平台/申报书 更正.csv superseded|accepted"
is "of the platform above it" "$(fact nomination platform)" 鹏样芯联平台
check "the sheet of sources says the same" of "指标汇总.xlsx!来源!H34"
is "of the same cell" "$(row_of field 0 cell raw)" "C33|3500万元"
check "the draft for the next tier too" of "ministry/指标汇总-送审稿.xlsx!指标汇总!H34"
is "of the same cell" "$(row_of field 0 cell raw)" "C33|3500万元"

check "the explanation of a field" of "指标汇总.xlsx!栏目说明!B4"
is "is that field's" "$(fact output label)" "申报单位（盖章）"
check "the line of its labels" of "指标汇总.xlsx!栏目说明!F2"
status_is "what is below it is none: 66" 66 trace "指标汇总.xlsx!栏目说明!B400"
psql -XqAt "$PGURI" -c "begin; select pg_advisory_xact_lock_shared(hashtextextended('huizong cycle $cycle', 0)); select pg_sleep(60)" >/dev/null 2>&1 &
reader=$!
until [[ $(psql -XqAt "$PGURI" -c "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ShareLock'") -gt 0 ]]; do :; done
check "beside another that reads" of "指标汇总.xlsx!指标汇总!H34"
psql -XqAt "$PGURI" -c "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and mode = 'ShareLock'" >/dev/null
wait "$reader" || true

# A row of a list.
check "a list's row is traced" of 深圳市/鹏样芯联平台/设备清单.csv!E5
is "to what was read in it" "$(fact list value)" "2|运行设备|工业现场设备|样例设备2号|PC-000002|true|true"
is "the cell as it was sent" "$(row_of original 0 cell written)" "E5|PC-000002"

# A table that another has replaced, and one that stands.
check "a file is traced as a whole" of 梅州市/第一次.csv
is "with what became of it" "$(fact outcome outcome)" superseded
is "and of the one that came after" "$(fact version file) $(fact version outcome) $(fact version this)" \
    "梅州市/第一次.csv|梅州市/第二次少一个.csv superseded|accepted true|false"
check "by its digest" of "$(digest 梅州市/第一次.csv)"
is "it is the same" "$(fact file path)" 梅州市/第一次.csv
check "by a copy of it" of "$fixtures/梅州市/第一次.csv!B8"
is "at a place" "$(row_of field 0 cell raw)" "B8|兴样铸造云"
is "whose platform was dropped" "$(row_of nomination 0 decision reasons)" "withdrawn|dropped_by_resubmission"

# Counts are answered by what they count: 深圳 has four rows, of which 2 and 3 are counted.
check "a count of the ledger is traced" of "审核台账.xlsx!名额!L5"
is "to the rows that it counts" "$(row_of output 0 label written): $(fact counted platform)" "占用名额|2: 鹏样芯联平台|梧桐样例工业云"
check "so is a sum" of "审核台账.xlsx!名额!K24"
is "to all that were waived" "$(row_of output 0 label written): $(fact counted platform)" "超额批准|1: 大鹏湾设备云"
# The sums of 名额. Of the third night is still to come: a withdrawal, by which 陆河样例食品云 moves up, one ineligible, one late.
counts=(D:兴样铸造云 E: F: G:'云样石材云 粤样联 IIoT 平台 粤样联ＩＩｏＴ平台' I:'南样五金云 陆河样例食品云' J:'深湾云平台 香样云(ＩＩｏＴ)平台')
for count in "${counts[@]}"; do
    of "审核台账.xlsx!名额!${count%%:*}24" || true
    is "the sum $(fact output label) is of ${count#*:}" "$(fact counted platform | tr '|' '\n' | LC_ALL=C sort | xargs)" "${count#*:}"
done
of "审核台账.xlsx!名额!D5" || true
is "a unit's count may be of none" "$(row_of output 0 label written): $(fact counted platform)" "撤回|0: "

# A row that names a unit and nothing else: its rows and its files. 河源 has one of each.
row=$(/usr/bin/python3 - "$OUTBOX/$cycle/current/进度通报.xlsx" <<'PYTHON'
import openpyxl, sys
sheet = openpyxl.load_workbook(sys.argv[1])["报送进度"]
print(next(row[0].row for row in sheet.iter_rows() if any(str(cell.value).startswith("河源市") for cell in row)))
PYTHON
)
check "a unit's line of the deadline report is traced" of "进度通报.xlsx!报送进度!B$row"
is "to what was counted" "$(fact counted unit_name) $(fact counted decision) $(fact counted file)" \
    "河源市工业和信息化局 needs_review 河源市/信用代码校验位错.csv"
is "and what came" "$(row_of upload 0 file sha256 outcome)" \
    "河源市/信用代码校验位错.csv|$(sha256sum "$FIXTURES/$cycle/inbox.1/河源市/信用代码校验位错.csv" | cut -c 1-64)|accepted"
check "a line that names nobody is traced" of "进度通报.xlsx!报送进度!A1"
is "to nothing" "$(fact counted platform)$(fact upload file)$(fact file path)" ""

check "a cell of decisions.csv is traced" of decisions.csv!E5
is "as it stands there" "$(row_of output 0 label written doubt)" "platform|鹏样芯联平台|-"
check "a line of it is traced" of decisions.csv!5
is "to its row" "$(row_of nomination 0 unit_name platform) $(fact file path)" \
    "深圳市工业和信息化局|鹏样芯联平台 深圳市/豁免两个名额内一个超额批准.xlsx"

# What goes back to a unit names file and cell of each finding: 佛山's third row is over quota, in A9 of its CSV.
slip=units/佛山市/退回修改意见-佛山市工业和信息化局-20220318.xlsx
place=$(/usr/bin/python3 - "$OUTBOX/$cycle/current/$slip" <<'PYTHON'
import openpyxl, sys
sheet = openpyxl.load_workbook(sys.argv[1])["问题清单"]
print(next(row[0].row for row in sheet.iter_rows() if row[3].value == "佛山市/第三个超额.csv" and row[5].value == "A9"))
PYTHON
)
check "a finding of a list of corrections is traced" of "$slip!问题清单!K$place"
is "to the row of the table" "$(row_of field 0 cell raw) $(row_of nomination 0 platform decision)" "A9|3 南样五金云|over_quota"
is "whose own text is not shown, since it may be a person's" "$(fact output written | tail -c 3)" "**"

# Its copies stand behind it: A9 of the copy is A9 of the CSV.
copy=$(/usr/bin/python3 - "$OUTBOX/$cycle/current/$slip" <<'PYTHON'
import openpyxl, sys
print(next(name for name in openpyxl.load_workbook(sys.argv[1]).sheetnames if "第三个超额" in name))
PYTHON
)
check "a cell of a marked copy is traced" of "$slip!$copy!B9"
is "to the same cell of the file it is of" "$(fact file path) $(fact field cell) $(fact field raw)" "佛山市/第三个超额.csv B9 南样五金云"
sends=$(/usr/bin/python3 - "$OUTBOX/$cycle/current/待发清单.xlsx" <<'PYTHON'
import openpyxl, sys
print(next(row[1].row for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows() if row[1].value == "佛山市工业和信息化局"))
PYTHON
)
of "待发清单.xlsx!待发清单!B$sends"
is "of whom is to be sent what no people are in units and files" "$(fact output written)" 佛山市工业和信息化局
of "待发清单.xlsx!待发清单!G$sends"
like "but in contacts" "$(fact output written)" '[*][*]$'

# People.
check "a phone of the official table is traced" of "$official!汇总表!E12"
is "masked, in the table, as read and in the original" "$(fact output written) $(fact field raw) $(fact original written)" "1** 1** 1**"
refute "nowhere else is it" grep -q 13800000106 "$WORK/answer.json"
refute "nor is it in the whole of a decision" bash -c "'$BIN/huizong-trace' --cycle $cycle --database '$PGURI' --archive '$WORK/data/archive' 大鹏湾设备云 | grep -E '138[0-9]{8}|何样三'"
status_is "unmasked it needs a reason" 64 trace --with-personal "$official!汇总表!E12"
is "nothing was looked at" "$(sql "select count(*) from personal_view")" 0
check "with one it is shown" of --with-personal --reason 核对手机号 "$official!汇总表!E12"
is "as it was written" "$(fact output written) $(fact field raw) $(fact original written)" "13800000106 13800000106 13800000106"
is "and booked, with what was asked" "$(sql "select asked, reason from personal_view")" "$official!汇总表!E12|核对手机号"
like "for good" "$(psql -X -c 'set search_path = huizong' -c 'delete from personal_view' "$PGURI" 2>&1)" "neither changed nor deleted"

# What means several things, or nothing.
status_is "two rows of one name are ambiguous" 65 trace 云样石材云
of 云样石材云 || true
is "and listed with their places" "$(fact candidate row) $(fact candidate decision)" "7|8 recommended|duplicate"
check "each can be asked for by its place" of 云浮市/同一平台写两遍.xls!汇总表!8
is "and is itself" "$(fact nomination decision)" duplicate
status_is "a part of many names too" 65 trace 平台
check "the unit makes it one" of --unit 广州 平台
is "namely" "$(fact nomination platform)" 珠水智造平台
status_is "no such name" 66 trace 没有的平台
status_is "no such file" 66 trace 没有.csv!A1
status_is "no such row" 66 trace "$official!汇总表!B99"
status_is "no cell is said" 64 trace "$official"
status_is "nothing at all is said" 64 trace

# In words.
text=$(trace "$official!汇总表!C12")
like "an office reads it in Chinese" "$text" $'【所查单元格】\n.*栏目：依托企业.*【结论】.*结论：推荐\n.*原因：超额批准.*【登记簿依据】.*文号：样批〔2022〕1号.*【结论的历次变化】'
refute "and no key of a program" grep -E 'fact_|part_|sum_enterprise|quota_seats' <<<"$text"

# An output that was altered says so, and the evidence is of what stood there.
refute "no cell has been doubted so far" grep -q doubt "$WORK/answer.json"
sed -i '5s/鹏样芯联平台/别的平台/' "$OUTBOX/$cycle/current/decisions.csv"
check "a line of an altered file is traced" of decisions.csv!E5
is "and told to be so" "$(row_of output 0 kept written)" "false|别的平台"
like "in words" "$(trace decisions.csv!E5)" "请注意：这一格现在写的和系统写出的不一样"
is "with the evidence of what was put out" "$(fact nomination platform)" 鹏样芯联平台

# An original that was altered is no evidence any more.
cell='中山市/豁免 名称宽窄不同.csv!B7'
of "$cell" || true
original=$(fact file archive)
cp "$original" "$WORK/as-sent"
is "an original that is as it came is not doubted" "$(fact file note)" -
chmod u+w "$original"
printf ' ' >>"$original"
check "a cell of an altered original is traced" of "$cell"
like "it is told to be altered" "$(fact original note)|$(fact file note)" "^归档的原件已损坏或被改动.*[|]归档的原件已损坏或被改动"
is "nothing is quoted from it, and what was read stands" "$(fact original written) $(row_of field 0 cell raw)" "- B7|香样云(ＩＩｏＴ)平台"
rm "$original"
check "one that is gone is traced" of "$cell"
like "and told to be gone" "$(fact original note)|$(fact file note)" "^归档目录里没有这份原件.*[|]归档目录里没有这份原件"
install -m 440 "$WORK/as-sent" "$original"

# A file of the working directory that never came hides no output of that name.
mkdir "$WORK/desk"
echo x,y >"$WORK/desk/decisions.csv"
echo x,y >"$WORK/desk/别的.csv"
check "an output is traced beside a stray file of its name" eval 'cd "$WORK/desk" && of decisions.csv!4; cd "$ROOT"'
is "namely the outbox's" "$(row_of output 0 file label): $(fact nomination unit_name)" "decisions.csv|-: 深圳市工业和信息化局"
like "a stray file alone is named" "$(trace "$WORK/desk/别的.csv!A1" 2>&1 || true)" "looked at \"$WORK/desk/别的.csv\""

# The final package is traced as the draft of its night.
cycle=fujian-2023
from=$FIXTURES/$cycle
mkdir -p "$WORK/last/福州市" "$WORK/last.registers"
cp -R "$from/inbox.1/福州市/来回改.csv" "$from/inbox.3/福州市/福云工联平台" "$WORK/last/福州市/"
line() { printf '%s\r\n' "${@:2}" >"$WORK/last.registers/$1.csv"; }
line 本单位 推荐单位全称,简称,联系人,联系方式 福建省工业和信息化厅,福建省,何样二,0591-80000099
line 历年入选名单 入选年份,平台名称,依托企业,统一社会信用代码,曾用名,来源 2022,木兰云工业互联网平台,莆田木兰云数字科技有限公司,,,虚构样例
line 遴选结果 推荐单位,平台名称,依托企业,顺序 福州市,福云工联平台,福州云帆数联科技有限公司,1
check "a night before the deadline" night $cycle 2023-06-10T02:30:00+08:00 "$WORK/last" "$WORK/last.registers"
check "and one after it" night $cycle 2023-06-13T02:30:00+08:00 "$WORK/last" "$WORK/last.registers"
check "the final package" "$BIN/huizong-export" --final --doc-no 闽工信函〔2023〕8号 --by 何样二 --cycle $cycle --outbox "$OUTBOX" \
    --archive "$WORK/data/archive" --database "$PGURI"
check "and a later night" night $cycle 2023-06-14T02:30:00+08:00 "$WORK/last" "$WORK/last.registers"
package=ministry/$cycle-v1
table=附件3-2023年跨行业跨领域工业互联网平台推荐信息汇总表-福建省工业和信息化厅.xlsx
check "a cell of the package is traced" of "$OUTBOX/$package/$table!汇总表!B7"
is "at the clock that was signed" "$(row_of output 0 as_of written kept doubt)" "2023-06-13T02:30:00+08:00|福云工联平台|true|-"
is "to file and cell" "$(fact file path) $(row_of field 0 cell raw)" "福州市/来回改.csv B6|福云工联平台"
cp "$WORK/answer.json" "$WORK/final.json"
of "$OUTBOX/$cycle/20230613T023000/ministry/$table!汇总表!B7" || true
is "as the draft's is" "$(tail -n +2 "$WORK/answer.json")" "$(tail -n +2 "$WORK/final.json")"
check "a line of its names" of "$package/推荐名单.csv!2"
is "by its name in the outbox" "$(row_of output 0 file kept): $(fact counted platform)$(fact nomination platform)" "ministry/推荐名单.csv|true: 福云工联平台"
check "and a figure" of "$package/指标汇总.xlsx!指标汇总!E34"
is "of the same night" "$(row_of output 0 as_of written kept doubt)" "2023-06-13T02:30:00+08:00|3500|true|-"

# A unit's own head is of the table in force, whatever came to its path since: late, then unreadable, then nothing at all.
sent=$WORK/last/福州市/来回改.csv
digest=$(sha256sum <"$sent")
sed -i 's/联系人：林样一/联系人：林样二/' "$sent"
refute "a table of other bytes" eval '[[ $(sha256sum <"$sent") == "$digest" ]]'
check "comes late" night $cycle 2023-06-15T02:30:00+08:00 "$WORK/last" "$WORK/last.registers"
own="units/福州市/附件3-2023年跨行业跨领域工业互联网平台推荐信息汇总表-福州市工业和信息化局.xlsx!汇总表"
check "the unit's head is traced" of "$own!A4"
is "to the table in force" "$(row_of output 0 label kept): $(row_of file 0 path sha256 verdict) $(fact outcome outcome)" \
    "联系人|true: 福州市/来回改.csv|${digest%% *}|complete accepted"
printf '\0\1no table' >"$sent"
check "an unreadable one comes" night $cycle 2023-06-16T02:30:00+08:00 "$WORK/last" "$WORK/last.registers"
check "the next line of the head is traced" of "$own!A5"
is "to the table in force still" "$(row_of output 0 label kept): $(row_of file 0 path sha256)" "联系方式|true: 福州市/来回改.csv|${digest%% *}"
chmod -R u+w "$OUTBOX/$package"
echo x >>"$OUTBOX/$package/推荐名单.csv"
of "$package/推荐名单.csv!2" || true
is "an altered file is told to be so" "$(fact output kept)" false
echo >>"$OUTBOX/$package/manifest.json"
status_is "a manifest that was not booked has no clock: 65" 65 trace "$package/推荐名单.csv!2"
done_testing
