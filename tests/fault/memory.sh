#!/bin/bash
# A request for memory that fails, in each program of a night: the program ends with a status of its own and a line, and never with half a result, with
# another result, or by a signal. Requests are told apart by the calls that lead to them; N of each upload's are tried, and some of all programs' by nights.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"
. "$ROOT/tests/fault/kit/programs.sh"

# a reading takes a tenth of a second, a night two
points=16 nights=4
case ${N:-} in
'') ;;
all) points=all nights=200 ;;
*) points=$((16 + N / 40)) nights=$((4 + N / 100)) ;;
esac

# read_upload FILE OUT: what normalise makes of it, findings after rows; MALLOC_… may be set.
read_upload() {
    local status=0
    rm -f "$2".*
    LD_PRELOAD=$WORK/failing_malloc.so "$BIN/huizong-normalise" --cycle $CYCLE --name "福州市/${1##*/}" --file "$1" --findings "$2.typed" \
        --file-findings "$2.raw" >"$2.rows" 2>"$2.talk" || status=$?
    cat "$2.rows" "$2.typed" "$2.raw" >"$2" 2>/dev/null || true
    return $status
}

# Why the reading without that memory is wrong; nothing where it is as it must be.
verdict() {
    local want=$1 status=$2 got=$3
    if [[ $status -le 1 ]]; then
        [[ $status == "$want" ]] && cmp -s "$WORK/want" "$got" || echo "status $status, and it is something else that was read"
    elif [[ $status -lt 64 || $status -gt 78 ]]; then
        echo "status $status"
    elif [[ ! -s $got.talk ]]; then
        echo "no word"
    elif grep -q $'^\\\\#end\tcomplete' "$got.rows" && [[ -s $got.typed && -s $got.raw ]]; then
        echo "it failed, and looks complete"
    fi
}

starve() {
    local file=$1 want=0 request status wrong='' tried=0
    rm -f "$WORK/requests"
    MALLOC_COUNT=$WORK/requests read_upload "$file" "$WORK/want" || want=$?
    while read -r request; do
        status=0
        MALLOC_FAILS_AT=$request read_upload "$file" "$WORK/got" || status=$?
        local why
        why=$(verdict $want $status "$WORK/got")
        [[ -z $why ]] || wrong+="request $request: $why; "
        tried=$((tried + 1))
        statuses[status]=$((${statuses[status]:-0} + 1))
    done < <(evenly "$points" 0 <"$WORK/requests")
    is "${file##*/}: $tried of $(wc -l <"$WORK/requests") requests fail" "$wrong" ''
    all=$((all + tried))
}

# The export of that night once more, which has most of the requests, without each of $points.
exports_without_memory() {
    local place=$WORK/again request status wrong='' tried=0 why
    while read -r request; do
        status=0
        export_again "$place" env LD_PRELOAD="$WORK/failing_malloc.so" MALLOC_FAILS_AT="$request" || status=$?
        why=$(export_verdict "$place" $status)
        [[ -z $why ]] || wrong+="request $request: $why; "
        tried=$((tried + 1))
        rm -rf "$place"
    done < <(sort -n "$WORK/whole/requests/export" | evenly "$points" 0)
    is "export: $tried of $(wc -l <"$WORK/whole/requests/export") requests fail" "$wrong" ''
}

nights_without_memory() {
    local log request
    begin "$WORK/whole" whole
    watch_memory "$WORK/whole"
    undisturbed
    exports_without_memory
    read_night
    for log in "$WORK"/whole/requests/*; do
        case ${log##*/} in normalise.*) continue ;; esac
        while read -r request; do printf '%s\tmemory\t%s\tmemory\n' "${log##*/}" "$request"; done <"$log"
    done >"$WORK/points"
    evenly "$nights" 0 <"$WORK/points" >"$WORK/chosen"
    try_points <"$WORK/chosen"
    tell_points "$(wc -l <"$WORK/chosen")"
}

statuses=() all=0
make_shim
first_inbox
second_inbox
while IFS= read -r -d '' file; do starve "$file"; done < <(find "$INBOX" -type f ! -name '~*' -print0 | sort -z)
for status in "${!statuses[@]}"; do echo "# status $status: ${statuses[status]} readings of $all"; done

rm -rf "$INBOX" "$REGISTERS"
world
export WORK PGURI ROOT BIN
nights_without_memory
done_testing
