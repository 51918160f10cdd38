# shellcheck shell=bash disable=SC2034
# For the tests of faults, after lib.sh: a small inbox with every kind of upload, one night over it, and what it must come to.
#   world_begin              starts the server and runs the undisturbed night; sets $BOOKS, what it wrote in files and tables
#   place_begin NAME STATE   a database and folders at $PLACE as they stood before the night: "new", nothing set up; "ready", set up
#   night_at NAME            one night there, as the process it is called in
#   recovered NAME           the next night there, undisturbed: prints what is wrong with its end, its books, what it leaves
#   place_end NAME
CYCLE=guangdong-2022
FIXTURES=$ROOT/fixtures/$CYCLE
AS_OF=2022-03-18T15:00:00+08:00
LOG_LINES=${LOG_LINES:-12}

# A table in GBK, one in each format, a form of Word, lists, files that are refused or left, registers.
UPLOADS=(
    东莞市/序号重复-三个平台.csv 云浮市/同一平台写两遍.xls 湛江市/有表头无平台.ods 韶关市/网页冒充.xls 广州市/附件4汇总表.xlsx
    深圳市/深湾云平台申报书.docx 深圳市/鹏样芯联平台/申报书.xlsx 深圳市/鹏样芯联平台/设备清单.csv
    韶关市/截断的.xlsx 韶关市/带DOCTYPE.xlsx "韶关市/坏字节-第7行.csv" '韶关市/~$汇总表.xlsx'
)

lay_inbox() {
    local upload
    for upload in "${UPLOADS[@]}"; do
        mkdir -p "$WORK/inbox/$(dirname "$upload")"
        cp -a "$FIXTURES/inbox.1/$upload" "$WORK/inbox/$upload"
    done
    cp -a "$FIXTURES/registers.1" "$WORK/registers"
}

conninfo() {
    printf '%s' "${PGURI/\/\/\/huizong/\/\/\/$1}"
}

server() {
    psql -XqAt "$(conninfo postgres)" -c "$1"
}

night_at() {
    exec timeout --foreground --kill-after=5 "${NIGHT_SECONDS:-120}" "$ROOT/scripts/nightly" --cycle "$CYCLE" --as-of "$AS_OF" --inbox "$WORK/inbox" --registers "$WORK/registers" \
        --data "$WORK/$1/data" --outbox "$WORK/$1/outbox" --database "$(conninfo "$1")" --settle 0 --wait 30
}

# The outbox by path, kind and bytes, the uploads in the archive by their digests, the tables by their rows. (The archive also has what each
# night put out: more of it where one put out less than the next.)
books() {
    (cd "$WORK/$1/outbox" && find . -printf '%P %y %l\n' | sort && find . -type f -print0 | sort -z | xargs -0 -r sha256sum)
    psql -XqAt -v ON_ERROR_STOP=1 -c "select sha256 from huizong.content order by 1" "$(conninfo "$1")" |
        sed "s,^\(..\).*,$WORK/$1/data/archive/\1/&," | xargs -r sha256sum | sed 's, .*/, ,'
    PGOPTIONS="-c search_path=huizong,pg_temp,public -c TimeZone=UTC" \
        psql -Xq -v ON_ERROR_STOP=1 -f "$ROOT/tests/fault/kit/tables.sql" "$(conninfo "$1")"
}

# What is wrong with results that can be seen: they are whole, or none are there. Where an upload could not be read, they
# are whole without it.
half_outbox() {
    local current=$WORK/$1/outbox/$CYCLE/current
    if [[ ! -L $current ]] || grep -q 未能读入 "$WORK/$1.log"; then return 0; fi
    diff -r "$WORK/whole/outbox/$CYCLE/current/" "$current/" >/dev/null || echo "the outbox is half written"
}

# What no night may leave behind, wherever it ended.
leftovers() {
    find "$WORK/$1/data" "$WORK/$1/outbox" \( -name '*part*' -o -name work -o -name '.building*' -o -name '.untold*' -o -name '.old*' \) -printf '%P\n'
}

place_begin() {
    PLACE=$WORK/$1
    server "create database $1 template $2"
    mkdir "$PLACE"
}

place_end() {
    server "drop database $1 with (force)"
    rm -rf "${WORK:?}/$1"
}

world_begin() {
    local status=0
    lay_inbox
    pg_start
    server "alter system set synchronous_commit = on"
    server "select pg_reload_conf()" >/dev/null
    server "create database new template huizong"
    "$BIN/huizong-setup" --database "$PGURI" --cycle "$CYCLE" >"$WORK/log" 2>&1 || status=$?
    check "the cycle is set up" test "$status" -le 1
    server "create database ready template huizong"
    place_begin whole ready
    status=0
    (night_at whole) >>"$WORK/log" 2>&1 || status=$?
    is "an undisturbed night has findings" "$status" 1
    BOOKS=$(books whole)
    is "and leaves nothing half done" "$(leftovers whole)" ''
}

# recovered NAME: the second night there and its books; prints what is wrong, nothing where all is well.
recovered() {
    local status=0 got
    (night_at "$1") >>"$WORK/$1.log" 2>&1 || status=$?
    if [[ $status -ne 1 ]]; then
        echo "the next night ends with $status"
        tail -n "$LOG_LINES" "$WORK/$1.log"
        return
    fi
    if ! got=$(books "$1" 2>&1) || [[ $got != "$BOOKS" ]]; then
        echo "the next night comes to other books"
        diff <(printf '%s\n' "$BOOKS") <(printf '%s\n' "$got") | cut -c 1-200 | head -n "$LOG_LINES"
    fi
    leftovers "$1"
}
