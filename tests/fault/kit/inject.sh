# shellcheck shell=bash disable=SC2034
# System calls that fail, by strace, after world.sh. A point is a program of the night, by a key that is the same every time, a call and N: its
# N-th call of that name fails, or kills it before it is done. strace counts for each process and each name by itself. So every point of every
# program is met by arming one program alone (its children too: export writes in two processes, both of which then fail at their N-th), and
# every point of the scripts' own processes by arming the whole night, where each process fails at its N-th. They are counted in nights in
# which nothing fails.
#   points_count                      a line for each point: key, call, N, "fail" or "kill"
#   night_armed NAME KEY CALL N WHAT  one night at NAME, in which WHAT happens (EIO, ENOSPC, KILL); prints its exit status
#   night_fired NAME WHAT             whether it did
#   night_crashes NAME                lines of strace about processes that ended by a signal that nobody sent

# A send that fails is none of them: libpq takes its word that the connection is lost and waits for the server to close it, so a fault that
# leaves the connection alive would try strace. What a lost connection does is tried by killing, here and by the server's end in server.sh.
CALLS=write,writev,pwrite64,fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat,symlink,unlink,unlinkat,fchmod,sendto,sendmsg

# armed_programs FOLDER KEY OPTION…: programs that are the real ones; the one with KEY, or each for "", runs under strace.
armed_programs() {
    local folder=$1 key=$2 real
    shift 2
    mkdir -p "$folder"
    for real in "$BIN"/huizong-*; do
        ln -s stub "$folder/${real##*/}"
    done
    cat >"$folder/stub" <<STUB
#!/bin/bash
program=\${0##*/huizong-} key=
for ((i = 1; i < \$#; i++)); do
    case \${!i} in
    --arrival | --file) i=\$((i + 1)); key=\${!i}; break ;;
    --pending) key=pending; break ;;
    esac
done
key=\$program\${key:+:\${key##*/}}
real=$BIN/huizong-\$program
[[ -z '$key' || \$key == '$key' ]] || exec "\$real" "\$@"
exec strace -f -qqq -o "$folder/\$key.calls" $(printf '%q ' "$@") "\$real" "\$@"
STUB
    chmod +x "$folder/stub"
}

# night_traced NAME OPTION…: a night at NAME, all of whose processes run under strace.
night_traced() {
    local name=$1
    shift
    mkdir "$WORK/$name/bin"
    strace -f -qqq -o "$WORK/$name/bin/night.calls" "$@" \
        bash -c "$(declare -p WORK ROOT CYCLE AS_OF PGURI); $(declare -f conninfo night_at); night_at $name"
}

# points_of LOG: of each call as many as the process made that made most.
points_of() {
    awk -v key="$(basename "$1" .calls)" '
        match($2, /^[a-z0-9]+\(/) {
            call = substr($2, 1, RLENGTH - 1)
            if (++made[$1, call] > most[call]) most[call] = made[$1, call]
        }
        END {
            for (call in most) for (n = 1; n <= most[call]; n++) {
                if (call !~ /^send/) print key "\t" call "\t" n "\tfail"
                print key "\t" call "\t" n "\tkill"
            }
        }' "$1" | sort -t $'\t' -k 2,2 -k 3,3n -k 4,4
}

points_count() {
    local log
    place_begin count ready
    armed_programs "$PLACE/bin" '' --seccomp-bpf -e "trace=$CALLS"
    (HUIZONG_BIN=$PLACE/bin night_at count) >"$PLACE/log" 2>&1 || true
    place_begin count_all ready
    night_traced count_all --seccomp-bpf -e "trace=$CALLS" >"$PLACE/log" 2>&1 || true
    for log in "$WORK"/count/bin/*.calls "$WORK"/count_all/bin/*.calls; do points_of "$log"; done
    place_end count
    place_end count_all
}

night_armed() {
    local name=$1 key=$2 call=$3 n=$4 what=$5 status=0
    # with the filter strace does not kill
    local options=(--seccomp-bpf -e "trace=$call" -e "inject=$call:error=$what:when=$n")
    if [[ $what == KILL ]]; then options=(-e "trace=$call" -e "inject=$call:signal=KILL:when=$n"); fi
    if [[ $key == night ]]; then
        night_traced "$name" "${options[@]}" >"$WORK/$name.log" 2>&1 || status=$?
    else
        armed_programs "$WORK/$name/bin" "$key" "${options[@]}"
        (HUIZONG_BIN=$WORK/$name/bin night_at "$name") >"$WORK/$name.log" 2>&1 || status=$?
    fi
    echo "$status"
}

night_fired() {
    case $2 in
    KILL) grep -qs '= ?$' "$WORK/$1"/bin/*.calls ;;
    *) grep -qs '(INJECTED)' "$WORK/$1"/bin/*.calls ;;
    esac
}

night_crashes() {
    grep -hsE -- '--- SIG(SEGV|ABRT|BUS|ILL|FPE|SYS|TRAP) ' "$WORK/$1"/bin/*.calls || true
}
