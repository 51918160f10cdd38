"""fields.py ROOT schemas|copy SHARED|labels SHARED: what the schemas of the three cycles and the table of all fields say differently, a line each."""
import csv, json, pathlib, re, sys, unicodedata

CYCLES = {"guangdong-2022": "in_gd2022", "guangzhou-2022": "in_gd2022", "fujian-2023": "in_fj2023"}
PRINTED = ("yes", "variant")
LISTS = {"equipment", "model", "app", "enterprise", "developer", "killer", "solution", "staff"}
KEY_COLUMNS = ["section", "label_zh", "field_key_en", "unit", "type", "in_gd2022", "in_fj2023"]

# The table's words for a type, and what a schema may make of them.
TYPES = [
    (r"text/ref\(unit\)", {"unit"}), (r"code\(9\) or uscc\(18\)", {"uscc"}), (r"date/period text", {"period"}), (r"date", {"date"}),
    (r"text\(PII\)", {"person"}), (r"text", {"text", "name", "person"}), (r"mobile", {"mobile"}), (r"phone", {"phone"}),
    (r"email", {"email"}), (r"integer", {"integer"}), (r"decimal", {"decimal"}), (r"percent", {"percent"}), (r"longtext", {"longtext"}),
    (r"bool", {"boolean"}), (r"tick", {"tick"}), (r"enum", {"enum"}),
]


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_cycle(root, cycle):
    folder = root / "schemas" / cycle
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return package, {resource["name"]: json.loads((folder / resource["schema"]).read_text(encoding="utf-8")) for resource in package["resources"]}


def kind_of(row):
    key = row["field_key_en"]
    if key.startswith("att_"):
        return key[4:].split(".")[0]
    return "summary" if key.startswith("sum_") else "application"


def is_list_row(row):
    return row["type"].startswith("list")


def types_of(row):
    if row["field_key_en"] == "sum_seq":
        return {"sequence"}
    if re.search(r"\((四类|自研\|生态伙伴)\)", row["label_zh"]):    # the label itself names the choices
        return {"enum"}
    return next(allowed for pattern, allowed in TYPES if re.match(pattern, row["type"]))


PEOPLE = set()     # people.csv


def is_personal(row):
    return "PII" in row["type"] or "PII" in row["label_zh"] or row["field_key_en"] in PEOPLE


def section_of(row):
    """The form's own number; three lines of the table stand for several sections and say the number in the label."""
    if row["section"] == "封面" or row["section"].startswith("一、"):
        return row["section"].split("、")[0]
    source = row["label_zh"] if "/" in row["section"] else row["section"].removeprefix("二")
    return re.match(r"\(\d\)|\d\.\d", source).group().replace("(", "（").replace(")", "）")


def comparable_of(row):
    marks = (row["in_gd2022"], row["in_fj2023"])
    return "variant" if "variant" in marks else "new" if "no" in marks else "same"


def differing(row, field):
    """(what, of the table, of the schema) for each thing that must be equal."""
    unit, number = row["unit"], field["x:type"] in ("integer", "decimal", "percent")
    allowed = types_of(row)
    yield "type", "|".join(sorted(allowed)) if field["x:type"] not in allowed else field["x:type"], field["x:type"]
    yield "three-state", "无" in row["type"], field.get("x:three-state", False)
    yield "personal", is_personal(row), field.get("x:personal", False)
    if unit == "字":
        yield "has a limit", True, "x:limit" in field
    elif number and (unit == "" or "(" in unit):       # none printed: assumed, or none at all
        yield "unit printed", False, "x:unit" in field and "x:unit-assumed" not in field
    else:
        yield "unit", "" if unit == "date" else unit, field.get("x:unit", "")
        yield "unit printed", True, "x:unit-assumed" not in field
    if kind_of(row) == "application":
        yield "section", section_of(row), field["x:section"]
        yield "comparable", comparable_of(row), field.get("x:comparable", "same")
    yield "a year is enough", "yyyy / " in row["type"], field.get("x:partial", False)
    if kind_of(row) == "application" and row["type"].endswith("(may be <0)"):
        yield "may be negative", True, "minimum" not in field.get("constraints", {})


def starred_differ(rows, sections):
    starred = {section["section"]: section.get("starred", False) for section in sections}
    for row in rows:
        if kind_of(row) == "application" and re.match(r"\d\.\d ", row["section"]):
            if row["section"].endswith("*") != starred[section_of(row)]:
                yield f"{row['section']}: starred {starred[section_of(row)]}"


def years_differ(package, field):
    """Years in a label are those of the cycle's settings."""
    base, since = (package["x:cycle"][key]["value"] for key in ("base_year", "since_year"))
    meant = {"since": {since}, "base": {base}, "base-1": {base - 1}}.get(field.get("x:years"), set())
    for label in [field["title"], *field.get("x:aliases", [])]:
        years = {int(year) for year in re.findall(r"(20\d\d)(?=年|、20)", label)}
        if years and years != ({base - 1, base} if "、20" in label else meant):
            yield f"{label}: not {sorted(meant)}"


def check_row(row, column, package, kinds, paper):
    key, kind, printed = row["field_key_en"], kind_of(row), row[column] in PRINTED
    if key in paper:
        if any(field["name"] == key for schema in kinds.values() for field in schema["fields"]):
            yield "paper only, and in a schema"
        return
    if is_list_row(row):
        if (kind in kinds) != printed:
            yield f"kind {kind} there: {kind in kinds}, asked for: {printed}"
        elif printed:
            if kinds[kind]["x:layout"] != "list" or kinds[kind].get("x:comparable", "same") != comparable_of(row):
                yield f"layout or comparable differ: {comparable_of(row)}"
        return
    found = [field for field in kinds.get(kind, {"fields": []})["fields"] if field["name"] == key]
    assumed = not printed and (row[column] == "body not in seed" or kind in kinds and kind in LISTS)
    if len(found) != (printed or assumed):
        yield f"in the schema {len(found)} times"
    for field in found:
        if ("x:clause" in field) != printed or ("x:assumed" in field) == printed:
            yield f"printed: {printed}, and clause: {field.get('x:clause')}"
        yield from (f"{what}: {table} in the table, {schema} in the schema" for what, table, schema in differing(row, field) if table != schema)
        yield from years_differ(package, field)


def check_schemas(root, fields):
    rows = read_csv(fields / "fields.csv")
    paper = {row["field"] for row in read_csv(fields / "paper_only.csv") if row["reason"]}
    beyond = {(row["kind"], row["field"]) for row in read_csv(fields / "beyond.csv") if row["reason"]}
    flags = {row["field_key_en"] for row in rows if "flag" in row["type"]}
    PEOPLE.update(row["field"] for row in read_csv(fields / "people.csv") if row["reason"])
    yield from (f"people.csv: {key}: not in fields.csv" for key in sorted(PEOPLE - {row["field_key_en"] for row in rows}))
    keys = {(kind_of(row), row["field_key_en"]) for row in rows}
    yield from (f"paper_only.csv: {key}" for key in sorted(paper ^ flags))
    unused = set(beyond)
    for cycle, column in CYCLES.items():
        package, kinds = read_cycle(root, cycle)
        for row in rows:
            yield from (f"{cycle}: {row['field_key_en']}: {what}" for what in check_row(row, column, package, kinds, paper))
        yield from (f"{cycle}: {what}" for what in starred_differ(rows, kinds["application"]["x:sections"]))
        for kind, schema in kinds.items():
            for field in schema["fields"]:
                place = (kind, field["name"])
                unused.discard(place)
                if place not in keys | beyond:
                    yield f"{cycle}: {kind}: {field['name']}: neither in fields.csv nor in beyond.csv"
    yield from (f"beyond.csv: {kind} {field}: in no schema" for kind, field in sorted(unused))


def check_copy(shared, fields):
    table = [{column: row[column] for column in KEY_COLUMNS} for row in read_csv(shared / "domain" / "fields.csv")]
    copy = read_csv(fields / "fields.csv")
    if table != copy:
        differ = [row["field_key_en"] for row, other in zip(table, copy) if row != other]
        yield f"fields.csv: {len(copy)} rows, the table has {len(table)}; other: {differ}"


def fold(text):
    text = re.sub(r"<[^>]+>", "", unicodedata.normalize("NFKC", text))
    text = re.sub(r"[\s_□]+", "", text).lower()
    return text.replace("杀手铜", "杀手锏").replace("“", '"').replace("”", '"')


def seed_text(shared, number, first):
    path = next((shared / "seeds").glob(f"{number}_*"))
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)[first - 1:]
    return fold("".join(line for line in lines if not re.fullmatch(r"\s*- \d+ -\s*", line)))


# What the form only pictures (年 月 日) or describes (按四类分别整理), so that no label is printed.
UNLABELLED = {"pledge_date", "recommend_date", "att_equipment.category", "att_equipment.name", "att_model.category", "att_app.kind"}


def check_labels(root, shared):
    for cycle, number, first in (("fujian-2023", "000", 155), ("guangdong-2022", "004", 365)):
        seed = seed_text(shared, number, first)
        package, kinds = read_cycle(root, cycle)
        for section in kinds["application"]["x:sections"]:
            mark = section["section"] + ("、" if section["section"] in ("一", "二") else "." if len(section["section"]) == 1 else "")
            title = section["title"] if section["section"] == "封面" else mark + section["title"] + "*" * section.get("starred", False)
            if section["section"] != "封面" and fold(title) not in seed:
                yield f"{cycle}: section {title}"
        for kind in set(kinds) - {"summary"}:
            for field in kinds[kind]["fields"]:
                labels = [] if "x:assumed" in field or field["name"] in UNLABELLED else [field["title"], field.get("description"), field.get("x:group")]
                yield from (f"{cycle}: {field['name']}: {label}" for label in labels if label and fold(label) not in seed)
        for resource in package["resources"]:
            if resource["name"] in LISTS and fold(resource["title"]) not in seed:
                yield f"{cycle}: list {resource['title']}"


root, what = pathlib.Path(sys.argv[1]), sys.argv[2]
folder = pathlib.Path(__file__).parent / "fields"
if what == "schemas":
    findings = check_schemas(root, folder)
elif what == "copy":
    findings = check_copy(pathlib.Path(sys.argv[3]), folder)
else:
    findings = check_labels(root, pathlib.Path(sys.argv[3]))
for finding in findings:
    print(finding)
