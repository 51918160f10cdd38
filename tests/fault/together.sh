#!/bin/bash
# Nights and stages by hand at once on one database, one inbox, one archive and one outbox, while files arrive, grow and change (ACTORS, default 8): who loses the race
# for a lock says so with 75 and breaks nothing, and the next night comes to what nights one after the other come to.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"

# What is there before, what comes by a rename, what grows under its writer's hand, what another file replaces.
ARRIVING=(云浮市/同一平台写两遍.xls 湛江市/有表头无平台.ods 深圳市/鹏样芯联平台/申报书.xlsx)
GROWING=深圳市/鹏样芯联平台/设备清单.csv
CHANGING=东莞市/序号重复-三个平台.csv
CHANGED=$FIXTURES/inbox.1/中山市/豁免\ 名称宽窄不同.csv

lay_early() {
    local upload
    cp -a "$WORK/inbox" "$1"
    for upload in "${ARRIVING[@]}" "$GROWING"; do rm "$1/$upload"; done
}

# A file is open for writing as long as it grows; its time is that of the fixture, as in a night by itself.
let_change() {
    local inbox=$1 upload piece
    exec 9>"$inbox/$GROWING"
    for upload in "${ARRIVING[@]}"; do
        cp -a "$WORK/inbox/$upload" "$inbox.beside"
        mv "$inbox.beside" "$inbox/$upload"
    done
    while IFS= read -r piece; do printf '%s\n' "$piece" >&9; done <"$WORK/inbox/$GROWING"
    touch -r "$WORK/inbox/$GROWING" "$inbox/$GROWING"
    exec 9>&-
    touch -r "$WORK/inbox/$GROWING" "$inbox/$GROWING"
    cp -a "$CHANGED" "$inbox.beside"
    mv "$inbox.beside" "$inbox/$CHANGING"
}

# night_in PLACE DATA: its own folder of data means its own lock, but one archive.
night_in() {
    exec "$ROOT/scripts/nightly" --cycle "$CYCLE" --as-of "$AS_OF" --inbox "$WORK/$1/inbox" --registers "$WORK/registers" \
        --data "$WORK/$1/$2" --outbox "$WORK/$1/outbox" --database "$(conninfo "$1")" --settle 0
}

own_data() {
    mkdir -p "$WORK/$1/$2"
    ln -s "$WORK/$1/data/archive" "$WORK/$1/$2/archive"
}

# by_hand PLACE STAGE
by_hand() {
    local common=(--cycle "$CYCLE" --database "$(conninfo "$1")" --as-of "$AS_OF")
    case $2 in
    intake) exec "$BIN/huizong-intake" "${common[@]}" --inbox "$WORK/$1/inbox" --registers "$WORK/registers" --archive "$WORK/$1/data/archive" --settle 0 ;;
    pending) exec "$BIN/huizong-load" "${common[@]}" --pending ;;
    enforce) exec "$BIN/huizong-enforce" "${common[@]}" ;;
    export) exec "$BIN/huizong-export" "${common[@]}" --outbox "$WORK/$1/outbox" --archive "$WORK/$1/data/archive" ;;
    esac
}

# actor PLACE NUMBER: the nights of even numbers share a folder of data.
actor() {
    case $2 in
    0 | 2) night_in "$1" data ;;
    1 | 4 | 6) own_data "$1" "data_$2" && night_in "$1" "data_$2" ;;
    3) by_hand "$1" export ;;
    5) by_hand "$1" enforce ;;
    7) by_hand "$1" intake ;;
    esac
}

# Whether a night saw the growing file before it was whole is a matter of luck, and told in the ledger.
books_of() {
    books "$1" | grep -v '"left_reason": "half_copied"'
}

begin() {
    place_begin "$1" ready
    lay_early "$PLACE/inbox"
    (night_in "$1" data) >"$PLACE/log" 2>&1 || true
}

together() {
    local name=together_$1 i status pids=() lost=0 wrong=
    begin "$name"
    for ((i = 0; i < $1; i++)); do
        (actor "$name" "$i") >"$PLACE/log.$i" 2>&1 &
        pids+=($!)
    done
    let_change "$PLACE/inbox"
    for i in "${!pids[@]}"; do
        status=0
        wait "${pids[i]}" || status=$?
        case $status in
        0 | 1) ;;
        75) lost=$((lost + 1)) ;;
        *) wrong+="number $i ends with $status: $(tail -n 3 "$PLACE/log.$i")"$'\n' ;;
        esac
    done
    is "$1 at once: each is done or sent away" "$wrong" ''
    check "$1 at once: not all are sent away" test "$lost" -lt "$1"
    status=0
    (night_in "$name" data) >>"$PLACE/log" 2>&1 || status=$?
    is "$1 at once: the next night runs to its end" "$status" 1
    is "$1 at once: and comes to what two nights one after the other come to" "$(books_of "$name")" "$serial"
    is "$1 at once: and leaves nothing half done" "$(leftovers "$name")" ''
    echo "# $1 at once: $lost sent away with 75"
    place_end "$name"
}

two_rule_at_once() {
    local first second=0 statuses
    begin rule
    (by_hand rule enforce) >/dev/null 2>&1 &
    first=$!
    (by_hand rule enforce) >/dev/null 2>&1 || second=$?
    statuses=0
    wait "$first" || statuses=$?
    like "two enforce at once: done or sent away" "$statuses $second" '^(0|1|75) (0|1|75)$'
    place_end rule
}

world_begin
begin serial
let_change "$PLACE/inbox"
(night_in serial data) >>"$PLACE/log" 2>&1 || true
serial=$(books_of serial)
refute "what changes is seen in the books" test "$serial" == "$BOOKS"
for count in ${ACTORS:-8}; do together "$count"; done
two_rule_at_once
done_testing
