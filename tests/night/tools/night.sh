# shellcheck shell=bash disable=SC2034
# For the night tests, after lib.sh: nights of a cycle on the test's own server. Sets $OUTBOX.
FIXTURES=$ROOT/fixtures
TOOLS=$ROOT/tests/night/tools
EXPECTED=$ROOT/tests/night/expected
OUTBOX=$WORK/outbox

# night CYCLE AS_OF INBOX REGISTERS: exit status of the night, 0 and 1 (there were findings) both being a night done.
night() {
    local status=0
    "$ROOT/scripts/nightly" --cycle "$1" --as-of "$2" --inbox "$3" --registers "$4" --outbox "$OUTBOX" \
        --data "$WORK/data" --database "$PGURI" --settle 0 || status=$?
    [[ $status -le 1 ]]
}

# All nights of a folder of fixtures, in order, on copies below $WORK/laid/CYCLE: what a night finds changed since the
# last one must have changed after it, and a clone or a chown gives all files one time.
nights_of() {
    local cycle=$1 folder=$2 as_of inbox registers
    local laid=$WORK/laid/$cycle part
    mkdir -p "$laid"
    while IFS=$'\t' read -r as_of inbox registers; do
        for part in "$inbox" "$registers"; do
            [[ -e $laid/$part ]] || cp -a "$folder/$part" "$laid/$part"
        done
        check "$cycle: the night of $as_of runs to its end" night "$cycle" "$as_of" "$laid/$inbox" "$laid/$registers"
    done <"$folder/nights"
}

# compare KIND EXPECTED.tsv ACTUAL.csv, the kinds of compare.py
compare() {
    /usr/bin/python3 -B "$TOOLS/compare.py" "$@"
}

# database figures|lists CYCLE: what the tests' own query of that name gives, as CSV.
database() {
    PGOPTIONS='-c search_path=huizong' psql -X --quiet --csv --set cycle="$2" --file "$TOOLS/$1.sql" "$PGURI"
}

# states CYCLE NIGHT: the ledger's states of the applications, as CSV; NIGHT a folder of the outbox.
states() {
    /usr/bin/python3 -B "$TOOLS/workbooks.py" states "$OUTBOX/$1/$2/审核台账.xlsx" "$ROOT/schemas/$1"
}

# returned CYCLE: the files of rows that go back to units, and how many rows each has, as CSV.
returned() {
    echo file,rows
    find "$OUTBOX/$1/current/units" -name '退回行-*.csv' -printf '%P\n' | sort | while IFS= read -r path; do
        printf '%s,%s\n' "$path" "$(/usr/bin/python3 -B "$TOOLS/returned.py" "$OUTBOX/$1/current/units/$path")"
    done
}

official_table() {
    find "$OUTBOX/$1/current/" -maxdepth 1 -name '附件*汇总表*.xlsx'
}
