#!/bin/bash
# Stage tests, JOBS at a time, pass as they do whatever failed before: each program that they are about fails at one place after the other (kit/walk) before it works.
# EVERY=1: every place, else about each so many-th (40; with N, which adds the long ones, 64000 for all N); STAGES: other tests, each with its programs
# ("stage/ministry export").
. "$(dirname "$0")/../lib.sh"
KIT=$ROOT/tests/fault/kit
. "$KIT/programs.sh"

short='stage/cycle cycle
stage/template template
stage/rejected load'
long='stage/check check
stage/trace trace
stage/dispose dispose
stage/ministry export
stage/rules setup enforce audit
stage/prune setup
night/replay replay'
every() {
    case ${N:-} in
    '') echo 40 ;;
    all) echo 1 ;;
    *) echo $((N < 200 ? 320 : N > 64000 ? 1 : 64000 / N)) ;;
    esac
}

export EVERY=${EVERY:-$(every)} FROM=${FROM:-0} WORK RESULTS
if [[ -z ${STAGES:-} ]]; then
    STAGES=$short
    # `make fault`, `make cover`
    if [[ $EVERY -lt 10 || -n ${N:-} ]]; then STAGES+=$'\n'$long; fi
fi

# May be otherwise: a try that could not give its answer has done its work all the same, or could not remove its folder.
excused() {
    sed -E '/ - (and booked, with what was asked|the next one finishes it, as it was ordered|the next call verifies and books it|the other cycle.s disposal takes the scan|no folder is left behind)$/d'
}

# walk_stage TEST PROGRAM…: the test with those programs walked through; what it says in its own folder.
walk_stage() {
    local place=$WORK/${1//\//-}
    RESULTS=$place/results
    mkdir -p "$place/tmp"
    touch "$RESULTS"
    walking_programs "$place/programs" "${@:2}"
    TMPDIR=$place/tmp HUIZONG_BIN=$place/programs bash "$ROOT/tests/$1.sh" >"$place/tap" 2>&1 </dev/null || true
    chmod -R u+rwX "$place/tmp"
    rm -rf "$place/tmp"
}

tell_stage() {
    local place=$WORK/${1//\//-}
    RESULTS=$place/results
    like "$1 comes to its end" "$(tail -n 1 "$place/tap")" '^1\.\.[1-9]'
    is "$1 with programs that failed before" "$(grep -A 9 '^not ok' "$place/tap" | excused | grep -A 9 '^not ok' || true)" ''
    tell_walks
}

make_failing_calls
active=0
while read -ra words; do
    if [[ $active -ge ${JOBS:-2} ]]; then wait -n; else active=$((active + 1)); fi
    walk_stage "${words[@]}" &
done <<<"$STAGES"
wait
while read -ra words; do tell_stage "${words[0]}"; done <<<"$STAGES"
done_testing
