# shellcheck shell=bash
# For the fault tests, after nights.sh: programs that are the real ones, but are watched or fail at one call. strace counts the calls of each process
# and of each kind by itself, from 1. A call is told by its program and what it works on, which are the same every night: normalise.福州市_甲.csv, load.7.
CALLS=write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,symlink,symlinkat,mkdir,mkdirat,unlink,unlinkat,fchmod,sendto,sendmsg,recvfrom,exit_group

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

# kind_of CALL: what may go wrong in it, besides the death of its process (stage) and of all processes (night).
kind_of() {
    case $1 in
    sendto | sendmsg | recvfrom) echo error=ECONNRESET ;;
    write | pwrite64 | mkdir* | symlink* | rename*) echo error=EIO error=ENOSPC ;;
    exit_group) ;;
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

# arm PLACE KEY CALL N HOW: the programs of PLACE, one of them with that point.
arm() {
    local place=$1 key=$2 call=$3 n=$4 how=$5 inject=$5
    case $how in stage | night) inject=signal=KILL ;; esac
    real_programs "$place/programs"
    [[ $key != nightly ]] || return 0
    stub "${key%%.*}" "$place/programs" <<STUB
[[ \$key == $(printf %q "$key") ]] || exec "\$real" "\$@"
status=0
setpriv --pdeathsig KILL strace -f -qq -s0 -o "$place/fired" -e trace=$call -e inject=$call:$inject:when=$n "\$real" "\$@" || status=\$?
echo \$status >"$place/status"
if [[ $how == night && \$status -eq 137 ]]; then kill -KILL "\$(<"$place/night")"; fi
exit \$status
STUB
}
