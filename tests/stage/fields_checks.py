"""fields_checks.py ROOT [SHARED]: the checks of the project's table of all fields (checks.csv) that no rule or definition makes, a line each."""
import csv, json, pathlib, re, sys

CYCLES = {"fujian-2023": "FJ", "guangdong-2022": "GD", "guangzhou-2022": "GD"}
COLUMNS = {"FJ": "in_fj2023", "GD": "in_gd2022"}
SEVERITIES = {"E": "error", "W": "warning"}


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_cycle(root, cycle):
    folder = root / "schemas" / cycle
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    schemas = {resource["name"]: json.loads((folder / resource["schema"]).read_text(encoding="utf-8")) for resource in package["resources"]}
    fields = {(kind, field["name"]): field for kind, schema in schemas.items() for field in schema["fields"]}
    return {rule["code"]: rule for rule in package["x:rules"]}, fields


def kind_of(key):
    if key.startswith("att_"):
        return key[4:].split(".")[0]
    return "summary" if key.startswith("sum_") else "application"


def severity_of(weight, year):
    """"W", "FJ E, GD W", or "FJ W" where it is for one of them alone."""
    match = re.search(year + r" ([EW])", weight)
    return SEVERITIES[match.group(1) if match else weight]


def words_of(operands):
    for value in operands.values():
        yield from value if isinstance(value, list) else [value]


def speaks_of(rule, key):
    """Operands name the field or its list; the rules on the summary's rows need not."""
    words = set(words_of(rule["operands"]))
    return not words or key in words or key.startswith("att_") and kind_of(key) in words


def rules_differ(row, year, rules):
    codes = [code for code in row["what"].split() if code in rules]
    if not codes:
        yield f"no rule {row['what']}"
    for code in codes:
        if rules[code]["severity"] != severity_of(row["weight"], year):
            yield f"{code} is told as {rules[code]['severity']}, asked for {row['weight']}"
        if not speaks_of(rules[code], row["field"]) and code not in ("killer_rows_many", "winner_candidate"):
            yield f"{code} does not speak of it"


def says(field, what):
    """x:type=percent; constraints.enum|x:choices: one of them is there."""
    name, _, wanted = what.partition("=")
    for path in name.split("|"):
        value = field
        for part in path.split("."):
            value = value.get(part, {}) if isinstance(value, dict) else {}
        text = json.dumps(value) if isinstance(value, (bool, int)) else value
        if value != {} and (not wanted or text == wanted):
            return True
    return False


def check_row(row, year, rules, fields):
    place = (kind_of(row["field"]), row["field"])
    if row["by"] == "rule":
        yield from rules_differ(row, year, rules)
    elif row["by"] == "definition" and place in fields and not says(fields[place], row["what"]):
        yield f"the definition does not say {row['what']}"
    elif row["by"] == "list" and not fields[(place[0], row["what"])].get("constraints", {}).get("unique"):
        yield f"{row['what']} is not unique in the list"
    elif row["by"] == "out" and not row["reason"]:
        yield "left out without a reason"
    elif row["by"] not in ("rule", "definition", "list", "out"):
        yield f"by {row['by']}?"


def asked_for(row, year, table):
    other = "GD" if year == "FJ" else "FJ"
    if re.search("FJ|GD", row["weight"]) and year not in row["weight"]:
        return False
    return table[row["field"]][COLUMNS[year]] != "no" and not re.match(other + r"\b(?! E,)", row["check"])


def beyond_differs(root, beyond):
    everywhere = {code: rule for cycle in CYCLES for code, rule in read_cycle(root, cycle)[0].items()}
    for row in beyond:
        if everywhere.get(row["code"], {}).get("severity") != row["severity"]:
            yield f"{row['code']}: in rules_beyond.csv, and no rule that is told as {row['severity']}"


def check_cycles(root, rows, beyond, table):
    shapes = {path.stem.removeprefix("rule_") for path in (root / "tests" / "sql").glob("rule_*.sql")}
    named = {code for row in rows if row["by"] == "rule" for code in row["what"].split()} | {row["code"] for row in beyond}
    yield from beyond_differs(root, beyond)
    for cycle, year in CYCLES.items():
        rules, fields = read_cycle(root, cycle)
        for row in rows:
            if asked_for(row, year, table):
                yield from (f"{cycle}: {row['field']}: {row['check']}: {what}" for what in check_row(row, year, rules, fields))
        yield from (f"{cycle}: {code}: a rule that no check asks for" for code in sorted(rules) if rules[code]["shape"] in shapes and code not in named)


def check_copy(shared, rows):
    table = read_csv(shared / "domain" / "fields.csv")
    there = [(row["field_key_en"], check.strip()) for row in table for check in row["checks"].split(";") if check.strip()]
    here = [(row["field"], row["check"]) for row in rows]
    yield from (f"{key}: {check}: in the table, not in checks.csv" for key, check in there if (key, check) not in here)
    yield from (f"{key}: {check}: in checks.csv, not in the table" for key, check in here if (key, check) not in there)


folder = pathlib.Path(__file__).parent / "fields"
checks = read_csv(folder / "checks.csv")
if len(sys.argv) > 2:
    findings = check_copy(pathlib.Path(sys.argv[2]), checks)
else:
    findings = check_cycles(pathlib.Path(sys.argv[1]), checks, read_csv(folder / "rules_beyond.csv"), {row["field_key_en"]: row for row in read_csv(folder / "fields.csv")})
for finding in findings:
    print(finding)
