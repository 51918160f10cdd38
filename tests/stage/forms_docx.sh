#!/bin/bash
# Application forms as Word documents, filled in as clerks do, against values that were written by hand: tests/stage/forms_docx/.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

export PYTHONDONTWRITEBYTECODE=1
here=$ROOT/tests/stage/forms_docx
/usr/bin/python3 "$here/build.py" "$WORK"

# The stages on a document, by the definitions of a cycle.
read_document() {
    local name=$1 cycle=$2
    "$BIN/huizong-extract" "$WORK/$name.docx" --findings "$WORK/$name.extract" >"$WORK/$name.raw"
    "$BIN/huizong-normalise" --schemas "$ROOT/schemas" --cycle "$cycle" --name "福州市/$name.docx" --findings "$WORK/$name.found" \
        <"$WORK/$name.raw" >"$WORK/$name.typed"
}

# What of a form was not read as its expected file says, a line for each field.
differences() {
    local name=$1
    read_document "$name" "$(cat "$WORK/$name.cycle")"
    /usr/bin/python3 "$ROOT/tests/stage/forms/render.py" compare "$WORK/$name.expected" "$WORK/$name.typed"
}

# The codes of both stages, sorted.
codes() {
    cat "$WORK/$1.extract" "$WORK/$1.found" | awk -F '\t' '$5 == "error" || $5 == "warning" { print $6 }' | sort | xargs
}

for name in guangdong-lines fujian-old-form fujian-numbered fujian-controls; do
    is "$name: every value" "$(differences $name)" ""
done
is "nothing is found in a tidy form" "$(codes guangdong-lines)" ""
is "nor in one of old fields" "$(codes fujian-old-form)" ""
is "nor in one whose headings Word numbers" "$(codes fujian-numbered)" ""
is "tracked changes and a hidden hint are told" "$(codes fujian-controls)" "document_hidden_text document_revisions"

# kind and end of what was read; of a table its values: key and text or number.
tables() {
    grep '^\\#table' "$WORK/$1.typed" | cut -f 2
    grep '^\\#end' "$WORK/$1.typed" | cut -f 2
}

read_document letter fujian-2023
is "a letter is kept as a document" "$(tables letter | xargs)" "document complete"
is "of which nothing is said" "$(codes letter)" ""
"$BIN/huizong-extract" "$WORK/runs.docx" --findings "$WORK/runs.extract" >"$WORK/runs.raw" || true
is "what is raised or struck through joins no figure beside it" "$(grep '^正文' "$WORK/runs.raw" | cut -f 4- | grep '[0-9]' | xargs)" \
    "连接设备50010¹²台/套 ¹50010台/套 厂房5000m2 专利30̶38个，软著78̶ 万个 模型500¹个 数量6007个 9₃ 1"
read_document summary fujian-2023
is "a summary table is one in a Word document too" "$(tables summary | xargs)" "summary complete"
is "every platform is read" "$(grep -P '^正文\t[^\t]*\t[12]\t' "$WORK/summary.typed" | cut -f 5,8 | grep -E 'enterprise|mobile' | xargs)" \
    "sum_enterprise 福州闽海云链科技有限公司 sum_mobile 13900000001 sum_enterprise 福州榕城样例信息有限公司 sum_mobile 13900000002"
is "and the head block" "$(grep -P '^正文\t[^\t]*\t0\t' "$WORK/summary.typed" | cut -f 8 | xargs)" "福州市工业和信息化局 郑样 0591-87000009"

done_testing
