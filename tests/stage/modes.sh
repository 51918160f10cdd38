#!/bin/bash
# Whatever the umask, what a night makes is its own user's and his group's, and a stricter umask stays strict.
. "$(dirname "$0")/../lib.sh"

# A night under a umask, its files in $WORK/NAME.
night() {
    mkdir -m 755 "$WORK/$1"
    (umask "$2" && exec env -i PATH=/usr/bin:/bin TMPDIR="$WORK/$1.tmp" "$ROOT/scripts/nightly" --cycle fujian-2023 --inbox "$WORK/inbox" \
        --registers "$WORK/registers" --outbox "$WORK/$1/outbox" --data "$WORK/$1/data" --settle 0 --as-of 2023-06-13T02:30:00+08:00)
}

# Modes and names below the night's folder, the server's own aside.
modes() {
    (cd "$WORK/$1" && find outbox data -path data/postgres -prune -o "${@:2}" -not -type l -printf '%m %P\n' | sort)
}

mkdir -m 755 "$WORK/inbox" "$WORK/registers" "$WORK/open.tmp" "$WORK/closed.tmp"
cp -R "$ROOT/fixtures/fujian-2023/inbox.1/." "$WORK/inbox"
cp -R "$ROOT/fixtures/fujian-2023/registers.1/." "$WORK/registers"
chmod -R 777 "$WORK/inbox" "$WORK/registers"
chmod 777 "$WORK"/*.tmp

like "a night under umask 000" "$(night open 000 2>&1)" '收到'
is "what others may touch: the way to the server's socket, and no more" "$(modes open -perm /007)" "711 "
is "what is the group's to write" "$(modes open -perm /020)" ""
is "archive: files" "$(cd "$WORK/open/data/archive" && find . -type f -printf '%m\n' | sort | uniq -c | awk '{print $2}')" 440
is "archive: folders" "$(cd "$WORK/open/data/archive" && find . -type d -printf '%m\n' | sort -u)" 750
is "outbox: folders" "$(find "$WORK/open/outbox" -mindepth 1 -type d -printf '%m\n' | sort -u)" 750
is "outbox: files" "$(find "$WORK/open/outbox" -type f -printf '%m\n' | sort -u)" 640
is "log and heads" "$(cd "$WORK/open/data" && stat -c '%a %n' log log/fujian-2023.log audit audit/fujian-2023.heads)" \
    $'750 log\n640 log/fujian-2023.log\n750 audit\n640 audit/fujian-2023.heads'
is "the private server's cluster, socket and log" "$(stat -c %a "$WORK/open/data/postgres/" "$WORK/open/data/postgres/cluster/")" $'700\n700'
is "nothing stays in the temporary folder" "$(find "$WORK/open.tmp" -mindepth 1)" ""

like "a night under umask 077" "$(night closed 077 2>&1)" '收到'
is "is its user's alone" "$(modes closed -perm /077 | grep -v '^440 data/archive\|^440 archive\|^711 $')" ""
is "the bytes are the same" "$(cd "$WORK/closed/outbox" && find . -type f | sort | xargs -d '\n' sha256sum)" \
    "$(cd "$WORK/open/outbox" && find . -type f | sort | xargs -d '\n' sha256sum)"

# What a clerk runs by hand, under the umask of any login.
umask 000
"$ROOT/scripts/pg-local" start --data "$WORK/open/data"
HUIZONG_DATABASE=$("$ROOT/scripts/pg-local" uri --data "$WORK/open/data")
export HUIZONG_DATABASE
mkdir -m 700 "$WORK/hand"
"$BIN/huizong-export" --cycle fujian-2023 --outbox "$WORK/hand/outbox" --archive "$WORK/open/data/archive" --as-of 2023-06-13T02:30:00+08:00 >/dev/null
"$BIN/huizong-report" --cycle fujian-2023 --as-of 2023-06-13T08:00:00+08:00 --out "$WORK/hand/report"
"$BIN/huizong-intake" --cycle fujian-2023 --inbox "$WORK/inbox" --archive "$WORK/hand/archive" --as-of 2023-06-13T02:30:00+08:00 >/dev/null 2>&1 || true
is "by hand, under umask 000, too" "$(find "$WORK/hand" -mindepth 1 -not -type l -perm /027 -printf '%m %P\n')" ""
like "which made files" "$(find "$WORK/hand" -type f | wc -l)" '^[0-9]{2,}$'
done_testing
