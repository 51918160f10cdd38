#!/bin/bash
# What the office reads and what it does with it: three nights of Fujian, the ledger sheet by sheet, then its register lines filled in as it proposes them.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

cycle=fujian-2023
laid=$WORK/laid/$cycle
ledger=$OUTBOX/$cycle/current/审核台账.xlsx
wanted=$EXPECTED/$cycle/ledger.json

read_ledger() {
    /usr/bin/python3 -B "$TOOLS/ledger.py" "$@"
}

# The platforms of settled.tsv as decisions.csv has them.
decided() {
    /usr/bin/python3 -B -c '
import csv, sys
wanted = {line["platform"]: line["decision"] for line in csv.DictReader(open(sys.argv[1], encoding="utf-8"), delimiter="\t")}
got = {line["platform"]: line["decision"] for line in csv.DictReader(open(sys.argv[2], encoding="utf-8-sig", newline=""))}
wrong = [f"{platform}: {got.get(platform)}, expected {decision}" for platform, decision in wanted.items() if got.get(platform) != decision]
print("\n".join(wrong))
sys.exit(bool(wrong))' "$@"
}

pg_start
mkdir -p "$laid"
while IFS=$'\t' read -r as_of inbox registers; do
    cp -a "$FIXTURES/$cycle/$inbox" "$FIXTURES/$cycle/$registers" "$laid/"
    check "the night of $as_of runs to its end" night "$cycle" "$as_of" "$laid/$inbox" "$laid/$registers"
done < <(head -n 3 "$FIXTURES/$cycle/nights")

check "every sheet has its labels, its rows, and those written by hand" read_ledger sheets "$ledger" "$wanted" "$laid/inbox.3"
check "the figures agree with decisions.csv" read_ledger figures "$ledger" "$OUTBOX/$cycle/current"
check "each line that would settle a hold stands cell by cell where it says" read_ledger entries "$ledger"
check "every sheet is fit to work with and to print" read_ledger look "$ledger" "$wanted"

cp -a "$laid/registers.3" "$laid/registers.settled"
check "the office takes the lines over" /usr/bin/python3 -B "$TOOLS/settle.py" "$ledger" "$laid/registers.settled" 2023-06-14
check "the night after runs to its end" night "$cycle" 2023-06-15T02:30:00+08:00 "$laid/inbox.3" "$laid/registers.settled"
check "each line settled what it was for" decided "$EXPECTED/$cycle/settled.tsv" "$OUTBOX/$cycle/current/decisions.csv"
check "the figures agree again" read_ledger figures "$ledger" "$OUTBOX/$cycle/current"
is "no register line is bad or without effect" "$(grep -cE ',register_line_(bad|unmatched|before_notice),' "$OUTBOX/$cycle/current/findings.csv")" 0
done_testing
