#!/bin/bash
# Every cycle's nights over its fixtures, against the hand-written tables of expected/.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

inbox_digest() {
    (cd "$1" && find inbox.* registers.* -type f -print0 | sort -z | xargs -0 sha256sum) | sha256sum
}

results_fit() {
    local cycle=$1 current=$OUTBOX/$1/current
    check "$cycle: every file's outcome is as written by hand" \
        compare uploads "$EXPECTED/$cycle/uploads.tsv" "$current/uploads.csv"
    check "$cycle: every nomination's decision is as written by hand" \
        compare decisions "$EXPECTED/$cycle/decisions.tsv" "$current/decisions.csv"
    check "$cycle: every finding is as written by hand" \
        compare findings "$EXPECTED/$cycle/findings.tsv" "$current/findings.csv"
}

applications_fit() {
    local cycle=$1
    states "$cycle" current >"$WORK/states.csv"
    returned "$cycle" >"$WORK/returned.csv"
    database figures "$cycle" >"$WORK/figures.csv"
    database lists "$cycle" >"$WORK/lists.csv"
    check "$cycle: every application's state is as written by hand" compare states "$EXPECTED/$cycle/states.tsv" "$WORK/states.csv"
    check "$cycle: figures of forms are as written by hand" compare figures "$EXPECTED/$cycle/figures.tsv" "$WORK/figures.csv"
    check "$cycle: rows of lists are counted as written by hand" compare lists "$EXPECTED/$cycle/lists.tsv" "$WORK/lists.csv"
    check "$cycle: rows go back to their units as written by hand" compare returned "$EXPECTED/$cycle/returned.tsv" "$WORK/returned.csv"
    check "$cycle: the indicators show and trace the same figures" /usr/bin/python3 -B "$TOOLS/workbooks.py" indicators \
        "$OUTBOX/$cycle/current/指标汇总.xlsx" "$EXPECTED/$cycle/figures.tsv" "$ROOT/schemas/$cycle"
    check "$cycle: every figure stands in the original where its source says" /usr/bin/python3 -B "$TOOLS/sources.py" "$OUTBOX/$cycle/current" "$WORK/data/archive"
}

# Only a blank cell is spoken of as blank.
messages_are_whole() {
    local holes
    holes=$(grep -vE ',(required_missing|sequence_incomplete|sequence_bad),' "$OUTBOX/$1/current/findings.csv" | grep '“（空）”' || true)
    is "$1: every message names what it speaks of" "$holes" ""
}

workbooks_fit() {
    local cycle=$1 current=$OUTBOX/$1/current
    check "$cycle: the official table is the cycle's form" \
        /usr/bin/python3 -B "$TOOLS/workbooks.py" official "$(official_table "$cycle")" "$EXPECTED/$cycle/official.json"
    check "$cycle: a unit's workbooks name nothing of another unit" \
        /usr/bin/python3 -B "$TOOLS/workbooks.py" own "$current/units" "$current/decisions.csv"
    check "$cycle: the deadline report agrees with the data files" \
        /usr/bin/python3 -B "$TOOLS/progress.py" outputs "$current" "$ROOT/schemas"
    check "$cycle: whatever two outputs tell they tell alike" \
        /usr/bin/python3 -B "$TOOLS/agree.py" "$current" "$ROOT/schemas"
    check "$cycle: every workbook opens in another reader" \
        /usr/bin/python3 -B "$TOOLS/workbooks.py" readable "$current"
}

repeated_night_is_the_same() {
    local cycle=$1 as_of inbox registers
    IFS=$'\t' read -r as_of inbox registers < <(tail -n 1 "$FIXTURES/$cycle/nights")
    cp -a "$OUTBOX/$cycle" "$WORK/first-$cycle"
    check "$cycle: the last night again" night "$cycle" "$as_of" "$FIXTURES/$cycle/$inbox" "$FIXTURES/$cycle/$registers"
    check "$cycle: the second run gives the same bytes" diff -r "$WORK/first-$cycle" "$OUTBOX/$cycle"
}

earlier_night_is_refused() {
    local cycle=$1 as_of inbox registers
    IFS=$'\t' read -r as_of inbox registers <"$FIXTURES/$cycle/nights"
    status_is "$cycle: a night earlier than the last one is refused" 64 \
        "$ROOT/scripts/nightly" --cycle "$cycle" --as-of "$as_of" --inbox "$FIXTURES/$cycle/$inbox" \
        --registers "$FIXTURES/$cycle/$registers" --outbox "$OUTBOX" --data "$WORK/data" --database "$PGURI"
}

# The holds of the night before the office decided; results_fit sees what became of them.
holds_before_decisions_fit() {
    check "fujian-2023: before the office decides, the doubtful wait" \
        compare decisions "$EXPECTED/fujian-2023/decisions.20230613T023000.tsv" "$OUTBOX/fujian-2023/20230613T023000/decisions.csv"
}

# What waited for a second part, or was wrong, before it was put right.
states_before_corrections_fit() {
    local cycle=$1 night=$2
    states "$cycle" "$night" >"$WORK/states.csv"
    check "$cycle: the states of $night are as written by hand" \
        compare some-states "$EXPECTED/$cycle/states.$night.tsv" "$WORK/states.csv"
}

# A form in the fixtures was filled into the blank workbook that cities get.
blank_workbook_is_ours() {
    local cycle=fujian-2023
    "$BIN/huizong-template" --schemas "$ROOT/schemas" --cycle "$cycle" --kind application --out "$WORK/blank" >"$WORK/blank.path"
    check "$cycle: the blank workbook of the fixtures is the program's own" \
        cmp "$ROOT/fixtures/kit/blank/$cycle-application.xlsx" "$(cat "$WORK/blank.path")"
}

pg_start
blank_workbook_is_ours
for cycle in guangzhou-2022 guangdong-2022 fujian-2023; do
    nights_of "$cycle" "$FIXTURES/$cycle"
    is "$cycle: the inboxes are as they were" "$(inbox_digest "$WORK/laid/$cycle")" "$(inbox_digest "$FIXTURES/$cycle")"
    results_fit "$cycle"
    applications_fit "$cycle"
    messages_are_whole "$cycle"
    workbooks_fit "$cycle"
    repeated_night_is_the_same "$cycle"
    earlier_night_is_refused "$cycle"
done
holds_before_decisions_fit
states_before_corrections_fit guangzhou-2022 20220316T023000
states_before_corrections_fit guangdong-2022 20220316T023000
states_before_corrections_fit fujian-2023 20230609T023000
refute "a file name was not run as a command" test -e 被执行
done_testing
