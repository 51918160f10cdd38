#!/bin/bash
# Rows of a list that came back, corrected and sent again as the file that the office handed out: they complete the list.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

CYCLE=fujian-2023
INBOX=$WORK/inbox
CURRENT=$OUTBOX/$CYCLE/current
BACK="$CURRENT/units/厦门市/退回行-工业设备清单-甲平台.csv"
TOOL="/usr/bin/python3 -B $ROOT/tests/night/tools/corrected.py"
mkdir -p "$INBOX/厦门市" "$WORK/registers"

night_at() {
    check "the night of $1" night "$CYCLE" "2023-06-$1+08:00" "$INBOX" "$WORK/registers"
}

at() {
    night_at "$1T02:30:00"
}

# Loaded rows of what counts, the sum of 数量, and the errors of the application.
counted() {
    sql "with line as (
            select e.quantity from lists_at('$CYCLE', 'infinity') l join list_equipment e using (list_id)
        )
        select (select count(*) from line), (select sum(quantity) from line), array_to_string(errors, ';')
        from application_states_at('$CYCLE', 'infinity')"
}

outcome_of() {
    sql "select o.outcome || ' ' || array_to_string(o.reasons, ';') from outcomes_at('$CYCLE', 'infinity') o
        join arrival using (arrival_id) where path = '厦门市/$1'"
}

# Sent on a day of June 2023.
put() {
    touch -d "2023-06-$1T12:00:00+08:00" "$INBOX/厦门市/$2"
}

# 300 devices of 2 pieces each, of which three rows cannot be read.
$TOOL make "$INBOX/厦门市"
put 06 汇总表.csv
put 06 设备清单.csv
pg_start
at 07
is "three rows are not taken" "$(counted)" "297|594|date_bad;number_bad"
is "they come back under the list's header, with the platform above" "$(cat "$BACK")" "$(printf '%s\r\n' \
    $'\uFEFF平台名称：甲平台' '原行号,退回原因,序号,设备类别,设备名称,设备ID,接入时间,数量' \
    '5,不是有效的数,3,运行设备,设备3,SB3,2021-05-03,两三台' \
    '12,日期或年份有误,10,运行设备,设备10,SB10,2021-02-30,2' \
    '22,不是有效的数,20,运行设备,设备20,SB20,2021-05-20,若干')"

# Two corrected, one still wrong, saved by Excel as CSV of the code page.
$TOOL correct "$BACK" "$INBOX/厦门市/退回行更正.csv" gbk 5:数量=4 12:接入时间=2021-02-28
put 07 退回行更正.csv
at 08
is "it is taken as a supplement" "$(outcome_of 退回行更正.csv)" "accepted supplement"
is "a cell that referred to the row above says what that did" \
    "$(sql "select distinct category from list_equipment where id = 'SB10'")" 运行设备
is "and the list stands" "$(outcome_of 设备清单.csv)" "accepted "
is "rows of both count, what is corrected is no error any more" "$(counted)" "299|600|number_bad"
is "only what is still wrong comes back, with its number in the list" "$(cat "$BACK")" "$(printf '%s\r\n' \
    $'\uFEFF平台名称：甲平台' '原行号,退回原因,序号,设备类别,设备名称,设备ID,接入时间,数量' \
    '22,不是有效的数,20,运行设备,设备20,SB20,2021-05-20,若干')"

# The same bytes under another name change nothing.
cp "$INBOX/厦门市/退回行更正.csv" "$INBOX/厦门市/退回行再报.csv"
put 08 退回行再报.csv
# The last one, by openpyxl, with 退回原因 emptied.
$TOOL correct "$BACK" "$INBOX/厦门市/退回行-工业设备清单-甲平台.xlsx" xlsx 22:数量=7 22:退回原因=
put 08 退回行-工业设备清单-甲平台.xlsx
at 09
is "the same bytes twice count once" "$(outcome_of 退回行再报.csv)" "duplicate "
is "a workbook does as well" "$(outcome_of 退回行-工业设备清单-甲平台.xlsx)" "accepted supplement"
is "all rows are there, and no error" "$(counted)" "300|607|"
refute "nothing comes back any more" test -e "$BACK"
is "nothing is told that is put right" "$(cut -d , -f 10,11 "$CURRENT/findings.csv" | grep -c '^error.*\(date_bad\|number_bad\)')" 0

# Rows that were corrected already, and a file of them is not taken; a new whole list takes the place of all.
cp "$INBOX/厦门市/退回行更正.csv" "$WORK/old.csv"
$TOOL correct "$WORK/old.csv" "$INBOX/厦门市/退回行又一次.csv" utf8 5:数量=5 12:接入时间=2021-02-27 22:数量=9
put 09 退回行又一次.csv
at 10
is "rows that are right already are not taken again" "$(outcome_of 退回行又一次.csv)" "refused supplement_repeats_list"
is "and count once" "$(counted)" "300|607|"
$TOOL make "$INBOX/厦门市" whole
put 10 整张.csv
at 11
is "a whole list supersedes list and supplements" "$(counted)" "300|600|"
is "with all that came before" "$(outcome_of 退回行又一次.csv) $(outcome_of 设备清单.csv)" "superseded  superseded "

# What stands above a list does not come back: the label says the unit then.
$TOOL money "$INBOX/厦门市"
put 11 企业清单.csv
night_at 11T14:00:00
MONEY="$CURRENT/units/厦门市/退回行-服务工业企业清单-甲平台.csv"
is "the unit above the list stands in the label" "$(cat "$MONEY")" "$(printf '%s\r\n' \
    $'\uFEFF平台名称：甲平台' '原行号,退回原因,序号,企业名称,服务金额（元）' '10,不是有效的数,7,企业7,面议')"
$TOOL correct "$MONEY" "$INBOX/厦门市/企业更正.xlsx" xlsx 10:服务金额（元）=70000
put 11 企业更正.xlsx
at 12
is "and is read: 24 of 5万元, one of 7" "$(sql "select count(*), sum(e.amount) from lists_at('$CYCLE', 'infinity') l
    join list_enterprise e using (list_id)")" "25|127"

# Two sheets of a workbook are one list: what comes back says which sheet its row is of.
$TOOL sheets "$INBOX/厦门市"
put 12 两表.xlsx
night_at 12T13:00:00
SECOND="${BACK%.csv}（2）.csv"
is "of the first sheet" "$(cat "$BACK")" "$(printf '%s\r\n' \
    $'\uFEFF平台名称：甲平台' '原行号,原工作表,退回原因,序号,设备类别,设备名称,设备ID,数量' '5,上半年,不是有效的数,3,运行设备,设备3,S0-3,若干')"
is "and of the second" "$(cat "$SECOND")" "$(printf '%s\r\n' \
    $'\uFEFF平台名称：甲平台' '原行号,原工作表,退回原因,序号,设备类别,设备名称,设备ID,数量' '5,下半年,不是有效的数,3,运行设备,设备3,S1-3,若干')"
$TOOL correct "$SECOND" "$INBOX/厦门市/第二张更正.xlsx" xlsx 5:数量=7
$TOOL correct "$BACK" "$INBOX/厦门市/第一张更正.csv" gbk 5:数量=几
put 12 第二张更正.xlsx
put 12 第一张更正.csv
night_at 12T14:00:00
is "each is placed in its own" "$(counted)" "49|103|number_bad"
refute "what is right comes back no more" test -e "$SECOND"
is "what is still wrong comes back with its sheet" "$(cat "$BACK")" "$(printf '%s\r\n' \
    $'\uFEFF平台名称：甲平台' '原行号,原工作表,退回原因,序号,设备类别,设备名称,设备ID,数量' '5,上半年,不是有效的数,3,运行设备,设备3,S0-3,几')"
done_testing
