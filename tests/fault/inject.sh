#!/bin/bash
# A night in which one call fails or is the last, and an undisturbed night after it, which must reach the bytes that an undisturbed one does: for calls
# 1, 2, 3 … of each kind of each program of the night, on each upload. Every call that a night makes is a point, once for each thing that can happen
# in it; N of them are tried, evenly from the first to the last (N=all: every one). FROM=i begins elsewhere in between; JOBS at a time.
# The nights' programs are watched one by one, since strace counts in each process anew: a count over the whole night would hit other calls with every
# run, two uploads being read at a time.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/nights.sh"
. "$ROOT/tests/fault/kit/programs.sh"

command -v strace >/dev/null || skip_all "no strace"
strace -qq -o /dev/null -e trace=none true 2>/dev/null || skip_all "strace is not allowed here"
points=${N:-12}

undisturbed() {
    local status=0
    begin "$WORK/whole" whole
    watch_calls "$WORK/whole"
    night "$WORK/whole" whole strace -qq -s0 -o "$WORK/nightly" -e trace=$CALLS || status=$?
    mv "$WORK/nightly" "$WORK/whole/calls/nightly"
    sed -i 's/^/0 /' "$WORK/whole/calls/nightly"
    check "an undisturbed night, watched" test $status -eq 1
    whole "$WORK/whole" whole >"$WORK/whole/state"
    is "it leaves nothing" "$(leftovers "$WORK/whole")" ''
}

# Every (all / N)th.
choose() {
    local all
    all=$(wc -l <"$WORK/points")
    if [[ $points == all || $points -gt $all ]]; then points=$all; fi
    awk -v all="$all" -v n="$points" -v from="${FROM:-0}" \
        'BEGIN { step = all / n; next_one = step / 2 + from } NR - 1 >= int(next_one) { print; next_one += step }' "$WORK/points"
}

try() {
    local number=0 key call n how
    while IFS=$'\t' read -r key call n how; do
        number=$((number + 1))
        printf '%s\0' "$number" "$key" "$call" "$n" "$how"
    done | xargs -0 -n 5 -P "${JOBS:-2}" bash -c \
        'printf "%s\t%s\n" "$2 $3 $4 $5" "$("$0" "$@" 2>&1 | tail -n 1)"' "$KIT/point" >"$WORK/results"
}

tell() {
    local point verdict how rest
    while IFS=$'\t' read -r point verdict how rest; do
        check "$point: ${rest:-?}" test "$verdict" = ok -o "$verdict" = missed
    done <"$WORK/results"
    is "every point was tried" "$(wc -l <"$WORK/results")" "$points"
    check "most were reached" test "$(grep -c $'\tmissed\t' "$WORK/results")" -lt $((points / 4 + 1))
    echo "# $points of $(wc -l <"$WORK/points") points: $(cut -f 2,3 "$WORK/results" | tr '\t' ' ' | sort | uniq -c | xargs)"
    echo "# the nights ended with: $(cut -f 4 "$WORK/results" | cut -d : -f 1 | sort | uniq -c | awk '{ print $2 " (" $1 ")" }' | xargs)"
}

world
undisturbed
points_of "$WORK/whole" >"$WORK/points"
export WORK START PGURI ROOT BIN
choose >"$WORK/chosen"
try <"$WORK/chosen"
tell
done_testing
