# shellcheck shell=bash disable=SC2034
# For the fault tests, after lib.sh: a small inbox with every kind of upload, its two nights, and what must be the same after any fault.
#   world                  the server, the first night, the second night's inbox: the state `start`, a folder of $WORK and a database
#   begin PLACE DATABASE [STATE [WHERE]]   PLACE and a database as in that state, else as at the start; WHERE: words of `create database`
#   night PLACE DATABASE   the second night there, with what PLACE/programs has instead of the programs; its talk in PLACE/told and PLACE/said
#   undisturbed            that night in $WORK/whole, to which all others are held; its words before the call, as for night
#   whole PLACE DATABASE   prints what a night must reach; leftovers PLACE: what it must not leave
#   half_outbox PLACE      what of PLACE's results is neither the first night's nor the second's
#   export_again PLACE WORDS…  the export of the undisturbed night once more, with words before it, into a PLACE of its own; export_verdict PLACE STATUS says what is wrong then
#   recovered PLACE DATABASE   the second night there, with nothing in its way: prints what is wrong with it and with what it comes to
. "$ROOT/tests/server.sh"
CYCLE=fujian-2023
FIRST=2023-06-09T02:30:00+08:00
SECOND=2023-06-12T02:30:00+08:00
INBOX=$WORK/inbox
REGISTERS=$WORK/registers
KIT=$ROOT/tests/fault/kit

# DATA and INBOX_OF in the environment: another folder of data, another inbox.
night_of() {
    local place=$1 name=$2 as_of=$3
    shift 3
    local programs=$BIN
    if [[ -d $place/programs ]]; then programs=$place/programs; fi
    HUIZONG_BIN=$programs exec timeout --foreground --kill-after=5 "${NIGHT_SECONDS:-300}" "$@" "$ROOT/scripts/nightly" --cycle $CYCLE \
        --as-of "$as_of" --inbox "${INBOX_OF:-$INBOX}" --registers "$REGISTERS" --data "${DATA:-$place/data}" \
        --outbox "$place/outbox" --database "$(uri_of "$name")" --settle 0 --wait "${WAIT:-30}"
}

# Exit status of the second night; a program may stand before its name.
night() {
    (night_of "$1" "$2" $SECOND "${@:3}") >"$1/said" 2>"$1/told"
}

first_inbox() {
    local from=$ROOT/fixtures/$CYCLE/inbox.1
    mkdir -p "$INBOX"/{福州市,厦门市,泉州市,宁德市,龙岩市} "$REGISTERS"
    cp -p "$from/福州市/来回改.csv" "$INBOX/福州市/"
    cp -p "$from/厦门市/三个平台.csv" "$INBOX/厦门市/"
    cp -p "$ROOT/fixtures/$CYCLE/registers.1/本单位.csv" "$REGISTERS/"
}

# GBK and UTF-8 text, xlsx, xls, a form on sheets and one in Word, lists, several of them in a workbook, ods, a web page, what is refused for its content, its bytes, its end or its
# kind, a link.
second_inbox() {
    local from=$ROOT/fixtures/$CYCLE/inbox.1 later=$ROOT/fixtures/$CYCLE/inbox.3 other=$ROOT/fixtures/guangdong-2022/inbox.1
    cp -p "$ROOT/fixtures/$CYCLE/inbox.2/福州市/来回改.csv" "$later/福州市/闽江数造平台申报书 改.xlsx" "$INBOX/福州市/"
    cp -p "$later/福州市/福云工联平台/其余清单.xlsx" "$INBOX/福州市/"
    cp -p "$from/福州市/福云工联平台/设备清单 第1册共2册.csv" "$from/福州市/坏字节-第6行.csv" "$INBOX/福州市/"
    cp -p "$later/厦门市/截断的.xlsx" "$INBOX/厦门市/"
    cp -p "$from/泉州市/汇总表 含欧元符号.csv" "$other/湛江市/有表头无平台.ods" "$INBOX/泉州市/"
    cp -p "$from/平潭上报 放在根目录.xlsx" "$INBOX/"
    cp -p "$from/宁德市/太姥锂链平台/申报书.docx" "$INBOX/宁德市/"
    cp -p "$other/珠海市/按时的.xls" "$from/莆田市/带DOCTYPE.xlsx" "$from/三明市/~\$零报告.xlsx" "$INBOX/龙岩市/"
    cp -p "$ROOT/fixtures/$CYCLE/inbox.2/龙岩市/网页冒充.xls" "$INBOX/龙岩市/"
    ln -s 按时的.xls "$INBOX/龙岩市/链接.xls"
    cp -p "$ROOT/fixtures/$CYCLE/registers.1/历年入选名单.xlsx" "$REGISTERS/"
}

# A test's server forgets the last commits when it is stopped at once, which would hide one that comes too early.
start_server() {
    pg_start
    ask_server "alter system set synchronous_commit = on"
    ask_server "select pg_reload_conf()" >/dev/null
}

world() {
    local status=0
    start_server
    first_inbox
    mkdir "$WORK/start"
    (night_of "$WORK/start" huizong $FIRST) >"$WORK/first" 2>&1 || status=$?
    check "a first night" test $status -le 1
    is "leaves nothing half done" "$(leftovers "$WORK/start")" ''
    second_inbox
    ask_server "create database start template huizong"
}

begin() {
    local state=${3:-start}
    mkdir -p "$1"
    cp -a "$WORK/$state/data" "$WORK/$state/outbox" "$1"
    ask_server "create database $2 template $state ${4:-}"
}

forget() {
    ask_server "drop database $2 with (force)"
    rm -rf "$1"
}

undisturbed() {
    local status=0
    [[ -d $WORK/whole ]] || begin "$WORK/whole" whole
    night "$WORK/whole" whole "$@" || status=$?
    is "an undisturbed night has findings" $status 1
    whole "$WORK/whole" whole >"$WORK/whole/state"
    is "and leaves nothing half done" "$(leftovers "$WORK/whole")" ''
}

# Names, kinds, modes and bytes.
files_of() {
    (cd "$1" && find . -printf '%P %y %m %l\n' | sort && find . -type f -print0 | sort -z | xargs -0 -r sha256sum)
}

tables_of() {
    PGOPTIONS='-c client_min_messages=warning' psql -XqAt -v ON_ERROR_STOP=1 "$(uri_of "$1")" -f "$KIT/state.sql"
}

# Every content that the database knows is there; what has a name has these bytes. More may be there: the outbox of a night that could not read a file.
archive_of() {
    PGOPTIONS='-c search_path=huizong' psql -XqAt "$(uri_of "$2")" \
        -c "select substr(sha256, 1, 2) || '/' || sha256 from (select sha256 from content union select manifest_sha256 from night_kept) c order by 1" |
        while IFS= read -r file; do
            [[ -e $1/data/archive/$file ]] || echo "lost from the archive: $file"
        done
    find "$1/data/archive" -type f -print0 | xargs -0 -r sha256sum | while read -r digest file; do
        [[ $digest == "${file##*/}" ]] || echo "torn in the archive: $file"
    done
}

whole() {
    files_of "$1/outbox" && archive_of "$1" "$2" && tables_of "$2"
}

# Half written files, the work folder, words not yet told.
leftovers() {
    find "$1/data" "$1/outbox" \( -name '*.part*' -o -name '.part*' -o -name '.building*' -o -name work -o -name '.untold*' -o -name '.old*' \) -print
    if ! flock --nonblock "$1/data/.nightly.lock" true; then echo "the lock is held"; fi
    if ! flock --nonblock "$1/outbox/$CYCLE" true; then echo "the lock of the outbox is held"; fi
}

# Intake could not read a file of the inbox: it is named and waits for the next night.
left_unread() {
    grep -q unreadable "$1/outbox/$CYCLE/current/uploads.csv"
}

# True where a night has named a file that it could not read, or an original that it could not mark a copy of.
names_unread() {
    left_unread "$1" || grep -q 未能读入 "$1/told" || grep -q '归档中.*已损坏或被改动' "$1/said"
}

# Such a night goes on with the others: its outbox is another one, but has all that it should.
without_some() {
    names_unread "$1" && (cd "$2/ministry" && sha256sum --check --quiet manifest.json.sha256) &&
        [[ $(cd "$2" && find . -maxdepth 1 | sort) == "$(cd "$WORK/whole/outbox/$CYCLE/current/" && find . -maxdepth 1 | sort)" ]]
}

half_outbox() {
    local folder
    for folder in "$1/outbox/$CYCLE"/2*; do
        [[ $(files_of "$folder") == "$(files_of "$WORK/whole/outbox/$CYCLE/${folder##*/}")" ]] || without_some "$1" "$folder" >/dev/null ||
            echo "${folder##*/} is half"
    done
    [[ -e $1/outbox/$CYCLE/current/run.json ]] || echo "current leads nowhere"
}

# $1/whole is kept for who looks.
recovered() {
    local status=0 left
    rm -rf "$1/programs"
    night "$1" "$2" || status=$?
    if [[ $status -ne 1 ]]; then
        echo "the next night ends with status $status: $(tail -n 12 "$1/told")"
    fi
    whole "$1" "$2" >"$1/whole"
    cmp -s "$1/whole" "$WORK/whole/state" ||
        echo "the next night gives something else: $(diff "$WORK/whole/state" "$1/whole" | cut -c 1-200 | head -n 12)"
    left=$(leftovers "$1")
    [[ -z $left ]] || echo "left: $left"
    "$BIN/huizong-audit" --database "$(uri_of "$2")" --cycle $CYCLE --verify --heads "$1/data/audit/$CYCLE.heads" >"$1/audit" 2>&1 ||
        echo "the audit is not whole"
}

export_again() {
    mkdir "$1"
    cp -a "$WORK/start/outbox" "$1"
    HUIZONG_DATABASE=$(uri_of whole) "${@:2}" "$BIN/huizong-export" --cycle $CYCLE --as-of $SECOND --outbox "$1/outbox" --archive "$WORK/whole/data/archive" 2>"$1/talk"
}

export_verdict() {
    local folder=$1 status=$2
    if [[ $status -eq 0 ]]; then
        [[ $(files_of "$folder/outbox/$CYCLE/current/") == "$(files_of "$WORK/whole/outbox/$CYCLE/current/")" ]] || echo "it ends well with another outbox"
    elif [[ $status -lt 64 || $status -gt 78 ]]; then
        echo "status $status"
    elif [[ ! -s $folder/talk ]]; then
        echo "no word"
    else
        half_outbox "$folder"
    fi
}
