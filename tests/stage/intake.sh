#!/bin/bash
# huizong-intake: what is taken, what is named and left, and that the inbox stays as it was.
. "$(dirname "$0")/../lib.sh"

INBOX=$WORK/inbox
ARCHIVE=$WORK/archive
AS_OF=2023-06-09T02:30:00+08:00

intake() {
    "$BIN/huizong-intake" --cycle fujian-2023 --database "$PGURI" --inbox "$INBOX" --archive "$ARCHIVE" \
        --as-of "$AS_OF" --settle 0 "$@"
}

put() {
    mkdir -p "$(dirname "$INBOX/$1")"
    printf '%s' "$2" >"$INBOX/$1"
}

sha256_of() {
    printf '%s' "$1" | sha256sum | cut -c 1-64
}

# path, content's digest or reason, one line an arrival in the order they came
arrivals() {
    sql "select path || ' ' || coalesce(sha256, left_reason) from arrival where source = 'inbox' and path like '$1' order by arrival_id"
}

inbox_state() {
    (cd "$INBOX" && find . -printf '%P %y %s %T@ %m %l\n' | LC_ALL=C sort)
}

takes_files_whole() {
    put '福州市/汇总表.csv' 甲
    put '福州市/子 夹/"引号" $(touch 坏) '\''.csv' 乙
    put $'厦门市/换\n行.csv' 丙
    put '三明市/百分号%41.csv' 丁
    put '空文件.csv' ''
    local before
    before=$(inbox_state)
    status_is "an inbox of plain files is taken" 0 intake
    is "the inbox is as it was" "$(inbox_state)" "$before"
    is "a file is in the ledger by path and digest" "$(arrivals 福州市/汇总表.csv)" "福州市/汇总表.csv $(sha256_of 甲)"
    is "blanks, quotes and dollars are part of a name" "$(arrivals '福州市/子 夹/%')" \
        '福州市/子 夹/"引号" $(touch 坏) '\''.csv '"$(sha256_of 乙)"
    is "a line feed in a name is %0A" "$(arrivals '厦门市/%')" "厦门市/换%0A行.csv $(sha256_of 丙)"
    is "a literal per cent sign is %25" "$(arrivals '三明市/%')" "三明市/百分号%2541.csv $(sha256_of 丁)"
    is "an empty file is a content too" "$(arrivals 空文件.csv)" "空文件.csv $(sha256_of '')"
    local digest
    digest=$(sha256_of 甲)
    is "the archive holds the content by its digest" "$(cat "$ARCHIVE/${digest:0:2}/$digest")" 甲
    is "and nothing unfinished" "$(find "$ARCHIVE" -name '.part*')" ''
    is "first seen is the run's clock" "$(sql "select distinct first_seen_at from arrival")" '2023-06-08 18:30:00+00'
    is "changed is the inode's change time" \
        "$(sql "select date_trunc('second', changed_at) = to_timestamp($(stat -c %Z "$INBOX/福州市/汇总表.csv")) from arrival where path = '福州市/汇总表.csv'")" t
}

later_changes_are_left_to_the_next_run() {
    put '福州市/晚到.csv' 晚
    local changed
    changed=$(stat -c %Z "$INBOX/福州市/晚到.csv")
    intake --changed-until "$(date -u -d "@$((changed - 1))" +%FT%TZ)" || true
    is "what changed after the run's clock is not there for it" "$(arrivals 福州市/晚到.csv)" ''
    intake --changed-until "$(date -u -d "@$((changed + 1))" +%FT%TZ)" || true
    is "for the next it is" "$(arrivals 福州市/晚到.csv)" "福州市/晚到.csv $(sha256_of 晚)"
    status_is "a time that is none: 64" 64 intake --changed-until soon
}

# The machine's clock is ten minutes behind that of the inbox's disk; its --changed-until is read from the same clock.
behind() {
    LD_PRELOAD=$WORK/slow_clock.so CLOCK_BEHIND=600 intake --changed-until "$(date -u -d '-600 seconds' +%FT%TZ)"
}

changes_of_the_future_are_named() {
    cc -shared -fPIC -o "$WORK/slow_clock.so" "$ROOT/tests/stage/slow_clock.c"
    put '福州市/快钟.csv' 快
    status_is "a file that changes after this machine's clock is a finding" 1 behind
    is "it is named" "$(arrivals 福州市/快钟.csv)" "福州市/快钟.csv changed_in_future"
    is "and nothing that was taken before" "$(sql "select count(*) from arrival where left_reason = 'changed_in_future'")" 1
    like "with its time and the difference told" "$(behind 2>&1)" '"福州市/快钟.csv" changed at 20[0-9T:+-]+Z?, (59[0-9]|600) seconds after this machine.s clock: the clocks differ'
    status_is "once the clock has reached it, it is taken" 0 intake --changed-until "$(date -u -d '+1 seconds' +%FT%TZ)"
    is "as the path's last word" "$(arrivals 福州市/快钟.csv | tail -n 1)" "福州市/快钟.csv $(sha256_of 快)"
    is "what came after the run's clock and before now is told in a line" \
        "$(put '福州市/晚到又改.csv' 改; intake --changed-until "$(date -u -d '-1 hours' +%FT%TZ)" 2>&1 | grep -c '1 changed after this run.s clock, and are left to the next run')" 1
    is "and not named" "$(arrivals 福州市/晚到又改.csv)" ''
    check "the next run has it" intake
}

runs_again_without_a_trace() {
    local before
    before=$(sql 'select count(*) from arrival')
    status_is "the same inbox again is taken" 0 intake
    touch "$INBOX/福州市/汇总表.csv"
    status_is "a touched file is read again" 0 intake
    is "neither adds an arrival" "$(sql 'select count(*) from arrival')" "$before"
    rm "$INBOX/空文件.csv"
    status_is "a vanished file is no trouble" 0 intake
    is "and keeps its arrival" "$(arrivals 空文件.csv)" "空文件.csv $(sha256_of '')"
}

# filed CONTENT: where the archive has it
filed() {
    local digest
    digest=$(sha256_of "$1")
    echo "$ARCHIVE/${digest:0:2}/$digest"
}

what_the_archive_lost_comes_back() {
    local path before
    before=$(sql 'select count(*) from arrival')
    path=$(filed 乙)
    rm -f "$path"
    is "a content that is gone is filed anew, and named" "$(intake 2>/dev/null)" '福州市/子 夹/"引号" $(touch 坏) '\''.csv'
    is "as it came" "$(cat "$path")" 乙
    is "no word is lost on it again" "$(intake 2>/dev/null)" ''
    chmod u+w "$path"
    printf 丙 >"$path"
    is "while it waits to be read it is read each time: other bytes of the same number are found" "$(intake 2>/dev/null)" '福州市/子 夹/"引号" $(touch 坏) '\''.csv'
    is "and replaced" "$(cat "$path") $(stat -c %a "$path")" "乙 440"
    sql "insert into upload (arrival_id, verdict, refused_code) select arrival_id, 'refused', 'file_empty' from arrival where sha256 = '$(sha256_of 乙)'"
    chmod u+w "$path"
    printf 丙 >"$path"
    is "what was loaded is only looked at" "$(intake 2>/dev/null)" ''
    printf '' >"$path"
    is "which tells that it is shorter" "$(intake 2>/dev/null | wc -l) $(cat "$path")" "1 乙"
    rm -f "$path"
    mkdir "$path"
    is "or a folder" "$(intake 2>/dev/null | wc -l) $(cat "$path")" "1 乙"
    rm -f "$path"
    mkfifo "$path"
    is "or no file at all" "$(timeout 20 "$BIN/huizong-intake" --cycle fujian-2023 --database "$PGURI" --inbox "$INBOX" \
        --archive "$ARCHIVE" --as-of "$AS_OF" --settle 0 2>/dev/null | wc -l) $(cat "$path")" "1 乙"
    rm -f "$path"
    ln -s "$(filed 甲)" "$path"
    is "or a link" "$(intake 2>/dev/null | wc -l) $(cat "$path") $(cat "$(filed 甲)")" "1 乙 甲"
    chmod u+w "$path"
    printf 丙 >"$path"
    touch "$INBOX"/福州市/*/*.csv
    is "a file that is touched is read, and what stands of it too" "$(intake 2>/dev/null | wc -l) $(cat "$path")" "1 乙"
    is "nothing of that is an arrival" "$(sql 'select count(*) from arrival')" "$before"
}

each_change_is_an_arrival() {
    local content
    for content in A B A B; do
        put 泉州市/来回.csv "$content"
        check "content $content at a path" intake
    done
    is "A, B, A, B are four arrivals" "$(arrivals 泉州市/来回.csv)" \
        "$(for content in A B A B; do echo "泉州市/来回.csv $(sha256_of "$content")"; done)"
    is "each knows what was there before" \
        "$(sql "select previous_sha256 from arrival where path = '泉州市/来回.csv' order by arrival_id")" \
        "$(echo; for content in A B A; do sha256_of "$content"; done)"
    is "the content is stored once" "$(sql "select count(*) from content where sha256 = '$(sha256_of A)'")" 1
    put 漳州市/同样.csv A
    check "the same bytes from another unit" intake
    is "the same bytes from two units are two arrivals" \
        "$(sql "select count(distinct path) from arrival where sha256 = '$(sha256_of A)'")" 2
}

names_in_other_encodings() {
    local gbk
    gbk=$(printf '莆田市' | iconv -t GBK)
    put "$gbk/$(printf '汇总' | iconv -t GBK).csv" G
    put "龙岩市/"$'\xff\xfe'"%.csv" H
    check "names in other encodings are taken" intake
    is "a GBK name is decoded" "$(arrivals '莆田市/%')" "莆田市/汇总.csv $(sha256_of G)"
    is "bytes of no encoding are %XX" "$(arrivals '龙岩市/%')" "龙岩市/%FF%FE%25.csv $(sha256_of H)"
    put "莆田市/汇总.csv" U
    check "two names that would read alike are taken" intake
    is "a GBK name that would stand for another file keeps its bytes" "$(arrivals '\%C6%')" \
        "%C6%CE%CC%EF%CA%D0/%BB%E3%D7%DC.csv $(sha256_of G)"
    is "and the other file has its own" "$(arrivals '莆田市/%' | tail -n 1)" "莆田市/汇总.csv $(sha256_of U)"
    rm -r "${INBOX:?}/$gbk"
}

foreign_things_are_named_and_left() {
    local name
    mkdir -p "$INBOX/宁德市" "$WORK/elsewhere"
    echo 别处 >"$WORK/elsewhere/别处.csv"
    ln -s "$WORK/elsewhere/别处.csv" "$INBOX/宁德市/链接.csv"
    ln -s "$WORK/elsewhere" "$INBOX/宁德市/链接夹"
    ln -s 不存在 "$INBOX/宁德市/断链"
    mkfifo "$INBOX/宁德市/管道.csv"
    for name in '~$汇总表.xlsx' '.~lock.汇总表.xlsx#' Thumbs.db desktop.ini .DS_Store 传输.xlsx.part 下载.crdownload 草稿.TMP; do
        put "宁德市/$name" x
    done
    status_is "what was left is a finding" 1 timeout 20 "$BIN/huizong-intake" --cycle fujian-2023 --database "$PGURI" \
        --inbox "$INBOX" --archive "$ARCHIVE" --as-of "$AS_OF" --settle 0
    is "each with its reason" "$(arrivals '宁德市/%' | LC_ALL=C sort)" "$(LC_ALL=C sort <<'WANT'
宁德市/.DS_Store system_file
宁德市/.~lock.汇总表.xlsx# lock_file
宁德市/Thumbs.db system_file
宁德市/desktop.ini system_file
宁德市/~$汇总表.xlsx lock_file
宁德市/下载.crdownload half_copied
宁德市/传输.xlsx.part half_copied
宁德市/断链 symlink
宁德市/管道.csv not_a_file
宁德市/草稿.TMP half_copied
宁德市/链接.csv symlink
宁德市/链接夹 symlink
WANT
)"
    is "nothing from behind a link is in the archive" \
        "$(find "$ARCHIVE" -name "$(sha256sum <"$WORK/elsewhere/别处.csv" | cut -c 1-64)")" ''
    local before
    before=$(sql 'select count(*) from arrival')
    status_is "the next run finds it again" 1 intake
    is "named once" "$(sql 'select count(*) from arrival')" "$before"
    rm -r "$INBOX/宁德市"
}

half_copied_files_wait() {
    put 南平市/写入中.csv 一半
    exec 7>>"$INBOX/南平市/写入中.csv"
    status_is "a file that is open for writing is left" 1 intake
    is "as half copied" "$(arrivals '南平市/%')" "南平市/写入中.csv half_copied"
    printf 全部 >&7
    exec 7>&-
    status_is "when it is whole it is taken" 0 intake
    is "and that is the path's last word" "$(arrivals '南平市/%' | tail -n 1)" "南平市/写入中.csv $(sha256_of 一半全部)"
}

# Written to until after the walk, while the run waits for young files to settle.
a_file_that_grows_while_we_wait_is_left() {
    put 南平市/增长中.csv 1
    intake --settle 2 >"$WORK/settle.log" 2>&1 &
    local run=$!
    while kill -0 "$run" 2>/dev/null; do
        printf 1 >>"$INBOX/南平市/增长中.csv"
    done
    wait "$run" || true
    is "a file that grows during the wait is left" "$(arrivals 南平市/增长中.csv)" "南平市/增长中.csv half_copied"
}

registers_are_taken_by_name() {
    mkdir -p "$WORK/registers/旧"
    printf r1 >"$WORK/registers/本单位.csv"
    printf r2 >"$WORK/registers/说明.docx"
    printf r3 >"$WORK/registers/旧/收件登记.csv"
    : >"$WORK/registers/Thumbs.db"
    ln -s /etc/hostname "$WORK/registers/快捷方式.lnk"
    status_is "registers are taken, and what is none is left" 1 intake --registers "$WORK/registers"
    is "only tables directly in the folder; what else is there is named, tables further down too, but for what systems leave" \
        "$(sql "select path, left_reason from arrival where source = 'register' order by path collate \"C\"")" $'快捷方式.lnk|symlink\n旧/收件登记.csv|register_in_folder\n本单位.csv|\n说明.docx|register_format'
    rm -r "$WORK/registers/快捷方式.lnk" "$WORK/registers/说明.docx" "$WORK/registers/旧"
    intake --registers "$WORK/registers" >/dev/null 2>&1 || true
    is "until it is gone" "$(sql "select path from arrival where source = 'register' and left_reason = 'register_gone' order by path collate \"C\"")" $'快捷方式.lnk\n旧/收件登记.csv\n说明.docx'
    mv "$WORK/registers/本单位.csv" "$WORK/本单位.csv"
    status_is "a register that is gone is a finding" 1 intake --registers "$WORK/registers"
    is "and named in the ledger" \
        "$(sql "select left_reason from arrival where source = 'register' order by arrival_id desc limit 1")" register_gone
    mv "$WORK/本单位.csv" "$WORK/registers/本单位.csv"
    check "put back it is taken again" intake --registers "$WORK/registers"
    is "as a visit of its own" "$(sql "select count(*) from arrival where source = 'register' and sha256 is not null")" 2
}

refusals() {
    status_is "an unknown cycle is a matter of configuration" 78 intake --cycle atlantis-1999
    status_is "a missing inbox is no input" 66 intake --inbox "$WORK/nowhere"
    status_is "no database" 69 intake --database 'host=/nonexistent'
    status_is "a file that is no folder is no input" 66 intake --inbox "$WORK/registers/本单位.csv"
    sql "insert into night (cycle, as_of) values ('fujian-2023', '2023-06-10T02:30:00+08:00')"
    status_is "a clock before the last night is refused" 64 intake
    status_is "the last night's own clock is not" 0 intake --as-of 2023-06-10T02:30:00+08:00
    local answer
    coproc LOCKER { psql -XqAt "$PGURI"; }
    echo "select 'held' from pg_advisory_lock(hashtextextended('huizong cycle fujian-2023', 0));" >&"${LOCKER[1]}"
    read -r answer <&"${LOCKER[0]}"
    is "another run holds the cycle" "$answer" held
    status_is "then it is locked: 75" 75 intake --as-of 2023-06-10T02:30:00+08:00
    echo "\\q" >&"${LOCKER[1]}"
}

pg_start
check "setup" "$BIN/huizong-setup" --schemas "$HUIZONG_SCHEMAS" --database "$PGURI" --cycle fujian-2023
mkdir "$INBOX"
takes_files_whole
later_changes_are_left_to_the_next_run
changes_of_the_future_are_named
runs_again_without_a_trace
what_the_archive_lost_comes_back
each_change_is_an_arrival
names_in_other_encodings
foreign_things_are_named_and_left
half_copied_files_wait
a_file_that_grows_while_we_wait_is_left
rm "$INBOX/南平市/增长中.csv"
registers_are_taken_by_name
refusals
done_testing
