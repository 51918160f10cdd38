"""The blank workbooks against the schemas they were written from, and a clerk who fills them in.

    template.py names SCHEMAS CYCLE          the file names that the cycle's kinds must give
    template.py check SCHEMAS CYCLE DIR      a line for whatever is not as the schemas say
    template.py fill summary|zero BLANK OUT
    template.py fill SCHEMA BLANK OUT        form or list: fills in every field, prints "cell<TAB>value" for each
    template.py rows SCHEMA BLANK OUT        list: fills in three rows, prints each as typed_text.py writes it out
    template.py lists SCHEMAS CYCLE          a line for each list: its schema and the blank workbook's name
"""

import json
import pathlib
import sys

import openpyxl
from openpyxl.utils import get_column_letter

LAST_ROW = 1048576
LAST_COLUMN = 16384
TEXT_TYPES = {"text", "name", "person", "unit", "phone", "mobile", "uscc", "enum", "year", "longtext", "boolean", "tick", "email", "period", "time"}
problems = []


def expect(condition, *what):
    if not condition:
        problems.append(" ".join(str(part) for part in what))


def read_json(path):
    return json.loads(pathlib.Path(path).read_text())


class Cycle:
    def __init__(self, schemas, name):
        self.folder = pathlib.Path(schemas) / name
        package = read_json(self.folder / "datapackage.json")
        self.resources = package["resources"]
        self.values = {key: setting["value"] for key, setting in package["x:cycle"].items()}
        self.units = [unit["name"] for unit in self.values["units"] if unit["type"] != "direct" or self.values["direct_route"]]

    def kinds(self):
        for resource in self.resources:
            schema = read_json(self.folder / resource["schema"])
            layout = schema.get("x:layout", "table")
            stem = f'{self.values["attachment_no"]}-{resource["title"]}' if layout == "table" else resource["title"]
            yield layout, f"{stem}-填报模板.xlsx", resource["title"], schema

    def years(self, field):
        words, base = field.get("x:years"), self.values["base_year"]
        if words is None:
            return None
        if words == "since":
            return f'{self.values["since_year"]}年起'
        ends = [base + int(end[4:] or 0) for end in words.split("..")]
        return f"{ends[0]}年" if len(ends) == 1 else f"{ends[0]}至{ends[1]}年"


def choices_of(cycle, schema, field):
    if field["x:type"] == "unit":
        return cycle.units
    if field["x:type"] == "boolean":
        return ["是", "否"]
    if field["x:type"] == "tick":
        return ["√", "□"]
    if "x:choices" in field:
        return schema["x:lists"][field["x:choices"]]
    return field.get("constraints", {}).get("enum")


def list_demand(schema, field):
    """What a list asks for though no column of it is required by itself: that an entry can be known, and its platform."""
    names = [other["title"] for other in schema["fields"] if other.get("x:column") == "expected" and other["type"] == "string" and other["x:type"] != "sequence"]
    unique = [other["title"] for other in schema["fields"] if other.get("constraints", {}).get("unique")]
    if schema.get("x:layout") != "list":
        return None
    if field["x:place"] == "head":
        return "只申报一个平台的可不填"
    if field["title"] not in names + unique:
        return None
    return "、".join(names + unique) + "至少填一项" if unique else "是"


def rule_at(sheet, cell):
    rules = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    expect(len(rules) <= 1, sheet.title, cell, "has several rules")
    return rules[0] if rules else None


def offered(book, formula):
    name, area = formula.lstrip("=").split("!")
    return [cell.value for (cell,) in book[name.strip("'")][area.replace("$", "")]]


def check_entry(cycle, book, schema, field, where, cell, style):
    """Unlocked, of the right format, with its drop-down and a prompt that says what decides."""
    sheet = book.worksheets[0]
    expect(not style.protection.locked, where, "is locked")
    if field["x:type"] in TEXT_TYPES or field.get("x:partial"):
        expect(style.number_format == "@", where, "is no text:", style.number_format)
    elif field["x:type"] == "date":
        expect(style.number_format == "yyyy-mm-dd", where, "is no date:", style.number_format)
    else:
        expect(style.number_format == "General", where, "is no number:", style.number_format)
    rule, choices = rule_at(sheet, cell), choices_of(cycle, schema, field)
    prompt = rule.prompt if rule is not None and rule.prompt else ""
    expect(len(prompt) <= 255, where, "has too long a prompt")
    demand = list_demand(schema, field)
    expect((field.get("constraints", {}).get("required", False) or demand == "是") == prompt.startswith("必填"), where, "required?", prompt)
    expect(demand in (None, "是") or prompt.startswith(demand + "。"), where, "does not tell what is required:", prompt)
    expect("x:unit" not in field or f'单位：{field["x:unit"]}' in prompt, where, "does not tell its unit:", prompt)
    expect("x:limit" not in field or f'不超过{field.get("x:limit")}字' in prompt, where, "does not tell its limit:", prompt)
    expect(bool(field.get("x:three-state")) == ("没有的填“无”" in prompt), where, "无?", prompt)
    expect("x:years" not in field or cycle.years(field) in prompt, where, "does not tell its years:", prompt)
    if choices is None:
        expect(rule is None or rule.type in (None, "none"), where, "has a drop-down")
    else:
        expect(rule.type == "list" and offered(book, rule.formula1) == choices, where, "does not offer", choices)
        strict = "x:choices" not in field and field["x:type"] != "unit"
        expect(rule.errorStyle in ((None, "stop") if strict else ("warning",)), where, "error style", rule.errorStyle)


def locked(cell):
    expect(cell.protection.locked, cell.coordinate, cell.value, "can be overwritten")


def find(sheet, column, value):
    rows = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == value]
    expect(rows, sheet.title, "lacks", value)
    return rows[0] if rows else 1


def check_head(cycle, book, schema, title, layout):
    sheet = book.worksheets[0]
    title_row = find(sheet, 1, title)
    locked(sheet.cell(title_row, 1))
    for field in (field for field in schema["fields"] if field.get("x:place") == "head"):
        row = find(sheet, 1, field["title"] + "：")
        column = 3 if layout == "table" else 2
        locked(sheet.cell(row, 1))
        cell = sheet.cell(row, column)
        if field["x:type"] in ("person", "phone"):
            expect(cell.number_format == "@", cell.coordinate, "is no text")
        check_entry(cycle, book, schema, field, field["name"], cell.coordinate, cell)


def check_columns(cycle, book, schema, title, layout):
    sheet = book.worksheets[0]
    check_head(cycle, book, schema, title, layout)
    fields = [field for field in schema["fields"] if field["x:place"] == "row" and field.get("x:printed", True)]
    header = find(sheet, 1, fields[0]["title"])
    expect(sheet.print_title_rows == f"${header}:${header}", title, "repeats", sheet.print_title_rows)
    for column, field in enumerate(fields, start=1):
        label = field["title"] + (f'（{field["x:unit"]}）' if layout == "list" and field.get("x:unit", field["title"]) not in field["title"] else "")
        cell = sheet.cell(header, column)
        expect(cell.value == label, cell.coordinate, "is not", label)
        locked(cell)
        letter = get_column_letter(column)
        if layout == "list":
            check_entry(cycle, book, schema, field, field["name"], f"{letter}{LAST_ROW}", sheet.column_dimensions[letter])
        for row in range(header + 1, header + 11) if layout == "table" else ():
            check_entry(cycle, book, schema, field, field["name"], f"{letter}{row}", sheet.cell(row, column))
            expect(sheet.cell(row, column).value == (row - header if field["x:type"] == "sequence" else None), letter, row, "is not empty")
    if layout == "list":
        expect(sheet.freeze_panes == f"A{header + 1}", title, "freezes", sheet.freeze_panes)
        expect(sheet["B3"].value == "第1册/共1册" and not sheet["B3"].protection.locked, title, "has no part")
    beyond = sheet.column_dimensions[get_column_letter(len(fields) + 1)]
    expect(not beyond.protection.locked and beyond.number_format == "@", title, "takes no further column")
    expect(beyond.max == LAST_COLUMN, title, "has rows that are not unlocked to their end, so that none can be deleted")


def form_label(cycle, field):
    if "x:blank" not in field:
        return field["title"]
    return f'{field["title"]}（{cycle.years(field) or "第%d空" % field["x:blank"]}）'


def form_rows(cycle, sheet, schema):
    """Each field with its row: the rows of the sheet must be the schema's sections and fields, in order."""
    row = find(sheet, 1, "项目") + 1
    filled = {field["x:section"] for field in schema["fields"]} | {section.get("dimension") for section in schema["x:sections"]}
    for section in (section for section in schema["x:sections"] if section["section"] in filled):
        name = section["title"] if section["section"] == section["title"] else f'{section["section"]} {section["title"]}'
        expect(sheet.cell(row, 1).value == name + ("*" if section.get("starred") else ""), f"A{row} is not", name)
        row += 1
        group = None
        for field in (field for field in schema["fields"] if field["x:section"] == section["section"]):
            if "x:group" in field:
                expect(field["x:group"] == group or sheet.cell(row, 1).value == field["x:group"], f"A{row} is not", field["x:group"])
            group = field.get("x:group")
            yield field, row
            row += 1
    expect(sheet.max_row == row - 1, "the form goes on below row", row - 1)


A4_POINTS = 297 / 25.4 * 72


def pages(sheet):
    """The rows of each printed page, the second row repeated on each."""
    margins = sheet.page_margins
    breaks = {entry.id + 1 for entry in sheet.row_breaks.brk}
    page, room = [], A4_POINTS - (margins.top + margins.bottom) * 72
    used = 0
    for row in range(1, sheet.max_row + 1):
        height = sheet.row_dimensions[row].height
        if page and (row in breaks or used + height > room):
            yield page
            page, used = [], sheet.row_dimensions[2].height
        page.append(row)
        used += height
    yield page


def check_pages(sheet, title, sections):
    """No page ends with a section's title, none in a group of fields."""
    groups = {row: area.coord for area in sheet.merged_cells.ranges if area.min_col == area.max_col for row in range(area.min_row, area.max_row)}
    for page in list(pages(sheet))[:-1]:
        expect(sheet.cell(page[-1], 1).value not in sections, title, "has alone at the end of a page", sheet.cell(page[-1], 1).value)
        expect(page[-1] not in groups, title, "parts over two pages", groups.get(page[-1]))


def section_titles(schema):
    for section in schema["x:sections"]:
        name = section["title"] if section["section"] == section["title"] else f'{section["section"]} {section["title"]}'
        yield name + ("*" if section.get("starred") else "")


def check_form(cycle, book, schema, title):
    sheet = book.worksheets[0]
    check_pages(sheet, title, set(section_titles(schema)))
    expect(sheet["A1"].value == title, "title", sheet["A1"].value)
    expect(sheet.print_title_rows == "$2:$2", title, "repeats", sheet.print_title_rows)
    for field, row in form_rows(cycle, sheet, schema):
        label = sheet.cell(row, 2 if "x:group" in field else 1)
        expect(label.value == form_label(cycle, field), label.coordinate, "is not", form_label(cycle, field))
        locked(label)
        check_entry(cycle, book, schema, field, field["name"], f"C{row}", sheet.cell(row, 3))
        expect(sheet.cell(row, 3).value is None, field["name"], "is not empty")
        if "x:unit" in field or "x:years" in field:
            beside = (sheet.cell(row, 4).value, sheet.cell(row, 5).value)
            expect(beside == (field.get("x:unit"), cycle.years(field)), field["name"], "has beside it", beside)
        if field["x:type"] == "longtext":
            expect(sheet.row_dimensions[row].height >= (200 if "x:limit" in field else 100), field["name"], "is not tall")


def check_notes(cycle, book, schema, layout):
    sheet = book["填报说明"]
    first = find(sheet, 1, "栏目") + 1
    for row, field in enumerate(schema["fields"], start=first):
        cells = [sheet.cell(row, column).value for column in range(1, 9)]
        constraints = field.get("constraints", {})
        expect(cells[0] == field["title"], "notes", row, cells[0], "is not", field["title"])
        expect(field.get("description", "") in (cells[2] or ""), "notes", row, "lack the meaning")
        # a blank figure of a form stands as 材料有误, though the schema lets it be
        figure = layout == "form" and field.get("x:three-state") and "x:unit" in field
        required = "是" if constraints.get("required") else "是，没有的填“无”" if figure else list_demand(schema, field) or "否"
        want = [field.get("x:unit"), required, "是" if field.get("x:three-state") else "否", cycle.years(field)]
        expect(cells[3:7] == want, "notes", row, cells[3:7], "are not", want)
        for word in (field.get("x:clause"), field.get("x:assumed"), field.get("x:unit-assumed")):
            expect(word is None or word in cells[7], "notes", row, "lack the source", word)
        expect("x:assumed" not in field or "本系统假定：" in cells[7], "notes", row, "do not say that it is assumed")


def check_workbook(cycle, path, title, layout, schema):
    book = openpyxl.load_workbook(path)
    expect(book.sheetnames[1] == "填报说明", path.name, book.sheetnames)
    expect([sheet.sheet_state for sheet in book][:2] == ["visible", "visible"], path.name, "hides its sheet")
    expect(all(sheet.sheet_state == "hidden" for sheet in book.worksheets[2:]), path.name, "shows its choices")
    for sheet in book:
        expect(sheet.protection.sheet and sheet.protection.password is None, path.name, sheet.title, "is not protected, or with a password")
        expect(sheet.page_setup.paperSize in (9, "9") and sheet.sheet_properties.pageSetUpPr.fitToPage, path.name, sheet.title, "does not fit on A4")
        for row in sheet.iter_rows():
            for cell in row:
                expect(cell.data_type != "f", path.name, cell.coordinate, "is a formula")
    if layout == "form":
        check_form(cycle, book, schema, title)
    else:
        check_columns(cycle, book, schema, title, layout)
    check_notes(cycle, book, schema, layout)


def fill_summary(sheet, rows):
    sheet["C3"], sheet["C4"], sheet["C5"] = sys.argv[5], "张样", "0591-87000001"
    for at, values in enumerate(rows, start=7):
        for column, value in enumerate(values, start=2):
            sheet.cell(at, column).value = value


def put(sheet, cell, value):
    sheet[cell] = value
    sheet[cell].data_type = "s"
    print(cell, value, sep="\t")


def fill_every_field(cycle, sheet, schema):
    if schema["x:layout"] == "form":
        for field, row in form_rows(cycle, sheet, schema):
            put(sheet, f"C{row}", f'00{row}={field["name"]}')
        return
    put(sheet, "B2", "闽江云平台")
    fields = [field for field in schema["fields"] if field["x:place"] == "row" and field.get("x:printed", True)]
    for column, field in enumerate(fields, start=1):
        put(sheet, f"{get_column_letter(column)}5", f'00{column}={field["name"]}')


# Of each type what three rows hold, in the cell and as it must be read.
ROWS = {
    "sequence": ([1, "1"], [2, "2"], [3, "3"]),
    "text": (["采煤机", "采煤机"], ["A-001", "A-001"], ["纺织行业", "纺织行业"]),
    "name": (["福州闽江有限公司", "福州闽江有限公司"], ["福州鼓岭有限公司", "福州鼓岭有限公司"], ["福州马尾有限公司", "福州马尾有限公司"]),
    "person": (["张样", "张样"], ["李样", "李样"], ["王样", "王样"]),
    "decimal": ([101.5, "101.5"], [0, "0"], [12, "12"]),
    "integer": ([1, "1"], [2, "2"], [3, "3"]),
}


def fill_rows(sheet, schema):
    sheet["B2"] = "闽江云平台"
    fields = [field for field in schema["fields"] if field["x:place"] == "row" and field.get("x:printed", True)]
    for at in range(3):
        pairs = []
        for column, field in enumerate(fields, start=1):
            choices = field.get("constraints", {}).get("enum")
            value, text = [choices[at % len(choices)]] * 2 if choices else ROWS[field["x:type"]][at]
            sheet.cell(5 + at, column).value = value
            pairs.append(f'{field["name"].split(".")[1]}={text}')
        print(5 + at, *pairs, sep="\t")


def main(command, *arguments):
    if command == "names":
        print("\n".join(name for _, name, _, _ in Cycle(*arguments).kinds()))
    elif command == "lists":
        print("\n".join(f'{resource["schema"]}\t{resource["title"]}-填报模板.xlsx' for resource, (layout, *_) in
                        zip(Cycle(*arguments).resources, Cycle(*arguments).kinds()) if layout == "list"))
    elif command == "rows":
        schema, blank, out = arguments
        book = openpyxl.load_workbook(blank)
        fill_rows(book.worksheets[0], read_json(schema))
        book.save(out)
    elif command == "check":
        cycle = Cycle(*arguments[:2])
        for layout, name, title, schema in cycle.kinds():
            check_workbook(cycle, pathlib.Path(arguments[2]) / name, title, layout, schema)
        print("\n".join(problems))
    elif command == "fill":
        what, blank, out, unit = arguments
        book = openpyxl.load_workbook(blank)
        if what == "summary":
            fill_summary(book.worksheets[0], [("闽江云平台", "福州闽江有限公司", "李样", "13900000001"), ("鼓岭平台", "福州鼓岭有限公司", "王样", "13900000002")])
        elif what == "zero":
            fill_summary(book.worksheets[0], [])
        else:
            path = pathlib.Path(what)
            fill_every_field(Cycle(path.parent.parent, path.parent.name), book.worksheets[0], read_json(path))
        book.save(out)


main(*sys.argv[1:])
