#!/bin/bash
# Memory that is gone at the N-th request ends each program of a night with a fault and a line, never with a signal and never with half a result;
# the next night comes to what an undisturbed one does. POINTS of the requests are tried (default 8), spread evenly over each program's own.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"

command -v gcc >/dev/null || skip_all "no compiler"
gcc -shared -fPIC -O1 -o "$WORK/no_memory.so" "$ROOT/tests/fault/kit/no_memory.c" || skip_all "nothing can be preloaded"

# armed NAME PROGRAM N: programs of the night at NAME, of which PROGRAM has no memory from its N-th request on.
armed() {
    local folder=$WORK/$1/bin real
    mkdir -p "$folder"
    for real in "$BIN"/huizong-*; do ln -s "$real" "$folder/"; done
    rm "$folder/huizong-$2"
    cat >"$folder/huizong-$2" <<STUB
#!/bin/bash
LD_PRELOAD=$WORK/no_memory.so NO_MEMORY=$3 "$BIN/huizong-$2" "\$@"
status=\$?
echo "\$status" >>"$WORK/$1/ended"
exit "\$status"
STUB
    chmod +x "$folder/huizong-$2"
}

try() {
    local name=memory_$1 program=$2 n=$3 status=0 wrong
    place_begin "$name" ready
    armed "$name" "$program" "$n"
    (HUIZONG_BIN=$PLACE/bin night_at "$name") >"$WORK/$name.log" 2>&1 || status=$?
    wrong=$(sort -u "$PLACE/ended" | awk '$1 > 78 || $1 > 1 && $1 < 64 { print "the program ends with " $1 }')
    if [[ $status -le 1 && $(books "$name" 2>&1) != "$BOOKS" ]]; then wrong+=" the night says it is done and is not"; fi
    if [[ $status -gt 1 && ! -s $WORK/$name.log ]]; then wrong+=" nothing is said"; fi
    wrong+=$(half_outbox "$name"; recovered "$name")
    is "$program, no memory from request $n on: the night ends with $status" "$wrong" ''
    place_end "$name"
    ended[$status]=$((${ended[$status]:-0} + 1))
}

programs=(setup intake normalise load enforce export audit replay)
points=${POINTS:-8}
declare -A ended=()
world_begin
for ((i = 0; i < points; i++)); do
    # from one request to some hundred thousand, closer at the beginning
    round=$((i / ${#programs[@]})) rounds=$(((points + ${#programs[@]} - 1) / ${#programs[@]}))
    try "$i" "${programs[i % ${#programs[@]}]}" "$(awk -v r="$round" -v n="$rounds" 'BEGIN { printf "%d", exp(log(20000) * (r + 0.5) / n) }')"
done
for status in "${!ended[@]}"; do echo "# nights that ended with $status: ${ended[$status]}"; done
done_testing
