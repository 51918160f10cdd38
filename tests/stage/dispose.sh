#!/bin/bash
# dispose: people's data of a cycle leave database, archive and outbox after the retention date, with a record; what is provable stays, and nights go on.
# shellcheck disable=SC2154 # of dispose/world.sh
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"
. "$ROOT/tests/sql/kit/sessions.sh"
. "$ROOT/tests/stage/dispose/world.sh"

dumped() {
    /usr/bin/pg_dump --schema=huizong --inserts "$PGURI" | grep -vE '^.(un)?restrict '
}
state() {
    dumped
    find "$archive" "$OUTBOX" -type f -print0 | sort -z | xargs -0 sha256sum
}
# How many sheets the unit's slip has, its marked copies among them; whether it speaks of disposal.
slip_of() {
    /usr/bin/python3 -c '
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
print(len(book.sheetnames), any("已按规定销毁" in str(c) for s in book for r in s.iter_rows(values_only=True) for c in r))' \
        "$1/units/福州市/退回修改意见-福州市工业和信息化局-20230610.xlsx"
}

from=$FIXTURES/$cycle
cp "$from/inbox.1/福州市/来回改.csv" "$from/inbox.3/福州市/申报书扫描件.pdf" "$inbox/福州市/"
cp -R "$from/inbox.3/福州市/福云工联平台" "$inbox/福州市/"
# one whose slip shows a marked copy of its sheet, and one that is refused
cp "$from/inbox.3/福州市/闽江数造平台申报书 改.xlsx" "$inbox/福州市/"
cp "$from/inbox.3/厦门市/截断的.xlsx" "$inbox/厦门市/"
printf "%%PDF-1.4 另一份" >"$inbox/厦门市/又交别处的.pdf"
cp "$from/inbox.3/福州市/申报书扫描件.pdf" "$WORK/other/深圳市/"
registers_of_fujian
people people "$inbox/福州市/来回改.csv" "$inbox/福州市/闽江数造平台申报书 改.xlsx" "$inbox"/福州市/福云工联平台/*.xlsx | grep -vx 何样二 >"$WORK/people"
check "the uploads have people in them" test "$(wc -l <"$WORK/people")" -gt 40

pg_start
check "a night before the deadline" night $cycle 2023-06-10T02:30:00+08:00 "$inbox" "$registers"
check "and one after it" night $cycle 2023-06-13T02:30:00+08:00 "$inbox" "$registers"
check "one of another cycle, which was sent the same scan" night guangdong-2022 2022-03-16T02:30:00+08:00 "$WORK/other" "$WORK/none"
check "a final package with people" final_package
package=$OUTBOX/ministry/$cycle-v1
dumped >"$WORK/dump"
is "they are in the database, all of them" "$(people spoken "$WORK/people" "$WORK/dump" | wc -l)" "$(wc -l <"$WORK/people")"
check "and in the outbox" test "$(people spoken "$WORK/people" "$OUTBOX/$cycle" | wc -l)" -gt 3
cp "$OUTBOX/$cycle/20230610T023000/decisions.csv" "$OUTBOX/$cycle/20230610T023000/uploads.csv" "$WORK"
slip=$(slip_of "$OUTBOX/$cycle/20230610T023000")
counts=$(sql "select list_id, measure, field, value, amount from list_fact order by 1, 2, 3, 4")
rulings=$(sql "select * from ruling order by 1, 2, 3, 4")
states=$(sql "select unit_code, nomination, state, missing, errors from application_state where ruled_until is null order by 1, 2")

# What killed runs leave: filed and not booked, half copied, the night's own folder, a package that nobody has seen.
name=$(head -n 1 "$WORK/people")
printf '%s，厦门市\n' "$name" >"$WORK/orphan"
orphan=$(filed "$WORK/orphan")
mkdir -p "$(dirname "$orphan")" "$WORK/data/work/before" "$OUTBOX/ministry/.building-$cycle"
for file in "$orphan" "$archive/.part-$cycle" "$WORK/data/work/before/findings.csv" "$OUTBOX/ministry/.building-$cycle/清单.csv"; do cp "$WORK/orphan" "$file"; done
chmod 550 "$OUTBOX/ministry/.building-$cycle"

before=$(state)
status_is "before the retention date: 65" 65 dispose_as $cycle --as-of 2024-06-30T23:59:59+08:00 --by x --doc-no y
like "with what to do, and on what basis" "$(dispose_as $cycle --as-of 2024-06-30T23:59:59+08:00 --by x --doc-no y 2>&1)" '^保存期限至2024-06-30，期满前不得销毁.*个人信息保护法.*retain_until'
status_is "a clock that is still to come: 64" 64 dispose_as $cycle --as-of 2999-01-01T00:00:00+08:00 --by x --doc-no y
check "which a dry run may have" dispose_as $cycle --as-of 2999-01-01T00:00:00+08:00 --dry-run
status_is "without an order: 64" 64 dispose --by 何样二
status_is "of a cycle that is none: 64" 64 dispose_as nothing-2023 --by x --doc-no y
planned=$(dispose --dry-run)
like "a dry run lists each file" "$planned" '福州市/福云工联平台/其余清单.xlsx +[0-9a-f]{64} +福州市工业和信息化局 +.*企业人员花名册.* +将删除'
like "and what is only cleared" "$planned" '数据库 +福州市/来回改.csv .*推荐信息汇总表 +[0-9]+ +将清除个人信息'
like "and what nobody has booked" "$planned" "归档中无登记的文件 +${orphan#"$archive/"} +[0-9a-f]{64} .*将删除"
like "which is all of that" "$planned" "运行中断的遗留文件 +work/before/findings.csv "
refute "nothing that a night, a package or an arrival names" grep -E '归档中无登记的文件 +[0-9a-f]' <(grep -v "${orphan##*/}" <<<"$planned")
refute "not a list of things" grep -q '原件.*设备清单 第1册共2册.csv' <<<"$planned"
like "a scan that another cycle has stays" "$planned" '申报书扫描件.pdf +[0-9a-f]{64} .*保留：别处仍需要同一内容'
elsewhere() { OUTBOX=$WORK/outbx ordered; }
status_is "where no night's results are, though there were nights: 66" 66 elsewhere
like "and what to look at" "$(elsewhere 2>&1)" "没有找到结果目录$WORK/outbx/$cycle：.*尚未销毁任何内容"
is "none of these changes anything" "$(state)" "$before"
exec 8<"$archive"
flock --shared 8
status_is "while somebody is at work on the archive: 75" 75 ordered
like "and who that may be" "$(ordered 2>&1)" "^归档目录 $archive 正在使用（夜间运行、备份、收件或正式上报），这次运行没有销毁任何内容"
exec 8<&-

# kill_where TABLE MODE: begins the disposal while another session holds that table, and kills it when it waits for that.
kill_where() {
    local killed
    open_session holder 20
    ask 20 "begin; lock table $1 in $2 mode;"
    until [[ $(sql "select count(*) from pg_stat_activity where state = 'idle in transaction' and query ~ '^lock table $1'") == 1 ]]; do :; done
    "$BIN/huizong-dispose" --database "$PGURI" --cycle $cycle --archive "$archive" --outbox "$OUTBOX" --as-of $late \
        --by 何样二 --doc-no 闽工信销〔2026〕1号 >"$WORK/killed" 2>&1 &
    killed=$!
    until [[ $(sql "select count(*) from pg_stat_activity where application_name = 'huizong-dispose' and wait_event_type = 'Lock'") == 1 ]]; do :; done
    if [[ $# -gt 2 ]]; then "${@:3}"; fi
    kill -KILL $killed
    wait $killed 2>/dev/null || true
    sql "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'huizong-dispose'" >"$WORK/ended"
    ask 20 "rollback;"
    close_session holder 20
}

# Killed before the database is cleared: then nothing is ordered either.
kill_where rule_finding share
is "what has not left the database was not ordered" "$(state | grep -v setval)" "$(grep -v setval <<<"$before")"
# Nothing goes from the disk while somebody may still read what stood there: tables that are written anew would keep it.
open_session onlooker 24
ask 24 "begin isolation level repeatable read; select count(*) from arrival;" >"$WORK/read"
status_is "while a transaction of before is open: 75" 75 ordered
like "who it is, and what to do" "$(ordered 2>&1)" '销毁没有做完：数据库里还有别的会话在读（[0-9]+ [^；]*psql），.*再运行同一命令'
check "the files wait" test -f "$(filed "$inbox/福州市/福云工联平台/其余清单.xlsx")"
ask 24 "rollback;"
close_session onlooker 24
# Killed when a reader stands in a table that is to be written anew.
kill_where list_staff "access share"
cp "$inbox/厦门市/又交别处的.pdf" "$WORK/other/深圳市/"
# one office's package is what the next one gets
cp "$package"/清单-01-花名册.csv "$WORK/other/深圳市/"
cp "$package"/清单-01-花名册.csv "$WORK/packaged.csv"
check "a night of another cycle, which is sent what was to go" night guangdong-2022 2022-03-17T02:30:00+08:00 "$WORK/other" "$WORK/none"
is "it is booked as ordered, not as done" "$(sql "select count(*), (select count(*) from disposal_done) from disposal")" "1|0"
check "its files are still there" test -f "$(filed "$inbox/福州市/福云工联平台/其余清单.xlsx")"
mkdir -p "$OUTBOX/disposed"
: >"$OUTBOX/disposed/.building"
chmod 000 "$OUTBOX/disposed/.building"

# Killed once more when all files are gone: its word that it is done waits for a table that another session keeps.
no_backup() {
    status_is "while it is at work no backup is made: 75" 75 "$ROOT/scripts/backup" --to "$WORK/backups" --cycle $cycle --registers "$registers" \
        --outbox "$OUTBOX" --data "$WORK/data" --database "$PGURI"
}
kill_where disposal_done share no_backup
record=$OUTBOX/disposed/$cycle-1/销毁记录
refute "a run that is killed before its last word has removed the files" test -e "$(filed "$inbox/福州市/福云工联平台/其余清单.xlsx")"
is "and is not done" "$(sql "select count(*) from disposal_done")" 0
cp "$record.csv" "$record.xlsx" "$WORK"
echo 另一次 >>"$record.csv"
status_is "another disposal's record in its place is not lost: 73" 73 ordered
like "and what to do with it" "$(ordered 2>&1)" "销毁记录.csv 是另一次销毁的记录，不能覆盖。"
is "it is as it was" "$(tail -n 1 "$record.csv")" 另一次
cp "$WORK/销毁记录.csv" "$record.csv"
check "a backup of such a state is whole" "$ROOT/scripts/backup" --to "$WORK/backups" --cycle $cycle --registers "$registers" --outbox "$OUTBOX" \
    --data "$WORK/data" --database "$PGURI"
exec 5<"$archive"
flock --shared 5
status_is "while a backup is made: 75" 75 ordered
exec 5<&-
like "the next one finishes it, as it was ordered" "$(dispose --by 别人 --doc-no 别的)" '^上一次销毁（批准文号闽工信销〔2026〕1号）没有做完，现已接着做完。.*已按规定销毁：共[0-9]+项'
is "it is done" "$(sql "select doc_no, ordered_by, retain_until from disposal join disposal_done using (disposal)")" "闽工信销〔2026〕1号|何样二|2024-06-30"
is "the record is what the killed run has written" "$(cmp "$WORK/销毁记录.csv" "$record.csv" && cmp "$WORK/销毁记录.xlsx" "$record.xlsx")" ''
is "the record's digest is booked" "$(sql "select record_sha256 from disposal_done")" "$(sha256sum "$record.csv" | cut -d ' ' -f 1)"
digest=$(sha256sum "$inbox/福州市/福云工联平台/其余清单.xlsx" | cut -d ' ' -f 1)
check "it names each file with its digest and unit" grep -qF ",原件,福州市/福云工联平台/其余清单.xlsx,$digest,福州市工业和信息化局," "$record.csv"
is "the workbook has the same lines" "$(/usr/bin/python3 -c '
import csv, openpyxl, sys
sheet = openpyxl.load_workbook(sys.argv[1] + ".xlsx").active
rows = [["" if c is None else str(c) for c in r] for r in sheet.iter_rows(values_only=True)]
lines = list(csv.reader(open(sys.argv[1] + ".csv", encoding="utf-8-sig")))
first = rows.index(lines[0])
print(rows[first:first + len(lines)] == lines)' "$record")" True
is "what is booked cannot be changed" "$(sql "delete from disposal_item" 2>&1 | grep -o 'neither changed nor deleted')" "neither changed nor deleted"

refute "the file is gone" test -e "$(filed "$inbox/福州市/福云工联平台/其余清单.xlsx")"
check "a list of things is not" test -f "$(filed "$inbox/福州市/福云工联平台/设备清单 第1册共2册.csv")"
check "nor what another cycle has" test -f "$(filed "$inbox/福州市/申报书扫描件.pdf")"
refute "a list of the package is gone from it" test -e "$package/清单-01-花名册.csv"
check "and stays in the archive, where another cycle has it" test -f "$(filed "$WORK/packaged.csv")"
check "as the record says" grep -q ',ministry/[^,]*/清单-01-花名册.csv,.*,已从上报材料删除；归档中的同一内容别处仍需要，保留' "$record.csv"
check "nor what came for another one between the order and its end" test -f "$(filed "$inbox/厦门市/又交别处的.pdf")"
check "which the record says" grep -qE ',原件,厦门市/又交别处的.pdf,.*,保留：别处仍需要同一内容' "$record.csv"
refute "nor is there a result" test -e "$OUTBOX/$cycle"
dumped >"$WORK/dump"
is "no person is in the database" "$(people spoken "$WORK/people" "$WORK/dump")" ""
packaged=$(filed "$WORK/packaged.csv")
mv "$packaged" "$WORK/away"
is "nor in the archive, but for the table that was sent, and for what another cycle has" "$(people spoken "$WORK/people" "$archive" | sort)" \
    "$(people spoken "$WORK/people" "$package" | sort)"
mv "$WORK/away" "$packaged"
sql "checkpoint" >"$WORK/said"
is "nor on the disk below the database" "$(people spoken "$WORK/people" "$WORK/server/postgres/cluster/base")" ""
is "nor in its write-ahead log" "$(people spoken "$WORK/people" "$WORK/server/postgres/cluster/pg_wal")" ""
check "which the record says" grep -q '预写日志）已一并清除' <(unzip -p "$record.xlsx" xl/sharedStrings.xml)
refute "what killed runs have left is gone" test -e "$orphan" -o -e "$archive/.part-$cycle" -o -e "$WORK/data/work" -o -e "$OUTBOX/ministry/.building-$cycle"
check "what is left is what was booked" "$BIN/huizong-audit" --database "$PGURI" --cycle $cycle --verify --heads "$WORK/data/audit/$cycle.heads"
is "counts stay" "$(sql "select list_id, measure, field, value, amount from list_fact order by 1, 2, 3, 4")" "$counts"
like "the package says what it no longer has" "$("$BIN/huizong-export" --verify "$package")" '清单-01-花名册.csv：含个人信息，已在保存期满后按规定销毁'
status_is "and is sound" 0 "$BIN/huizong-export" --verify "$package"
like "it names the record to compare, with its digest" "$("$BIN/huizong-export" --verify "$package")" \
    "销毁记录.csv：定稿之后才放入.*SHA-256是$(sha256sum "$record.csv" | cut -d ' ' -f 1)"
chmod u+w "$package" "$package/推荐名单.csv" && mv "$package/推荐名单.csv" "$WORK/away"
status_is "which it is not without a file that was not disposed of" 65 "$BIN/huizong-export" --verify "$package"
mv "$WORK/away" "$package/推荐名单.csv"

check "a night after it runs to its end" night $cycle 2024-07-01T03:30:00+08:00 "$inbox" "$registers"
is "it rules as before" "$(sql "select * from ruling order by 1, 2, 3, 4")" "$rulings"
is "so of the applications" "$(sql "select unit_code, nomination, state, missing, errors from application_state where ruled_until is null order by 1, 2")" "$states"
is "its results know nobody" "$(people spoken "$WORK/people" "$OUTBOX/$cycle")" ""
check "they say so" grep -q 已按规定销毁 "$OUTBOX/$cycle/current/ministry/推荐名单.csv" "$OUTBOX/$cycle/current/ministry/推荐名单-送审稿.csv" 2>/dev/null
refute "and do not take it for another state than the one sent" grep -q final_package_differs "$OUTBOX/$cycle/current/findings.csv"
check "a report may look back" "$BIN/huizong-export" --database "$PGURI" --cycle $cycle --archive "$archive" --outbox "$WORK/back" --as-of 2023-06-10T02:30:00+08:00
is "and knows nobody" "$(people spoken "$WORK/people" "$WORK/back")" ""
for file in decisions uploads; do
    is "its $file are those of that night" "$(diff "$WORK/$file.csv" "$WORK/back/$cycle/current/$file.csv")" ""
done
is "a slip has no copy of a sheet that is gone, and says so" "$(slip_of "$WORK/back/$cycle/current")" "$((${slip% *} - 1)) True"
check "a file that was not read is gone as well, and named so" grep -qE '厦门市/截断的.xlsx,.*无法证明不含个人信息' "$record.csv"
touch "$inbox/福州市/福云工联平台/其余清单.xlsx"
cp "$inbox/福州市/申报书扫描件.pdf" "$inbox/福州市/扫描件又一份.pdf"
cp "$inbox/福州市/福云工联平台/其余清单.xlsx" "$inbox/福州市/又一份.xlsx"
check "a night over what still lies in the inbox" night $cycle 2024-07-02T02:30:00+08:00 "$inbox" "$registers"
refute "brings nothing back" test -e "$(filed "$inbox/福州市/又一份.xlsx")"
is "but names it" "$(sql "select string_agg(path, ' ' order by path collate \"C\") from arrival where left_reason = 'content_disposed'")" \
    "福州市/又一份.xlsx 福州市/扫描件又一份.pdf"
cp "$inbox/福州市/福云工联平台/其余清单.xlsx" "$WORK/other/深圳市/"
check "the same bytes in a live cycle" night guangdong-2022 2022-03-18T02:30:00+08:00 "$WORK/other" "$WORK/none"
check "are taken" test -f "$(filed "$inbox/福州市/福云工联平台/其余清单.xlsx")"
is "and read" "$(sql "select count(*) > 0 from upload_table join arrival using (arrival_id) where cycle = 'guangdong-2022' and path = '深圳市/其余清单.xlsx'")" t
check "a backup has them" "$ROOT/scripts/backup" --to "$WORK/backups.live" --cycle guangdong-2022 --registers "$WORK/none" --outbox "$OUTBOX" \
    --data "$WORK/data" --database "$PGURI"
live=$(echo "$WORK/backups.live"/2*)
chmod -R u+w "$live"
rm "$live/archive/${digest:0:2}/$digest" "$live/SHA256SUMS.sha256"
(. "$ROOT/scripts/keeping" && seal "$live")
is "and one without them is not whole, though its sums are" "$("$ROOT/scripts/backup" --verify "$live"; echo $?)" "数据库记有、备份里没有的原件：$digest"$'\n'65
like "their lists are counted as handed in" "$(cat "$OUTBOX/guangdong-2022/current/uploads.csv")" '深圳市/其余清单.xlsx'
check "the cycle that gave them up runs on" night $cycle 2024-07-02T03:30:00+08:00 "$inbox" "$registers"
is "and knows nobody" "$(people spoken "$WORK/people" "$OUTBOX/$cycle")" ""

is "there is nothing more to dispose of" "$(dispose_as $cycle --as-of 2024-07-03T00:00:00+08:00 --by 何样二 --doc-no 2号)" "没有需要销毁的个人信息。"
check "which leaves what is another cycle's" test -f "$(filed "$inbox/福州市/福云工联平台/其余清单.xlsx")"
mkdir -p "$WORK/data/audit"
printf '1 %064d\n' 1 >"$WORK/data/audit/other-2023.heads"
cp "$WORK/orphan" "$orphan"
like "where another database has its nights there, what nobody has booked is told" "$(dispose --by 何样二 --doc-no 2号)" '归档中另有1件文件没有登记'
check "and stays" test -f "$orphan"
rm "$WORK/data/audit/other-2023.heads"
like "else it goes by an order of its own" "$(dispose --by 何样二 --doc-no 2号)" '已按规定销毁：共1项'
check "which names it" grep -q ",归档中无登记的文件,${orphan#"$archive/"},${orphan##*/},,,,已删除" "$OUTBOX/disposed/$cycle-2/销毁记录.csv"
refute "from the archive" test -e "$orphan"
sql "alter system set wal_recycle = on"
sql "select pg_reload_conf()" >"$WORK/said"
like "the other cycle's disposal takes the scan" "$(dispose_as guangdong-2022 --as-of 2024-08-01T00:00:00+08:00 --by 何样二 --doc-no 3号)" "已按规定销毁"
check "and says that a server which keeps its log has it all still" grep -q '不由本系统管理：其预写日志' <(unzip -p "$OUTBOX/disposed/guangdong-2022-1/销毁记录.xlsx" xl/sharedStrings.xml)
refute "which is nobody's now" test -e "$(filed "$inbox/福州市/申报书扫描件.pdf")"
refute "and what came again, and its people" test -e "$(filed "$inbox/福州市/福云工联平台/其余清单.xlsx")"
check "a backup is whole without what is gone" "$ROOT/scripts/backup" --to "$WORK/backups.after" --cycle $cycle --registers "$registers" --outbox "$OUTBOX" \
    --data "$WORK/data" --database "$PGURI"
done_testing
