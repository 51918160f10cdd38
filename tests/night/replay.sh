#!/bin/bash
# Past nights made again: byte for byte with the same release and the definitions of their day, cell by cell against what was kept with another.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

cycle=guangzhou-2022
first=2022-03-16T02:30:00+08:00
second=2022-03-17T17:55:00+08:00
third=2022-03-18T02:30:00+08:00
archive=$WORK/data/archive
official=附件4-2022年跨行业跨领域工业互联网平台推荐信息汇总表-广州市工业和信息化局.xlsx

# replay AS_OF NAME [OPTION…]: into $WORK/NAME
replay() {
    "${program:-$BIN/huizong-replay}" --cycle $cycle --database "$PGURI" --archive "$archive" --to "$WORK/$2" "${@:3}" "$1"
}

# The referee's own look: nothing of ours reads the files here.
same_bytes() {
    diff -r "$1" "$2"
}

# blob NIGHT FILE: where the archive has that file of a night's outbox.
blob() {
    local sha256
    sha256=$(sha256sum "$OUTBOX/$cycle/$1/$2")
    echo "$archive/${sha256:0:2}/${sha256%% *}"
}

pg_start
nights_of $cycle "$FIXTURES/$cycle"

is "all three nights are kept, with the release that made them" \
    "$("$BIN/huizong-replay" --cycle $cycle --database "$PGURI" --list | awk '{ print $1, $3 }')" \
    "$(printf '%s 0.1.0\n' $first $second $third)"

status_is "the first night is made again to the last byte" 0 replay $first one --outbox "$OUTBOX"
check "its files are those of the outbox, workbooks and draft too" same_bytes "$WORK/one/rebuilt" "$OUTBOX/$cycle/20220316T023000"
check "and so are those of the archive" same_bytes "$WORK/one/kept" "$OUTBOX/$cycle/20220316T023000"
check "there is a draft for the next tier" test -s "$WORK/one/rebuilt/ministry/manifest.json"
check "and the official table" test -s "$WORK/one/rebuilt/$official"
status_is "the second night as well" 0 replay $second two
check "its files are those of the outbox" same_bytes "$WORK/two/rebuilt" "$OUTBOX/$cycle/20220317T175500"
refute "which says something else than the first night's" cmp -s "$WORK/one/kept/decisions.csv" "$WORK/two/kept/decisions.csv"
refute "no difference is told where there is none" test -e "$WORK/two/difference.csv"

# Written again by hand.
export_again() {
    "$BIN/huizong-export" --cycle $cycle --database "$PGURI" --archive "$archive" --outbox "$1" --as-of "$2"
}
newest=$(readlink "$OUTBOX/$cycle/current")
mv "$OUTBOX/$cycle/20220316T023000" "$WORK/first"
like "an older night's outbox is written again, and the line says that current was left" "$(export_again "$OUTBOX" $first)" \
    "→ $OUTBOX/$cycle/20220316T023000（早于最近一夜，current 未动，仍指向 $newest）\$"
check "its bytes are those that were there" same_bytes "$OUTBOX/$cycle/20220316T023000" "$WORK/first"
is "current leads to the newest" "$(readlink "$OUTBOX/$cycle/current")" "$newest"
like "so it does where nothing was to be done" "$(export_again "$OUTBOX" $first)" \
    "（与上次相同，未改动）（早于最近一夜，current 未动，仍指向 $newest）\$"
is "current leads to the newest still" "$(readlink "$OUTBOX/$cycle/current")" "$newest"
export_again "$WORK/back" $first >"$WORK/said"
is "in an outbox of its own the older night is the newest" "$(readlink "$WORK/back/$cycle/current")" 20220316T023000
export_again "$WORK/back" $second >"$WORK/said"
is "until a newer one stands there" "$(readlink "$WORK/back/$cycle/current")" 20220317T175500

status_is "a folder that holds something is not written into" 73 replay $second two
status_is "a night that never was is not kept" 66 replay 2022-03-17T02:30:00+08:00 three
status_is "without a night nothing is done" 64 "$BIN/huizong-replay" --cycle $cycle --database "$PGURI" --archive "$archive" --to "$WORK/x"

# What the definitions say now is not what they said then: a unit's name, a limit, how many copies, and a title of the catalogue.
cp -R "$ROOT/schemas" "$WORK/later"
sed -i 's/天河区科技工业和信息化局/天河区产业局/; s/"quota_advise": {"value": 2/"quota_advise": {"value": 1/; s/"summary": 3/"summary": 7/' "$WORK/later/$cycle/datapackage.json"
sed -i 's/"title": "逾期送达"/"title": "迟到"/' "$WORK/later/messages.json"
check "the definitions are others now" bash -c "! diff -rq '$ROOT/schemas' '$WORK/later'"
# whoever loads them has seen what they would decide otherwise
load_definitions() {
    local digest
    digest=$("$BIN/huizong-setup" --database "$PGURI" --schemas "$1" --cycle $cycle 2>&1 | sed -n 's/.*--accept-rules \([0-9a-f]*\).*/\1/p')
    "$BIN/huizong-setup" --database "$PGURI" --schemas "$1" --cycle $cycle ${digest:+--accept-rules "$digest"}
}
check "and loaded" load_definitions "$WORK/later"
export HUIZONG_SCHEMAS=$WORK/later
status_is "the night is made again with the definitions of its day" 0 replay $second after
check "to the last byte" same_bytes "$WORK/after/rebuilt" "$OUTBOX/$cycle/20220317T175500"
is "the database holds today's, and nothing beside" \
    "$(sql "select (select unit_name from unit where cycle = '$cycle' and short_name = '天河区'), quota_advise, settings #>> '{copies,value,summary}',
            (select title from message where code = 'late'), (select count(*) from pg_namespace where nspname = 'huizong_replay')
        from cycle where cycle = '$cycle'")" "广州市天河区产业局|1|7|迟到|0"
export HUIZONG_SCHEMAS=$ROOT/schemas
check "back to today's" load_definitions "$ROOT/schemas"

# What stands in the outbox is held against what was kept.
printf '%s\r\n' altered >>"$OUTBOX/$cycle/20220316T023000/decisions.csv"
status_is "an altered file of the outbox is no longer what was kept" 65 replay $first altered --outbox "$OUTBOX"
like "and named" "$(replay $first altered2 --outbox "$OUTBOX")" $'1个与归档不一致.*\n  decisions.csv：内容被改动$'
check "the archive has it as it was" same_bytes "$WORK/altered/kept/decisions.csv" "$WORK/one/rebuilt/decisions.csv"
cp "$WORK/altered/kept/decisions.csv" "$OUTBOX/$cycle/20220316T023000/"
stood=$OUTBOX/$cycle/20220317T175500
ln -s "$WORK/one/kept/decisions.csv" "$stood/补充名单.csv"
cp "$WORK/one/kept/decisions.csv" "$stood/units-old.csv"
mv "$stood/uploads.csv" "$WORK/uploads.csv"
mv "$stood/findings.csv" "$WORK/findings.csv"
ln -s "$WORK/findings.csv" "$stood/findings.csv"
status_is "a link that was added, a file more, one that is gone and one that is a link now" 65 replay $second standing --outbox "$OUTBOX"
like "are told, each with what is wrong with it" "$(replay $second standing2 --outbox "$OUTBOX")" \
    $'4个与归档不一致：\n  findings.csv：不是普通文件（链接等），不是当夜写出的\n  units-old.csv：当夜没有，是后来添加的\n  uploads.csv：已被删除\n  补充名单.csv：不是普通文件（链接等），不是当夜写出的$'
rm "$stood/补充名单.csv" "$stood/units-old.csv" "$stood/findings.csv"
mv "$WORK/uploads.csv" "$WORK/findings.csv" "$stood/"
ln -sfn 20220317T175500 "$OUTBOX/$cycle/current"
status_is "current leads to an older night than the newest" 65 replay $second astray --outbox "$OUTBOX"
like "it is told where to, and where to it should" "$(replay $second astray2 --outbox "$OUTBOX")" \
    $'这一夜的文件与归档一致。\n发件目录的 current 应指向最近一夜 20220318T023000，现在却指向 20220317T175500。$'
rm "$OUTBOX/$cycle/current"
like "so it is where there is none" "$(replay $second astray3 --outbox "$OUTBOX")" 'current 应指向最近一夜 20220318T023000，现在却没有这个链接。$'
ln -s 20220318T023000 "$OUTBOX/$cycle/current"
status_is "all is as it was" 0 replay $second as_was --outbox "$OUTBOX"
status_is "an older night's copy in an outbox of its own is whole" 0 replay $second own --outbox "$WORK/back"
mv "$stood" "$WORK/stood"
status_is "a night whose folder is gone is not the same" 65 replay $second removed --outbox "$OUTBOX"
like "and told, with the path that was looked at" "$(replay $second removed2 --outbox "$OUTBOX")" "没有这一夜的文件夹 $stood（已被删除，或 --outbox 写错）；归档的原件在 $WORK/removed2/kept。\$"
mv "$WORK/stood" "$stood"
status_is "a slip of the pen in --outbox is refused" 66 replay $second mistyped --outbox "$WORK/outbx"
like "with the folder that is not there" "$(replay $second mistyped --outbox "$WORK/outbx" 2>&1)" "there is no folder \"$WORK/outbx/$cycle\"\$"
refute "before anything is written" test -e "$WORK/mistyped"

# The archive itself.
uploads=$(blob 20220316T023000 uploads.csv)
chmod u+w "$uploads"
printf x >>"$uploads"
status_is "an altered file of the archive is refused" 65 replay $first damaged
like "and named" "$(replay $first damaged2 2>&1)" 'altered in the archive: "uploads.csv"'
mv "$uploads" "$WORK/uploads"
like "so is one that is gone" "$(replay $first gone 2>&1)" 'gone from the archive: "uploads.csv"'
cp "$OUTBOX/$cycle/20220316T023000/uploads.csv" "$uploads"

# A file that could not be read one night and was the next: the first night knows nothing of it, a register's old version still counts then.
late=2023-06-09T02:30:00+08:00
mkdir -p "$WORK/few/福州市" "$WORK/books" "$WORK/hindered"
cp "$FIXTURES/fujian-2023/inbox.1/福州市/来回改.csv" "$FIXTURES/fujian-2023/inbox.2/福州市/坏字节-第6行.csv" "$WORK/few/福州市/"
cp "$FIXTURES/fujian-2023/inbox.1/厦门市/三个平台.csv" "$WORK/few/福州市/"
printf '%s\n' '推荐单位全称,简称,联系人,联系方式' '福建省工业和信息化厅,省厅,联样一,0591-80000199' >"$WORK/books/本单位.csv"
ln -s "$BIN"/* "$WORK/hindered/"
rm "$WORK/hindered/huizong-normalise"
printf '#!/bin/bash\ncase "$*" in *坏字节* | *本单位*) exit 70 ;; esac\nexec %q "$@"\n' "$BIN/huizong-normalise" >"$WORK/hindered/huizong-normalise"
chmod +x "$WORK/hindered/huizong-normalise"
hindered() {
    HUIZONG_BIN=$WORK/hindered "$ROOT/scripts/nightly" --cycle fujian-2023 --as-of $late --inbox "$WORK/few" --registers "$WORK/books" \
        --outbox "$OUTBOX" --data "$WORK/data" --database "$PGURI" --settle 0
}
status_is "a night that cannot read two files says so" 70 hindered
check "the next one reads them" night fujian-2023 2023-06-10T02:30:00+08:00 "$WORK/few" "$WORK/books"
refute "which is seen" cmp -s "$OUTBOX/fujian-2023/20230609T023000/findings.csv" "$OUTBOX/fujian-2023/current/findings.csv"
cycle=fujian-2023
status_is "the first is made again as it was" 0 replay $late unread
check "to the last byte" same_bytes "$WORK/unread/rebuilt" "$OUTBOX/fujian-2023/20230609T023000"

# Nights that are killed when their outbox has appeared and nothing is booked of it.
mkdir "$WORK/deadly"
ln -s "$BIN"/* "$WORK/deadly/"
rm "$WORK/deadly/huizong-audit"
printf '#!/bin/bash\ncase "$*" in *--book*) kill -KILL $PPID ;; esac\nexec %q "$@"\n' "$BIN/huizong-audit" >"$WORK/deadly/huizong-audit"
chmod +x "$WORK/deadly/huizong-audit"
night_of() {
    HUIZONG_BIN=${2:-$BIN} exec "$ROOT/scripts/nightly" --cycle fujian-2023 --as-of "$1" --inbox "$WORK/few" --registers "$WORK/books" \
        --outbox "$OUTBOX" --data "$WORK/data" --database "$PGURI" --settle 0 --wait 10
}
killed() {
    (night_of "$1" "$WORK/deadly") >"$WORK/killed.log" 2>&1
}
kept_of() {
    "$BIN/huizong-replay" --cycle fujian-2023 --database "$PGURI" --list | cut -d ' ' -f 1 | grep -c "^$1"
}
booked_of() {
    "$BIN/huizong-audit" --cycle fujian-2023 --database "$PGURI" | grep -c "draft.*$1"
}
status_is "a night is killed before it books" 137 killed 2023-06-11T02:30:00+08:00
check "its outbox stands" test -f "$OUTBOX/fujian-2023/20230611T023000/run.json"
is "it is neither booked nor kept" "$(booked_of 20230611) $(kept_of 2023-06-11)" "0 0"
said=$( (night_of 2023-06-12T02:30:00+08:00) 2>&1) || true
is "the next night books and keeps both, once" "$(booked_of 20230611) $(kept_of 2023-06-11) $(booked_of 20230612) $(kept_of 2023-06-12)" "1 1 1 1"
refute "and has nothing to say of what was as it should be" grep -q 补登记 <<<"$said"
check "the chain is whole" "$BIN/huizong-audit" --cycle fujian-2023 --database "$PGURI" --verify --heads "$WORK/data/audit/fujian-2023.heads"
status_is "what was killed is made again" 0 replay 2023-06-11T02:30:00+08:00 made_up --outbox "$OUTBOX"
status_is "another one is killed" 137 killed 2023-06-13T02:30:00+08:00
printf '%s\r\n' altered >>"$OUTBOX/fujian-2023/20230613T023000/decisions.csv"
said=$( (night_of 2023-06-14T02:30:00+08:00) 2>&1) || true
like "what was altered before it was booked is told" "$said" \
    'fujian-2023：2023-06-13T02:30:00\+08:00 的结果.*现已补登记；但与数据库重做的不一致.*huizong replay --cycle fujian-2023 --archive '
is "it is kept as it lay there, once" "$(booked_of 20230613) $(kept_of 2023-06-13)" "1 1"
status_is "so that the difference stays to be seen" 1 replay 2023-06-13T02:30:00+08:00 altered_before
check "cell by cell" grep -q decisions.csv "$WORK/altered_before/difference.csv"
said=$( (night_of 2023-06-15T02:30:00+08:00) 2>&1) || true
refute "it is told once" grep -q 补登记 <<<"$said"
cycle=guangzhou-2022

# Another release: its version, and numbers of the official table that begin at 11.
other=$WORK/release
mkdir -p "$other/base" "$other/bin"
sed 's/define HUIZONG_VERSION "0.1.0"/define HUIZONG_VERSION "9.9.9"/' "$ROOT/etl/base/prog.h" >"$other/base/prog.h"
sed 's/cells_of(state, rows\[i\], i + 1, err)/cells_of(state, rows[i], i + 11, err)/' "$ROOT/etl/results/summary.c" >"$other/summary.c"
refute "the other release is another" cmp -s "$other/summary.c" "$ROOT/etl/results/summary.c"
build_other() {
    local packages='libpq xlsxwriter libzip expat jansson libutf8proc libcrypto'
    # shellcheck disable=SC2046,SC2086
    gcc -std=gnu11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 "-I$other" "-I$ROOT/etl" $(pkg-config --cflags $packages) \
        -o "$other/bin/huizong-replay" "$ROOT/etl/stage/replay.c" "$ROOT/etl/replay/told.c" "$ROOT/etl/replay/rebuild.c" "$ROOT/etl/results/package.c" \
        "$other/summary.c" "$ROOT/.build/libhuizong.a" $(pkg-config --libs $packages) -lcsv -lm
}
check "it is built" build_other
export HUIZONG_EXTRACT=$BIN/huizong-extract
program=$other/bin/huizong-replay
status_is "with it the night differs" 1 replay $second other
like "it says that the release is another, and where the originals are" "$(replay $second other2 || true)" \
    "另一版本程序（0.1.0；.*本程序是9.9.9.*$WORK/other2/kept"
check "what it delivers is what was kept" same_bytes "$WORK/other/kept" "$OUTBOX/$cycle/20220317T175500"
check "the differences are those that openpyxl and csv find, cell by cell" \
    /usr/bin/python3 -B "$TOOLS/differences.py" "$WORK/other/kept" "$WORK/other/rebuilt" "$WORK/other/difference.csv"
is "the release is one of them, and the numbers of the official table" \
    "$(grep -cE '^run.json,,7,文本行不同,"  ""release"": ""0.1.0"",","  ""release"": ""9.9.9"","' "$WORK/other/difference.csv") $(
        grep -E "^$official,汇总表,A(7|8),单元格不同,[12],1[12]" "$WORK/other/difference.csv" | wc -l)" "1 2"
done_testing
