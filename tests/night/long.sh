#!/bin/bash
# Names and paths longer than any key that PostgreSQL holds: they are told to their unit, and stop neither the night nor what others sent.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

CYCLE=fujian-2023
INBOX=$WORK/inbox

sql() {
    PGOPTIONS='-c search_path=huizong' psql -XAtq --command "$1" "$PGURI"
}

pg_start
/usr/bin/python3 -B "$TOOLS/long.py" "$INBOX"
mkdir "$INBOX/福州市"
cp "$FIXTURES/$CYCLE/inbox.1/福州市/来回改.csv" "$INBOX/福州市/"
check "the night runs to its end" night $CYCLE 2023-06-09T02:30:00+08:00 "$INBOX" "$FIXTURES/$CYCLE/registers.1"
is "every file arrived" "$(sql "select count(*) from arrival where source = 'inbox' and sha256 is not null")" 5
is "what is too long is told by its cell" \
    "$(sql "select path, cell, read_as, expected from file_finding join arrival using (arrival_id) where code = 'value_too_long' order by path collate \"C\", row_no, cell")" \
    '三明市/三明丙云/解决方案清单.csv|B4|3000|200
三明市/汇总表.csv|B6|1000|200
三明市/汇总表.csv|C7|30000|200
三明市/汇总表.csv|D8|30000|200
三明市/汇总表.csv|E9|30000|200
三明市/汇总表.csv|B11|1500|200
三明市/申报书.csv|C4|3000|200
三明市/申报书.csv|C30|3000|200'
is "rows without a name wait for a person, the others stand" \
    "$(sql "select short_name, decision, count(*) from ruling join unit using (cycle, unit_code) group by 1, 2 order by short_name collate \"C\", 2")" \
    '三明市|needs_review|3
三明市|over_quota|1
三明市|recommended|2
福州市|recommended|2'
is "what cannot be read stays blank in the official table" \
    "$(/usr/bin/python3 -c 'import openpyxl, sys
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print([[len(str(cell.value or "")) for cell in row[3:5]] for row in sheet.iter_rows() if "三明" in str(row[1].value)])' "$(official_table $CYCLE)")" \
    '[[0, 11], [3, 0]]'
done_testing
