#!/bin/bash
# Every field that the notices ask for is defined, in the cycles that ask for it and as they ask for it, or is written down as paper only: tests/stage/fields/README.md.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

SHARED=${HUIZONG_SHARED:-$ROOT/../shared}

fields() {
    PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$ROOT/tests/stage/fields.py" "$@"
}

# after FILE OLD NEW: what the test says of the schemas with one text changed.
after() {
    rm -rf "$WORK/schemas"
    cp -R "$ROOT/schemas" "$WORK/schemas"
    /usr/bin/python3 -B -c '
import pathlib, re, sys
path, old, new = sys.argv[1:]
text = pathlib.Path(path).read_text()
changed = re.sub(old, new, text, count=1, flags=re.S)
assert changed != text, old
pathlib.Path(path).write_text(changed)' "$WORK/schemas/$1" "$2" "$3"
    fields "$WORK" schemas
}

# The kinds of a cycle that have a layout, in the order of the package.
kinds() {
    /usr/bin/python3 -B - "$ROOT/schemas/$1" <<'PYTHON'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
for resource in json.loads((folder / "datapackage.json").read_text())["resources"]:
    print(resource["name"], json.loads((folder / resource["schema"]).read_text()).get("x:layout", "table"), end=" ")
PYTHON
}

is "every field is in the schemas or paper only, and the other way round" "$(fields "$ROOT" schemas)" ""
is "fujian has eight lists" "$(kinds fujian-2023)" \
    "summary table application form equipment list model list app list enterprise list developer list killer list solution list staff list "
is "guangdong has five" "$(kinds guangdong-2022)" \
    "summary table application form equipment list model list app list enterprise list solution list "
for kind in application equipment model app enterprise solution; do
    check "guangzhou's form is guangdong's: $kind" cmp "$ROOT/schemas/guangzhou-2022/$kind.json" "$ROOT/schemas/guangdong-2022/$kind.json"
done

like "a field that is gone is told" "$(after fujian-2023/application.json '"name": "eq_run"' '"name": "eq_running"')" \
    '^fujian-2023: eq_run: in the schema 0 times'
like "another unit is told" "$(after guangdong-2022/application.json '("name": "rev_3y".*?"x:unit": )"万元"' '\1"%"')" \
    'guangdong-2022: rev_3y: unit: 万元 in the table, % in the schema'
like "a unit taken for printed is told" "$(after fujian-2023/application.json '("name": "ent_debt_ratio".*?), "x:unit-assumed": "[^"]*"' '\1')" \
    'fujian-2023: ent_debt_ratio: unit printed'
like "a lost 无 is told" "$(after guangdong-2022/application.json '("name": "patents".*?), "x:three-state": true' '\1')" \
    'guangdong-2022: patents: three-state: True in the table, False in the schema'
like "people's data in the open are told" "$(after fujian-2023/app.json '("name": "att_app.contact".*?), "x:personal": true' '\1')" \
    'fujian-2023: att_app.contact: personal'
like "last year's label is told" "$(after fujian-2023/application.json '2022年平台相关的业务收入' '2021年平台相关的业务收入')" \
    'fujian-2023: rev_year: 2021年平台相关的业务收入'
like "a field of our own is told" "$(after fujian-2023/killer.json '"att_killer.scene"' '"att_killer.place"')" \
    'killer: att_killer.place: neither in fields.csv nor in beyond.csv'

checks() {
    PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$ROOT/tests/stage/fields_checks.py" "$@"
}

# checks_after FILE OLD NEW: what the test of the checks says with one text changed.
checks_after() {
    after "$@" >"$WORK/log"
    mkdir -p "$WORK/tests"
    cp -R "$ROOT/tests/sql" "$WORK/tests/"
    checks "$WORK"
}

is "every check is a rule, a part of the definition, or left out for a reason; and every rule is asked for" "$(checks "$ROOT")" ""
like "a rule that is gone is told" "$(checks_after fujian-2023/datapackage.json '"code": "eq_total_sum"' '"code": "eq_total_summed"')" \
    'fujian-2023: eq_total: E: = eq_run\+eq_proc\+eq_move\+eq_other: no rule eq_total_sum'
like "an error told as a warning is told" \
    "$(checks_after guangdong-2022/datapackage.json '"code": "rev_year_over_3y", "shape": "not_greater", "severity": "error"' '"code": "rev_year_over_3y", "shape": "not_greater", "severity": "warning"')" \
    'guangdong-2022: rev_3y: E: >= rev_year: rev_year_over_3y is told as warning, asked for E'
like "a rule that leaves a field out is told" "$(checks_after fujian-2023/datapackage.json '"eq_proc", "eq_move"' '"eq_proc"')" \
    'fujian-2023: eq_move: part of eq_total: eq_total_sum does not speak of it'
like "a rule of our own is told" "$(checks_after fujian-2023/datapackage.json '"code": "eq_total_rows"' '"code": "eq_total_lines"')" \
    'fujian-2023: eq_total_lines: a rule that no check asks for'
like "a definition that lost its check is told" "$(checks_after fujian-2023/application.json '"x:limit": 2500, ?' '')" \
    'fujian-2023: architecture_text: 限2500字: the definition does not say x:limit=2500'

if [[ -e $SHARED/domain/fields.csv ]]; then
    is "the checks are those of the table" "$(checks "$ROOT" "$SHARED")" ""
    is "the copy of the table is the table" "$(fields "$ROOT" copy "$SHARED")" ""
    is "each label is printed in its notice" "$(fields "$ROOT" labels "$SHARED")" ""
fi
done_testing
