#!/bin/bash
# Stage tests pass as they do whatever failed before: each program that they are about fails at one place after the other (kit/walk) before it works.
# EVERY=1: every place, else about each so many-th (40; 80 with the long ones); STAGES: other tests, each with its programs ("stage/ministry export").
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
export EVERY=${EVERY:-$((${N:+40} + 40))} FROM=${FROM:-0} WORK RESULTS
if [[ -z ${STAGES:-} ]]; then
    STAGES=$short
    # `make fault`, `make cover`
    if [[ $EVERY -lt 10 || -n ${N:-} ]]; then STAGES+=$'\n'$long; fi
fi

# May be otherwise: a try that could not give its answer has done its work all the same, or could not remove its folder.
excused() {
    sed -E '/ - (and booked, with what was asked|the next one finishes it, as it was ordered|the next call verifies and books it|the other cycle.s disposal takes the scan|no folder is left behind)$/d'
}

make_failing_calls
while read -ra words; do
    name=${words[0]}
    RESULTS=$WORK/${name//\//-}.results
    touch "$RESULTS"
    walking_programs "$WORK/${name//\//-}" "${words[@]:1}"
    mkdir "$WORK/tmp"
    TMPDIR=$WORK/tmp HUIZONG_BIN=$WORK/${name//\//-} bash "$ROOT/tests/$name.sh" >"$WORK/tap" 2>&1 </dev/null || true
    like "$name comes to its end" "$(tail -n 1 "$WORK/tap")" '^1\.\.[1-9]'
    is "$name with programs that failed before" "$(grep -A 9 '^not ok' "$WORK/tap" | excused | grep -A 9 '^not ok' || true)" ''
    tell_walks
    chmod -R u+rwX "$WORK/tmp"
    rm -rf "$WORK/tmp"
done <<<"$STAGES"
done_testing
