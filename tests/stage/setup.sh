#!/bin/bash
# huizong-setup: migrations forward only, cycles in place, nothing written where nothing changed.
. "$(dirname "$0")/../lib.sh"

SCHEMAS=$WORK/schemas
PACKAGE=$SCHEMAS/guangdong-2022/datapackage.json

setup() {
    "$BIN/huizong-setup" --schemas "$SCHEMAS" --database "$PGURI" "$@"
}

# change OLD NEW: one text in Guangdong's package.
change() {
    /usr/bin/python3 -B -c '
import pathlib, sys
path, old, new = sys.argv[1:]
text = pathlib.Path(path).read_text()
assert old in text, old
pathlib.Path(path).write_text(text.replace(old, new))' "$PACKAGE" "$1" "$2"
}

refused() {
    local name=$1 status=$2 message=$3 output got=0
    output=$(setup 2>&1) || got=$?
    is "$name: exit status" "$got" "$status"
    like "$name: message" "$output" "$message"
}

settings() {
    sql "select concat_ws('|', quota, quota_advise, late, surplus, deadline, deadline_inclusive, attachment_no)
         from cycle where cycle = '$1'"
}

cp -R "$ROOT/schemas" "$SCHEMAS"
pg_start

migrations=$(find "$ROOT/sql/migrations" -name '*.sql' | wc -l)
like "the first run says what it did" "$(setup)" "database: $migrations migrations applied"
is "every migration is on record" "$(sql 'select count(*) from schema_migration')" "$migrations"
is "guangdong as its notice says" "$(settings guangdong-2022)" "2|refuse|keep-first|2022-03-18 07:00:00+00|t|附件4"
is "guangzhou advises" "$(settings guangzhou-2022)" "2|refuse|keep-first|2022-03-17 10:00:00+00|t|附件4"
is "fujian until the last second of its day" "$(settings fujian-2023)" "2|decide|keep-first|2023-06-12 16:00:00+00|t|附件3"
is "an alias is found folded" \
    "$(sql "select unit_code from unit_alias where cycle = 'fujian-2023' and folded = '350128'")" PT
is "the registers' fields are there" \
    "$(sql "select count(distinct kind) from field where cycle = 'registers'")" 9
is "every kind in its order, with its layout" \
    "$(sql "select string_agg(kind || ' ' || layout, ' ' order by kind_order) from upload_kind where cycle = 'guangdong-2022'")" \
    "summary table application form equipment list model list app list enterprise list solution list"
is "a form has 21 indicators in five dimensions" \
    "$(sql "select count(*), count(distinct dimension) from form_section where cycle = 'fujian-2023' and dimension is not null")" "21|5"
is "a field knows its place, unit, years and whether 无 may be written" \
    "$(sql "select f.place, f.section, f.label_group, f.value_type, f.unit, f.three_state, f.years, f.minimum, f.comparable, s.starred
            from field f join form_section s using (cycle, kind, section) where cycle = 'guangdong-2022' and field = 'rev_year'")" \
    "form|5.1|主营业务收入|decimal|万元|t|base|0|variant|t"
is "a field knows what may be chosen" \
    "$(sql "select choices, open_choices from field where cycle = 'fujian-2023' and field in ('sec_app', 'iaas_mode') order by field")" \
    $'{自建,租用}|f\n{是,否}|f'
is "an assumed unit and an assumed field say why" \
    "$(sql "select count(*) from field where cycle = 'guangzhou-2022' and field in ('platform_investment', 'att_app.name')
            and coalesce(unit_assumed, assumed) <> ''")" 2
is "a second run says nothing" "$(setup)" ""

before=$(sql "select sum(xmin::text::bigint) from (select xmin from unit union all select xmin from rule
              union all select xmin from field union all select xmin from upload_kind union all select xmin from form_section
              union all select xmin from unit_alias union all select xmin from cycle) r")
setup
is "and writes nothing" "$before" \
    "$(sql "select sum(xmin::text::bigint) from (select xmin from unit union all select xmin from rule
            union all select xmin from field union all select xmin from upload_kind union all select xmin from form_section
              union all select xmin from unit_alias union all select xmin from cycle) r")"

# What somebody wrote into the database is put right and told: all that the files say, and the quota also where a night has given seats by it.
sql "update cycle set quota = 9, deadline = deadline + interval '9 days', title = 'x', settings = '{}' where cycle = 'guangdong-2022';
     update rule set severity = 'warning' where cycle = 'guangdong-2022' and code = 'unit_mismatch';
     update unit set unit_type = 'direct' where cycle = 'guangdong-2022' and unit_code = '440200';
     update field set personal = false where cycle = 'guangdong-2022' and field = 'sum_contact';
     insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit) values ('guangdong-2022', '440100', 'city', 9, 9)"
said=$(setup) && status=0 || status=$?
is "settings that were altered in the database: exit status" "$status" 1
like "how many, and that the files have not changed" "$said" '^guangdong-2022：数据库里的周期设置.*有4条与schemas不同，而schemas自上次生效以来没有变过'
is "they are as the notice says again" "$(settings guangdong-2022)" "2|refuse|keep-first|2022-03-18 07:00:00+00|t|附件4"
is "and a second run says nothing once more" "$(setup; echo $?)" 0

is "the catalogue's short names are there, for registers" "$(sql 'select count(*) from message')" \
    "$(/usr/bin/python3 -c 'import json, sys; print(len(json.load(open(sys.argv[1]))))' "$ROOT/schemas/messages.json")"

change '2022-03-18T15:00:00+08:00' '2022-03-19T15:00:00+08:00'
like "a postponed deadline is updated in place" "$(setup)" '^guangdong-2022: [0-9]+ rows changed$'
is "to the new instant" "$(settings guangdong-2022)" "2|refuse|keep-first|2022-03-19 07:00:00+00|t|附件4"

/usr/bin/python3 -B - "$PACKAGE" <<'PYTHON'
import json, pathlib, sys
path = pathlib.Path(sys.argv[1])
package = json.loads(path.read_text())
package["x:cycle"]["units"]["value"].reverse()
path.write_text(json.dumps(package, ensure_ascii=False))
PYTHON
sql "insert into unit (cycle, unit_code, unit_name, short_name, unit_type, unit_order, added_at)
     values ('guangdong-2022', 'REG', '登记单位', '登记单位', 'related', 24, now())"
setup >"$WORK/log"
is "units follow the order of the file, the register's behind" \
    "$(sql "select string_agg(unit_code, ' ' order by unit_order) from unit
            where cycle = 'guangdong-2022' and (unit_order in (1, 2, 23) or unit_code = 'REG')")" "ZB XG 440100 REG"

cp "$ROOT/schemas/guangdong-2022/datapackage.json" "$PACKAGE"
setup >"$WORK/log"
/usr/bin/python3 -B - "$PACKAGE" <<'PYTHON'
import json, pathlib, sys
path = pathlib.Path(sys.argv[1])
package = json.loads(path.read_text())
units = package["x:cycle"]["units"]["value"]
package["x:cycle"]["units"]["value"] = [unit for unit in units if unit["code"] != "440200"]
path.write_text(json.dumps(package, ensure_ascii=False))
PYTHON
sql "insert into quota_seat (cycle, unit_code, unit_type, seat_no, seat_limit) values ('guangdong-2022', '440200', 'city', 1, 2)"
refused "a unit with a past cannot go" 78 'guangdong-2022": a unit that is gone from its files'
sql "delete from quota_seat"
setup >"$WORK/log"
is "one without goes" "$(sql "select count(*) from unit where cycle = 'guangdong-2022' and unit_code = '440200'")" 0
is "with its aliases" "$(sql "select count(*) from unit_alias where cycle = 'guangdong-2022' and unit_code = '440200'")" 0

cp "$ROOT/schemas/guangdong-2022/datapackage.json" "$PACKAGE"
setup >"$WORK/log"
change '2022-03-18T15:00:00+08:00' '2022-02-30T15:00:00+08:00'
refused "an impossible date" 78 'guangdong-2022/datapackage.json: x:cycle.deadline.value: '
is "changes nothing" "$(settings guangdong-2022)" "2|refuse|keep-first|2022-03-18 07:00:00+00|t|附件4"
cp "$ROOT/schemas/guangdong-2022/datapackage.json" "$PACKAGE"
change '"code": "unit_mismatch"' '"code": "no_words_for_this"'
refused "a rule without words" 78 'x:rules\[[0-9]+\]\([a-z_]+\).code: its code is not in messages.json'
cp "$ROOT/schemas/guangdong-2022/datapackage.json" "$PACKAGE"
echo '{"file_mb": 5}' >"$SCHEMAS/limits.json"
refused "a limit of no known name" 78 'limits.json: .*file_mb'
rm "$SCHEMAS/limits.json"
change '"shape": "onward"' '"shape": "inward"'
refused "a rule of no known shape" 78 'x:rules\[[0-9]+\]\([a-z_]+\).shape: its shape is not in sql/rules'
cp "$ROOT/schemas/guangdong-2022/datapackage.json" "$PACKAGE"

# operands NAME OLD NEW MESSAGE: a rule that asks of what the cycle does not have.
operands() {
    change "$2" "$3"
    refused "$1" 78 "guangdong-2022/datapackage.json: x:rules\\[[0-9]+\\]\\([a-z_]+\\)\\.operands$4"
    cp "$ROOT/schemas/guangdong-2022/datapackage.json" "$PACKAGE"
}
operands "a field that the form does not have" '"total": "eq_total", "parts": ["eq_run"' '"total": "eq_total", "parts": ["eq_ran"' \
    '.parts\[0\]: no such field in the form'
operands "a text in the place of a figure" '"field": "protocol_kinds"' '"field": "ent_address"' '.field: not a number'
operands "figures of two units" '"field": "parks_national", "limit": "parks_served"' '"field": "parks_national", "limit": "rev_year"' \
    '.limit: of another unit than the figure before'
operands "a share that is none" '"share": "rd_base_pct"' '"share": "rd_base"' '.share: no such percentage in the form'
operands "a date that is none" '"then": "recommend_date"' '"then": "platform_name"' '.then: neither a date'
operands "a field that the summary does not have" '"summary": "sum_mobile"' '"summary": "contact_mobile"' '.summary: no such field in the summary'
change '"list": "model"' '"list": "killer"'
refused "a list that this cycle does not have" 78 'x:rules\[[0-9]+\]\(model_total_rows\): asks of "killer", which is no resource of this cycle'
cp "$ROOT/schemas/guangdong-2022/datapackage.json" "$PACKAGE"
operands "a column that the list does not have" '"list": "model", "declared"' '"list": "model", "column": "att_model.size", "value": "x", "declared"' \
    '.column: no such column in the list'
operands "a column without a value" '"list": "app", "declared"' '"list": "app", "column": "att_app.kind", "declared"' ': a column and its value only together'
operands "two answers to compare with" '"other": "ent_name"' '"other": "ent_name", "summary": "sum_enterprise"' ': one of two alternatives'
operands "a choice that is none" '"is": "租用"' '"is": "租赁"' '.is: not one of the choices'
operands "a limit that is no number" '"most": "500"' '"most": "五百"' '.most: not a number in decimal text'
operands "an operand of no known name" '"most": "500"' '"most": "500", "least": "1"' '.*least'
operands "an operand that is missing" '"tolerance": "1"' '"contains": true' '.*contains'
operands "operands of a shape that has none" '"shape": "late", "severity": "error", "operands": {}' '"shape": "late", "severity": "error", "operands": {"most": "1"}' '.*most'

sed -i 's/"x:unit": "台\/套", "x:three-state": true/"x:unit": "台\/套"/' "$SCHEMAS/guangdong-2022/application.json"
like "a corrected form is updated in place" "$(setup --cycle guangdong-2022)" '^guangdong-2022: [0-9]+ rows changed$'
is "to what its file says" \
    "$(sql "select count(*) from field where cycle = 'guangdong-2022' and unit = '台/套' and three_state")" 0
sed -i 's/"section": "5.3"/"section": "5.2"/' "$SCHEMAS/guangdong-2022/application.json"
refused "a section that is there twice" 78 'guangdong-2022/application.json: x:sections\[[0-9]+\]: a section of that number'
cp "$ROOT/schemas/guangdong-2022/application.json" "$SCHEMAS/guangdong-2022/application.json"
LIST=$SCHEMAS/guangdong-2022/equipment.json
sed -i 's/att_equipment.daily_run/att_equipment.nightly_run/' "$LIST"
refused "a list's field that the database has no column for" 78 \
    'guangdong-2022/equipment.json: field "att_equipment.nightly_run": no column of the database holds it as boolean'
cp "$ROOT/schemas/guangdong-2022/equipment.json" "$LIST"
sed -i '/"name": "att_equipment.name"/,/"x:type"/s/"x:type": "text"/"x:type": "decimal"/; /"name": "att_equipment.name"/s/"string"/"number"/' "$LIST"
refused "or only one of another type" 78 'equipment.json: field "att_equipment.name": no column .* as decimal'
cp "$ROOT/schemas/guangdong-2022/equipment.json" "$LIST"
rm "$SCHEMAS/guangdong-2022/solution.json"
change '"schema": "enterprise.json"},' '"schema": "enterprise.json"}'
change '    {"name": "solution", "title": "解决方案清单", "data": [], "schema": "solution.json"}' ''
refused "a kind that is gone while a rule asks of it" 78 'guangdong-2022/datapackage.json: x:rules\[[0-9]+\]\([a-z_]+\): asks of "solution", which is no resource'
/usr/bin/python3 -B - "$PACKAGE" <<'PYTHON'
import json, pathlib, sys
path = pathlib.Path(sys.argv[1])
package = json.loads(path.read_text())
package["x:rules"] = [rule for rule in package["x:rules"] if rule["operands"].get("list") != "solution"]
path.write_text(json.dumps(package, ensure_ascii=False))
PYTHON
setup >"$WORK/log"
is "a kind that is gone goes with its fields" \
    "$(sql "select (select count(*) from upload_kind where cycle = 'guangdong-2022' and kind = 'solution') +
                   (select count(*) from field where cycle = 'guangdong-2022' and kind = 'solution')")" 0
cp "$ROOT"/schemas/guangdong-2022/*.json "$SCHEMAS/guangdong-2022/"

cp -R "$ROOT/tests/night/fourth/schemas/." "$SCHEMAS"
like "a fourth cycle needs files alone" "$(setup --cycle jiangxi-2024)" '^jiangxi-2024: [0-9]+ rows changed$'
is "with its own values" "$(settings jiangxi-2024)" "3|refuse|hold-all|2024-05-31 09:30:00+00|f|附件5"
is "and its own columns" \
    "$(sql "select label from field where cycle = 'jiangxi-2024' and field = 'sum_platform_name'")" 平台全称

sql "update schema_migration set sha256 = repeat('0', 64) where migration = '0001_cycles'"
refused "an edited migration" 69 'migration "migrations/0001_cycles" was edited'
sql "update schema_migration set migration = '0000_before' where migration = '0001_cycles'"
refused "a database with another history" 69 '0000_before'
sql "truncate schema_migration"
sql "insert into schema_migration values ('9999_future', repeat('0', 64))"
refused "a newer database" 69 '9999_future'
done_testing
