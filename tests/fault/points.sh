#!/bin/bash
# Every call that writes, syncs, renames or sends may fail or be the last: whatever it is, the next night comes to what an undisturbed one does.
# POINTS of them are tried (default 8, `make fault N=…`), spread evenly over all; JOBS at a time.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"
. "$ROOT/tests/fault/kit/inject.sh"

command -v strace >/dev/null || skip_all "no strace"
strace -o /dev/null true 2>/dev/null || skip_all "processes may not be traced here"

# chosen COUNT: of the points on stdin, ordered so that each fault is spread over them all, every so-many-th.
chosen() {
    awk -F '\t' -v count="$1" '
        { point = $1 "\t" $2 "\t" $3 }
        $4 == "fail" { eio[++fails] = point "\tEIO"; space[fails] = point "\tENOSPC" }
        $4 == "kill" { kill[++kills] = point "\tKILL" }
        function nth(i) { return i <= fails ? eio[i] : i <= 2 * fails ? space[i - fails] : kill[i - 2 * fails] }
        END {
            all = 2 * fails + kills
            if (count > all) count = all
            for (i = 0; i < count; i++) print nth(int((i + 0.5) * all / count) + 1)
        }'
}

# judge NAME WHAT STATUS: what is wrong with a night in which something failed, before the next one; nothing where all is well.
judge() {
    local name=$1 what=$2 status=$3
    night_crashes "$name"
    if [[ $what != KILL && $status -gt 78 || $status -gt 1 && $status -lt 64 ]]; then echo "the night ends with $status"; fi
    if [[ $status -le 1 && $(books "$name" 2>&1) != "$BOOKS" ]]; then echo "the night says it is done and is not"; fi
    if [[ $status -gt 1 && $status -le 78 && ! -s $WORK/$name.log ]]; then echo "the night ends with $status and says nothing"; fi
    half_outbox "$name"
}

# try NUMBER KEY CALL N WHAT: one line, "fired" or "silent", the name of the point, and what was wrong.
try() {
    local name=point_$1 key=$2 call=$3 n=$4 what=$5 status wrong fired=silent
    place_begin "$name" ready
    status=$(night_armed "$name" "$key" "$call" "$n" "$what")
    if night_fired "$name" "$what"; then fired=fired; fi
    wrong=$(judge "$name" "$what" "$status"; recovered "$name")
    place_end "$name" 2>/dev/null
    printf '%s\t%s\t%s\t%s' "$fired" "$what" "$key, $call $n: $what, the night ends with $status" "$(tr '\n' '|' <<<"$wrong")" >"$WORK/results/$1.part"
    mv "$WORK/results/$1.part" "$WORK/results/$1"
}

tell() {
    local fired what name wrong
    IFS=$'\t' read -r fired what name wrong <"$1" || [[ -n $fired ]]
    is "$name" "$wrong" '|'
    tried[$fired $what]=$((${tried[$fired $what]:-0} + 1))
}

# In their order, as far as they have come.
tell_finished() {
    while [[ -e $WORK/results/$((told + 1)) ]]; do
        told=$((told + 1))
        tell "$WORK/results/$told"
    done
}

declare -A tried=()
told=0
world_begin
mkdir "$WORK/results"
points_count >"$WORK/points"
number=0
while IFS=$'\t' read -r key call n what; do
    number=$((number + 1))
    while [[ $(jobs -rp | wc -l) -ge ${JOBS:-2} ]]; do wait -n; done
    try "$number" "$key" "$call" "$n" "$what" &
    tell_finished
done < <(chosen "${POINTS:-8}" <"$WORK/points")
wait
tell_finished
check "the faults came" test "$((${tried[fired EIO]:-0} + ${tried[fired ENOSPC]:-0} + ${tried[fired KILL]:-0}))" -ge "$((number * 9 / 10))"
echo "# $number of $(awk '{ n += $4 == "fail" ? 2 : 1 } END { print n }' "$WORK/points") points:"
for kind in "${!tried[@]}"; do echo "#   $kind: ${tried[$kind]}"; done
done_testing
