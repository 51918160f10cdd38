#!/bin/bash
# The audit: every decision, register, outbox and package is booked in one chain; whatever a superuser does to it is found.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/sql/kit/sessions.sh"

audit() {
    "$BIN/huizong-audit" --database "$PGURI" --cycle t "$@" 2>&1
}

verify() {
    "$BIN/huizong-audit" --database "$PGURI" --cycle t --verify --heads "$WORK/data/audit/t.heads" 2>/dev/null
}

# With the triggers switched off, as only a superuser can.
tamper() {
    sql "begin; set local session_replication_role = replica; $1; commit"
}

restore() {
    tamper "delete from audit_line; insert into audit_line select * from public.kept"
}

found() {
    local name=$1 statement=$2 said=$3
    tamper "$statement"
    status_is "$name: exit status" 65 "$BIN/huizong-audit" --database "$PGURI" --cycle t --verify --heads "$WORK/data/audit/t.heads"
    like "$name: in words" "$(verify)" "$said"
    restore
}

night() {
    "$BIN/huizong-enforce" --database "$PGURI" --cycle t --as-of "$1" 2>&1
}

# What sha256sum says of a line, without any program of ours.
by_hand() {
    sql "select concat(previous, E'\n', cycle, E'\n', sequence, E'\n', kind, E'\n',
        to_char(booked_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), E'\n', booked_by, E'\n', fact)
        from audit_line where cycle = 't' and sequence = $1" | sha256sum | cut -d ' ' -f 1
}

pg_start
"$BIN/huizong-setup" --database "$PGURI" >/dev/null 2>&1
PGOPTIONS="-c search_path=huizong,pg_temp,public" psql -XAtq -v ON_ERROR_STOP=1 "$PGURI" >/dev/null <<SQL
\i $ROOT/tests/sql/kit/world.psql
select make_cycle(1);
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司,2|甲二|甲二公司}');
select submit('乙市/表.xlsx', '2030-03-10 10:00+08', '{1|乙一|乙一公司}');
SQL
night 2030-03-11T02:30:00+08:00 >/dev/null || true
sql "select register('withdrawals', '2030-03-11 10:00+08', '[{\"unit\": \"乙市\", \"platform\": \"乙一\", \"enterprise\": \"乙一公司\", \"date\": \"2030-03-11\"}]')" >/dev/null
night 2030-03-12T02:30:00+08:00 >/dev/null || true
night 2030-03-12T02:30:00+08:00 >/dev/null || true
mkdir -p "$WORK/outbox/t/20300312T023000"
echo one >"$WORK/outbox/t/20300312T023000/a.csv"
ln -s 20300312T023000 "$WORK/outbox/t/current"
book=(audit --book "$WORK/outbox/t/current" --heads "$WORK/data/audit/t.heads")
like "an outbox is booked" "$("${book[@]}")" ': booked; 6 lines, head [0-9a-f]{64}$'
like "once" "$("${book[@]}")" ': booked already; 6 lines'
echo two >"$WORK/outbox/t/20300312T023000/a.csv"
like "and again where it is another" "$("${book[@]}")" ': booked; 7 lines'
sql "insert into export_event (cycle, version, as_of, state_sha256, manifest_sha256, doc_no, signed_by, lists, personal)
    values ('t', 1, '2030-03-12 02:30+08', repeat('a', 64), repeat('b', 64), '1号', '何样人', false, false)"

is "what was decided, registered and exported stands in its order" "$(sql "select kind || ' ' || concat_ws(' ', f ->> 'nomination', f ->> 'decision', f ->> 'reasons',
        f ->> 'path', f ->> 'verdict', f ->> 'outbox', f ->> 'doc_no') from audit_line, lateral (select fact::jsonb as f) as j where cycle = 't' order by sequence")" \
    'ruling 甲一|甲一公司 recommended ["quota_order_assumed"]
ruling 甲二|甲二公司 over_quota ["over_quota"]
ruling 乙一|乙一公司 recommended []
register withdrawals.csv complete
ruling 乙一|乙一公司 withdrawn ["withdrawn"]
draft 20300312T023000
draft 20300312T023000
final 1号'
is "each line has the digest of what it says" "$(for i in 1 4 8; do by_hand $i; done)" \
    "$(sql "select sha256 from audit_line where cycle = 't' and sequence in (1, 4, 8) order by sequence")"
is "and of the line before" "$(sql "select count(*) from audit_line a join audit_line b on (b.cycle, b.sequence) = (a.cycle, a.sequence - 1)
    where a.cycle = 't' and a.previous = b.sha256")" 7
refute "nobody's name but a login's" grep -q '何样人' <(audit)
is "it is told" "$(audit | cut -f 1,4 | tail -n 2)" $'7\tdraft\n8\tfinal'
like "and proved" "$(verify)" '^审计链完整：共8条'
is "exit status" "$(verify >/dev/null && echo 0)" 0
is "the heads are for owner and group" "$(stat -c %a "$WORK/data/audit/t.heads")" 640
like "without heads too" "$(audit --verify)" '^审计链完整：共8条'
"${book[@]}" >/dev/null
is "three heads were written down" "$(cut -d ' ' -f 1 "$WORK/data/audit/t.heads" | tr '\n' ' ')" '6 7 8 '

# The other cycles' lines are not in the way: their chains are their own.
tamper "delete from audit_line where cycle <> 't'"
sql "create table public.kept as select * from audit_line; create table public.packages as select * from export_event"
relink="update audit_line a set sha256 = audit_digest(a) where sequence"
found "a line that says something else" "update audit_line set fact = replace(fact, 'over_quota', 'recommended') where sequence = 2" '^审计链第2条被改动'
found "with its digest" "update audit_line set fact = replace(fact, 'over_quota', 'recommended') where sequence = 2; $relink = 2" '^审计链第3条接不上前一条'
found "another time" "update audit_line set booked_at = booked_at - interval '1 day' where sequence = 4" '^审计链第4条被改动'
found "another login" "update audit_line set booked_by = 'x' where sequence = 4" '^审计链第4条被改动'
found "the last line gone" "delete from audit_line where sequence = 8" '^审计链只到第7条，而记下的链尾在第8条'
found "all gone" "delete from audit_line" '^审计链只到第0条，而记下的链尾在第6条'
found "a line gone from the middle" "delete from audit_line where sequence = 4" '^审计链缺第4条'
found "and the others moved up" "delete from audit_line where sequence = 4; update audit_line set sequence = sequence - 1 where sequence > 4" '^审计链第4条接不上前一条'
found "two exchanged" "alter table audit_line drop constraint audit_line_pkey;
    update audit_line set sequence = 5 - sequence where sequence in (2, 3);
    alter table audit_line add constraint audit_line_pkey primary key (cycle, sequence)" '^审计链第2条接不上前一条'
found "one put in" "update audit_line set sequence = 100 - sequence where sequence > 3; update audit_line set sequence = 101 - sequence where sequence > 50;
    insert into audit_line select cycle, 4, kind, fact, booked_at, booked_by, repeat('c', 64), sha256 from audit_line where sequence = 3" '^审计链第4条接不上前一条'
found "all of it reckoned anew" "do \$\$ declare one bigint; begin
    update audit_line set fact = replace(fact, 'over_quota', 'recommended') where sequence = 2;
    for one in 2..8 loop
        update audit_line a set previous = (select b.sha256 from audit_line b where b.sequence = one - 1) where a.sequence = one;
        update audit_line a set sha256 = audit_digest(a) where a.sequence = one;
    end loop; end \$\$" '^审计链第6条与当时记下的链尾不同'
like "what is whole again is sound" "$(verify)" '^审计链完整：共8条'
tamper "update ruling_history set decision = 'recommended', reasons = '{}' where decision = 'over_quota'"
like "history that says something else" "$(verify)" '^审计链里有、历史里没有：.*甲二'
tamper "update ruling_history set decision = 'over_quota', reasons = '{over_quota}' where nomination like '甲二%'"
tamper "insert into arrival (cycle, source, path, changed_at, first_seen_at, sha256)
    select cycle, source, 'b.csv', changed_at, first_seen_at, sha256 from arrival where source = 'register' and cycle = 't';
    insert into upload select arrival_id, 'complete', null from arrival where path = 'b.csv'"
like "a register that nobody booked" "$(verify)" '^历史里有、审计链里没有：.*b.csv'
tamper "delete from upload where arrival_id in (select arrival_id from arrival where path = 'b.csv')"
tamper "delete from export_event where cycle = 't'"
like "a package that is no longer in the books" "$(verify)" '^审计链里有、历史里没有：.*1号'
status_is "heads that are none" 66 "$BIN/huizong-audit" --database "$PGURI" --cycle t --verify --heads "$WORK/none"
echo "8 abc" >"$WORK/bad"
status_is "a line that is no head" 65 "$BIN/huizong-audit" --database "$PGURI" --cycle t --verify --heads "$WORK/bad"

# Two sessions append at once: one waits for the other; where it has looked before, it is refused, and nothing is forked.
race() {
    local level=$1 want=$2
    open_session first 4
    open_session second 6
    ask 4 "begin isolation level $level; select count(*) from audit_line;" >/dev/null
    ask 6 "begin isolation level $level; select count(*) from audit_line;" >/dev/null
    ask 4 "select audit_draft('t', 'first $level', 'x');" >/dev/null
    tell 6 "select audit_draft('t', 'second $level', 'y');"
    until [[ $(sql "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'select audit_draft%'") == 1 ]]; do :; done
    ask 4 "commit;" >/dev/null
    like "$level: what the second sees" "$(answer 6)" "$want"
    ask 6 "commit;" >/dev/null
    close_session first 4
    close_session second 6
    wait
}
tamper "insert into export_event overriding system value select * from public.packages"
race "read committed" '^t$'
race "repeatable read" '23505'
race "serializable" '23505|40001'
is "no line is lost or doubled" "$(sql "select concat_ws(' ', count(*), max(sequence), count(distinct previous)) from audit_line where cycle = 't'")" '12 12 12'
like "and the chain goes on" "$(verify)" '^审计链完整：共12条'

# What stands beside history: decisions, the nights that are kept, what was read of each file.
tamper "update ruling set reasons = '{quota_order_assumed,over_quota}' where nomination like '甲二%'"
like "a standing decision that history does not say" "$(verify)" '^“A 甲二.甲二公司”的现行裁定与历史不同：历史是“over_quota .over_quota.”，现在是“over_quota .quota_order_assumed,over_quota.”'
tamper "update ruling set reasons = '{over_quota}' where nomination like '甲二%'"
tamper "create table public.standing as select * from ruling where nomination like '甲一%'; delete from ruling where nomination like '甲一%'"
like "one that is gone" "$(verify)" '^“A 甲一.甲一公司”的现行裁定与历史不同：历史是“recommended .quota_order_assumed.”，现在是“（空）”'
tamper "insert into ruling select * from public.standing"
sql "insert into night_kept (cycle, as_of, manifest_sha256, release, packages) values ('t', '2030-03-12 02:30+08', repeat('d', 64), '1', 'x')"
like "a night that is kept is booked" "$(verify)" '^审计链完整：共13条'
tamper "update night_kept set manifest_sha256 = repeat('e', 64) where cycle = 't'"
like "another manifest in its stead is found" "$(verify)" '^审计链里有、历史里没有：.*dddd'
tamper "update night_kept set manifest_sha256 = repeat('d', 64) where cycle = 't'"
sql "insert into list_refused select arrival_id, 2, 'staff', '花名册', 1, 1, '{序号,姓名,数量}' from arrival where path = '甲市/表.xlsx';
    insert into list_reject select arrival_id, 2, row_no, '{x}', array[row_no::text, '无名', 'x'] from arrival, (values (5), (6)) as r (row_no) where path = '甲市/表.xlsx'"
sql "select audit_rows(arrival_id) from upload join arrival using (arrival_id) where cycle = 't' order by arrival_id" >/dev/null
like "what was read of each file is booked" "$(verify)" '^审计链完整：共16条'
altered() {
    local name=$1 statement=$2 back=$3
    tamper "$statement"
    like "$name" "$(verify)" '^“甲市/表.xlsx”在数据库里的内容与读入时记下的不同'
    tamper "$back"
    like "$name: and back" "$(verify)" '^审计链完整：共16条'
}
of="from arrival a where a.arrival_id = f.arrival_id and a.path = '甲市/表.xlsx'"
altered "a figure" "update figure f set text = '冒名公司' $of and field = 'sum_enterprise' and item = 1" "update figure f set text = '甲一公司' $of and field = 'sum_enterprise' and item = 1"
altered "the sheet of a table" "update upload_table f set sheet = sheet || 'x' $of" "update upload_table f set sheet = rtrim(sheet, 'x') $of"
altered "when it came" "update arrival set first_seen_at = first_seen_at - interval '1 day' where path = '甲市/表.xlsx'" \
    "update arrival set first_seen_at = first_seen_at + interval '1 day' where path = '甲市/表.xlsx'"
tamper "update arrival set first_seen_at = first_seen_at - interval '1 day' where path = '甲市/表.xlsx'"
like "what differs is told" "$(verify)" '记下的是first_seen_at 2030-03-10T02:00:00.000000Z，现在是first_seen_at 2030-03-09T02:00:00.000000Z'
tamper "update arrival set first_seen_at = first_seen_at + interval '1 day' where path = '甲市/表.xlsx'"
altered "a reader's finding" "insert into file_finding (arrival_id, ordinal, severity, code) select arrival_id, 999, 'error', 'x' from arrival where path = '甲市/表.xlsx'" \
    "delete from file_finding where ordinal = 999"
altered "a rejected row of a list whose file was refused" "update list_reject f set cells[2] = '冒名' $of and row_no = 6" "update list_reject f set cells[2] = '无名' $of and row_no = 6"
altered "two such rows exchanged" "update list_reject f set row_no = 11 - row_no + 100 $of; update list_reject f set row_no = row_no - 100 $of" \
    "update list_reject f set row_no = 11 - row_no + 100 $of; update list_reject f set row_no = row_no - 100 $of"
altered "why it was rejected" "update list_reject f set codes = '{y}' $of and row_no = 6" "update list_reject f set codes = '{x}' $of and row_no = 6"
# Nothing comes to what is booked, and it is booked once; whoever gets round that is told.
first=$(sql "select arrival_id from arrival where cycle = 't' and path = '甲市/表.xlsx'")
refute "what is booked is not booked again" sql "select audit_rows($first)"
refute "and nothing is added to it" sql "insert into figure (arrival_id, table_no, item, row_no, cell, field, state, text, raw, folded)
    values ($first, 1, 3, 7, 'B7', 'sum_platform_name', 'text', '冒名', '冒名', '冒名')"
like "so it is whole" "$(verify)" '^审计链完整：共16条'
sql "create table public.booked as select * from audit_line"
tamper "update figure set text = '冒名', raw = '冒名', folded = '冒名' where arrival_id = $first and field = 'sum_platform_name' and item = 1;
    update upload set booked = false where arrival_id = $first; select audit_rows($first)" >/dev/null
like "a forged figure that was booked is found" "$(verify)" '^“甲市/表.xlsx”读入的内容在审计链里记了不止一次，其间没有下达过销毁：先记的是第1[45]条，又记的是第17条'
tamper "update figure set text = '甲一', raw = '甲一', folded = '甲一' where arrival_id = $first and field = 'sum_platform_name' and item = 1;
    delete from audit_line; insert into audit_line select * from public.booked"
like "and back" "$(verify)" '^审计链完整：共16条'
sql "insert into disposal (cycle, as_of, retain_until, basis, doc_no, ordered_by, archive, outbox) values ('t', '2033-01-02 00:00+08', '2033-01-01', '假定', '5号', '何样人', '/a', '/o')"
like "an order of disposal is booked" "$(verify)" '^审计链完整：共17条'
refute "without who gave it" grep -q '何样人' <(audit)
sql "select dispose_clear(disposal) from disposal" >/dev/null
like "what it leaves as it was is not booked again" "$(verify)" '^审计链完整：共17条'
tamper "update arrival set first_seen_at = first_seen_at - interval '1 day' where arrival_id = $first;
    select audit_append('t', 'rows', array[rows_fact(a, u)]) from arrival a join upload u using (arrival_id) where arrival_id = $first" >/dev/null
like "after one nothing but the contents may be another" "$(verify)" '^“甲市/表.xlsx”读入的内容在审计链里记了不止一次'
tamper "update arrival set first_seen_at = first_seen_at + interval '1 day' where arrival_id = $first; delete from audit_line where sequence > 17"
tamper "update disposal set doc_no = '6号'"
like "another order in its stead is found" "$(verify)" '^审计链里有、历史里没有：.*5号'
tamper "update disposal set doc_no = '5号'"
sql "insert into unit (cycle, unit_code, unit_name, short_name, unit_type, unit_order, added_at) values ('t', '9', '丁市', '丁市', 'city', 90, '2030-03-12 02:30+08')"
like "a unit that a register has added is booked" "$(verify)" '^审计链完整：共18条'
tamper "update unit set unit_name = '冒名市' where unit_code = '9'"
like "another name of it is found" "$(verify)" '^(审计链里有、历史里没有：.*丁市|历史里有、审计链里没有：.*冒名市)'
tamper "update unit set unit_name = '丁市' where unit_code = '9'"
tamper "create table public.added as select * from unit where unit_code = '9'; delete from unit where unit_code = '9'"
like "one that is gone" "$(verify)" '^审计链里有、历史里没有：.*丁市'
tamper "insert into unit select * from public.added"
tamper "insert into unit select 't', '8', '戊市', '戊市', 'city', 91, '2030-03-12 02:30+08'"
like "and one that no night has added" "$(verify)" '^历史里有、审计链里没有：.*戊市'
tamper "delete from unit where unit_code = '8'"
sql "update unit set added_at = null where unit_code = '9'"
sql "delete from unit where unit_code = '9'"
like "one that the cycle's files have taken over is theirs, and may go" "$(verify)" '^审计链完整：共19条'
tamper "select submit('丙市/表.xlsx', '2030-03-12 01:00+08', '{1|丙一|丙一公司}')" >/dev/null
like "a file that nobody read" "$(verify)" '^“丙市/表.xlsx”在数据库里的内容与读入时记下的不同：记下的是（空），现在是.*path 丙市/表.xlsx'
done_testing
