# shellcheck shell=bash
# For the fault tests, after world.sh: programs that are the real ones, but are watched or fail at one call. strace counts the calls of each process
# and of each kind by itself, from 1. A call is told by its program and what it works on, which are the same every night: normalise.福州市_甲.csv, load.7.
CALLS=read,pread64,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,symlink,symlinkat,mkdir,mkdirat,unlink,unlinkat,fchmod,sendto,sendmsg,recvfrom,exit_group

# The script of a program of that folder: $key is what it is called for, $real the program.
stub() {
    local stage=$1 folder=$2
    rm -f "$folder/huizong-$stage"
    cat >"$folder/huizong-$stage" <<STUB
#!/bin/bash
key=$stage real=$BIN/huizong-$stage previous=
for word in "\$@"; do
    case \$previous in
    --arrival | --name) key+=.\${word//\//_} ;;
    esac
    previous=\$word
done
export PATH=/usr/bin:/bin
$(cat)
STUB
    chmod +x "$folder/huizong-$stage"
}

# A library that lets calls fail at one place after the other; see failing_call.c.
make_failing_calls() {
    gcc -shared -fPIC -O1 -I"$(pg_config --includedir)" -o "$WORK/failing_call.so" "$KIT/failing_call.c"
}

# walking_programs FOLDER PROGRAM…: the real ones, and those walked through by `walk`; EVERY and FROM say which places fail, $RESULTS has what came of them.
walking_programs() {
    local program
    real_programs "$1"
    for program in "${@:2}"; do
        stub "$program" "$1" <<STUB
export EVERY=$EVERY FROM=$FROM WORK="$WORK" RESULTS="$RESULTS"
exec "$KIT/walk" $program "\$real" "\$@"
STUB
    done
}

# Without vfork's copies of a shell: the program itself, dead when its caller is.
real_programs() {
    mkdir -p "$1"
    ln -s "$BIN"/huizong-* "$1/"
}

watch_calls() {
    local folder=$1 program
    real_programs "$folder/programs"
    mkdir "$folder/calls"
    for program in "$BIN"/huizong-*; do
        stub "${program##*/huizong-}" "$folder/programs" <<STUB
exec strace -f -qq -s0 -o "$folder/calls/\$key" -e trace=$CALLS "\$real" "\$@"
STUB
    done
}

# kind_of CALL: what may go wrong in it, besides the death of its process (stage) and of all processes (night), which is the same
# at a read as at the next write. A send does not fail by itself: libpq
# takes it as a connection that is lost and waits for its end, which never comes where strace has only said so.
kind_of() {
    case $1 in
    read | pread64) echo error=EIO; return ;;
    recvfrom) echo error=ECONNRESET ;;
    write | pwrite64 | mkdir* | symlink* | rename*) echo error=EIO error=ENOSPC ;;
    sendto | sendmsg | exit_group) ;;
    *) echo error=EIO ;;
    esac
    echo stage night
}

# All points of what was watched, in the order of the night: KEY CALL N HOW.
points_of() {
    local folder=$1 log key call most how kinds
    # by age of the logs, which a second call of a program in the same night has not
    find "$folder/calls" -type f -printf '%T@ %p\n' | sort -n | cut -d ' ' -f 2- | while IFS= read -r log; do
        key=${log##*/}
        awk '$2 ~ /^[a-z0-9_]+\(/ { call = $2; sub(/\(.*/, "", call); n = ++count[$1, call]; if (n > most[call]) most[call] = n }
             END { for (call in most) print call, most[call] }' "$log" | sort | while read -r call most; do
            read -ra kinds <<<"$(kind_of "$call" | xargs)"
            for ((n = 1; n <= most; n++)); do
                for how in "${kinds[@]}"; do printf '%s\t%s\t%s\t%s\n' "$key" "$call" "$n" "$how"; done
            done
        done
    done
}

# A library that lets the n-th request for memory fail; see failing_malloc.c.
make_shim() {
    gcc -shared -fPIC -O1 -o "$WORK/failing_malloc.so" "$KIT/failing_malloc.c"
}

# The state `read`: a night that ended when it had read all that came and ruled nothing. One after it makes the calls of the later programs as they were.
read_night() {
    local status=0
    begin "$WORK/read" read
    real_programs "$WORK/read/programs"
    stub enforce "$WORK/read/programs" <<<'exit 70'
    night "$WORK/read" read || status=$?
    is "a night that ends before it rules" $status 70
}

# state_before KEY: what a point of that program begins from, with as little before it as can be.
state_before() {
    case $1 in
    enforce | export | audit | replay) echo read ;;
    *) echo start ;;
    esac
}

# The requests of each program that are the first of their kind, by the calls that lead to them.
watch_memory() {
    local folder=$1 program
    real_programs "$folder/programs"
    mkdir "$folder/requests"
    for program in "$BIN"/huizong-*; do
        stub "${program##*/huizong-}" "$folder/programs" <<STUB
LD_PRELOAD=$WORK/failing_malloc.so MALLOC_COUNT=$folder/requests/\$key exec "\$real" "\$@"
STUB
    done
}

# arm PLACE KEY CALL N HOW: the programs of PLACE, one of them with that point. Where all are to die, the night does when the stage has.
arm() {
    local place=$1 key=$2 call=$3 n=$4 how=$5 inject=$5 disturbed
    case $how in stage | night) inject=signal=KILL ;; esac
    disturbed="strace -f -qq -s0 -o '$place/fired' -e trace=$call -e inject=$call:$inject:when=$n"
    if [[ $call == memory ]]; then
        disturbed="env LD_PRELOAD='$WORK/failing_malloc.so' MALLOC_COUNT='$place/fired' MALLOC_FAILS_AT=$n"
    fi
    real_programs "$place/programs"
    [[ $key != nightly ]] || return 0
    stub "${key%%.*}" "$place/programs" <<STUB
[[ \$key == $(printf %q "$key") ]] || exec "\$real" "\$@"
status=0
setpriv --pdeathsig KILL $disturbed "\$real" "\$@" || status=\$?
echo \$status >"$place/status"
if [[ $how == night && \$status -eq 137 ]]; then kill -KILL "\$(<"$place/night")"; fi
exit \$status
STUB
}

# evenly N FROM: N of the lines on stdin, from the first to the last; all where there are no more.
evenly() {
    local lines
    mapfile -t lines
    local all=${#lines[@]} i n=$1
    if [[ $n == all || $n -gt $all ]]; then n=$all; fi
    for ((i = 0; i < n; i++)); do printf '%s\n' "${lines[(all * (2 * i + 1) / (2 * n) + $2) % all]}"; done
}

# try_points: each point of stdin, JOBS at a time; a line each to $WORK/results, the point before what `point` says of it.
try_points() {
    local number=0 key call n how
    # shellcheck disable=SC2016
    while IFS=$'\t' read -r key call n how; do
        number=$((number + 1))
        printf '%s\0' "$number" "$key" "$call" "$n" "$how"
    done | xargs -0 -n 5 -P "${JOBS:-2}" bash -c \
        'printf "%s\t%s\n" "$2 $3 $4 $5" "$("$0" "$@" 2>&1 | tail -n 1)"' "$KIT/point" >"$WORK/results"
}

# tell_points TRIED: a result for each, and what they came to.
tell_points() {
    local point verdict how rest
    while IFS=$'\t' read -r point verdict how rest; do
        check "$point: ${rest:-?}" test "$verdict" = ok -o "$verdict" = missed
    done <"$WORK/results"
    is "every point was tried" "$(wc -l <"$WORK/results")" "$1"
    check "most were reached" test "$(grep -c $'\tmissed\t' "$WORK/results")" -lt $(($1 / 4 + 1))
    echo "# outcomes: $(cut -f 2,3 "$WORK/results" | tr '\t' ' ' | sort | uniq -c | awk '{ print $2, $3 ": " $1 ";" }' | xargs)"
    echo "# the nights ended with: $(cut -f 4 "$WORK/results" | cut -d : -f 1 | sort | uniq -c | awk '{ print $2 " (" $1 ")" }' | xargs)"
}

# tell_walks: a result for each program of $RESULTS: how many places, and those where it ended otherwise than it should.
tell_walks() {
    local name
    while IFS= read -r name; do
        is "$name: $(grep -c "^$name	" "$RESULTS") places" "$(awk -F '\t' -v name="$name" '$1 == name && $3 !~ /^ok/' "$RESULTS")" ''
    done < <(cut -f 1 "$RESULTS" | sort -u)
    echo "# outcomes: $(cut -f 2,3 "$RESULTS" | tr '\t' ' ' | sort | uniq -c | awk '{ print $2, $4 ": " $1 ";" }' | xargs)"
}
