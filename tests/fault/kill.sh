#!/bin/bash
# A night killed with SIGKILL in any stage and run again gives the same bytes as an undisturbed one: while a stage runs; before and after it too where N is
# set, else for those that write most.
. "$(dirname "$0")/../lib.sh"

CYCLE=fujian-2023
FIXTURES=$ROOT/fixtures/$CYCLE
mapfile -t NIGHTS < <(head -n 2 "$FIXTURES/nights")

# night N DATA OUTBOX DATABASE: the N-th night of the fixtures, as a process that can be killed.
night() {
    local as_of inbox registers
    IFS=$'\t' read -r as_of inbox registers <<<"${NIGHTS[$1]}"
    exec "$ROOT/scripts/nightly" --cycle "$CYCLE" --as-of "$as_of" --inbox "$FIXTURES/$inbox" \
        --registers "$FIXTURES/$registers" --data "$2" --outbox "$3" --database "$4" --wait 30
}

database() {
    printf '%s' "${PGURI/\/\/\/huizong/\/\/\/$1}"
}

copy_database() {
    psql -XqAt "$(database postgres)" -c "create database $1 template $2"
}

# Programs that are the real ones, but for the armed one: at its first call it kills the night, before, while or after it runs.
# The pid that it kills is nightly's own: the stage's parent or, within a worker, an ancestor.
arm() {
    local stage=$1 moment=$2 folder=$3 real
    mkdir -p "$folder"
    for real in "$BIN"/huizong-*; do
        ln -s "$real" "$folder/"
    done
    rm "$folder/huizong-$stage"
    cat >"$folder/huizong-$stage" <<STUB
#!/bin/bash
real=$BIN/huizong-$stage
mkdir "$folder/sprung" 2>/dev/null || exec "\$real" "\$@"
kill_night() { kill -KILL "\$(<"$folder/night")"; }
case $moment in
before) kill_night ;;
while) setpriv --pdeathsig KILL "\$real" "\$@" & kill_night ;;
after) "\$real" "\$@"; kill_night ;;
esac
wait
STUB
    chmod +x "$folder/huizong-$stage"
}

killed_night() {
    local folder=$1
    shift
    # shellcheck disable=SC2016
    HUIZONG_BIN=$folder bash -c 'echo $$ >"$0/night"; exec "$@"' "$folder" bash -c "$(declare -f night); $(declare -p CYCLE FIXTURES NIGHTS ROOT); night \"\$@\"" - "$@"
}

state() {
    (cd "$1" && find . -printf '%P %y %l\n' | sort && find . -type f -print0 | sort -z | xargs -0 -r sha256sum)
}

survives() {
    local stage=$1 moment=$2 name=${1}_$2 status=0 place
    place=$WORK/$name
    copy_database "$name" base
    mkdir "$place"
    cp -a "$WORK/base/data" "$WORK/base/outbox" "$place"
    arm "$stage" "$moment" "$place/bin"
    killed_night "$place/bin" 1 "$place/data" "$place/outbox" "$(database "$name")" >"$place/log" 2>&1 || status=$?
    is "$stage: the night is killed $moment it runs" "$status" 137
    status=0
    (night 1 "$place/data" "$place/outbox" "$(database "$name")") >>"$place/log" 2>&1 || status=$?
    check "$stage, $moment: the next one runs to its end" test "$status" -le 1
    is "$stage, $moment: and gives the same bytes" "$(state "$place/outbox")" "$undisturbed"
    is "$stage, $moment: and leaves nothing half done" "$(find "$place/data" -name '*part*' -o -name work)" ''
    psql -XqAt "$(database postgres)" -c "drop database $name with (force)"
    rm -rf "$place"
}

pg_start
mkdir -p "$WORK/base" "$WORK/whole"
status=0
(night 0 "$WORK/base/data" "$WORK/base/outbox" "$PGURI") >"$WORK/log" 2>&1 || status=$?
check "a first night" test "$status" -le 1
copy_database base huizong
status=0
cp -a "$WORK/base/." "$WORK/whole"
(night 1 "$WORK/whole/data" "$WORK/whole/outbox" "$PGURI") >>"$WORK/log" 2>&1 || status=$?
check "an undisturbed second night" test "$status" -le 1
undisturbed=$(state "$WORK/whole/outbox")
for stage in setup intake normalise load enforce export replay; do
    moments=(while)
    if [[ -n ${N:-} || $stage == load || $stage == export ]]; then moments=(before while after); fi
    for moment in "${moments[@]}"; do
        survives "$stage" "$moment"
    done
done
done_testing
