#!/bin/bash
# huizong-template: the blank workbooks say what the schemas say, and what is filled in as they ask passes.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

/usr/bin/python3 -c 'import openpyxl' 2>/dev/null || skip_all "python3-openpyxl is not installed"

referee() {
    /usr/bin/python3 -B "$ROOT/tests/stage/template.py" "$@"
}

template() {
    "$BIN/huizong-template" "$@"
}

# What huizong-check says, but for what it does not look at.
told() {
    "$BIN/huizong-check" "$@" | grep -v '^【自查不包括的内容】'
}

# Cells of the first sheet as extract reads them, "B2<TAB>text" sorted.
extracted() {
    "$BIN/huizong-extract" "$1" --findings "$WORK/findings" | /usr/bin/python3 -B -c '
import sys
sheet = None
for line in sys.stdin:
    fields = line.rstrip("\n").split("\t")
    if fields[0].startswith("\\#") or fields[0] == "sheet":
        continue
    sheet = sheet or fields[0]
    for column, cell in enumerate(fields[3:] if fields[0] == sheet else []):
        print(f"{chr(65 + column)}{fields[1]}", cell, sep="\t")' | sort
}

# Its list's rows as they are read, without the digest of each.
rows_read() {
    "$BIN/huizong-extract" "$2" --findings "$WORK/raw_findings" |
        "$BIN/huizong-normalise" --cycle "$1" --name "$(basename "$2")" --findings "$WORK/findings" |
        /usr/bin/python3 -B "$ROOT/tests/stage/typed_text.py" "$HUIZONG_SCHEMAS" "$1" >"$WORK/typed" || true
    grep $'^+\t' "$WORK/typed" | cut -f 2,4-
}

declare -A unit=([fujian-2023]=福州市工业和信息化局 [guangdong-2022]=佛山市工业和信息化局 [guangzhou-2022]=天河区科技工业和信息化局)

for cycle in fujian-2023 guangdong-2022 guangzhou-2022; do
    check "$cycle is written" template --cycle "$cycle" --out "$WORK/$cycle"
    is "$cycle: a workbook of each kind" "$(cd "$WORK/$cycle" && printf '%s\n' * | sort)" "$(referee names "$HUIZONG_SCHEMAS" "$cycle" | sort)"
    is "$cycle: fields, units, choices, formats, protection and notes as its schemas say" "$(referee check "$HUIZONG_SCHEMAS" "$cycle" "$WORK/$cycle")" ""
    template --cycle "$cycle" --out "$WORK/again/$cycle" >"$WORK/printed"
    check "$cycle: the same bytes again" diff -r "$WORK/$cycle" "$WORK/again/$cycle"
    is "$cycle: each path is told" "$(sort "$WORK/printed")" "$(printf '%s\n' "$WORK/again/$cycle"/* | sort)"

    for what in summary zero; do
        referee fill "$what" "$WORK/$cycle"/附件*.xlsx "$WORK/$what.xlsx" "${unit[$cycle]}"
        is "$cycle: a filled-in table ($what) passes" "$(told --cycle "$cycle" "$WORK/$what.xlsx")" \
            "$WORK/$what.xlsx：没有发现问题"
        "$BIN/huizong-extract" "$WORK/$what.xlsx" --findings "$WORK/raw_findings" |
            "$BIN/huizong-normalise" --cycle "$cycle" --name "$what.xlsx" --findings "$WORK/findings" >"$WORK/$what.typed"
    done
    is "$cycle: two platforms are read" "$(cut -f 4,5,8 "$WORK/summary.typed" | grep -E $'\tsum_(platform_name|enterprise|mobile)\t' | tr '\t\n' ' ;')" \
        "B7 sum_platform_name 闽江云平台;C7 sum_enterprise 福州闽江有限公司;E7 sum_mobile 13900000001;B8 sum_platform_name 鼓岭平台;C8 sum_enterprise 福州鼓岭有限公司;E8 sum_mobile 13900000002;"
    is "$cycle: without a row it is the unit's zero report" "$(cut -f 4,5,8 "$WORK/zero.typed" | grep -E $'\t[a-z_]+\t' | tr '\t\n' ' ;')" \
        "cell field text;C3 sum_recommending_unit ${unit[$cycle]};C4 sum_unit_contact 张样;C5 sum_unit_phone 0591-87000001;"
    check "$cycle: and complete" grep -qx $'\\\\#end\tcomplete\t3\t-' "$WORK/zero.typed"

    for kind in application equipment enterprise solution; do
        title=$(/usr/bin/python3 -B -c 'import json, sys; print(next(item["title"] for item in json.load(open(sys.argv[1]))["resources"] if item["name"] == sys.argv[2]))' \
            "$HUIZONG_SCHEMAS/$cycle/datapackage.json" "$kind")
        referee fill "$HUIZONG_SCHEMAS/$cycle/$kind.json" "$WORK/$cycle/$title-填报模板.xlsx" "$WORK/$kind.xlsx" - | sort >"$WORK/cells"
        extracted "$WORK/$kind.xlsx" >"$WORK/extracted"
        check "$cycle: $kind has cells to fill in" test "$(wc -l <"$WORK/cells")" -ge 5
        is "$cycle: every cell filled in is extracted ($kind)" "$(comm -23 "$WORK/cells" "$WORK/extracted")" ""
        is "$cycle: and nothing is wrong with it ($kind)" "$(sed 1d "$WORK/findings" | grep -v '^\\#' || true)" ""
    done

    referee lists "$HUIZONG_SCHEMAS" "$cycle" >"$WORK/lists"
    check "$cycle has lists" test "$(wc -l <"$WORK/lists")" -ge 5
    while IFS=$'\t' read -r schema name; do
        like "$cycle: of a blank $name nothing is said but that it is empty" \
            "$("$BIN/huizong-check" --cycle "$cycle" "$WORK/$cycle/$name" | tr '\n' ' ')" '错误0处，提示1处 .*工作表“清单” .*只有表头，没有一行内容'
        is "and nothing read" "$(rows_read "$cycle" "$WORK/$cycle/$name" | cat)" ""
        referee rows "$HUIZONG_SCHEMAS/$cycle/$schema" "$WORK/$cycle/$name" "$WORK/$name" >"$WORK/rows"
        is "$cycle: $name with rows filled in passes" "$(told --cycle "$cycle" "$WORK/$name")" "$WORK/$name：没有发现问题"
        is "and yields exactly these rows" "$(rows_read "$cycle" "$WORK/$name")" "$(cat "$WORK/rows")"
        is "of one list" "$(grep -c '^\\#table' "$WORK/typed")" 1
    done <"$WORK/lists"
done

# What is typed of a form, filled in, whatever its notes are called.
form_typed() {
    "$BIN/huizong-extract" "$1" --findings "$WORK/raw_findings" |
        "$BIN/huizong-normalise" --cycle fujian-2023 --name 申报书.xlsx --findings "$WORK/findings" || true
}
title=$(/usr/bin/python3 -B -c 'import json, sys; print(next(item["title"] for item in json.load(open(sys.argv[1]))["resources"] if item["name"] == "application"))' \
    "$HUIZONG_SCHEMAS/fujian-2023/datapackage.json")
referee fill "$HUIZONG_SCHEMAS/fujian-2023/application.json" "$WORK/fujian-2023/$title-填报模板.xlsx" "$WORK/form.xlsx" - >"$WORK/cells"
/usr/bin/python3 -B -c '
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
book["填报说明"].title = "说明"
book.save(sys.argv[2])
book["说明"]["A1"] = None
book.save(sys.argv[3])' "$WORK/form.xlsx" "$WORK/renamed.xlsx" "$WORK/unmarked.xlsx"
form_typed "$WORK/form.xlsx" >"$WORK/form.typed"
check "a form is typed" test "$(grep -c $'^申报书\t' "$WORK/form.typed")" -ge 100
for which in renamed unmarked; do
    is "notes whose sheet is $which answer nothing" "$(form_typed "$WORK/$which.xlsx")" "$(cat "$WORK/form.typed")"
done

/usr/bin/python3 -B -c '
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
last = sheet.max_row
for row in (["附件1 工业设备清单"], ["序号", "设备类别", "设备类型", "设备名称", "设备ID"], [1, "运行设备", "数控机床", "车床", "SB-001"],
            ["附件3 工业APP清单"], ["序号", "APP名称", "功能描述"], [1, "排产", "排产"]):
    last += 1
    for column, value in enumerate(row, start=1):
        sheet.cell(last, column).value = value
book.save(sys.argv[2])
print(last)' "$WORK/form.xlsx" "$WORK/with_lists.xlsx" >"$WORK/last"
form_typed "$WORK/with_lists.xlsx" >"$WORK/with_lists.typed"
last=$(cat "$WORK/last")
is "lists behind a form are told, each at its header" "$(grep $'\tlist_in_form\t' "$WORK/findings" | cut -f 2,5-8)" \
    "A$((last - 4))"$'\terror\tlist_in_form\t序号\t工业设备清单\n'"A$((last - 1))"$'\terror\tlist_in_form\t序号\t工业APP清单'

is "one kind alone" "$(template --cycle fujian-2023 --kind killer --out "$WORK/one")" "$WORK/one/杀手锏APP清单-填报模板.xlsx"
is "and no other file" "$(ls -A "$WORK/one")" "杀手锏APP清单-填报模板.xlsx"
status_is "a kind that the cycle lacks is a wrong command line" 64 template --cycle guangdong-2022 --kind killer --out "$WORK/none"
refute "and nothing is written" test -e "$WORK/none"
status_is "so is an operand" 64 template --cycle fujian-2023 --out "$WORK/none" summary
status_is "a cycle that does not exist is told" 66 template --cycle none --out "$WORK/none"
touch "$WORK/file"
status_is "a folder that cannot be made is told" 73 template --cycle fujian-2023 --out "$WORK/file/below"

cp -R "$HUIZONG_SCHEMAS" "$WORK/schemas"
sed -i 's/"其他设备"\]/"其它设备"]/; s/"title": "设备名称"/"title": "设备名"/' "$WORK/schemas/fujian-2023/equipment.json"
like "other choices and labels would be noticed" "$(referee check "$WORK/schemas" fujian-2023 "$WORK/fujian-2023" | tr '\n' ' ')" \
    'category does not offer.*其它设备.*D4 is not 设备名 .*notes .* 设备名称 is not 设备名'
sed -i '/"sheet_notes"/d' "$WORK/schemas/template.json"
status_is "a text that is missing is told" 78 template --schemas "$WORK/schemas" --cycle fujian-2023 --out "$WORK/none"
sed 's/"file"/"fiel"/' "$HUIZONG_SCHEMAS/template.json" >"$WORK/schemas/template.json"
status_is "so is one that nobody asks for" 78 template --schemas "$WORK/schemas" --cycle fujian-2023 --out "$WORK/none"

if command -v soffice >/dev/null; then
    referee fill summary "$WORK/fujian-2023"/附件*.xlsx "$WORK/summary.xlsx" 福州市工业和信息化局
    mkdir "$WORK/saved"
    soffice "-env:UserInstallation=file://$WORK/office" --headless --convert-to xlsx --outdir "$WORK/saved" "$WORK/summary.xlsx" \
        "$WORK/fujian-2023"/*.xlsx >"$WORK/soffice.log" 2>&1 || true
    is "LibreOffice opens and saves each" "$(find "$WORK/saved" -name '*.xlsx' | wc -l)" "$(($(find "$WORK/fujian-2023" -name '*.xlsx' | wc -l) + 1))"
    is "and what it saved passes" "$(told --cycle fujian-2023 "$WORK/saved/summary.xlsx")" "$WORK/saved/summary.xlsx：没有发现问题"
else
    echo "# LibreOffice is not installed: not tried"
fi
done_testing
