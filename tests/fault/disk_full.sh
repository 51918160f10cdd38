#!/bin/bash
# A write that fails is a fault with its exit code, and leaves nothing that looks finished. The file size limit stands in for the full disk.
. "$(dirname "$0")/../lib.sh"

INBOX=$WORK/inbox
ARCHIVE=$WORK/archive

# Runs a command that can write no file longer than a kilobyte; with the signal ignored, write() itself fails.
cramped() {
    (trap '' XFSZ && ulimit -f 1 && "$@")
}

intake() {
    "$BIN/huizong-intake" --cycle fujian-2023 --database "$PGURI" --inbox "$INBOX" --archive "$ARCHIVE" \
        --as-of 2023-06-09T02:30:00+08:00 --settle 0
}

extract() {
    "$BIN/huizong-extract" "$ROOT/fixtures/fujian-2023/inbox.1/厦门市/三个平台.csv" --findings "$1" >"$2"
}

export_to() {
    "$BIN/huizong-export" --cycle fujian-2023 --database "$PGURI" --outbox "$1" --as-of 2023-06-09T02:30:00+08:00
}

pg_start
check "setup" "$BIN/huizong-setup" --schemas "$HUIZONG_SCHEMAS" --database "$PGURI" --cycle fujian-2023
mkdir -p "$INBOX/福州市"
head -c 5000 /dev/zero >"$INBOX/福州市/大.csv"
status_is "intake: the archive is full" 74 cramped intake
is "the ledger knows nothing of it" "$(sql 'select count(*) from arrival')" 0
is "nor does the archive" "$(find "$ARCHIVE" -type f)" ''
status_is "with room again it is taken" 0 intake
is "whole" "$(sql 'select byte_size from content')" 5000

status_is "extract: the pipe's end is full" 74 extract "$WORK/findings" /dev/full
status_is "extract: the findings' disk is full" 74 extract /dev/full "$WORK/raw"
refute "and the rows have no end mark" grep -q '^\\#end' "$WORK/raw"

status_is "enforce: an upload that was not read yet is a finding" 1 "$BIN/huizong-enforce" --cycle fujian-2023 --database "$PGURI" --as-of 2023-06-09T02:30:00+08:00
status_is "export: the outbox is full" 74 cramped export_to "$WORK/outbox"
is "no result appears" "$(find "$WORK/outbox" -name current -o -name '*.csv' 2>/dev/null)" ''
check "with room again it does" export_to "$WORK/outbox"
check "whole" test -s "$WORK/outbox/fujian-2023/current/uploads.csv"
done_testing
