#!/bin/bash
# Each program of a night, again and again: a statement, a file or a process fails at one place after the other from which the program asks for it, until
# it has failed at all. Each time it ends with a status of its own and a word, and the night comes to what an undisturbed one does.
# EVERY=1: every place, else about each so many-th, other ones with FROM=i. PROGRAMS: some of them only.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"
. "$ROOT/tests/fault/kit/programs.sh"

PROGRAMS=${PROGRAMS:-setup normalise load enforce export audit replay}
export EVERY=${EVERY:-40} FROM=${FROM:-0} WORK RESULTS=$WORK/results NIGHT_SECONDS=${TEST_TIMEOUT:-900}

# walked NAME PROGRAM…: the second night at $WORK/NAME, where those programs are walked through.
walked() {
    local place=$WORK/$1 status=0
    begin "$place" "$1"
    walking_programs "$place/programs" "${@:2}"
    night "$place" "$1" || status=$?
    is "a night, after each try of ${*:2}" "$status $(leftovers "$place")" "1 "
}

# What the ledger saw last of each path; a register that cannot be looked at has not been taken away.
arrivals() {
    PGOPTIONS='-c search_path=huizong' psql -XqAt "$(uri_of "$1")" -c "
        select * from (select distinct on (source, path) source, path, sha256 from arrival order by source, path, arrival_id desc) l where sha256 is not null" \
        -c "select path, left_reason from arrival where left_reason = 'register_gone'"
}

make_failing_calls
touch "$RESULTS"
world
undisturbed

# shellcheck disable=SC2086
walked tried $PROGRAMS
whole "$WORK/tried" tried >"$WORK/tried.state"
is "it comes to the same" "$(diff "$WORK/whole/state" "$WORK/tried.state")" ''

# What could not be read is booked, and taken later: other lines in the ledger, the same content.
walked taken intake
is "all that lies there is taken in the end" "$(arrivals taken)" "$(arrivals whole)"
for file in decisions.csv ministry/manifest.json.sha256; do
    check "and $file is the same" cmp "$WORK/whole/outbox/$CYCLE/current/$file" "$WORK/taken/outbox/$CYCLE/current/$file"
done
tell_walks
done_testing
