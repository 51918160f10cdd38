#!/bin/bash
# huizong-cycle: the next cycle from an old one, and the sheet that the head of office signs.
. "$(dirname "$0")/../lib.sh"

export HUIZONG_SCHEMAS=$WORK/schemas
cp -R "$ROOT/schemas" "$HUIZONG_SCHEMAS"

cycle() {
    "$BIN/huizong-cycle" "$@"
}

# Every value, rule and field of a cycle's files that is not marked as assumed.
unmarked() {
    /usr/bin/python3 -B - "$HUIZONG_SCHEMAS/$1" <<'PYTHON'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
package = json.loads((folder / "datapackage.json").read_text())
schemas = [json.loads((folder / resource["schema"]).read_text()) for resource in package["resources"]]
marked = lambda item: item.get("assumed") is True and item["why"].startswith("沿用fujian-2023，待核对") and "clause" not in item
for key, value in package["x:cycle"].items():
    if not marked(value):
        print(key)
for rule in package["x:rules"]:
    if not marked(rule):
        print(rule["code"])
for field in (field for schema in schemas for field in schema["fields"]):
    if not field.get("x:assumed", "").startswith("沿用fujian-2023，待核对") or "x:clause" in field:
        print(field["name"])
PYTHON
}

# What the copy must keep: all but names and provenance.
substance() {
    /usr/bin/python3 -B - "$HUIZONG_SCHEMAS/$1" <<'PYTHON'
import json, pathlib, sys
def strip(item):
    if isinstance(item, dict):
        return [(key, strip(value)) for key, value in item.items() if key not in ("clause", "assumed", "why", "x:clause", "x:assumed", "x:notice")]
    return [strip(value) for value in item] if isinstance(item, list) else item
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    content = json.loads(path.read_text())
    content.pop("name", None)
    print(path.name, strip(content))
PYTHON
}

for name in fujian-2023 guangdong-2022 guangzhou-2022; do
    check "$name holds" cycle check "$name"
done

check "a new cycle from an old one" cycle new fujian-2024 --from fujian-2023
check "is a cycle" cycle check fujian-2024
is "in which nothing counts as confirmed" "$(unmarked fujian-2024)" ""
is "and which keeps everything else" "$(substance fujian-2024)" "$(substance fujian-2023)"
like "what the old notice said stays readable" "$(cat "$HUIZONG_SCHEMAS/fujian-2024/datapackage.json")" \
    '"notice_date": \{"value": "2023-06-05", "assumed": true, "why": "沿用fujian-2023，待核对；原依据：福建省工业和信息化厅2023年6月5日通知 落款"\}'

like "and where the form's figures came from" "$(tr '\n' ' ' <"$HUIZONG_SCHEMAS/fujian-2024/application.json")" \
    '"x:section": "1.2",[^{}]*"x:assumed": "沿用fujian-2023，待核对；原依据：福建省工业和信息化厅2023年6月5日通知 附件2 1.2"'

# told NAME PROGRAM: what the check says of a cycle that Python changed; p: its package, s: its summary's schema.
told() {
    /usr/bin/python3 -B - "$HUIZONG_SCHEMAS" "$1" "$2" <<'PYTHON'
import json, pathlib, shutil, sys
schemas, name, program = sys.argv[1:]
folder = pathlib.Path(schemas) / name
shutil.copytree(pathlib.Path(schemas) / "fujian-2023", folder)
package, summary = folder / "datapackage.json", folder / "summary.json"
p, s = json.loads(package.read_text()), json.loads(summary.read_text())
p["name"] = name
exec(program)
package.write_text(json.dumps(p, ensure_ascii=False))
summary.write_text(json.dumps(s, ensure_ascii=False))
PYTHON
    said=$(cycle check "$1" 2>"$WORK/fault") && status=0 || status=$?
    said=${said//$HUIZONG_SCHEMAS\/$1\//}
}

told many 'v = p["x:cycle"]
v["zone"]["value"] = "+0800"
v["deadline"]["value"] = "2023-6-12"
v["quota"] = 2
v["units"]["value"][3]["type"] = "town"
v["units"]["value"][4]["aliases"].append("福州")
p["x:rules"][3]["shape"] = "nothing"
p["resources"].append(dict(p["resources"][2]))
s["fields"][3]["x:type"] = "number"'
is "all that is wrong is told in one run, by place, rules, units and fields being called by their names" "$said" \
    'datapackage.json: resources[10](equipment): a resource of that name is there already
datapackage.json: x:cycle.deadline.value: not an instant like 2022-03-18T15:00:00+08:00
datapackage.json: x:cycle.zone.value: not an offset like +08:00
datapackage.json: x:cycle.quota: an object is expected
datapackage.json: x:cycle.units.value[3](350400).type: unknown unit type; known are city, district, zone, direct, related
datapackage.json: x:cycle.units.value[4](350500).aliases[11]: "福州" also names unit 350100
datapackage.json: x:rules[3](waived).shape: its shape is not in sql/rules
summary.json: fields[3](sum_seq).x:type: unknown type'
is "as a fault" "$status" 78
is "with how many" "$(cat "$WORK/fault")" 'huizong-cycle: cycle "many": 8 to put right'

told without-staff 'p["resources"] = [r for r in p["resources"] if r["name"] not in ("staff", "killer")]'
is "what is left out is told with each rule that asks of it, wherever it stands" "$(sed -E 's/\[[0-9]+\]/[…]/' <<<"$said")" \
    'datapackage.json: x:rules[…](employees_rows): asks of "staff", which is no resource of this cycle
datapackage.json: x:rules[…](killer_daily_calls_sum): asks of "killer", which is no resource of this cycle
datapackage.json: x:rules[…](killer_subscriptions_sum): asks of "killer", which is no resource of this cycle
datapackage.json: x:rules[…](killer_monthly_income_sum): asks of "killer", which is no resource of this cycle
datapackage.json: x:rules[…](killer_rows_many): asks of "killer", which is no resource of this cycle
datapackage.json: x:rules[…](killer_not_in_apps): asks of "killer", which is no resource of this cycle'
told unread-file '(folder / "app.json").write_text("{")'
like "a file that cannot be read is told once, and not what rests on it" "$said" '^app.json:1:1: [^[:cntrl:]]*$'

told bare-summary 's["fields"] = [f for f in s["fields"] if f["name"] not in ("sum_seq", "sum_recommending_unit")]'
is "the summary has what the official table rests on" "$said" \
    'summary.json: fields: no "sum_recommending_unit" (推荐单位), "sum_seq" (序号): the official table, quota and comparison rest on it'
told other-summary 's["fields"][4]["x:type"] = "text"; s["fields"][4]["x:match"] = False; s["fields"][3]["x:place"] = "head"'
is "as what it is" "$said" \
    'summary.json: fields[3](sum_seq).x:place: "row" is expected of 序号
summary.json: fields[4](sum_platform_name).x:type: "name" is expected of 平台名称
summary.json: fields[4](sum_platform_name).x:match: true is expected: 平台名称 is compared'
told no-summary 'p["resources"] = p["resources"][1:]; p["x:rules"] = [r for r in p["x:rules"] if "summary" not in r["operands"] and "sum_" not in str(r["operands"])]'
is "and is there" "$said" 'datapackage.json: resources: no resource "summary": the official table is made of it'

told next-year 'v = p["x:cycle"]; v["form_year"]["value"] = 2024; v["base_year"]["value"] = 2023; v["since_year"]["value"] = 2022'
like "labels that still name the years of the old form are told" "$said" \
    'application.json: fields\[[0-9]+\]\(rev_year\).title: names 2022年, and x:years asks for 2023年'
like "so are titles" "$said" 'resources\[1\]\(application\).title: names 2023年, and form_year is 2024'
# A list that the cycle does not ask for comes all the same, and fits another one's columns: it is not taken for that.
taken() {
    "$BIN/huizong-check" --cycle "$1" "$2" 2>&1 || true
}
printf '杀手锏APP清单\n平台名称：,钱江云联平台\n序号,APP名称,功能描述,开发者\n1,甲,乙,丙\n' >"$WORK/清单.csv"
like "a list of what the form asks for, where there is no such list" "$(taken guangdong-2022 "$WORK/清单.csv")" '本周期不收《杀手锏APP清单》'
sed -i '1s/.*/工业APP清单/' "$WORK/清单.csv"
like "under the name of one that there is it is that" "$(taken guangdong-2022 "$WORK/清单.csv")" '没有发现问题'
told no-roster 'p["resources"] = [r for r in p["resources"] if r["name"] not in ("staff", "app")]
p["x:rules"] = [r for r in p["x:rules"] if not {"staff", "app"} & {r["operands"].get("list"), r["operands"].get("of")}]'
is "a cycle without a list and without its rules holds" "$said$status" 0
like "an APP list is no list of developers" "$(taken no-roster "$WORK/清单.csv")" '本周期不收《工业APP清单》'
printf '企业人员花名册\n序号,姓名,部门,岗位\n1,张三,研发,工程师\n' >"$WORK/花名册.csv"
like "nor is a roster" "$(taken no-roster "$WORK/花名册.csv")" '本周期不收《企业人员花名册》'

rm -r "$HUIZONG_SCHEMAS"/{no-roster,many,without-staff,unread-file,bare-summary,other-summary,no-summary,next-year}

digest=$(cat "$HUIZONG_SCHEMAS"/fujian-2024/*.json | sha256sum)
status_is "a cycle that is there is not overwritten" 73 cycle new fujian-2024 --from guangdong-2022
is "and stays as it was" "$(cat "$HUIZONG_SCHEMAS"/fujian-2024/*.json | sha256sum)" "$digest"
status_is "a name that leads elsewhere is refused" 64 cycle new ../elsewhere --from fujian-2023
status_is "so is an old cycle that is none" 78 cycle new guangdong-2023 --from registers
refute "and leaves no folder" test -e "$HUIZONG_SCHEMAS/guangdong-2023"
status_is "an action that is none" 64 cycle show fujian-2023

sheet=$WORK/周期核对表.xlsx
check "the sheet to sign is written" cycle check fujian-2023 --sheet "$sheet"
cycle check fujian-2023 --sheet "$WORK/again.xlsx"
check "the same files give the same bytes" cmp "$sheet" "$WORK/again.xlsx"
cells=$(/usr/bin/python3 -B - "$sheet" <<'PYTHON'
import openpyxl, sys
for sheet in openpyxl.load_workbook(sys.argv[1]):
    for row in sheet.iter_rows(values_only=True):
        print(sheet.title, *("" if cell is None else cell for cell in row), sep="|")
PYTHON
)
like "with values and clauses" "$cells" '周期核对表\|往年入选年份（须重新申报、不占名额）\|2022\|福建省工业和信息化厅2023年6月5日通知 二（一）\|\|'
like "with assumptions and why" "$cells" '周期核对表\|受理截止时间\|2023年6月12日 24:00\|[^|]*\|通知只写“于2023年6月12日前”'
like "with words instead of keys" "$cells" '\|逾期如何处理\|先登记不计，由本单位决定\|'
like "with units and their aliases" "$cells" '推荐单位\|10\|PT\|平潭综合实验区经济发展局\|平潭综合实验区\|功能区\|平潭、平潭经发局'
like "with columns" "$cells" '表格栏目\|2023年跨行业跨领域工业互联网平台推荐信息汇总表\|栏目\|工业互联网平台名称\|名称\|是\|是\|'
form=2023年跨行业跨领域工业互联网平台申报书
like "with the form's fields, their units and whether 无 may be written" "$cells" \
    "表格栏目\\|$form\\|1\\.1 工业设备数量\\*\\|运行设备\\|整数\\|否\\|是\\|台/套\\|是\\|不小于0\\|"
like "with assumed units" "$cells" '\|投资金额\|数字\|否\|是\|万元（假定：表上未印单位[^|]*）\|否\|'
like "with limits" "$cells" '\|企业简介\|长文字\|否\|是\|\|否\|不超过1000字\|'
like "with blanks, years and what differs from the year before" "$cells" \
    '\|5.2 公司资源调配能力\*　第1空\|2021、2022年企业研发投入\|数字\|否\|是\|万元\|是\|不小于0\|2021年\|不可直接比：'
like "with the lists' columns" "$cells" '表格栏目\|工业设备清单\|栏目\|设备ID\|文字\|.*\|福建省工业和信息化厅2023年6月5日通知 附件2 （5）附件1\|'
like "with rules" "$cells" '规则\|超出名额\|over_quota\|提示\|'
like "and room to sign" "$cells" '主管处室负责人（签字）'
done_testing
