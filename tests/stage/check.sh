#!/bin/bash
# huizong-check and huizong-explain: what a clerk at a city sees. huizong-normalise where a golden would be too long.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

title=2023年跨行业跨领域工业互联网平台推荐信息汇总表
header=序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）
head_block=推荐单位：三明市工业和信息化局，联系人：张样，联系方式：0598-8200001

table() {
    printf '%s\n' "$title" "$head_block" "$header" "$@"
}

table 1,沙溪云平台,三明沙溪有限公司,李样,13900000001 >"$WORK/good.csv"
table 1,沙溪云平台,,李样,1.38E+10 >"$WORK/bad.csv"
table 1,沙溪云平台,三明沙溪有限公司,李样,13900000001 | sed 1s/2023/2022/ >"$WORK/old.csv"

status=0
output=$(cd "$WORK" && "$BIN/huizong-check" --cycle fujian-2023 good.csv) || status=$?
is "a good file: nothing found" "$status $(head -1 <<<"$output")" "0 good.csv：没有发现问题"
is "and one line more" "$(wc -l <<<"$output")" 2
like "which says what was not looked at" "$(tail -1 <<<"$output")" '^【自查不包括的内容】.*申报书与清单.*是否一致.*夜间汇总'

status=0
output=$(cd "$WORK" && "$BIN/huizong-check" --cycle fujian-2023 good.csv bad.csv) || status=$?
is "a bad file among others: exit status" "$status" 1
like "a bad file: how many errors" "$output" 'bad.csv：错误2处，提示0处'
like "a bad file: the blank cell is named" "$output" '【错误】C4 .*依托企业.*未填写'
like "a bad file: what to do about lost digits" "$output" '1\.38E\+10.*科学计数.*文本格式'

steering=$'a\e[2J\r\u202eb.csv'
sed 's/李样/\x1b[31m&/; s/沙溪云/\xe2\x80\xae&/' "$WORK/bad.csv" >"$WORK/$steering"
output=$(cd "$WORK" && "$BIN/huizong-check" --cycle fujian-2023 "$steering") || true
is "neither a file's name nor its cells steer the terminal" "$(grep -cP '[\x00-\x08\x0b-\x1f\x7f]|\xe2\x80\xae' <<<"$output") $(head -1 <<<"$output")" \
    '0 a\x1B[2J\x0D\xE2\x80\xAEb.csv：错误2处，提示2处'

gbk=$(iconv -t GBK <<<报送表).csv
cp "$WORK/bad.csv" "$WORK/$gbk"
status=0
output=$(cd "$WORK" && "$BIN/huizong-check" --cycle fujian-2023 --json --workbook gbk.xlsx "$gbk") || status=$?
is "a file with a name in GBK is read" "$status $(python3 -c 'import json, sys; print(json.loads(sys.stdin.readline())["file"])' <<<"$output")" "1 报送表.csv"
check "and into the workbook" test -s "$WORK/gbk.xlsx"

output=$("$BIN/huizong-check" --cycle fujian-2023 --json "$WORK/bad.csv") || true
is "as JSON: a line for each finding, and for what was not looked at" "$(python3 -c '
import json, sys
for line in sys.stdin:
    finding = json.loads(line)
    print(finding["cell"], finding["severity"], finding["code"], finding["raw"], bool(finding["message_zh"]))
' <<<"$output")" $'C4 error required_missing  True\nE4 error phone_digits_lost 1.38E+10 True\nNone note check_limits None True'

output=$("$BIN/huizong-check" --cycle fujian-2023 "$WORK/old.csv") || true
like "last year's form is told from this one" "$output" '2022年.*2023年'

/usr/bin/python3 -B -c '
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
for row in sheet.iter_rows(max_col=3):
    said = {"企业名称": "福州闽江有限公司", "组织机构代码": "91350100M000100Y4X"}.get(row[0].value)
    if said:
        row[2].value = said
book.save(sys.argv[2])' "$ROOT/fixtures/kit/blank/fujian-2023-application.xlsx" "$WORK/申报书.xlsx"
output=$("$BIN/huizong-check" --cycle fujian-2023 "$WORK/申报书.xlsx") || true
like "a form: the code whose check digit is wrong is told by what the file has" "$(grep 91350100M000100Y4X <<<"$output")" \
    '“组织机构代码”填的是“91350100M000100Y4X”，校验位不符.*应为3'
is "and nothing that only the night knows stands as a gap" "$(grep '企业“（空）”' <<<"$output" || true)" ""

/usr/bin/python3 -B "$ROOT/tests/stage/check_workbook.py" make "$WORK"
files=(torn.xlsx table.xlsx good.csv letter.pdf long.csv)
status=0
output=$(cd "$WORK" && "$BIN/huizong-check" --cycle fujian-2023 --workbook book.xlsx "${files[@]}") || status=$?
is "the workbook of corrections: the exit status is that of the findings" "$status" 1
like "and what is printed stays" "$output" 'table.xlsx：错误3处，提示2处'
like "a document is not called good: it is not read" "$output" 'letter.pdf：只存档，不读取内容'
check "the workbook lists what blocks first and shows the cells in a copy" \
    /usr/bin/python3 -B "$ROOT/tests/stage/check_workbook.py" compare "$WORK/book.xlsx"
(cd "$WORK" && "$BIN/huizong-check" --cycle fujian-2023 --workbook again.xlsx "${files[@]}" >/dev/null) || true
check "written again it is the same, byte by byte" cmp "$WORK/book.xlsx" "$WORK/again.xlsx"
status_is "good files: a workbook all the same, and status 0" 0 "$BIN/huizong-check" --cycle fujian-2023 --workbook "$WORK/none.xlsx" "$WORK/good.csv"
check "and it is there" test -s "$WORK/none.xlsx"
status_is "a document alone is no finding" 0 "$BIN/huizong-check" --cycle fujian-2023 "$WORK/letter.pdf"
status_is "a workbook that cannot be written is a fault" 73 "$BIN/huizong-check" --cycle fujian-2023 --workbook "$WORK/no/book.xlsx" "$WORK/good.csv"

is "no folder is left behind" "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'huizong-check.*' -newer "$WORK/old.csv")" ""
status_is "a missing file is a fault" 66 "$BIN/huizong-check" --cycle fujian-2023 "$WORK/none.csv"
status_is "a cycle that does not exist is a fault" 66 "$BIN/huizong-check" --cycle none "$WORK/good.csv"
status_is "no file is a wrong command line" 64 "$BIN/huizong-check" --cycle fujian-2023

# rows N: the raw rows of a summary with N entries, on two sheets; normalised: its end mark.
rows() {
    local sheet entries=$(($1 / 2))
    printf '\\#huizong-raw\t1\n'
    for sheet in 甲 乙; do
        printf '\\#sheet\t%s\tvisible\n' $sheet
        [[ $sheet == 乙 ]] || printf 'sheet\trow_no\tmarks\tcells\n'
        printf '%s\t1\t\t序号\t平台名称\t依托企业\n' $sheet
        seq "$entries" | sed "s/.*/$sheet\t&1\t\t&\t甲平台\t乙公司/"
        entries=$(($1 - $1 / 2))
    done
    printf '\\#end\tcomplete\t%d\t-\n' $(($1 + 2))
}

normalised() {
    "$BIN/huizong-normalise" "$@" --findings "$WORK/findings" | tail -n 1 | cut -f 2,4
}

is "a summary of a thousand rows is read" "$(rows 1000 | normalised --cycle fujian-2023 --name a.csv)" $'complete\t-'
is "one of 1001 is refused" "$(rows 1001 | normalised --cycle fujian-2023 --name a.csv)" $'refused\ttable_too_long'
is "a sheet of 20001 rows is, too" "$(rows 40002 | normalised --cycle fujian-2023 --name a.csv)" $'refused\ttable_too_long'

status_is "neither cycle nor registers is a wrong command line" 64 "$BIN/huizong-normalise" --name a --findings /dev/null
status_is "a path with an escape that COPY never writes is refused" 64 "$BIN/huizong-normalise" --registers --name 'a\q' \
    --findings /dev/null

path='三明市/两\n行\\的\t名.csv'
"$BIN/huizong-extract" "$WORK/good.csv" --findings "$WORK/raw_findings" |
    "$BIN/huizong-normalise" --cycle fujian-2023 --name "$path" --findings "$WORK/findings" >"$WORK/typed"
is "an escaped path comes out as it was" "$(grep -F $'fact\tname' "$WORK/typed")" '\#fact'$'\tname\t''两\n行\\的\t名.csv'

known=$("$BIN/huizong-explain" | cut -d ' ' -f 1)
codes=$(cat "$ROOT"/tests/stage/normalise/*/findings | cut -f 6 | grep -xE '[a-z_]+' | grep -vx code | sort -u)
check "the goldens show many codes" test "$(wc -l <<<"$codes")" -ge 20
is "every code of the goldens has its Chinese text" "$(comm -23 <(echo "$codes") <(sort <<<"$known"))" ""
like "explain tells what is wrong and what to do" "$("$BIN/huizong-explain" phone_digits_lost)" '科学计数.*文本格式'
status_is "explain knows no other code" 64 "$BIN/huizong-explain" no_such_code

done_testing
