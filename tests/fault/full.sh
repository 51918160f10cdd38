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

world
undisturbed
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
