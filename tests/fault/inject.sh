#!/bin/bash
# A night in which one call fails or is the last, and an undisturbed night after it, which must reach the bytes that an undisturbed one does: for calls
# 1, 2, 3 … of each kind of each program of the night, on each upload. Every call that a night makes is a point, once for each thing that can happen
# in it; half of N of them are tried, evenly from the first to the last (N=all: every one). FROM=i begins elsewhere in between; JOBS at a time.
# The nights' programs are watched one by one, since strace counts in each process anew: a count over the whole night would hit other calls with every
# run, two uploads being read at a time.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"
. "$ROOT/tests/fault/kit/programs.sh"

command -v strace >/dev/null || skip_all "no strace"
strace -qq -o /dev/null -e trace=none true 2>/dev/null || skip_all "strace is not allowed here"
# half of N: walks, kills and full disks are the others
case ${N:-} in
all) points=all ;;
'') points=12 ;;
*) points=$(((N + 1) / 2)) ;;
esac

watched() {
    begin "$WORK/whole" whole
    watch_calls "$WORK/whole"
    undisturbed strace -qq -s0 -o "$WORK/nightly" -e trace=$CALLS
    mv "$WORK/nightly" "$WORK/whole/calls/nightly"
    sed -i 's/^/0 /' "$WORK/whole/calls/nightly"
}

world
watched
read_night
points_of "$WORK/whole" >"$WORK/points"
export WORK PGURI ROOT BIN
evenly "$points" "${FROM:-0}" <"$WORK/points" >"$WORK/chosen"
try_points <"$WORK/chosen"
tell_points "$(wc -l <"$WORK/chosen")"
echo "# $(wc -l <"$WORK/chosen") of $(wc -l <"$WORK/points") points"
done_testing
