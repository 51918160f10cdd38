#!/bin/bash
# Two sessions race for a unit's last seat, in every isolation level: exactly one wins, and it is no matter of luck which errors are seen.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/sql/kit/sessions.sh"

take_seat() {
    echo "insert into ruling (cycle, unit_code, nomination, decision, seat_no, seat_for, arrival_id, table_no, item, ruled_at)
          values ('t', 'A', '$1', 'recommended', 2, '', 1, 1, 1, '2030-03-10T12:00:00+08:00');" | tr '\n' ' '
}

# No clock: the condition itself is waited for.
until_somebody_waits() {
    until [[ $(sql "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into ruling%'") == 1 ]]; do :; done
}

race() {
    local level=$1 ending=$2 winner=$3
    sql "set huizong.as_of = '2030-03-10T12:00:00+08:00'; delete from ruling where seat_no = 2"
    open_session first 4
    open_session second 6
    # both have looked, and seen a free seat, before either takes it
    ask 4 "begin isolation level $level; select count(*) from ruling;" >/dev/null
    ask 6 "begin isolation level $level; select count(*) from ruling;" >/dev/null
    ask 4 "$(take_seat first)" >/dev/null
    tell 6 "$(take_seat second)"
    until_somebody_waits
    ask 4 "$ending;" >/dev/null
    local loss
    loss=$(answer 6)
    ask 6 "commit;" >/dev/null
    close_session first 4
    close_session second 6
    wait
    is "$level, first $ending: one nomination has the seat" "$(sql "select nomination from ruling where seat_no = 2")" "$winner"
    is "$level, first $ending: two are counted" "$(sql "select count(*) from ruling where decision = 'recommended'")" 2
    [[ $winner == second ]] || like "$level: the other is told" "$loss" '23505|40001'
}

world() {
    PGOPTIONS="-c search_path=huizong,pg_temp,public" psql -XAtq -v ON_ERROR_STOP=1 "$PGURI" <<SQL
\i $ROOT/tests/sql/kit/world.psql
select make_cycle(2);
select submit('甲市/表.xlsx', '2030-03-10 10:00+08', '{1|甲一|甲一公司}');
SQL
}

pg_start
"$BIN/huizong-setup" --database "$PGURI" >/dev/null 2>&1
world >/dev/null
status_is "a night fills the first seat" 1 "$BIN/huizong-enforce" --database "$PGURI" --cycle t --as-of 2030-03-10T12:00:00+08:00
for level in "read committed" "repeatable read" "serializable"; do
    race "$level" commit first
    race "$level" rollback second
done
refute "a third seat cannot be made" \
    sql "insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit) values ('t', 'A', 'city', 3, 2)"
refute "the limit cannot be told to be higher" \
    sql "insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit) values ('t', 'A', 'city', 3, 3)"
refute "a unit cannot be told to be the direct route" \
    sql "insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit) values ('t', 'A', 'direct', 3, 2)"
refute "the loader cannot raise the quota" sql "set role huizong_loader; update cycle set quota = 3"
refute "the loader cannot rewrite history" sql "set role huizong_loader; delete from ruling_history"
refute "the loader cannot rewrite an outcome" sql "set role huizong_loader; update upload_outcome set outcome = 'accepted'"
refute "the reader sees no people's data" sql "set role huizong_reader; select * from figure"

open_session holder 4
ask 4 "begin; select pg_advisory_xact_lock(hashtextextended('huizong cycle t', 0));" >/dev/null
status_is "a second run of a cycle is sent away" 75 "$BIN/huizong-enforce" --database "$PGURI" --cycle t --as-of 2030-03-11T12:00:00+08:00
close_session holder 4
wait
done_testing
