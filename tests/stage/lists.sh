#!/bin/bash
# A list longer than a sheet that is held, from its file to its tuples, against a referee that reads the file by itself.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

rows=24000
list=$WORK/工业设备清单.csv
/usr/bin/python3 "$ROOT/tests/bench/make_equipment.py" $rows "$list" --bad 10

normalise() {
    "$BIN/huizong-normalise" --cycle fujian-2023 --name "福州市/海丝云平台/工业设备清单.csv" --findings "$WORK/findings"
}

written_out() {
    /usr/bin/python3 "$ROOT/tests/stage/typed_text.py" "$ROOT/schemas" fujian-2023
}

sorted_rows() {
    grep -P '^(\+|\\#reject)\t' | sort -t $'\t' -k 2,2n
}

"$BIN/huizong-extract" "$list" >"$WORK/raw" 2>/dev/null || true
status=0
normalise <"$WORK/raw" >"$WORK/typed" || status=$?
is "a list with bad rows has findings" "$status" 1
written_out <"$WORK/typed" >"$WORK/text"
/usr/bin/python3 "$ROOT/tests/stage/lists_referee.py" "$list" | sorted_rows >"$WORK/wanted"
sorted_rows <"$WORK/text" >"$WORK/got"
is "every row is taken or rejected as the referee says" "$(diff "$WORK/got" "$WORK/wanted" | head -n 20)" ""
is "no row is lost" "$(wc -l <"$WORK/got")" $rows
is "the list's end counts its rows" "$(grep -a '^\\#list-end' "$WORK/text")" $'\\#list-end\t24000\t23760\t240'
is "the file is complete" "$(tail -n 1 "$WORK/text" | cut -f 1-2)" $'\\#end\tcomplete'
is "each rejected row has its finding" "$(grep -c $'\terror\t' "$WORK/findings")" 240

# merged ROWS RANGES: a list of so many rows as raw rows, two columns of each two rows merged, up to so many ranges.
merged() {
    awk -v rows="$1" -v ranges="$2" 'BEGIN {
        OFS = "\t"
        print "\\#huizong-raw", 1
        print "\\#sheet", "清单", "visible"
        print "sheet\trow_no\tmarks\tcells"
        print "清单", 1, "", "平台名称", "海丝云平台"
        print "清单", 2, "", "序号", "设备类别", "设备类型", "设备名称", "设备ID", "是否公有云连接", "是否日运行"
        for (i = 1; i <= rows; i++)
            print "清单", i + 2, "", i, i % 2 ? "加工设备" : "\\N", i % 2 ? "数控机床" : "\\N", "机床" i, "DEV" i, "是", "是"
        for (i = 0; i < ranges; i++) {
            row = 3 + int(i / 2) * 2 % rows
            print "\\#merge", "清单", sprintf("%s%d:%s%d", i % 2 ? "C" : "B", row, i % 2 ? "C" : "B", row + 1)
        }
        print "\\#end", "complete", rows + 2, "-" }'
}

merged 19998 19998 | normalise >"$WORK/typed" || true
is "a list merged in pairs as long as one may be that is merged" "$(written_out <"$WORK/typed" | grep -a '^\\#list-end')" $'\\#list-end\t19998\t19998\t0'
merged 10000 200001 | normalise >"$WORK/typed" || true
is "of more merged ranges than are kept it is refused" "$(tail -n 1 "$WORK/typed" | cut -f 2,4)" $'refused\ttoo_many_merges'
is "which tells their number" "$(awk -F '\t' '$6 == "too_many_merges" { print $9 }' "$WORK/findings")" 200000

/usr/bin/python3 "$ROOT/tests/bench/make_equipment.py" $rows "$list" --bad 60
"$BIN/huizong-extract" "$list" >"$WORK/raw" 2>/dev/null || true
normalise <"$WORK/raw" >"$WORK/typed" || true
is "too many bad rows refuse the file" "$(tail -n 1 "$WORK/typed" | cut -f 2,4)" $'refused\treject_limit_exceeded'
is "and its findings are kept" "$(grep -c $'\terror\tdate_bad\t' "$WORK/findings")" 360

head -c 3000000 "$WORK/raw" >"$WORK/torn"
status=0
normalise <"$WORK/torn" >"$WORK/typed" 2>"$WORK/talk" || status=$?
is "a torn list is a fault" "$status" 65
refute "after a torn list there is no end mark" grep -qa '^\\#end' "$WORK/typed"
refute "nor one of the list" grep -qa '^\\#list-end' "$WORK/typed"

/usr/bin/python3 "$ROOT/tests/bench/make_equipment.py" $rows "$list" --bad 0
wc -l <"$list" >"$WORK/lines"
printf '序号,模型类别,模型名称\n1,行业机理模型,高炉模型\n2,行业机理模型,转炉模型\n' | iconv -t GB18030 >>"$list"
"$BIN/huizong-extract" "$list" >"$WORK/raw" 2>/dev/null || true
normalise <"$WORK/raw" >"$WORK/typed" || true
is "another list below a long one is told at its header" "$(grep $'\terror\t' "$WORK/findings" | cut -f 2-3,6-7)" \
    "A$(($(cat "$WORK/lines") + 1))"$'\t'"$(($(cat "$WORK/lines") + 1))"$'\tsecond_table\t序号'
is "and all above it is read" "$(written_out <"$WORK/typed" | grep -a '^\\#list-end')" $'\\#list-end\t24000\t24000\t0'

done_testing
