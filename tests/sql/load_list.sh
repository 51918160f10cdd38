#!/bin/bash
# Attached lists into the database: whole or not at all, counted twice, and readers see all or nothing.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/sql/kit/sessions.sh"

# list_stream PYTHON-ARGUMENTS: a typed stream of equipment lists, see the tool.
stream() {
    /usr/bin/python3 "$ROOT/tests/sql/kit/typed_list.py" "$@"
}

load() {
    "$BIN/huizong-load" --database "$PGURI" --cycle fujian-2023 --arrival "$@"
}

arrive() {
    sql "insert into content select encode(sha256(count(*)::text::bytea), 'hex'), 1 from arrival;
         insert into arrival (cycle, source, path, sha256, changed_at, first_seen_at)
         select 'fujian-2023', 'inbox', format('福州市/%s.csv', count(*)), encode(sha256(count(*)::text::bytea), 'hex'),
                '2023-06-10 00:00Z', '2023-06-10 00:00Z'
         from arrival
         returning arrival_id"
}

# Everything that a load of lists may write.
written() {
    sql "select 'table', t::text from list_table t union all select 'row', e::text from list_equipment e
         union all select 'reject', r::text from list_reject r union all select 'refused', r::text from list_refused r
         union all select 'upload', u::text from upload u
         union all select 'holder', relname from pg_class where relname ~ '^list_equipment_' order by 1, 2"
}

pg_start
"$BIN/huizong-setup" --database "$PGURI" >/dev/null 2>&1
first=$(arrive)
refused=$(arrive)

status_is "a list without its end is torn" 65 load "$first" < <(stream --rows 3 --no-list-end)
status_is "a stream without its end is torn" 65 load "$first" < <(stream --rows 3 --no-end)
stream --rows 4000 >"$WORK/slow"
status_is "rows cut in the middle of a block are torn" 65 load "$first" < <(head -c 20000 "$WORK/slow")
status_is "more rows told than are there" 65 load "$first" < <(stream --rows 3 --told 4)
status_is "tuples that are none" 69 load "$first" < <(stream --rows 3 --spoil)
status_is "a block that holds more rows than it tells" 65 load "$first" < <(stream --rows 3 --hide 1)
status_is "a field that has no column" 69 load "$first" < <(stream --rows 3 --column att_equipment.raw)
status_is "a row taken back that was not sent" 65 load "$first" < <(stream --rows 3 --take-back 9)
status_is "a row rejected twice" 69 load "$first" < <(stream --rows 3 --reject 8 --reject 8)
is "nothing of all that is kept" "$(written)" ""

status_is "a list with rejected rows" 0 load "$first" < <(stream --rows 5 --reject 8 --reject 9 --take-back 3 --reject 3)
is "the list and its counts" "$(sql "select kind, part_no, part_of, labels, extra_labels, rows_read, rows_loaded, rows_rejected from list_table")" \
    'equipment|1|1|{NULL,设备ID,"设备\"名\\称",日运行,数量,备注}|{备注}|7|4|3'
is "its rows, exactly" "$(sql "select row_no, key, id, name, daily_run, quantity, category, list_cells(extra), list_cells(raw) from list_equipment order by row_no")" \
    $'2|2000|SB2|机床2|t|1||{备注2}|\n4|4000|SB4|机床4|t|1||{备注4}|\n5|5000|SB5|机床5|t|1||{备注5}|\n6||SB6|机床6||||{备注6}|{quantity,一台}'
is "rejected rows as they were written" "$(sql "select row_no, codes, cells from list_reject order by row_no")" \
    $'3|{date_impossible,number_unreadable}|{NULL,"SB\\"3\\\\","","a\tb,c"}\n8|{date_impossible,number_unreadable}|{NULL,"SB\\"8\\\\","","a\tb,c"}\n9|{date_impossible,number_unreadable}|{NULL,"SB\\"9\\\\","","a\tb,c"}'
list=$(sql "select list_id from list_table")
before=$(written)
status_is "loading it again" 0 load "$first" < <(stream --rows 5 --reject 8 --reject 9 --take-back 3 --reject 3)
is "changes nothing" "$(written)" "$before"

status_is "a file that is refused" 1 load "$refused" < <(stream --rows 5 --reject 8 --refused reject_limit_exceeded)
is "keeps its verdict" "$(sql "select refused_code from upload where arrival_id = $refused")" reject_limit_exceeded
is "and its rejected rows, under the header as written" \
    "$(sql "select f.kind, f.part_no, f.labels[2], r.row_no, r.cells[2] from list_refused f join list_reject r using (arrival_id, table_no)")" \
    'equipment|1|设备ID|8|SB"8\'
is "and no list" "$(sql "select (select count(*) from list_table where arrival_id = $refused), (select count(*) from list_equipment)")" "0|4"
is "and no holder of rows" "$(sql "select count(*) from pg_class where relname ~ '^list_equipment_'")" 1

parts=$(arrive)
status_is "two parts in one workbook" 0 load "$parts" < <(stream --rows 2 --part 1/2 --rows 3 --part 2/2)
is "are two lists" "$(sql "select part_no, part_of, rows_loaded from list_table where arrival_id = $parts order by part_no")" $'1|2|2\n2|2|3'
check "rejected rows beyond what is kept in memory" load "$(arrive)" < <(stream --rows 1 --reject-many 30000)
is "are all there" "$(sql "select count(*), count(distinct row_no) from list_reject where row_no >= 100000")" "30000|30000"

# Two uploads at once: the first is held before its end, the second passes it.
slow=$(arrive)
fast=$(arrive)
mkfifo "$WORK/pipe"
load "$slow" <"$WORK/pipe" 2>/dev/null &
slow_pid=$!
# before the pipe is opened, which they would hold open
open_session reader 4
open_session lazy 6
exec 8>"$WORK/pipe"
head -c 100000 "$WORK/slow" >&8
until [[ $(sql "select count(*) from pg_stat_progress_copy where tuples_processed > 0") == 1 ]]; do :; done
count='select count(*) from list_table t join list_equipment e using (list_id)'
ask 4 "begin isolation level repeatable read;" >/dev/null
seen=$(ask 4 "$count;")
ask 6 "begin isolation level repeatable read; select 1;" >/dev/null
status_is "a second list passes one that is still coming" 0 load "$fast" < <(stream --rows 7)
is "a reader sees nothing of the one, and all of the other" "$(sql "select count(*) from list_equipment e join list_table t using (list_id) where arrival_id in ($slow, $fast)")" 7
tail -c +100001 "$WORK/slow" >&8
exec 8>&-
wait "$slow_pid" && status=0 || status=$?
is "the one that waited ends well" "$status" 0
is "an older reader still sees what it saw" "$(ask 4 "$count;")" "$seen"
is "and so does one that had not looked at lists yet" "$(ask 6 "$count;")" "$seen"
close_session reader 4
close_session lazy 6
is "a new one sees the whole" "$(sql "select count(*) from list_equipment e join list_table t using (list_id) where arrival_id = $slow")" 4000

# A load that is killed, or one that the server ends.
killed=$(arrive)
before=$(written | sha256sum)
mkfifo "$WORK/pipe2"
load "$killed" <"$WORK/pipe2" 2>/dev/null &
killed_pid=$!
exec 8>"$WORK/pipe2"
head -c 100000 "$WORK/slow" >&8
until [[ $(sql "select count(*) from pg_stat_progress_copy where tuples_processed > 0") == 1 ]]; do :; done
kill -9 "$killed_pid"
exec 8>&-
wait "$killed_pid" 2>/dev/null || true
until [[ $(sql "select count(*) from pg_stat_progress_copy") == 0 ]]; do :; done
is "a killed load leaves nothing" "$(written | sha256sum)" "$before"
status_is "and may come again" 0 load "$killed" < <(stream --rows 4000)

as_loader() {
    sql "set role huizong_loader; $1"
}
# end_list READ LOADED REJECTED: an empty list by hand.
end_list() {
    as_loader "begin; insert into upload values ($empty, 'complete');
        insert into upload_table values ($empty, 1, 'equipment', '', null);
        select list_begin($empty, 1, 1, 1, '{}', '{}', '{att_equipment.id}');
        select list_end(list_id, $1, $2, $3) from list_table where arrival_id = $empty; rollback"
}
empty=$(arrive)
check "a list may be empty" end_list 0 0 0
refute "but not tell of rejected rows that are not there" end_list 1 0 1
refute "nor of more rows than it has" end_list 2 1 0
refute "the loader cannot add to a list that is closed" as_loader "insert into list_equipment_$list (row_no) values (1)"
refute "nor through its table" as_loader "insert into list_equipment (list_id, row_no) values ($list, 1)"
refute "nor change a row" as_loader "update list_equipment set quantity = 2"
refute "nor delete one" as_loader "delete from list_equipment"
refute "nor take a row back" as_loader "select list_takeback($list, '{2}')"
refute "nor end a list again" as_loader "select list_end($list, 4, 4, 0)"
refute "nor rewrite its counts" as_loader "update list_table set rows_read = 0"
refute "nor drop it" as_loader "drop table list_equipment_$list"
refute "nor detach it" as_loader "alter table list_equipment detach partition list_equipment_$list"
refute "nor rewrite rejected rows" as_loader "delete from list_reject"
refute "nor facts" as_loader "delete from list_fact"
refute "nor add a rejected row" as_loader "insert into list_reject values ($first, 1, 99, '{x}', '{y}')"
refute "nor begin one more" as_loader "select list_begin($first, 1, 1, 1, '{}', '{}', '{att_equipment.id}')"
forged() {
    as_loader "begin; select list_rebuild_begin($first, 1, '{att_equipment.id}');
        insert into list_equipment_$list (row_no) values (2), (3), (4), (5);
        $1; rollback"
}
sql "set role huizong_owner; select list_prune($list, '2023-07-10')" >/dev/null
refute "nor other rows when they come back" forged "select list_rebuild_end($list)"
refute "nor as if the list were new" forged "select list_end($list, 7, 4, 3)"
refute "the reader cannot begin a list" sql "set role huizong_reader; select list_begin(1, 1, 1, 1, '{}', '{}', '{}')"
refute "nor see people's data" sql "set role huizong_reader; select name from list_developer"
refute "nor rejected rows" sql "set role huizong_reader; select cells from list_reject"
refute "nor labels" sql "set role huizong_reader; select labels from list_table"

# How many rows there are is proved; of a list that was pruned the rows are elsewhere.
verify() {
    "$BIN/huizong-audit" --database "$PGURI" --cycle fujian-2023 --verify 2>/dev/null
}
# altered NAME STATEMENT WANT
altered() {
    sql "begin; set local session_replication_role = replica; $2; commit" >/dev/null
    like "$1" "$(verify)" "$3"
}
like "all of it is whole, a pruned list too" "$(verify)" '^审计链完整：共[0-9]+条'
book() {
    "$BIN/huizong-audit" --database "$PGURI" --cycle fujian-2023 --book-lists 2>/dev/null
}
check "all lists are booked" book
two=$(sql "select list_id from list_table where arrival_id = $parts and part_no = 1")
sql "create table public.gone as select * from list_equipment where list_id = $two; create table public.back as select * from list_reject"
altered "rows that are gone are found" "delete from list_equipment where list_id = $two and row_no = 3" \
    '^“福州市/[0-9]+.csv”的清单（工业设备.*，清单编号[0-9]+）在数据库里与读入时不同：读入时是rows_loaded 2, digest [0-9-]+，现在是rows_loaded 1, digest [0-9-]+（'
altered "and back" "insert into list_equipment select * from public.gone where row_no = 3" '^审计链完整'
altered "rows that were put in" "insert into list_equipment select * from public.gone where row_no = 3" '现在是rows_loaded 3, digest [0-9-]+（'
altered "and out again" "delete from list_equipment where list_id = $two; insert into list_equipment select * from public.gone" '^审计链完整'
altered "rejected rows that are gone, of a pruned list as well" "delete from list_reject where arrival_id = $first and row_no = 9" \
    '在数据库里的内容与读入时记下的不同'
altered "and back" "insert into list_reject select * from public.back where arrival_id = $first and row_no = 9" '^审计链完整'
altered "of a file that was refused" "delete from list_reject where arrival_id = $refused" '在数据库里的内容与读入时记下的不同'
altered "and back" "insert into list_reject select * from public.back where arrival_id = $refused" '^审计链完整'

# Between its load and the end of its night a list is booked by nothing, and known by the transaction that wrote it.
late=$(arrive)
status_is "a list comes" 0 load "$late" < <(stream --rows 3 --reject 9 --take-back 3 --reject 3)
three=$(sql "select list_id from list_table where arrival_id = $late")
holder=list_equipment_$three
like "it is whole before it is booked" "$(verify)" '^审计链完整'
like "a row that was changed by then" "$(sql "begin; update $holder set name = '冒名' where row_no = 2; select said, here from lists_astray('fujian-2023'); rollback")" \
    '^as_loaded 2[|]as_loaded 1$'
like "one that is gone" "$(sql "begin; delete from $holder where row_no = 2; select said, here from lists_astray('fujian-2023'); rollback")" \
    '^rows_loaded 2, as_loaded 2[|]rows_loaded 1, as_loaded 1$'
like "one in another's stead" "$(sql "begin; delete from $holder where row_no = 2; insert into $holder (list_id, row_no) values ($three, 2);
    select said, here from lists_astray('fujian-2023'); rollback")" '^as_loaded 2[|]as_loaded 1$'
like "and all of them, in a transaction of their own" "$(sql "begin; create temp table rows as select * from $holder; truncate $holder; insert into $holder select * from rows;
    select said, here from lists_astray('fujian-2023'); rollback")" '^as_loaded 2[|]as_loaded 0$'
sql "vacuum full $holder"
like "what the server does by itself is no change" "$(verify)" '^审计链完整'
sql "create table public.restored as select * from $holder"
is "rows that were restored into a table of another number are counted" "$(sql "begin; alter table list_equipment detach partition $holder; drop table $holder;
    create table $holder (like list_equipment including defaults); insert into $holder select * from public.restored;
    alter table list_equipment attach partition $holder for values in ($three);
    select count(*) from lists_astray('fujian-2023'); select list_book($three); rollback" | tail -n 2 | xargs)" "0 t"
altered "a forged row is told" "update $holder set name = '冒名' where row_no = 2" '读入时是as_loaded 2，现在是as_loaded 1（'
status_is "and its list is not booked: 65" 65 "$BIN/huizong-audit" --database "$PGURI" --cycle fujian-2023 --book-lists
like "which is told in the same words" "$(book)" "^.福州市/[0-9]+.csv.的清单（工业设备.*，清单编号$three）在数据库里与读入时不同：读入时是as_loaded 2，现在是as_loaded 1（"
is "each time" "$(sql "select digest from list_table where list_id = $three")" ""
sql "update list_table set disposed_at = '2033-01-01 00:00Z' where list_id = $three"
check "what was cleared by order is booked as it is" book

altered "a whole list that is detached" "alter table list_equipment detach partition list_equipment_$two" '现在是rows_loaded 0, digest 0（'
done_testing
