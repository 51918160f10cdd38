#!/bin/bash
# Names and cells that would command a shell, a database, a spreadsheet, a browser or a terminal, through a whole night: they come out as text, everywhere.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

INBOX=$WORK/inbox
CYCLE=fujian-2023
hostile() {
    /usr/bin/python3 -B "$TOOLS/hostile.py" "$@"
}

sql() {
    PGOPTIONS='-c search_path=huizong' psql -XAtq --command "$1" "$PGURI"
}

pg_start
hostile make "$INBOX"
# The page names units alone, so one of them gets a name of markup.
cp -R "$FIXTURES/$CYCLE/registers.1" "$WORK/registers"
printf '代码,名称,别名,类型\n%s\n' "XX01,<u>新区</u><script>alert(5)</script>,=1+1,相关单位" >"$WORK/registers/推荐单位名录.csv"
cd "$WORK" || exit 70
status=0
"$ROOT/scripts/nightly" --cycle $CYCLE --as-of 2023-06-09T02:30:00+08:00 --inbox "$INBOX" --registers "$WORK/registers" \
    --outbox "$OUTBOX" --data "$WORK/data" --database "$PGURI" --settle 0 >"$WORK/stdout" 2>"$WORK/stderr" || status=$?
is "the night is done, with findings" "$status" 1
check "the log is there" test -s "$WORK/data/log/$CYCLE.log"
hostile check "$INBOX" "$OUTBOX/$CYCLE/current/" "$WORK/stderr" "$WORK/stdout" "$WORK/data/log/$CYCLE.log" >"$WORK/answers"
while IFS=$'\t' read -r question wrong; do
    is "$question" "$wrong" ''
done <"$WORK/answers"
is "all of it was looked at" "$(wc -l <"$WORK/answers")" 8
is "the tables of the database are there, with an arrival for each file" \
    "$(sql "select count(*) from arrival where source = 'inbox'")" "$(find "$INBOX" -type f -printf x | wc -c)"
is "the platforms stand in it as they were written" \
    "$(psql -XAtq --command "copy (select text from huizong.figure where field = 'sum_platform_name' and text !~ '^(岚岛|无主)' order by text collate \"C\") to stdout" "$PGURI")" \
    "$(hostile names | LC_ALL=C sort)"

# A file that cannot be read is named on the terminal.
mkdir "$WORK/bin"
printf '#!/bin/sh\nexit 70\n' >"$WORK/bin/huizong-normalise"
cp "$WORK/bin/huizong-normalise" "$WORK/bin/huizong-load"
chmod +x "$WORK/bin"/*
HUIZONG_BIN=$WORK/bin "$ROOT/scripts/take-upload" $CYCLE "$WORK/archive" "$WORK" 2023-06-09T02:30:00+08:00 $'1\tinbox\tabc\t甲/a\x1b[2Jb\x7f\\nc.csv' 2>/dev/null || true
is "its name does not steer the terminal" "$(<"$WORK/failed")" '未能读入：甲/a?[2Jb?\nc.csv（normalise=70 load=70）：归档中的原件不见了，本次未采用；请把同一文件原样重新放入收件目录，或从备份取回'
done_testing
