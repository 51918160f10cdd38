#!/usr/bin/python3
"""workbooks.py official TABLE.xlsx WANTED.json | own UNITS_DIR DECISIONS.csv | readable DIR
workbooks.py indicators BOOK.xlsx FIGURES.tsv SCHEMAS/CYCLE
workbooks.py states LEDGER.xlsx SCHEMAS/CYCLE

Reads the produced workbooks with openpyxl, a reader that has nothing to do with their writer; prints what is wrong, exit status 1 where anything is.
`states` prints the ledger's sheet 申报材料 as CSV for compare.py, with kinds and codes for their titles.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from decimal import Decimal, InvalidOperation
from pathlib import Path

from openpyxl import load_workbook

A4 = "9"


def text(cell):
    return "" if cell.value is None else str(cell.value)


def lines_of(sheet):
    return [[text(cell) for cell in row] for row in sheet.iter_rows()]


def header_row(sheet, columns):
    """The 1-based row that holds exactly these labels, or None."""
    for number, line in enumerate(lines_of(sheet), 1):
        if line[: len(columns)] == columns:
            return number
    return None


def table_rows(sheet, header):
    rows = []
    for row in sheet.iter_rows(min_row=header + 1):
        if not text(row[0]).isdigit():
            break
        rows.append(row)
    return rows


def official_problems(path, wanted):
    sheet = load_workbook(path).worksheets[0]
    lines = lines_of(sheet)
    header = header_row(sheet, wanted["columns"])
    if header is None:
        yield f"no header row {wanted['columns']}"
        return
    above = lines[: header - 1]
    if not any(wanted["title"] in line for line in above):
        yield f"the title {wanted['title']!r} does not stand above the table"
    for label, value in wanted["head"]:
        if not any(label in cell and value in "".join(line) for line in above for cell in line):
            yield f"the head block lacks {label} {value}"
    rows = table_rows(sheet, header)
    got = [[text(cell) for cell in row[:3]] for row in rows]
    want = [[str(i), *names] for i, names in enumerate(wanted["rows"], 1)]
    if got != want:
        yield f"rows are {got}, expected {want}"
    yield from cell_problems(sheet, rows, wanted)
    yield from figure_problems(rows, wanted)
    yield from width_problems(sheet, rows, wanted)
    yield from page_problems(sheet, header)
    if sheet.page_setup.orientation != wanted.get("orientation", "portrait"):
        yield f"the page lies {sheet.page_setup.orientation}"


def figure_problems(rows, wanted):
    """Amounts are numbers in the column's unit, shown with all their decimals."""
    for label, figures in wanted.get("figures", {}).items():
        column = wanted["columns"].index(label)
        got = [[row[column].value, row[column].number_format] for row in rows]
        if got != figures:
            yield f"{label} is {got}, expected {figures}"


PIXELS_PER_CHARACTER, PADDING = 7, 5


def width_problems(sheet, rows, wanted):
    """What must not break has room for as many characters, each as wide as half a square of its type."""
    for label, characters in wanted.get("unbroken", {}).items():
        cell = rows[0][wanted["columns"].index(label)]
        pixels = sheet.column_dimensions[cell.column_letter].width * PIXELS_PER_CHARACTER
        if pixels < characters * cell.font.size * 96 / 72 / 2 + PADDING:
            yield f"{label} is {pixels} pixels wide, too little for {characters} characters of {cell.font.size} points"


def cell_problems(sheet, rows, wanted):
    for row in rows:
        phone = row[len(wanted["columns"]) - 1]
        # one that could not be read stays blank
        if row[1].value in wanted.get("without_phone", []):
            if phone.value is not None:
                yield f"{phone.coordinate}: the phone is {phone.value!r}, which could not be read"
            continue
        if phone.data_type != "s" or phone.number_format != "@":
            yield f"{phone.coordinate}: the phone is no text cell ({phone.data_type}, {phone.number_format})"
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        if cell.data_type == "f":
            yield f"{cell.coordinate} holds a formula"


def page_problems(sheet, header):
    if str(sheet.page_setup.paperSize) != A4:
        yield f"paper size is {sheet.page_setup.paperSize}, not A4"
    if f"${header}" not in (sheet.print_title_rows or ""):
        yield f"print titles {sheet.print_title_rows!r} do not hold the header row {header}"


def own_problems(folder, decisions):
    """What one unit's folder names must all be that unit's."""
    with open(decisions, encoding="utf-8-sig", newline="") as lines:
        units_of = defaultdict(set)
        for row in csv.DictReader(lines):
            units_of[row["platform"]].add(row["unit_code"])
    folders = [entry for entry in sorted(Path(folder).iterdir()) if entry.is_dir()]
    for unit in folders:
        cells = {cell for book in unit.glob("*.xlsx") for sheet in load_workbook(book).worksheets for line in lines_of(sheet) for cell in line}
        named = [units_of[cell] for cell in sorted(cells) if cell in units_of]
        if named and not set.intersection(*named):
            yield f"{unit.name}: its workbooks name platforms of several units: {sorted(cell for cell in cells if cell in units_of)}"
    if not folders:
        yield f"no folder in {folder}"


def readable_problems(folder):
    books = sorted(Path(folder).rglob("*.xlsx"))
    for book in books:
        if not any(cell for sheet in load_workbook(book).worksheets for line in lines_of(sheet) for cell in line):
            yield f"{book} is blank"
    if not any(book.name == "审核台账.xlsx" for book in books):
        yield "no 审核台账.xlsx"


def below(sheet, first):
    """Rows as dictionaries under the header that begins with `first`."""
    lines = lines_of(sheet)
    header = next(i for i, line in enumerate(lines) if line[0] == first)
    return [dict(zip(lines[header], line)) for line in lines[header + 1:] if any(line)]


def print_states(ledger, cycle):
    folder = Path(cycle)
    kinds = {item["title"]: item["name"] for item in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]}
    messages = json.loads((folder.parent / "messages.json").read_text(encoding="utf-8"))
    codes = {message["title"]: code for code, message in messages.items() if isinstance(message, dict) and "title" in message}
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("platform", "enterprise", "state", "missing", "errors", "rows", "rejected"))
    for row in below(load_workbook(ledger)["申报材料"], "推荐单位"):
        missing = ";".join(kinds[title] for title in row["缺少"].split("、") if title)
        errors = ";".join(codes[title] for title in row["有误"].split("；") if title)
        out.writerow((row["工业互联网平台名称"], row["依托企业"], row["申报材料"], missing, errors, row["清单行数"], row["退回行数"]))


def same_value(want, got):
    try:
        return Decimal(want) == Decimal(got)
    except InvalidOperation:
        return want == got


def form_places(sheet):
    """The columns of each file and platform; for each row the number of the section it stands in and its label."""
    heads = {text(row[0]): row for row in sheet.iter_rows(max_row=10)}
    columns = defaultdict(list)
    for name, file in zip(heads["工业互联网平台名称"][4:], heads["来源文件"][4:]):
        columns[text(file), text(name)].append(file.column)
    rows = []
    section = ""
    for row in sheet.iter_rows(min_row=10, max_col=1):
        if row[0].fill.fill_type:
            section = text(row[0]).split(" ")[0]
        else:
            rows.append((row[0].row, section, text(row[0])))
    return columns, rows


def indicator_problems(path, figures, cycle):
    """Each figure stands in the column of its file and platform and in the row of its field, and its source in the same cell."""
    book = load_workbook(path)
    table, sources = book["指标汇总"], book["来源"]
    columns, rows = form_places(sources)
    if [row[0].value for row in table.iter_rows(min_row=10, max_col=1)] != [row[0].value for row in sources.iter_rows(min_row=10, max_col=1)]:
        yield "the two sheets do not lie over each other"
    fields = {field["name"]: field for field in json.loads((Path(cycle) / "application.json").read_text(encoding="utf-8"))["fields"]}
    with open(figures, encoding="utf-8") as lines:
        wanted = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for figure in wanted:
        field = fields[figure["field"]]
        if field.get("x:personal") or field["x:type"] == "longtext" or figure["indicators"] == "-":
            continue
        words = (field["title"], field.get("x:group", ""))
        numbers = [row for row, section, label in rows if section == field["x:section"] and all(word in label for word in words)]
        want = {"none": "无", "blank": ""}.get(figure["state"], figure["value"])
        cells = [(row, column) for row in numbers for column in columns[figure["file"], figure["platform"]]]
        shown = [(text(table.cell(*cell)), text(sources.cell(*cell))) for cell in cells]
        if not any(same_value(want, value) and re.search(r"[A-Z]+[0-9]+", source) for value, source in shown):
            yield f"{figure['file']} {figure['field']}: expected {want}, the table and its sources say {shown}"


def main():
    command, *operands = sys.argv[1:]
    if command == "states":
        print_states(*operands)
        return 0
    if command == "official":
        problems = official_problems(operands[0], json.loads(Path(operands[1]).read_text(encoding="utf-8")))
    elif command == "indicators":
        problems = indicator_problems(*operands)
    elif command == "own":
        problems = own_problems(*operands)
    else:
        problems = readable_problems(*operands)
    found = list(problems)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
