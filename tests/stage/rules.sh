#!/bin/bash
# Other rules: what they would decide otherwise is shown before it takes effect, and nothing takes effect unseen.
. "$(dirname "$0")/../lib.sh"

schemas=$WORK/schemas
package=$schemas/fujian-2023/datapackage.json

# edit EXPRESSION: a change of the cycle's settings, `d` the whole, `c` x:cycle.
edit() {
    python3 - "$package" "$1" <<'PYTHON'
import json, sys
path, expression = sys.argv[1:]
d = json.load(open(path, encoding="utf-8"))
c = d["x:cycle"]
exec(expression)
json.dump(d, open(path, "w", encoding="utf-8"), ensure_ascii=False, indent=2)
PYTHON
}

setup() {
    "$BIN/huizong-setup" --schemas "$schemas" --database "$PGURI" "$@" 2>&1
}

night() {
    env -i PATH=/usr/bin:/bin HUIZONG_DATABASE="$PGURI" "$ROOT/scripts/nightly" --cycle fujian-2023 --inbox "$WORK/inbox" --registers "$WORK/registers" \
        --outbox "$WORK/outbox" --data "$WORK/data" --schemas "$schemas" --settle 0 --as-of "$@" 2>&1
}

# All that a night has decided, and what is booked of rules.
state() {
    sql "select string_agg(r::text, ' ' order by r::text) from (select unit_code, nomination, decision, reasons, ruled_at from ruling) as r"
    sql "select count(*), max(ruled_until) from upload_outcome"
    (cd "$WORK/outbox/fujian-2023" && find . -type f | sort | xargs -d '\n' sha256sum && readlink current)
}

digest() {
    sed -n 's/.*--accept-rules \([0-9a-f]*\).*/\1/p'
}

booked() {
    sql "select count(*) || ' ' || max((fact::json ->> 'differences')::integer) from audit_line where cycle = 'fujian-2023' and kind = 'rules'"
}

cp -R "$ROOT/schemas" "$schemas"
mkdir -p "$WORK/inbox" "$WORK/registers"
cp -R "$ROOT/fixtures/fujian-2023/inbox.1/." "$WORK/inbox"
cp -R "$ROOT/fixtures/fujian-2023/registers.1/." "$WORK/registers"
pg_start
status_is "a first setup asks nobody" 0 setup
status_is "before the first night a change asks nobody" 0 eval 'edit "c[\"quota\"][\"value\"] = 3"; setup; edit "c[\"quota\"][\"value\"] = 2"; setup'
is "and each is booked" "$(booked)" "3 0"
night 2023-06-09T02:30:00+08:00 >/dev/null || true
before=$(state)
is "the night found something" "$(wc -l <<<"$before" | tr -d ' ' | grep -c '^[0-9]\{2,\}$')" 1

# what changes nothing
edit 'c["quota"]["clause"] = c["quota"].get("clause", "") + "，另见附件"'
is "another clause decides nothing otherwise: it applies" "$(setup --cycle fujian-2023)" "fujian-2023: 1 rows changed"
is "and is booked" "$(booked)" "4 0"
is "the same again is nothing" "$(setup)" ""
is "nothing was decided otherwise" "$(state)" "$before"

# what changes decisions
edit 'c["quota"]["value"] = 1'
said=$(setup --preview) && status=0 || status=$?
is "a preview of a lower quota: exit status" "$status" 1
like "how many differences" "$said" '^周期fujian-2023的规则有变。对上一次夜间运行（2023-06-09T02:30:00\+08:00）已收的材料按新规则重新裁定，与现有结果有[0-9]+处不同'
like "each decision before and after" "$said" '福州市“闽江数造平台”（福州闽江数造信息技术有限公司）：裁定由“推荐.*”变为“超额待定、超出名额”'
like "findings that appear" "$said" '  福州市/[^：]*：“超出名额”新增[1-9][0-9]*条、消除0条'
like "and how it is accepted" "$said" '新规则尚未生效.*huizong setup --cycle fujian-2023 --accept-rules [0-9a-f]{12}；'
is "as many as it says" "$(grep -c '^  ' <<<"$said")" "$(sed -n '1s/.*有\([0-9]*\)处不同.*/\1/p' <<<"$said")"
is "a preview changes nothing" "$(state)" "$before"
status_is "setup refuses" 78 setup --cycle fujian-2023
is "and has changed nothing" "$(state) $(sql "select quota from cycle where cycle = 'fujian-2023'") $(booked)" "$before 2 4 0"

# a night with rules that nobody has seen
mkdir -p "$WORK/inbox/龙岩市"
cp "$ROOT/fixtures/fujian-2023/inbox.1/福州市/来回改.csv" "$WORK/inbox/龙岩市/新来的.csv"
mail=$(night 2023-06-10T02:30:00+08:00) && status=0 || status=$?
is "a night: exit status" "$status" 78
like "the mail has the differences" "$mail" '裁定由“推荐'
like "and what happened" "$mail" '新规则须先确认，今晚只收件、不裁定'
is "all of them stand beside the log" "$(<"$WORK/data/log/fujian-2023.rules.txt")" "$said"
is "what arrived was taken at its time" "$(sql "select path, first_seen_at from arrival where path like '%新来的%'")" "龙岩市/新来的.csv|2023-06-09 18:30:00+00"
is "and nothing else happened" "$(state)" "$before"
cp "$ROOT/fixtures/fujian-2023/inbox.1/福州市/来回改.csv" "$WORK/inbox/龙岩市/又来的.csv"
is "a run that only takes what arrived says nothing" "$(night 2023-06-10T03:00:00+08:00 --intake-only; echo $?)" 0
is "and takes it" "$(sql "select count(*) from arrival where path like '%又来的%'")" 1

# accepting
status_is "another digest accepts nothing" 78 setup --cycle fujian-2023 --accept-rules 0123456789ab
status_is "nor does a piece of it" 78 setup --cycle fujian-2023 --accept-rules "$(digest <<<"$said" | cut -c 1-6)"
status_is "nor an empty one" 78 setup --cycle fujian-2023 --accept-rules ""
accepted=$(setup --cycle fujian-2023 --accept-rules "$(digest <<<"$said")") && status=0 || status=$?
is "the right one does: exit status" "$status" 0
like "in words" "$accepted" '处不同已确认，新规则（[0-9a-f]{12}）自下一次夜间运行起生效'
like "it is booked with the number of differences" "$(booked)" '^5 [1-9][0-9]*$'
past=$(sql "select string_agg(n.platform || n.decision, ' ' order by n.nomination) from nominations_at('fujian-2023', '2023-06-08T18:29:59Z') n")
status_is "the next night goes on" 1 night 2023-06-10T02:30:00+08:00
is "under the new rules" "$(sql "select max(c) from (select count(*) as c from ruling where decision = 'recommended' and seat_for = '' group by unit_code) as u")" 1
is "and what was reported before the last night stays" "$(sql "select string_agg(n.platform || n.decision, ' ' order by n.nomination) from nominations_at('fujian-2023', '2023-06-08T18:29:59Z') n")" "$past"
is "the preview had told it: what the same arrivals are worth now" "$(sql "select decision from ruling where nomination like '闽江数造平台%'")" over_quota
check "the audit is whole" "$BIN/huizong-audit" --database "$PGURI" --schemas "$schemas" --cycle fujian-2023 --verify --heads "$WORK/data/audit/fujian-2023.heads"

# setting back before anybody accepts
standing=$(state)
cp "$package" "$WORK/kept.json"
edit 'c["deadline"]["value"] = "2023-06-08"'
status_is "another deadline is held" 78 night 2023-06-11T02:30:00+08:00
cp "$WORK/kept.json" "$package"
status_is "set back, the night goes on" 1 night 2023-06-11T02:30:00+08:00
is "without another line of rules" "$(booked | cut -d ' ' -f 1)" 5
is "and without another decision" "$(sed -n 1p <<<"$(state)")" "$(sed -n 1p <<<"$standing")"

# what somebody writes into the database himself
verify() {
    "$BIN/huizong-audit" --database "$PGURI" --schemas "$schemas" --cycle fujian-2023 --verify 2>/dev/null
}

# found TABLE STATEMENT: what a superuser does to definitions is found and named, in a transaction of others that is taken back behind it
found() {
    sql "create table public.kept as table $3; begin; set local session_replication_role = replica; $2; commit"
    like "$1: the audit names the table" "$(verify)" "^数据库里的周期设置与生效时记下的不同，不同的表：$1（.*记下的是${1//./\\.} [0-9a-f]{64}，现在是${1//./\\.} "
    sql "begin; set local session_replication_role = replica; delete from $3; insert into $3 select * from public.kept; commit; drop table public.kept"
    check "$1: and back" verify
}
found unit "update unit set short_name = short_name || '甲' where cycle = 'fujian-2023' and unit_order = 1" unit
found unit_alias "delete from unit_alias where cycle = 'fujian-2023' and alias = (select min(alias) from unit_alias where cycle = 'fujian-2023')" unit_alias
found rule "update rule set severity = 'warning' where cycle = 'fujian-2023' and severity = 'error'" rule
found field "update field set required = not required where cycle = 'fujian-2023'" field
found upload_kind "update upload_kind set title = '另一种' where cycle = 'fujian-2023' and kind_order = 1" upload_kind
found form_section "delete from form_section where cycle = 'fujian-2023'" form_section
found registers.field "update field set label = label || 'x' where cycle = 'registers' and field = (select min(field) from field where cycle = 'registers')" field
found message "update message set title = '另一个' where code = 'late'" message
check "another cycle's units are not this one's" eval "sql \"begin; update unit set short_name = short_name || '甲' where cycle = 'guangdong-2022' and unit_order = 1; commit\"; verify"

sql "update cycle set quota = 9, deadline = deadline + interval '9 days' where cycle = 'fujian-2023'"
like "another limit and deadline: the audit names the table" "$(verify)" '^数据库里的周期设置与生效时记下的不同，不同的表：cycle（'
mail=$(night 2023-06-11T02:30:00+08:00) || true
like "settings that were altered in the database: the mail says so" "$mail" '^fujian-2023：数据库里的周期设置.*有1条与schemas不同.*已改回'
is "they are the files' again" "$(sql "select quota, deadline from cycle where cycle = 'fujian-2023'")" "1|2023-06-12 16:00:00+00"
is "and nothing is decided by the others" "$(sed -n 1p <<<"$(state)")" "$(sed -n 1p <<<"$standing")"
mail=$(night 2023-06-11T02:30:00+08:00) || true
refute "which is told once" grep -q 数据库里的周期设置 <<<"$mail"
check "and the audit is whole again" verify

# what a night would decide, of what has come and was registered since
mkdir -p "$WORK/registers"
printf '推荐单位,平台名称,依托企业,撤回日期,经办人,理由\n福州市,福云工联平台,福州云帆数联科技有限公司,2023-06-11,何样人,改报\n' >"$WORK/registers/撤回登记.csv"
enforce=("$BIN/huizong-enforce" --database "$PGURI" --schemas "$schemas" --cycle fujian-2023 --as-of 2023-06-12T02:30:00+08:00 --preview)
like "nothing has come: a preview of the night" "$("${enforce[@]}")" '没有不同'
night 2023-06-12T02:00:00+08:00 --intake-only >/dev/null || true
sql "select arrival_id, sha256, path from arrival left join upload using (arrival_id) where upload.arrival_id is null and path = '撤回登记.csv'" >"$WORK/pending"
HUIZONG_BIN=$BIN HUIZONG_SCHEMAS=$schemas HUIZONG_DATABASE=$PGURI "$ROOT/scripts/take-upload" fujian-2023 "$WORK/data/archive" "$WORK" \
    2023-06-12T02:00:00+08:00 "$(IFS='|' read -r id sha path <"$WORK/pending"; printf '%s\tregister\t%s\t%s' "$id" "$sha" "$path")" 2>/dev/null
said=$("${enforce[@]}") && status=0 || status=$?
is "what was registered since: exit status" "$status" 1
like "and what it changes" "$said" '^按此刻（2023-06-12T02:30:00\+08:00）.*福州市“福云工联平台”（福州云帆数联科技有限公司）：裁定由“推荐、按序号暂计”变为“撤回、已撤回”'
like "its place is the next one's" "$said" '福州市“闽江数造平台”（福州闽江数造信息技术有限公司）：裁定由“超额待定、超出名额”变为“推荐”'
is "and nothing is decided" "$(sed -n 1p <<<"$(state)")" "$(sed -n 1p <<<"$standing")"

# other columns: what was read stays as it was read, and that is told
python3 - "$schemas/fujian-2023/summary.json" <<'PYTHON'
import json, sys
path = sys.argv[1]
d = json.load(open(path, encoding="utf-8"))
next(f for f in d["fields"] if f["name"] == "sum_contact")["title"] = "联系人姓名全称"
json.dump(d, open(path, "w", encoding="utf-8"), ensure_ascii=False, indent=2)
PYTHON
like "other columns: how many were read by the older" "$(setup --cycle fujian-2023)" '上报表的栏目设置也有变；此前读入的[0-9]+件仍按当时的栏目'

# a program that was replaced
sql "update rules_in_force set sql_sha256 = repeat('0', 64), rules_sha256 = repeat('0', 64) where cycle = 'fujian-2023'"
said=$("$BIN/huizong-enforce" --database "$PGURI" --cycle fujian-2023 --as-of 2023-06-12T02:30:00+08:00 2>&1) && status=0 || status=$?
is "a program's rules that setup has not taken: exit status" "$status" 78
like "and what to do" "$said" 'run huizong setup$'
is "where they decide nothing otherwise they are taken without a question" "$(setup --cycle fujian-2023; echo $?)" 0
status_is "and the night goes on" 1 "$BIN/huizong-enforce" --database "$PGURI" --cycle fujian-2023 --as-of 2023-06-12T02:30:00+08:00
done_testing
