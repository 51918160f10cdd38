#!/bin/bash
# The export is killed while its second process, which makes the lists of corrections and the deadline report, stands in the middle of a file: that one is gone
# as well and writes no more, the outbox has the last night's results, nobody holds it, and the next night comes to what an undisturbed one does.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"
. "$ROOT/tests/fault/kit/programs.sh"

command -v strace >/dev/null || skip_all "no strace"
strace -qq -o /dev/null -e trace=none true 2>/dev/null || skip_all "strace is not allowed here"

# The file as long as it is written, by the name that it will have in the outbox.
part_of() {
    printf '%s/outbox/%s/.building/%s.%s.part' "$1" "$CYCLE" "${2%"${2##*/}"}" "${2##*/}"
}

# stop_at PLACE FILE N: the process that writes that file stops at its N-th piece, until it is killed.
stop_at() {
    real_programs "$1/programs"
    stub export "$1/programs" <<STUB
exec strace -f -qq -s0 -o "$1/fired" -P $(printf %q "$(part_of "$1" "$2")") -e trace=write -e inject=write:signal=STOP:when=$3 "\$real" "\$@"
STUB
}

are_gone() {
    local process
    for process; do timeout 20 tail -f /dev/null --pid="$process" || return; done
}

# What a reader finds; what is being built is nobody's yet.
results_of() {
    files_of "$1/outbox" | grep -v '\.building'
}

# killed NAME FILE N WHOM: both of the export's processes, or only the second.
killed() {
    local name=orphan_$1 file=$2 place=$WORK/orphan_$1 whom=$4 what="$2, piece $3, $4 killed" night writer caller status=0 before
    begin "$place" "$name"
    before=$(results_of "$place")
    stop_at "$place" "$file" "$3"
    night "$place" "$name" &
    night=$!
    until grep -qs 'stopped by SIGSTOP\|SIGSTOP {' "$place/fired"; do kill -0 "$night" || break; done
    writer=$(awk '/SIGSTOP/ { print $1; exit }' "$place/fired")
    caller=$(ps -o ppid= -p "$writer" | tr -d ' ')
    check "$what: it is in the middle of it" test -e "$(part_of "$place" "$file")"
    if [[ $whom == export ]]; then kill -KILL "$caller"; else kill -KILL "$writer"; fi
    check "$what: the other one does not outlive it" are_gone "$caller" "$writer"
    kill -KILL "$writer" 2>/dev/null || true
    wait "$night" || status=$?
    is "$what: the night says so" "$status" 70
    is "$what: the outbox is what it was" "$(results_of "$place")" "$before"
    check "$what: and nobody holds it" flock --nonblock "$place/outbox/$CYCLE" true
    is "$what: the next night comes to the same" "$(half_outbox "$place"; recovered "$place" "$name")" ''
    forget "$place" "$name"
}

world
undisturbed
slip=$(cd "$WORK/whole/outbox/$CYCLE/current" && find units/福州市 -name '退回修改意见*')
killed slip "$slip" 5 export
killed report 进度通报.xlsx 3 export
killed writer "$slip" 5 writer
done_testing
