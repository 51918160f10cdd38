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

# What the database holds of a cycle's applications, as CSV: states, lists or figures.
applications() {
    psql "$PGURI" -Xq -v ON_ERROR_STOP=1 -v cycle="$1" -f "$TOOLS/$2.sql"
}

# compare uploads|decisions|findings|states|lists|figures EXPECTED.tsv ACTUAL.csv
compare() {
    /usr/bin/python3 -B "$TOOLS/compare.py" "$@"
}

official_table() {
    find "$OUTBOX/$1/current/" -maxdepth 1 -name '附件*汇总表*.xlsx'
}
