#!/bin/bash
# Application forms: what clerks fill in is read exactly, whatever they fill it into; what cannot be told is said.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

/usr/bin/python3 -c 'import openpyxl' 2>/dev/null || skip_all "python3-openpyxl is not installed"

forms=$ROOT/tests/stage/forms

python() {
    /usr/bin/python3 -B "$@"
}

# Raw rows on stdin.
normalise() {
    "$BIN/huizong-normalise" --cycle "$1" --name 样例单位/申报书.xlsx --findings "$WORK/findings" >"$WORK/typed"
}

# What a file reads as raw rows; those of a Word form are written down already.
raw_rows() {
    if [[ $1 == *.raw ]]; then cat "$1"; else "$BIN/huizong-extract" "$1" --findings "$WORK/raw_findings"; fi
}

# A form filled in with the answers of `seed`, and the difference between what is read and what was meant; errors count too.
difference() {
    local cycle=$1 style=$2 seed=$3 path
    path=$(python "$forms/render.py" "$HUIZONG_SCHEMAS" "$cycle" "$seed" "$style" "$WORK/form" "$WORK/$cycle"/*申报书-填报模板.xlsx)
    raw_rows "$path" | normalise "$cycle" || true
    python "$forms/render.py" compare "$WORK/form.expected" "$WORK/typed"
    cut -f 2,4,5,6 "$WORK/findings" | grep -P "\terror\t|\tform_text_left" || true
}

for cycle in fujian-2023 guangdong-2022 guangzhou-2022; do
    "$BIN/huizong-template" --cycle "$cycle" --kind application --out "$WORK/$cycle" >/dev/null
    for style in template printed document paragraphs csv grid above wide; do
        for seed in 1 2 3; do
            is "$cycle, $style, $seed: every answer is read as it was meant" "$(difference "$cycle" "$style" "$seed")" ""
        done
    done
done

for expected in "$forms"/cases/*.expected; do
    name=$(basename "$expected" .expected)
    read -r cycle <"$expected"
    python "$forms/rows.py" "${expected%.expected}.rows" >"$WORK/case.raw"
    normalise "$cycle" <"$WORK/case.raw" || true
    is "$name: as written by hand" "$(python "$forms/check.py" "$expected" "$WORK/typed" "$WORK/findings")" ""
done

raw_rows "$(echo "$WORK"/fujian-2023/*申报书-填报模板.xlsx)" | normalise fujian-2023 || true
is "the blank workbook: every field is blank" "$(cut -f 6 "$WORK/typed" | grep -cx blank)" 142
is "and only what must be filled in is asked for" "$(sed '1d;$d' "$WORK/findings" | cut -f 6 | sort -u)" required_missing

path=$(python "$forms/render.py" "$HUIZONG_SCHEMAS" fujian-2023 1 blank "$WORK/form")
normalise fujian-2023 <"$path" || true
is "the printed form, not filled in: no figure and no text" "$(grep -cP '\tnumber\t' "$WORK/typed") $(cut -f 6,8 "$WORK/typed" | grep '^text' | sort -u | tr '\t\n' ' ;')" "0 text 否;"

difference guangdong-2022 template 1 >/dev/null
raw_rows "$WORK/form.xlsx" | normalise fujian-2023 || true
is "the form of another year is refused" "$(tail -n 1 "$WORK/typed" | cut -f 2,4)" $'refused\twrong_cycle'

check "what is told of forms is in the catalogue" bash -c 'for code in form_blanks_unclear form_column_repeated form_field_missing form_field_repeated form_label_ambiguous \
    form_label_year form_part_only form_text_left form_text_left_more form_two_platforms form_year_doubtful form_year_unclear hidden_column_skipped; do "$0" "$code" || exit 1; done' "$BIN/huizong-explain"

done_testing
