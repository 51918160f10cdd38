#!/bin/bash
# A backup while a list of 12,000 rows is being loaded, restored elsewhere, where the night then comes to the same bytes; and what
# is refused: damaged, too new, not empty, no room.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"
. "$ROOT/tests/sql/kit/sessions.sh"

cycle=fujian-2023
as_of=2023-06-10T02:30:00+08:00
inbox=$WORK/inbox
backups=$WORK/backups
platform=$inbox/福州市/福云工联平台
stubs=$WORK/stubs
mkdir -p "$platform" "$WORK/registers" "$stubs"

# stub NAME LINES: a program that stands before the real one in the path of a backup.
stub() {
    printf '#!/bin/bash\n%s\n' "$2" >"$stubs/$1"
    chmod +x "$stubs/$1"
}
# What a backup says it was made at; a second one within the same second is refused.
made_at() {
    stub date "if [[ \$* == '-u +%Y%m%dT%H%M%SZ' ]]; then echo $1; else exec /usr/bin/date \"\$@\"; fi"
}
backup_command=(env PATH="$stubs:$PATH" "$ROOT/scripts/backup" --to "$backups" --cycle "$cycle" --registers "$WORK/registers"
    --outbox "$OUTBOX" --data "$WORK/data")
backup() {
    "${backup_command[@]}" "$@"
}
verify() {
    "$ROOT/scripts/huizong" backup --verify "$1"
}
restore() {
    "$ROOT/scripts/huizong" restore "$@"
}
# All that a database holds, without the key that each dump has of its own.
written() {
    /usr/bin/pg_dump --schema=huizong --no-owner "$1" | grep -vE '^.(un)?restrict '
}
reseal() {
    (cd "$1" && rm -f SHA256SUMS SHA256SUMS.sha256 && find . -type f -printf '%P\0' | sort -z | xargs -0 sha256sum >"$WORK/sums" &&
        mv "$WORK/sums" SHA256SUMS && sha256sum SHA256SUMS >SHA256SUMS.sha256)
}
flip() {
    /usr/bin/python3 - "$1" <<'PYTHON'
import os, sys
os.chmod(sys.argv[1], 0o600)
with open(sys.argv[1], "r+b") as file:
    file.seek(os.path.getsize(sys.argv[1]) // 2)
    byte = file.read(1)[0]
    file.seek(-1, os.SEEK_CUR)
    file.write(bytes([byte ^ 1]))
PYTHON
}
finished() {
    find "$backups" -mindepth 1 -maxdepth 1 -name '2*' -printf '%f\n' | sort | tr '\n' ' '
}

cp "$FIXTURES/$cycle/inbox.1/福州市/来回改.csv" "$inbox/福州市/"
cp "$FIXTURES/$cycle/inbox.3/福州市/福云工联平台/"{其余清单.xlsx,'申报书 打印版.xlsx'} "$platform/"
{
    printf '工业设备清单,,,,,,\n平台名称：福云工联平台,,,,,,\n序号,设备类别,设备类型,设备名称,设备ID,是否公有云连接,是否日运行\n'
    awk 'BEGIN { for (i = 1; i <= 12000; i++) printf "%d,运行设备,工业现场设备,样例设备%d号,FY-%06d,是,是\n", i, i, i }'
} >"$platform/设备清单.csv"
cp "$FIXTURES/$cycle/registers.1/本单位.csv" "$WORK/registers/"

pg_start
export HUIZONG_DATABASE="$PGURI&password=verysecret"
"$BIN/huizong-setup" >/dev/null 2>&1
for tool in psql pg_dump; do
    stub $tool "printf '%s\n' \"\$0 \$*\" >>'$WORK/lines'; exec /usr/bin/$tool \"\$@\""
done

# The list's rows are all sent, and its table waits for the lock that lets it join the others.
open_session holder 20
ask 20 "begin; lock table list_equipment in share update exclusive mode;"
night $cycle $as_of "$inbox" "$WORK/registers" >"$WORK/night" 2>&1 &
night_pid=$!
until [[ $(sql "select count(*) from pg_locks where relation = 'list_equipment'::regclass and not granted") == 1 ]]; do :; done
until [[ $(sql "select (select count(*) from arrival where sha256 is not null) - (select count(*) from upload)") == 1 ]]; do :; done
made_at 20230610T000001Z
is "a backup during the load says nothing" "$(backup 2>&1)" ''
one=$backups/20230610T000001Z
written "$PGURI" >"$WORK/during.sql"
ask 20 "rollback;"
close_session holder 20
status=0
wait $night_pid || status=$?
is "the night that it was made in runs to its end" $status 0
is "the list is in the database" "$(sql "select count(*) from list_equipment")" 12000

is "the backup is complete" "$(verify "$one")" ''
is "nobody else can read it" "$(find "$one" -perm /077)" ''
check "a password is on no command line" grep -q pg_dump "$WORK/lines"
refute "not this one" grep -q verysecret "$WORK/lines"
(unset HUIZONG_DATABASE && restore --from "$one" --data "$WORK/elsewhere" --registers "$WORK/elsewhere.registers" \
    --outbox "$WORK/elsewhere.outbox" --schemas "$WORK/elsewhere.schemas" >"$WORK/said" 2>&1) && status=0 || status=$?
is "restored elsewhere: exit status" "$status" 0
is "without a word" "$(cat "$WORK/said")" ''
"$ROOT/scripts/pg-local" start --data "$WORK/elsewhere"
elsewhere=$("$ROOT/scripts/pg-local" uri --data "$WORK/elsewhere")
is "its database is what was before the load, rights and all" "$(written "$elsewhere" | diff - "$WORK/during.sql")" ''
is "no row of the half-loaded list" "$(psql -XAtq "$elsewhere" -c 'select count(*) from huizong.list_equipment')" 0
is "the roles are made" "$(psql -XAtq "$elsewhere" -c "select count(*) from pg_roles where rolname ~ '^huizong_' and not rolcanlogin")" 4
is "what is the owner's is the owner's" "$(psql -XAtq "$elsewhere" -c "select distinct tableowner from pg_tables where schemaname = 'huizong'")" huizong_owner
# the night has archived its results since
is "the archive is what it was" "$(diff -r "$WORK/data/archive" "$WORK/elsewhere/archive" | grep -v "^Only in $WORK/data/archive")" ''
check "with every upload" test -z "$(psql -XAtq "$elsewhere" -c 'select sha256 from huizong.content' | while read -r sha256; do
    [[ -f $WORK/elsewhere/archive/${sha256:0:2}/$sha256 ]] || echo "$sha256"; done)"
is "with its rights" "$(find "$WORK/elsewhere/archive" -type f -printf '%m\n' | sort -u)" 440
is "so are the registers and schemas" "$(diff -r "$WORK/registers" "$WORK/elsewhere.registers" && diff -r "$ROOT/schemas" "$WORK/elsewhere.schemas")" ''
status=0
"$ROOT/scripts/nightly" --cycle $cycle --as-of $as_of --inbox "$inbox" --registers "$WORK/elsewhere.registers" --settle 0 \
    --outbox "$WORK/elsewhere.outbox" --data "$WORK/elsewhere" --database "$elsewhere" >"$WORK/said" 2>&1 || status=$?
check "the night runs there" test $status -le 1
is "and comes to the same bytes" "$(diff -r "$OUTBOX" "$WORK/elsewhere.outbox")" ''
"$ROOT/scripts/pg-local" remove --data "$WORK/elsewhere"

# What arrives between the start of a backup and its dump is in both.
mkdir "$inbox/厦门市"
cp "$FIXTURES/$cycle/inbox.1/厦门市/三个平台.csv" "$inbox/厦门市/"
stub pg_dump "if [[ \$* == *--file=* ]]; then '$BIN/huizong-intake' --cycle $cycle --inbox '$inbox' --archive '$WORK/data/archive' \
    --database '$PGURI' --as-of $as_of --settle 0 >'$WORK/intake' 2>&1; fi; exec /usr/bin/pg_dump \"\$@\""
late=$(sha256sum "$inbox/厦门市/三个平台.csv" | cut -d ' ' -f 1)
made_at 20230610T000002Z
chmod u+w "$one/archive"/*/*
damaged=$(sha256sum "$inbox/福州市/来回改.csv" | cut -d ' ' -f 1)
cp -a "$one" "$WORK/one"
flip "$one/archive/${damaged:0:2}/$damaged"
is "a file arrives while a backup begins" "$(backup 2>&1)" ''
two=$backups/20230610T000002Z
check "its bytes are there" test -f "$two/archive/${late:0:2}/$late"
is "and all that the dump knows" "$(verify "$two")" ''
list=$(sha256sum "$platform/设备清单.csv" | cut -d ' ' -f 1)
is "what the backup before had is linked" "$(stat -c %i "$two/archive/${list:0:2}/$list")" "$(stat -c %i "$one/archive/${list:0:2}/$list")"
refute "what had gone bad there is not" test "$two/archive/${damaged:0:2}/$damaged" -ef "$one/archive/${damaged:0:2}/$damaged"
stub pg_dump 'exec /usr/bin/pg_dump "$@"'

made_at 20230610T000003Z
check "a third, of which two stay" backup --keep 2
is "the oldest is gone" "$(finished)" "20230610T000002Z 20230610T000003Z "
check "the others are whole" verify "$two"
status_is "a second one of the same second: 75" 75 backup
is "it left nothing" "$(finished)" "20230610T000002Z 20230610T000003Z "

# The dump stands until the FIFO is written to; the backup is killed in it.
mkfifo "$WORK/begun" "$WORK/go"
stub pg_dump "echo >'$WORK/begun'; read <'$WORK/go'"
made_at 20230610T000004Z
"${backup_command[@]}" 2>"$WORK/killed" &
killed=$!
read -r <"$WORK/begun"
status_is "a second backup beside it: 75" 75 backup
kill -KILL $killed
wait $killed 2>/dev/null || true
echo >"$WORK/go"
is "a killed one leaves nothing that looks finished" "$(finished)" "20230610T000002Z 20230610T000003Z "
stub pg_dump 'echo "pg_dump: connection lost" >&2; exit 1'
flock "$backups/.backup.lock" true
status_is "a dump that fails: 69" 69 backup --keep 1
is "keeps the older ones" "$(finished)" "20230610T000002Z 20230610T000003Z "
is "and takes away what the killed one left" "$(find "$backups" -mindepth 1 -maxdepth 1 -name '.2*')" ''
rm "$stubs/pg_dump"
chmod u+w "$WORK/data/archive/${late:0:2}/$late"
cp "$WORK/data/archive/${late:0:2}/$late" "$WORK/kept"
flip "$two/archive/${late:0:2}/$late"
flip "$WORK/data/archive/${late:0:2}/$late"
status_is "an original that is damaged: 65" 65 backup
like "by name" "$(backup 2>&1)" "damaged in the archive: ${late:0:2}/$late"
cp "$WORK/kept" "$WORK/data/archive/${late:0:2}/$late"

# Damage, each on a copy of the first backup.
damaged() {
    rm -rf "$WORK/copy"
    cp -R "$WORK/one" "$WORK/copy"
}
deviates() {
    local output status=0
    output=$(verify "$WORK/copy" 2>&1) || status=$?
    is "$1: exit status" "$status" 65
    like "$1: by name" "$output" "$2"
    status_is "$1: not restored" 65 restore --from "$WORK/copy" --data "$WORK/new"
    refute "$1: nothing is left" test -e "$WORK/new" -o -e "$WORK/.new.restoring"
}
unset HUIZONG_DATABASE
damaged; flip "$WORK/copy/archive/${list:0:2}/$list"
deviates "a flipped byte of an original" "^内容被改动：archive/${list:0:2}/$list$"
damaged; flip "$WORK/copy/database.dump"
deviates "a flipped byte of the dump" "^内容被改动：database.dump"
damaged; rm "$WORK/copy/registers/$cycle/本单位.csv"
deviates "a missing file" "^缺少：registers/$cycle/本单位.csv$"
damaged; rm "$WORK/copy/database.dump"
deviates "a missing dump" "^缺少：database.dump$"
damaged; echo >"$WORK/copy/schemas/$cycle/多余.json"
deviates "one file too many" "^多出：schemas/$cycle/多余.json$"
damaged; ln -s /etc/passwd "$WORK/copy/registers/链接"
deviates "a link" "^多出：registers/链接"
damaged; sed -i 's/^0/1/' "$WORK/copy/SHA256SUMS"
deviates "an altered list" "清单被改动"
damaged; truncate -s -2000 "$WORK/copy/database.dump"; reseal "$WORK/copy"
deviates "a truncated dump, sealed" "^数据库转储读不完整：database.dump"
damaged; rm "$WORK/copy/archive/${list:0:2}/$list"; reseal "$WORK/copy"
deviates "a lost original, sealed" "^数据库记有、备份里没有的原件：$list$"
damaged; sed -i 's/^migration=.*/migration=9999_later/' "$WORK/copy/backup.about"; reseal "$WORK/copy"
status_is "a newer release's: 78" 78 restore --from "$WORK/copy" --data "$WORK/new"
status_is "no such backup: 66" 66 restore --from "$WORK/nowhere" --data "$WORK/new"
status_is "no place: 64" 64 restore --from "$WORK/one"
mkdir "$WORK/full"; : >"$WORK/full/file"
status_is "a folder that is not empty: 73" 73 restore --from "$WORK/one" --data "$WORK/full"
mkdir "$WORK/locked"
status_is "where another restore is at work: 75" 75 flock "$WORK/locked" "$ROOT/scripts/restore" --from "$WORK/one" --data "$WORK/locked/new"
is "and its part is left alone" "$(ls -A "$WORK/locked")" ''
status_is "a database that is not empty: 69" 69 restore --from "$WORK/one" --data "$WORK/new" --database "$PGURI"
psql -Xq "$PGURI" -c "create role plain login" -c "create database other owner plain"
other=${PGURI/\/huizong\?/\/other?}
check "an empty one of a server is filled" restore --from "$WORK/one" --data "$WORK/new" --database "$other"
is "by all there was" "$(psql -XAtq "$other" -c 'select count(*) from huizong.content')" "$(find "$WORK/new/archive" -type f | wc -l)"

# A place that cannot be made, and a rename that fails when all but the data folder is placed: what was placed goes again.
damaged; mkdir -p "$WORK/copy/ministry/$cycle-v1" "$WORK/copy/disposed/$cycle-1"
echo package >"$WORK/copy/ministry/$cycle-v1/manifest.json"
echo record >"$WORK/copy/disposed/$cycle-1/销毁记录.csv"
reseal "$WORK/copy"
: >"$WORK/file"
psql -Xq "$PGURI" -c "create database third"
third=${PGURI/\/huizong\?/\/third?}
# whole SCHEMAS [OPTION…]
whole() {
    restore --from "$WORK/copy" --data "$WORK/place/data" --registers "$WORK/place/registers" --config "$WORK/place/config" --outbox "$WORK/place/outbox" \
        --schemas "$@"
}
nothing_left() {
    is "$1: nothing is left" "$(find "$WORK" -path "$WORK/place*" -printf '%P\n' | sort)" "$2"
    is "$1: nor in the database" "$(psql -XAtq "$third" -c "select count(*) from pg_namespace where nspname = 'huizong'")" 0
    rm -rf "$WORK/place"
}
status_is "a place that cannot be made: 73" 73 whole "$WORK/file/schemas" --database "$third"
nothing_left "a place that cannot be made" ""
status_is "and with a private server: 73" 73 whole "$WORK/file/schemas"
refute "its folders are not made" test -e "$WORK/place"
stub mv "if [[ \${*: -1} == */place/data ]]; then exit 1; fi; exec /usr/bin/mv \"\$@\""
mkdir -p "$WORK/place/registers" "$WORK/place/outbox/ministry/other-v1"
said=$(PATH=$stubs:$PATH whole "$WORK/place/schemas" --database "$third" 2>&1) && status=0 || status=$?
is "the last rename fails: exit status" "$status" 74
like "and it is told that nothing is left" "$said" '目标位置未留下半份数据'
nothing_left "the last rename fails" "$(printf '%s\n' place place/outbox place/outbox/ministry place/outbox/ministry/other-v1 place/registers)"
rm "$stubs/mv"
mkdir -p "$WORK/place/registers/.restoring/of a killed one"
chmod 750 "$WORK/place/registers"
status_is "with the cause put right it is restored" 0 whole "$WORK/place/schemas" --database "$third"
is "every file of it" "$(for part in registers:registers/$cycle schemas:schemas config:config outbox/ministry:ministry outbox/disposed:disposed; do
    diff -r "$WORK/place/${part%%:*}" "$WORK/copy/${part#*:}"
done)" ''
is "and nothing beside" "$(find "$WORK/place" -name '*.restoring*')" ''
is "a folder that was there keeps its rights" "$(stat -c %a "$WORK/place/registers")" 750

# A backup that somebody altered and sealed anew.
audited() {
    local status=0
    rm -rf "$WORK/new"
    restore --from "$1" --data "$WORK/new" --verbose "${@:2}" >"$WORK/said" 2>&1 || status=$?
    echo "$status"
}
export HUIZONG_DATABASE=$PGURI
made_at 20230610T000008Z
night $cycle 2023-06-11T02:30:00+08:00 "$inbox" "$WORK/registers" >/dev/null 2>&1
check "a backup of a night that is over" backup
unset HUIZONG_DATABASE
last=$backups/20230610T000008Z
night $cycle 2023-06-12T02:30:00+08:00 "$inbox" "$WORK/registers" >/dev/null 2>&1 <<<'' || true
psql -XAtq "$PGURI" -c "select count(*) from huizong.audit_line where cycle = '$cycle'" >"$WORK/lines"
is "restored with heads of later nights" "$(audited "$last" --heads "$WORK/data/audit")" 0
like "the chain is proven, and its end told" "$(cat "$WORK/said")" "^$cycle：审计链完整：共[0-9]+条.*链尾是[0-9a-f]{64}。"
is "heads go on in the new place" "$(cmp "$WORK/new/audit/$cycle.heads" <(head -n "$(wc -l <"$WORK/new/audit/$cycle.heads")" "$WORK/data/audit/$cycle.heads"))" ''
psql -Xq "$PGURI" -c "create database forged"
forged=${PGURI/\/huizong\?/\/forged?}
# forge STATEMENT: the same backup with this done to its database
forge() {
    rm -rf "$WORK/copy.forged"
    cp -R "$last" "$WORK/copy.forged"
    psql -Xq "$forged" -c "drop schema if exists huizong cascade" 2>/dev/null
    pg_restore --no-owner --dbname="$forged" "$last/database.dump" >/dev/null 2>&1 || true
    psql -Xq -v ON_ERROR_STOP=1 "$forged" -c "begin; set local session_replication_role = replica; set local search_path = huizong; $1; commit" >/dev/null
    /usr/bin/pg_dump --format=custom --schema=huizong --file="$WORK/copy.forged/database.dump" "$forged"
    reseal "$WORK/copy.forged"
}
altered="update figure set text = text || '甲' where field = 'sum_contact'"
forge "$altered"
is "a figure in a dump that is sealed anew: exit status" "$(audited "$WORK/copy.forged")" 1
like "and what is told" "$(cat "$WORK/said")" "^$cycle：恢复出来的数据库核验不通过：.*在数据库里的内容与读入时记下的不同.*已照备份恢复；备份可能被改动过"
forge "$altered; update audit_line l set fact = rows_fact(a, u) from arrival a join upload u using (arrival_id)
        where l.kind = 'rows' and (l.fact::json ->> 'arrival')::bigint = a.arrival_id;
    do \$\$ declare line audit_line; last text := repeat('0', 64); begin
        for line in select * from audit_line where cycle = '$cycle' order by sequence loop
            line.previous := last;
            last := audit_digest(line);
            update audit_line set previous = line.previous, sha256 = last where (cycle, sequence) = (line.cycle, line.sequence);
        end loop; end \$\$"
is "with all of the chain reckoned anew it is not seen" "$(audited "$WORK/copy.forged")" 0
is "but by heads that were kept elsewhere" "$(audited "$WORK/copy.forged" --heads "$WORK/data/audit")" 1
like "which tell where" "$(cat "$WORK/said")" "^$cycle：恢复出来的数据库核验不通过：审计链第[0-9]+条与当时记下的链尾不同"
rm -rf "$WORK/new"

# Killed before each of its renames, when the database is filled: the same command goes on, and comes to the whole; a night in between waits for it.
psql -Xq "$PGURI" -c "create database fourth"
fourth=${PGURI/\/huizong\?/\/fourth?}
placed() {
    (cd "$1" && find . -type f ! -path './data/.*' ! -path './data/postgres/*' | LC_ALL=C sort | xargs -d '\n' sha256sum)
}
killed_at() {
    stub mv "if [[ \${*: -1} == $1 ]]; then kill -KILL \$PPID; exit; fi; exec /usr/bin/mv \"\$@\""
    (PATH=$stubs:$PATH exec "$ROOT/scripts/restore" --from "$WORK/copy" --data "$WORK/place/data" --registers "$WORK/place/registers" --config "$WORK/place/config" \
        --outbox "$WORK/place/outbox" --schemas "$WORK/place/schemas" --database "$fourth") >"$WORK/killed" 2>&1 || status=$?
    rm "$stubs/mv"
}
wanted=$(placed "$WORK/place")
for last in '*/place/registers/*' '*/place/schemas/.restoring/fujian-2023' '*/place/outbox/ministry/*' '*/place/outbox/disposed/*' '*/place/data'; do
    rm -rf "$WORK/place"
    psql -Xq "$fourth" -c "drop schema if exists huizong cascade" 2>/dev/null
    status=0
    killed_at "$last"
    is "killed before the rename to $last" "$status" 137
    status=0
    said=$("$ROOT/scripts/nightly" --cycle $cycle --inbox "$inbox" --outbox "$WORK/none.outbox" --data "$WORK/place/data" --database "$fourth" 2>&1) || status=$?
    like "a night says what to do" "$status $said" '^73 nightly: .*恢复没有做完（或正在进行）；把同一条 huizong restore 命令再运行一次'
    is "the same command again" "$(whole "$WORK/place/schemas" --database "$fourth" 2>&1)" ''
    is "comes to the whole state" "$(placed "$WORK/place")" "$wanted"
    is "with its database" "$(written "$fourth" | diff - <(written "$third"))" ''
    like "once more it says that there is nothing to do" "$(whole "$WORK/place/schemas" --database "$fourth" 2>&1)" '已经恢复过，照常跑夜间任务即可'
    chmod -R u+w "$WORK/place"
done
rm -rf "$WORK/place"
psql -Xq "$fourth" -c "drop schema huizong cascade"
killed_at '*/place/data'
psql -Xq "$fourth" -c "insert into huizong.content values (repeat('a', 64), 1);
    insert into huizong.arrival (cycle, source, path, sha256, changed_at, first_seen_at) values ('$cycle', 'inbox', 'x', repeat('a', 64), now(), now())"
status_is "a database that was used since is not taken for the killed one's: 69" 69 whole "$WORK/place/schemas" --database "$fourth"
is "and stays as it is" "$(psql -XAtq "$fourth" -c "select count(*) from huizong.arrival where path = 'x'")" 1
chmod -R u+w "$WORK/place"*
rm -rf "$WORK/place"

# Backups of a clock that was ahead bear later names, and are older.
export HUIZONG_DATABASE=$PGURI
made_at 20380101T000000Z
check "a backup of a clock that is ahead" backup
made_at 20230610T000006Z
said=$(backup --keep 2 2>&1) && status=0 || status=$?
is "the next one under the right clock: exit status" "$status" 0
is "it stays, with the one before" "$(finished)" "20230610T000006Z 20380101T000000Z "
like "and the name that misleads is told" "$said" '晚于本次备份（20230610T000006Z）的旧备份：20380101T000000Z。'
made_at 20230610T000007Z
said=$(backup --keep 2 2>&1)
is "and then the older one goes" "$(finished)" "20230610T000006Z 20230610T000007Z "
is "and nothing is told" "$said" ''
unset HUIZONG_DATABASE

# No room: a small file system of the test's own, where it may mount one.
mkdir "$WORK/small"
if mount -t tmpfs -o size=400k none "$WORK/small" 2>/dev/null; then
    made_at 20230610T000005Z
    export HUIZONG_DATABASE=$PGURI
    status=0
    backup --to "$WORK/small" >"$WORK/said" 2>&1 || status=$?
    like "no room for a backup: exit status" "$status" '^(69|73|74)$'
    is "nothing is left" "$(find "$WORK/small" -mindepth 1 ! -name .backup.lock)" ''
    unset HUIZONG_DATABASE
    status=0
    restore --from "$WORK/one" --data "$WORK/small/data" >"$WORK/said" 2>&1 || status=$?
    like "nor for a restore: exit status" "$status" '^(69|73|74)$'
    is "nothing is left" "$(find "$WORK/small" -mindepth 1 ! -name .backup.lock)" ''
    umount "$WORK/small"
fi
done_testing
