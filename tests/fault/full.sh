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

small() {
    mkdir -p "$1"
    mount -t tmpfs -o "size=$2,mode=${3:-755}" none "$1"
}

# fills NAME FOLDER SIZE…: one night for each size of the disk below FOLDER of the place.
fills() {
    local name=full_$1 folder=$2 size status
    shift 2
    for size in "$@"; do
        status=0
        place_begin "$name" ready
        small "$PLACE/$folder" "$size"
        (night_at "$name") >"$WORK/$name.log" 2>&1 || status=$?
        check "$folder of $size: the night says that it could not (with $status)" test "$status" -ge 64 -a "$status" -le 78
        mount -o remount,size=100m "$PLACE/$folder"
        is "$folder of $size: with room the next comes to the same" "$(half_outbox "$name"; recovered "$name")" ''
        umount -l "$PLACE/$folder"
        place_end "$name"
    done
}

fill_temporary() {
    local status=0
    place_begin full_temporary ready
    small "$PLACE/temporary" 8k
    (TMPDIR=$PLACE/temporary night_at full_temporary) >"$WORK/full_temporary.log" 2>&1 || status=$?
    check "TMPDIR of 8k: the night says that it could not (with $status)" test "$status" -ge 64 -a "$status" -le 78
    is "TMPDIR of 8k: with room the next comes to the same" "$(half_outbox full_temporary; recovered full_temporary)" ''
    umount -l "$PLACE/temporary"
    place_end full_temporary
}

# Some more room than an empty one takes: the server finds none in the middle of a night.
fill_database() {
    local status=0 used
    small "$WORK/tablespace" 200m 700
    chown --reference="$WORK/server/postgres/cluster/" "$WORK/tablespace"
    server "create tablespace small location '$WORK/tablespace'"
    mkdir "$WORK/full_database"
    server "create database full_database template ready tablespace small"
    server "checkpoint"
    used=$(df --output=used -k "$WORK/tablespace" | tail -n 1)
    mount -o "remount,size=$((used + $1))k" "$WORK/tablespace"
    (night_at full_database) >"$WORK/full_database.log" 2>&1 || status=$?
    check "a database with $1 KB of room: the night says that it could not (with $status)" test "$status" -ge 64 -a "$status" -le 78
    mount -o remount,size=200m "$WORK/tablespace"
    is "a database with $1 KB of room: with more the next comes to the same" "$(half_outbox full_database; recovered full_database)" ''
    place_end full_database
    server "drop tablespace small"
    umount -l "$WORK/tablespace"
}

world_begin
fills archive data/archive 40k
fills data data 60k
fills outbox outbox 400k
fill_temporary
fill_database 64
# `make fault`
if [[ -n ${N:-} ]]; then
    fills archive data/archive 4k
    fills data data 4k
    fills outbox outbox 8k
    fill_database 400
fi
done_testing
