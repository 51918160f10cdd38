#!/bin/bash
# huizong-load: all or nothing, and nothing twice.
. "$(dirname "$0")/../lib.sh"

header='sheet\trow_no\titem\tcell\tfield\tstate\tvalue\ttext\traw\tunit_source\tfactor\tfolded\n'
cells='汇总表\t3\t0\tB3\tsum_recommending_unit\ttext\t\\N\t甲市\t甲市\t\\N\t\\N\t甲市\n'
cells+='汇总表\t5\t1\tA5\tsum_seq\tnumber\t1\t\\N\t1\t\\N\t\\N\t\\N\n'
cells+='汇总表\t5\t1\tB5\tsum_platform_name\ttext\t\\N\t甲\\t一\t甲\\t一\t\\N\t\\N\t甲一\n'
finding_header='sheet\tcell\trow\tfield\tseverity\tcode\traw\tread_as\texpected\tsubject\n'

typed() {
    printf '\\#huizong-typed\t1\n\\#fact\tfolder_folded\t甲市\n\\#table\tsummary\t汇总表\t标题\n'"$header$cells"
    [[ -z ${1:-} ]] || printf '\\#end\t%s\t3\t%s\n' "$1" "$2"
}

findings() {
    printf "$finding_header"'\\N\t\\N\t\\N\t\\N\twarning\tnot_in_gbk\t𠮷\t\\N\t\\N\t\\N\n'
    [[ -n ${1:-} ]] || printf '\\#end\tcomplete\t1\t-\n'
}

load() {
    "$BIN/huizong-load" --database "$PGURI" --cycle fujian-2023 --arrival "$@"
}

# Everything load has ever written.
written() {
    sql "select 'upload', u::text from upload u union all select 'fact', f::text from upload_fact f
         union all select 'table', t::text from upload_table t union all select 'figure', g::text from figure g
         union all select 'finding', f::text from file_finding f order by 1, 2"
}

arrive() {
    sql "insert into content values (repeat('$1', 64), 1);
         insert into arrival (cycle, source, path, sha256, changed_at, first_seen_at)
         values ('fujian-2023', '$2', '$3', repeat('$1', 64), '2023-06-10 00:00Z', '2023-06-10 00:00Z')
         returning arrival_id"
}

pg_start
"$BIN/huizong-setup" --database "$PGURI" >/dev/null 2>&1
good=$(arrive a inbox $'福州市/表\t1.xlsx')
refused=$(arrive b inbox 福州市/坏.xlsx)
arrive c register 收件登记.csv >/dev/null
findings >"$WORK/findings"
findings torn >"$WORK/findings.torn"

pending() {
    "$BIN/huizong-load" --database "$PGURI" --cycle fujian-2023 --pending --as-of "$1" | cut -f 2,4
}
is "what waits, registers first, tabs escaped" "$(pending 2023-06-10T00:00:00Z)" \
    $'register\t收件登记.csv\ninbox\t福州市/表\\t1.xlsx\ninbox\t福州市/坏.xlsx'
is "an earlier clock has not seen them" "$(pending 2023-06-09T00:00:00Z)" ""

status_is "rows without an end mark are torn" 65 load "$good" --findings "$WORK/findings" < <(typed)
status_is "an end mark with another count is torn" 65 load "$good" < <(typed complete - | sed 's/\tcomplete\t3/\tcomplete\t4/')
status_is "findings without an end mark are torn" 65 load "$good" --findings "$WORK/findings.torn" < <(typed complete -)
status_is "a cell before its table is refused" 65 load "$good" < <(typed complete - | grep -v '#table')
is "nothing of all that is kept" "$(written)" ""

status_is "a whole upload with a finding" 1 load "$good" --findings "$WORK/findings" < <(typed complete -)
is "its cells are in, exactly" \
    "$(sql "select cell, state, value, replace(text, chr(9), '<tab>'), folded from figure order by row_no, cell")" \
    $'B3|text||甲市|甲市\nA5|number|1||\nB5|text||甲<tab>一|甲一'
before=$(written)
status_is "loading it again" 0 load "$good" --findings "$WORK/findings" < <(typed complete -)
is "changes nothing" "$(written)" "$before"

status_is "a refused upload" 1 load "$refused" --findings "$WORK/findings" < <(typed refused wrong_cycle)
is "keeps its verdict" "$(sql "select verdict, refused_code from upload where arrival_id = $refused")" "refused|wrong_cycle"
is "its facts and findings" "$(sql "select (select count(*) from upload_fact where arrival_id = $refused),
    (select count(*) from file_finding where arrival_id = $refused)")" "1|1"
is "and no rows" "$(sql "select count(*) from upload_table where arrival_id = $refused")" 0

status_is "an arrival that is not there" 64 load 999 < <(typed complete -)
status_is "an arrival of another cycle" 64 \
    "$BIN/huizong-load" --database "$PGURI" --cycle guangdong-2022 --arrival "$good" < <(typed complete -)
status_is "nothing to do is a wrong command line" 64 "$BIN/huizong-load" --database "$PGURI" --cycle fujian-2023
status_is "a server that is not there" 69 \
    "$BIN/huizong-load" --database "host=$WORK/nowhere" --cycle fujian-2023 --arrival 1 < <(typed complete -)
is "only the register waits" "$(pending 2023-06-10T00:00:00Z)" $'register\t收件登记.csv'
done_testing
