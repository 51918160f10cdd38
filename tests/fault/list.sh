#!/bin/bash
# SIGKILL in a night that reads a list of 12,000 rows: of one process, or of all. The next night reaches what an undisturbed one does. Some kills at any
# time, which are parts of what an undisturbed night took, of any process; and as many of the load of the list, while it sends the server its rows: one
# at any time seldom comes just then. Both are drawn with SEED.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"
. "$ROOT/tests/fault/kit/programs.sh"

# each is two nights over a long list
kills=$((3 + ${N:-20} / 40))
RANDOM=${SEED:-2023}

# The last rows are trouble: a cell that is no answer, an identity twice.
lay_list() {
    rm "$INBOX/福州市/设备清单 第1册共2册.csv"
    mkdir -p "$INBOX/福州市/福云工联平台"
    {
        printf '工业设备清单,,,,,,,\r\n平台名称：福云工联平台,,,,,,,\r\n序号,设备类别,设备类型,设备名称,设备ID,是否公有云连接,是否日运行,备注\r\n'
        seq 1 11998 | awk '{ printf "%d,运行设备,工业现场设备,样例设备%d号,FY-%06d,是,是,\r\n", $1, $1, $1 }'
        printf '11999,运行设备,工业现场设备,样例设备,FY-011999,也许,是,\r\n12000,运行设备,工业现场设备,样例设备,FY-000001,是,是,\r\n'
    } | iconv -f UTF-8 -t GB18030 >"$INBOX/福州市/福云工联平台/工业设备清单.csv"
}

children() {
    local child
    for child in $(pgrep -P "$1"); do
        echo "$child"
        children "$child"
    done
}

# One process of the night, any but the night itself; or the night, and all die with it.
kill_some() {
    local night=$1 whom=$2 processes
    mapfile -t processes < <(children "$night")
    if [[ $whom == all ]]; then
        kill -KILL "$night" 2>/dev/null || true
    elif [[ ${#processes[@]} -gt 0 ]]; then
        kill -KILL "${processes[RANDOM % ${#processes[@]}]}" 2>/dev/null || true
    fi
}

# A pipe that nobody writes into: a wait without a process.
wait_ms() {
    read -r -t "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))" <>"$WORK/silence" || true
}

now_ms() {
    echo "$(($(date +%s%N) / 1000000))"
}

killed_night() {
    local number=$1 whom=$2 after=$3 name=kill_$1 status=0
    local place=$WORK/$name
    begin "$place" "$name"
    (night_of "$place" "$name" $SECOND) >"$place/said.1" 2>"$place/told.1" &
    local night=$!
    wait_ms "$after"
    kill_some "$(pgrep -P "$night" -f nightly || echo "$night")" "$whom"
    wait "$night" 2>/dev/null || status=$?
    is "kill $number, $whom after $after ms of $took ($status): the next night comes to the same" "$(recovered "$place" "$name")" ''
    outcomes+=" $status"
    forget "$place" "$name"
}

# What each load sends is counted, since a point is named by the how many-th.
watched() {
    local began
    begin "$WORK/whole" whole
    real_programs "$WORK/whole/programs"
    if [[ -n $traced ]]; then
        stub load "$WORK/whole/programs" <<STUB
exec strace -f -qq -s0 -o "$WORK/whole/sends.\$key" -e trace=sendto "\$real" "\$@"
STUB
    fi
    began=$(now_ms)
    undisturbed
    took=$(($(now_ms) - began))
    is "with its rows" "$(grep -c '^list_equipment ' "$WORK/whole/state")" 11998
    is "and those that go back" "$(grep -c '^list_reject ' "$WORK/whole/state")" 2
}

# The load that sends most is the list's.
points_of_load() {
    local most longest i how
    read -r most longest < <(wc -l "$WORK"/whole/sends.load.* | grep -v total | sort -rn | head -n 1)
    for ((i = 1; i <= kills; i++)); do
        how=night
        if [[ $((i % 2)) -eq 0 ]]; then how=stage; fi
        printf '%s\tsendto\t%d\t%s\n' "${longest##*/sends.}" $((RANDOM % most + 1)) "$how"
    done
}

outcomes=
mkfifo "$WORK/silence"
traced=
if strace -qq -o /dev/null -e trace=none true 2>/dev/null; then traced=1; fi
world
lay_list
watched
for ((i = 1; i <= kills; i++)); do
    whom=all
    if [[ $((i % 2)) -eq 0 ]]; then whom=one; fi
    killed_night "$i" $whom $((took * (RANDOM % 1000) / 1000))
done
echo "# $kills kills; the nights ended with$outcomes"
if [[ -n $traced ]]; then
    points_of_load >"$WORK/points"
    export WORK PGURI ROOT BIN
    try_points <"$WORK/points"
    tell_points "$kills"
fi
done_testing
