#!/bin/bash
# Disks that are full, each a small tmpfs: under the archive, the work folder and its log, the outbox, temporary files and the database. The night
# says so; with room again the next one comes to what an undisturbed one does.
if [[ -z ${OWN_MOUNTS:-} ]]; then
    # what is mounted goes with this process
    if unshare --mount true 2>/dev/null; then OWN_MOUNTS=1 exec unshare --mount bash "$0" "$@"; fi
    export OWN_MOUNTS=none
fi
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"
[[ $OWN_MOUNTS != none ]] || skip_all "nothing may be mounted here"

# small FOLDER: a disk of its own, large at first.
small() {
    mkdir -p "$1"
    mount -t tmpfs -o "size=200m,mode=${2:-755}" none "$1"
}

# leave FOLDER KB: that much room on it, beside what is there.
leave() {
    local used
    used=$(df --output=used -k "$1" | tail -n 1)
    mount -o "remount,size=$((used + $2))k" "$1"
}

# survives WHAT PLACE DATABASE DISK: a night with what room there is on the disk, and one with enough. Words before the night may follow.
survives() {
    local what=$1 place=$2 name=$3 disk=$4 status=0
    night "$place" "$name" "${@:5}" || status=$?
    check "$what: the night says that it could not (with $status)" test "$status" -ge 64 -a "$status" -le 78
    mount -o remount,size=200m "$disk"
    is "$what: with room the next comes to the same" "$(half_outbox "$place"; recovered "$place" "$name")" ''
}

# fills NAME FOLDER KB…: one night for each room that is left on the disk below FOLDER of the place.
fills() {
    local name=full_$1 folder=$2 place=$WORK/full_$1 room
    shift 2
    for room in "$@"; do
        small "$place/$folder"
        begin "$place" "$name"
        leave "$place/$folder" "$room"
        survives "$folder with $room KB" "$place" "$name" "$place/$folder"
        umount -l "$place/$folder"
        forget "$place" "$name"
    done
}

fill_temporary() {
    local place=$WORK/full_temporary
    small "$place/temporary"
    begin "$place" full_temporary
    leave "$place/temporary" 8
    survives "TMPDIR with 8 KB" "$place" full_temporary "$place/temporary" env TMPDIR="$place/temporary"
    umount -l "$place/temporary"
    forget "$place" full_temporary
}

# The server finds no room in the middle of a night.
fill_database() {
    local place=$WORK/full_database
    small "$WORK/tablespace" 700
    chown --reference="$WORK/server/postgres/cluster/" "$WORK/tablespace"
    ask_server "create tablespace small location '$WORK/tablespace'"
    begin "$place" full_database start "tablespace small"
    ask_server "checkpoint"
    leave "$WORK/tablespace" "$1"
    survives "a database with $1 KB" "$place" full_database "$WORK/tablespace"
    forget "$place" full_database
    ask_server "drop tablespace small"
    umount -l "$WORK/tablespace"
}

# private FILE WORDS…: a night with the private server, its talk in FILE.
private() {
    env -u HUIZONG_DATABASE "$ROOT/scripts/nightly" --cycle $CYCLE --as-of $FIRST --inbox "$INBOX" --registers "$REGISTERS" --settle 0 \
        --data "$place/data" --outbox "$place/outbox" >"$1" 2>&1
}

# full_private WHAT: such a night does not do, and nobody need read what PostgreSQL says.
full_private() {
    status_is "$1: no fault of the database" 74 private "$place/told"
    like "$1: in Chinese, and how much is left" "$(<"$place/told")" '磁盘已满[^ ]*只剩[0-9]+MB.*清出空间'
    is "$1: and nothing else" "$(sed 's/^fujian-2023：.*//; s/^pg-local: [^ ]*：磁盘.*//' "$place/told" | tr -d '\n')" ''
}

# The disk of the private server's own folder.
fill_private() {
    local place=$WORK/full_private
    small "$place/data"
    leave "$place/data" 30000
    full_private "no room for a new cluster"
    leave "$place/data" 200000
    check "with room it is made" test "$(private "$place/told"; echo $?)" -le 1
    leave "$place/data" 0
    full_private "none for its server"
    leave "$place/data" 12000
    full_private "not enough for its log"
    leave "$place/data" 100000
    status_is "with room the same night does" 1 private "$place/told"
    "$ROOT/scripts/pg-local" remove --data "$place/data"
    umount -l "$place/data"
}

world
undisturbed
fill_private
fills archive data/archive 40
fills data data 60
fills outbox outbox 100
fill_temporary
fill_database 64
# `make fault`
if [[ -n ${N:-} ]]; then
    fills archive data/archive 4
    fills data data 4
    fills outbox outbox 8
    fill_database 400
fi
done_testing
