#!/bin/bash
# setup --prune: lists that no longer count leave the database after keep_days, look-back figures stay, and where one counts again its rows come back.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"
. "$ROOT/tests/sql/kit/sessions.sh"

cycle=fujian-2023
inbox=$WORK/inbox
platform=$inbox/福州市/福云工联平台
registers=$WORK/registers
mkdir -p "$platform" "$registers" "$WORK/none"

# list FIRST LAST: an equipment list; row 3 has a category that is none.
list() {
    printf '工业设备清单,,,,,,\n平台名称：福云工联平台,,,,,,\n序号,设备类别,设备类型,设备名称,设备ID,是否公有云连接,是否日运行,备注\n'
    awk -v first="$1" -v last="$2" 'BEGIN {
        for (i = first; i <= last; i++)
            printf "%d,%s,工业现场设备,样例设备%d号,FY-%06d,是,%s,备注%d\n", i, i == 3 ? "不详" : "运行设备", i, i, i % 2 ? "是" : "否", i }'
}
prune() {
    "$BIN/huizong-setup" --database "$PGURI" --cycle $cycle --prune --archive "$WORK/data/archive" --as-of "$1"
}
rebuild() {
    "$ROOT/scripts/huizong" rebuild --cycle $cycle --data "$WORK/data" --database "$PGURI" "$@"
}
rows() {
    sql "select * from list_equipment where list_id = 1 order by row_no"
}
exported() {
    "$BIN/huizong-export" --database "$PGURI" --cycle $cycle --archive "$WORK/data/archive" --outbox "$WORK/back.$2" --as-of "$1" >/dev/null
}

cp "$FIXTURES/$cycle/inbox.1/福州市/来回改.csv" "$inbox/福州市/"
cp "$FIXTURES/$cycle/inbox.3/福州市/福云工联平台/申报书 打印版.xlsx" "$platform/"
list 1 60 >"$platform/设备清单.csv"
pg_start
check "a night with the first list" night $cycle 2023-06-10T02:30:00+08:00 "$inbox" "$registers"
before=$(rows)
is "it has its rows" "$(wc -l <<<"$before")" 59

# The second comes after the deadline and counts by order of the office.
printf '%s\n' 推荐单位,平台名称,依托企业,文件,事项,决定,有效至,决定人,日期,依据 \
    福州市,福云工联平台,,,choice_unknown,退回补正,2023-06-20,何样二,2023-06-12,设备数核对 >"$registers/审查决定.csv"
list 1 70 >"$platform/设备清单.csv"
check "a night with another, by order" night $cycle 2023-06-14T02:30:00+08:00 "$inbox" "$registers"
is "the first is superseded" "$(sql "select string_agg(outcome, ' ' order by arrival_id) from upload_outcome where kind = 'equipment' and ruled_until is null")" "superseded accepted"
exported 2023-06-10T02:30:00+08:00 early
facts=$(sql "select * from list_fact where list_id = 1 order by 2, 3, 4")

is "before keep_days nothing is pruned" "$(prune 2023-07-14T02:29:59+08:00)" ""
open_session reader 20
ask 20 "begin; select count(*) from list_equipment;" >"$WORK/read"
like "a list that is being read stays for now" "$(prune 2023-07-14T02:30:00+08:00)" '^lists: 0 pruned, 1 kept for now$'
ask 20 "rollback;"
close_session reader 20
first=$(sql "select sha256 from arrival join list_table using (arrival_id) where list_id = 1")
filed=$WORK/data/archive/${first:0:2}/$first
chmod u+w "$filed"
cp "$filed" "$WORK/filed"
echo >>"$filed"
like "so does one whose file is not as it came" "$(prune 2023-07-14T02:30:00+08:00 2>&1)" 'has not its file as it came.*lists: 0 pruned, 1 kept for now$'
cp "$WORK/filed" "$filed"
check "a night after keep_days" night $cycle 2023-07-15T02:30:00+08:00 "$inbox" "$registers"
is "has pruned it" "$(sql "select list_id, pruned_at from list_table where pruned_at is not null")" "1|2023-07-14 18:30:00+00"
is "its rows are gone" "$(sql "select to_regclass('list_equipment_1') is null, count(*) from list_equipment")" "t|69"
is "what is counted of it stays" "$(sql "select * from list_fact where list_id = 1 order by 2, 3, 4")" "$facts"
is "and its rejected row" "$(sql "select row_no, codes from list_reject join list_table using (arrival_id, table_no) where list_id = 1")" "6|{choice_unknown}"
exported 2023-06-10T02:30:00+08:00 late
is "a report that looks back says the same" "$(diff -r "$WORK/back.early" "$WORK/back.late")" ""
like "who asks for its rows is told" "$(sql "select list_rows(1, '{att_equipment.id}', 'c')" 2>&1)" 'the rows of list 1 are not in the database: huizong rebuild'

is "they come back for a clock at which they counted" "$(rebuild --as-of 2023-06-10T02:30:00+08:00 2>&1)" ""
is "the same" "$(rows)" "$before"
is "once" "$(sql "select count(*) from list_table where pruned_at is not null")" 0
is "a second time changes nothing" "$(rebuild --as-of 2023-06-10T02:30:00+08:00 2>&1; rows)" "$before"
prune 2023-07-15T02:30:00+08:00 >"$WORK/said"
sql "update list_table set digest = digest + 1 where list_id = 1"
status_is "rows that are not those that went do not come back" 70 rebuild --as-of 2023-06-10T02:30:00+08:00
is "none of them" "$(sql "select to_regclass('list_equipment_1') is null")" t
sql "update list_table set digest = digest - 1 where list_id = 1"

# The order is taken back: the first list counts again.
printf '%s\n' 推荐单位,平台名称,依托企业,文件,事项,决定,有效至,决定人,日期,依据 >"$registers/审查决定.csv"
check "a night in which the first list counts again" night $cycle 2023-07-16T02:30:00+08:00 "$inbox" "$registers"
is "it does" "$(sql "select string_agg(outcome, ' ' order by arrival_id) from upload_outcome where kind = 'equipment' and ruled_until is null")" "accepted late"
is "with its rows" "$(rows)" "$before"

# In a world that never pruned all this comes to the same.
cp -R "$ROOT/schemas" "$WORK/schemas"
sed -i 's/"keep_days": {"value": 30/"keep_days": {"value": 36500/' "$WORK/schemas/$cycle/datapackage.json"
"$ROOT/scripts/pg-local" psql --data "$WORK/server" -- -Xq -c "create database other" >"$WORK/said"
mv "$OUTBOX" "$WORK/outbox.pruned"
mkdir "$WORK/world"
(
    PGURI=${PGURI/\/huizong\?/\/other?}
    export HUIZONG_SCHEMAS=$WORK/schemas
    rm "$WORK/data/audit/$cycle.heads" # the other database's
    list 1 60 >"$platform/设备清单.csv"
    rm "$registers"/*
    night $cycle 2023-06-10T02:30:00+08:00 "$inbox" "$registers"
    printf '%s\n' 推荐单位,平台名称,依托企业,文件,事项,决定,有效至,决定人,日期,依据 \
        福州市,福云工联平台,,,choice_unknown,退回补正,2023-06-20,何样二,2023-06-12,设备数核对 >"$registers/审查决定.csv"
    list 1 70 >"$platform/设备清单.csv"
    night $cycle 2023-06-14T02:30:00+08:00 "$inbox" "$registers"
    night $cycle 2023-07-15T02:30:00+08:00 "$inbox" "$registers"
    printf '%s\n' 推荐单位,平台名称,依托企业,文件,事项,决定,有效至,决定人,日期,依据 >"$registers/审查决定.csv"
    night $cycle 2023-07-16T02:30:00+08:00 "$inbox" "$registers"
) >"$WORK/said" 2>&1
is "as where nothing was ever pruned" "$(diff -r --exclude=审核台账.xlsx --exclude=run.json "$OUTBOX/$cycle/current" "$WORK/outbox.pruned/$cycle/current")" ""
done_testing
