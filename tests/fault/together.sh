#!/bin/bash
# Nights and stages by hand at once on one database, one inbox, one archive and one outbox, while files arrive, grow and change (ACTORS, default 8): who loses the race
# for a lock says so with 75 and breaks nothing, and the next night comes to what nights one after the other come to.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"

# What is there before, what comes by a rename, what grows under its writer's hand, what another file replaces.
ARRIVING=(龙岩市/按时的.xls 泉州市/有表头无平台.ods 福州市/"闽江数造平台申报书 改.xlsx")
GROWING=福州市/"设备清单 第1册共2册.csv"
CHANGING=福州市/来回改.csv
CHANGED=$ROOT/fixtures/$CYCLE/inbox.3/福州市/来回改.csv

lay_early() {
    local upload
    cp -a "$INBOX" "$1"
    for upload in "${ARRIVING[@]}" "$GROWING"; do rm "$1/$upload"; done
}

# A file is open for writing as long as it grows; its time is that of the fixture, as in a night by itself.
let_change() {
    local inbox=$1 upload piece
    exec 9>"$inbox/$GROWING"
    for upload in "${ARRIVING[@]}"; do
        cp -a "$INBOX/$upload" "$inbox.beside"
        mv "$inbox.beside" "$inbox/$upload"
    done
    while IFS= read -r piece; do printf '%s\n' "$piece" >&9; done <"$INBOX/$GROWING"
    touch -r "$INBOX/$GROWING" "$inbox/$GROWING"
    exec 9>&-
    touch -r "$INBOX/$GROWING" "$inbox/$GROWING"
    cp -a "$CHANGED" "$inbox.beside"
    mv "$inbox.beside" "$inbox/$CHANGING"
}

# night_in PLACE DATA: its own folder of data means its own lock, but one archive.
night_in() {
    INBOX_OF=$WORK/$1/inbox DATA=$WORK/$1/$2 WAIT=0 night_of "$WORK/$1" "$1" $SECOND
}

own_data() {
    mkdir -p "$WORK/$1/$2"
    ln -s "$WORK/$1/data/archive" "$WORK/$1/$2/archive"
}

# by_hand PLACE STAGE
by_hand() {
    local common=(--cycle "$CYCLE" --database "$(uri_of "$1")" --as-of "$SECOND")
    case $2 in
    intake) exec "$BIN/huizong-intake" "${common[@]}" --inbox "$WORK/$1/inbox" --registers "$REGISTERS" --archive "$WORK/$1/data/archive" --settle 0 ;;
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

# Whether a night saw the growing file before it was whole is a matter of luck, and told in the ledger. Each place has an inbox of its own, copied when it began.
books_of() {
    sed '/"left_reason": "half_copied"/d; s/"changed_at": "[^"]*", //' <(whole "$WORK/$1" "$1")
}

begin_early() {
    begin "$WORK/$1" "$1"
    lay_early "$WORK/$1/inbox"
    (night_in "$1" data) >"$WORK/$1/log" 2>&1 || true
}

together() {
    local name=together_$1 place=$WORK/together_$1 i status pids=() lost=0 wrong=
    begin_early "$name"
    for ((i = 0; i < $1; i++)); do
        (actor "$name" "$i") >"$place/log.$i" 2>&1 &
        pids+=($!)
    done
    let_change "$place/inbox"
    for i in "${!pids[@]}"; do
        status=0
        wait "${pids[i]}" || status=$?
        case $status in
        0 | 1) ;;
        75) lost=$((lost + 1)) ;;
        *) wrong+="number $i ends with $status: $(tail -n 3 "$place/log.$i")"$'\n' ;;
        esac
    done
    is "$1 at once: each is done or sent away" "$wrong" ''
    check "$1 at once: not all are sent away" test "$lost" -lt "$1"
    status=0
    (night_in "$name" data) >>"$place/log" 2>&1 || status=$?
    is "$1 at once: the next night runs to its end" "$status" 1
    is "$1 at once: and comes to what two nights one after the other come to" "$(books_of "$name")" "$serial"
    is "$1 at once: and leaves nothing half done" "$(leftovers "$place")" ''
    echo "# $1 at once: $lost sent away with 75"
    forget "$place" "$name"
}

two_rule_at_once() {
    local first second=0 statuses
    begin_early rule
    (by_hand rule enforce) >/dev/null 2>&1 &
    first=$!
    (by_hand rule enforce) >/dev/null 2>&1 || second=$?
    statuses=0
    wait "$first" || statuses=$?
    like "two enforce at once: done or sent away" "$statuses $second" '^(0|1|75) (0|1|75)$'
    forget "$WORK/rule" rule
}

world
undisturbed
begin_early serial
let_change "$WORK/serial/inbox"
(night_in serial data) >>"$WORK/serial/log" 2>&1 || true
serial=$(books_of serial)
refute "what changes is seen in the books" test "$serial" == "$(books_of whole)"
for count in ${ACTORS:-8}; do together "$count"; done
two_rule_at_once
done_testing
