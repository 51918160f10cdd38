#!/bin/bash
# dispose, where something lies elsewhere or comes between: packages that were carried off, titles that were reworded, manifests that are lost, nights between an order and its end,
# what another cycle or a register needs as well.
# shellcheck disable=SC2154 # of dispose/world.sh
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"
. "$ROOT/tests/sql/kit/sessions.sh"
. "$ROOT/tests/stage/dispose/world.sh"

replayed() {
    rm -rf "$WORK/again"
    "$BIN/huizong-replay" --cycle "$1" --database "$PGURI" --archive "$archive" --to "$WORK/again" "$2"
}
record_of() {
    cut -d , -f 2,3,8 "$OUTBOX/disposed/$cycle-$1/销毁记录.csv"
}
# The files of a package, by their manifest, that the archive has not.
not_archived() {
    /usr/bin/python3 -c '
import json, os, sys
for file in json.load(open(sys.argv[1] + "/manifest.json"))["files"]:
    if not os.path.exists(os.path.join(sys.argv[2], file["sha256"][:2], file["sha256"])):
        print(file["name"])' "$1" "$archive"
}

from=$FIXTURES/$cycle
cp "$from/inbox.1/福州市/来回改.csv" "$inbox/福州市/"
cp -R "$from/inbox.3/福州市/福云工联平台" "$inbox/福州市/"
registers_of_fujian
people people "$inbox/福州市/来回改.csv" "$inbox"/福州市/福云工联平台/*.xlsx | grep -vx 何样二 >"$WORK/people"

pg_start
check "a night of another cycle, which nobody has sent anything" night guangdong-2022 2022-03-16T02:30:00+08:00 "$WORK/none" "$WORK/none"
check "a night" night $cycle 2023-06-09T02:30:00+08:00 "$inbox" "$registers"
# a city sends the office's register back with its papers
cp "$registers/本单位.csv" "$inbox/福州市/"
cp "$registers/本单位.csv" "$WORK/old.csv"
check "and another" night $cycle 2023-06-10T02:30:00+08:00 "$inbox" "$registers"
check "and one after the deadline" night $cycle 2023-06-13T02:30:00+08:00 "$inbox" "$registers"
check "a final package with people" final_package
register 本单位 推荐单位全称,简称,联系人,联系方式 福建省工业和信息化厅,福建省,何样二,0591-80000098
sed -i 's/"花名册"/"人员名单"/' "$WORK/schemas/messages.json"
check "a night when the office has reworded a title" night $cycle 2023-06-14T02:30:00+08:00 "$inbox" "$registers"
check "and one more package" final_package
cp -R "$OUTBOX/ministry/$cycle-v1" "$WORK/first"
check "it has another name for the list" test -e "$OUTBOX/ministry/$cycle-v2/清单-01-人员名单.csv"
sed -i 's/"人员名单"/"员工名册"/' "$WORK/schemas/messages.json"
mv "$OUTBOX/ministry/$cycle-v1" "$WORK/carried_off"
shared=$(comm -12 <(find "$OUTBOX/$cycle" -type f -exec sha256sum {} + | cut -d ' ' -f 1 | sort -u) <(find "$OUTBOX/guangdong-2022" -type f -exec sha256sum {} + | cut -d ' ' -f 1 | sort -u))
check "both cycles have put out the same bytes" test -n "$shared"

# The archive on another disk, by a link: the data folder is where the link is.
mkdir "$WORK/disk"
mv "$archive" "$WORK/disk/archive"
ln -s "$WORK/disk/archive" "$archive"
mkdir -p "$WORK/data/work"
cp "$inbox/福州市/来回改.csv" "$WORK/data/work/17.typed"

stray=$OUTBOX/$cycle/20230610T023000/$(printf '备注' | iconv -t gbk).csv
cp "$inbox/福州市/来回改.csv" "$stray"
status_is "a name that no record can hold: 65" 65 ordered
like "which one, and what to do" "$(ordered 2>&1)" "$OUTBOX/$cycle/20230610T023000/备注.csv.的文件名不是UTF-8编码，.*请改名或移到别处"
rm "$stray"

# A night whose manifest is lost keeps its results, and says so.
lost=$(filed "$OUTBOX/$cycle/20230614T023000/审核台账.xlsx")
manifest=$(sql "select manifest_sha256 from night_kept where cycle = '$cycle' order by entry desc limit 1")
mv "$archive/${manifest:0:2}/$manifest" "$WORK/manifest"

open_session onlooker 24
ask 24 "begin isolation level repeatable read; select count(*) from arrival;" >"$WORK/read"
status_is "ordered, and stopped before anything went from the disk: 75" 75 ordered
ask 24 "rollback;"
close_session onlooker 24
mkdir -p "$WORK/elsewhere/$cycle"
elsewhere() { OUTBOX=$WORK/elsewhere ordered; }
status_is "it goes on in no other outbox: 66" 66 elsewhere
like "and says where it was ordered" "$(elsewhere 2>&1)" "批准时的归档目录是 $WORK/disk/archive，结果目录是 $OUTBOX，.*这次运行没有销毁任何内容"
cp -R "$WORK/disk/archive" "$WORK/copy"
copied() { archive=$WORK/copy ordered; }
status_is "nor in another archive: 66" 66 copied
is "no record is there, and none is done" "$(ls "$WORK/elsewhere"; sql "select count(*) from disposal_done")" $cycle$'\n'0
check "a night between has nobody to tell of" night $cycle 2024-07-02T02:30:00+08:00 "$inbox" "$registers"
is "nobody, indeed" "$(people spoken "$WORK/people" "$OUTBOX/$cycle/20240702T023000")" ""
like "the next run finishes it" "$(ordered)" '^上一次销毁.*没有做完，现已接着做完'
like "the night between is as it was" "$(replayed $cycle 2024-07-02T02:30:00+08:00)" '个文件与归档逐字节相同'
is "and stands in the outbox" "$(ls "$OUTBOX/$cycle")" 20240702T023000$'\n'current
status_is "those before are gone by order: 66" 66 replayed $cycle 2023-06-13T02:30:00+08:00
like "the other cycle's is as it was" "$(replayed guangdong-2022 2022-03-16T02:30:00+08:00)" '个文件与归档逐字节相同'
refute "what a killed run has left beside the link is gone" test -e "$WORK/data/work"

like "of the package that was carried off the record says so" "$(record_of 1)" "正式上报材料,ministry/$cycle-v1/清单-01-花名册.csv,已从归档删除；该上报材料已不在结果目录"
is "its lists of people are not in the archive, all else is" "$(not_archived "$WORK/carried_off" | grep -cE '花名册')$(not_archived "$WORK/carried_off" | grep -vE '花名册|APP清单|开发者清单|服务企业清单')" 2
refute "the list of the other one is gone, whatever its name" test -e "$OUTBOX/ministry/$cycle-v2/清单-01-人员名单.csv"
status_is "and it is sound" 0 "$BIN/huizong-export" --verify "$OUTBOX/ministry/$cycle-v2"
check "the register is kept, though a city has sent it too" test -f "$(filed "$WORK/old.csv")"
like "as the record says" "$(record_of 1)" '原件,福州市/本单位.csv,保留：别处仍需要同一内容'

like "the lost manifest is named, and what to do" "$(record_of 1)" "归档的结果文件,$cycle 2023-06-14T02:30:00\+08:00,未处理：归档里的清单缺失或被改动.*请从备份取回"
like "what nobody can tell apart then stays" "$(record_of 1)" "归档中无登记的文件,[^,]*,保留：无法确认属于本数据库"
check "as that night's results do" test -f "$lost"
like "and the next run says that it is still so" "$(ordered)" '没有需要销毁的个人信息。.*归档中另有[0-9]+件文件没有登记.*另有1份归档清单缺失或被改动'
cp "$WORK/manifest" "$archive/${manifest:0:2}/$manifest"
like "once it is found the results go" "$(ordered)" '已按规定销毁：共[0-9]+项'
refute "indeed" test -e "$lost"
like "they are told as what they are" "$(record_of 2)" '归档的结果文件,2023-06-14T02:30:00\+08:00 审核台账.xlsx,已删除'
is "nobody is in the archive but whom its tables name" "$(people spoken "$WORK/people" "$WORK/disk/archive" | sort)" "$(people spoken "$WORK/people" "$OUTBOX/ministry" "$WORK/first/"附件* | sort)"
like "the night between is still as it was" "$(replayed $cycle 2024-07-02T02:30:00+08:00)" '个文件与归档逐字节相同'
is "and there is nothing more" "$(ordered)" 没有需要销毁的个人信息。

# the office puts back what its register was then
cp "$WORK/old.csv" "$registers/本单位.csv"
check "a night with the register of before" night $cycle 2024-07-03T02:30:00+08:00 "$inbox" "$registers"
is "takes it" "$(sql "select path || ' ' || left(sha256, 8) from arrival where arrival_id = (select max(arrival_id) from arrival where source = 'register')")" \
    "本单位.csv $(sha256sum "$WORK/old.csv" | cut -c 1-8)"
check "and reads it" grep -q 0591-80000099 <(unzip -p "$OUTBOX/$cycle/current"/附件3*.xlsx xl/sharedStrings.xml)

# While it is at work nobody files in the archive what is not booked yet.
exec 8<"$archive"
flock --exclusive 8
status_is "no intake by hand: 75" 75 "$BIN/huizong-intake" --cycle $cycle --inbox "$inbox" --archive "$archive" --database "$PGURI" --settle 0
status_is "no night: 75" 75 "$ROOT/scripts/nightly" --cycle $cycle --inbox "$inbox" --registers "$registers" --outbox "$OUTBOX" --data "$WORK/data" --database "$PGURI"
exec 8<&-
done_testing
