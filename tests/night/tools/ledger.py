#!/usr/bin/python3
"""ledger.py sheets LEDGER.xlsx WANTED.json INBOX | figures LEDGER.xlsx DIR | entries LEDGER.xlsx | look LEDGER.xlsx WANTED.json

Reads 审核台账.xlsx with openpyxl; prints what is wrong, exit status 1 where anything is. `sheets`: the sheets and their labels, and every row of WANTED (by label; a
row may leave labels out; sha256:FILE is that of a file of the inbox) stands in its sheet. `figures`: the quota's figures are those that DIR/decisions.csv gives, uploads and findings as many as in their files. `entries`: each line of 待处理 stands cell by cell where it says.
`look`: fonts, frames, page and what stays in sight of each sheet.
"""

import csv
import hashlib
import io
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

LABELS_AT = 3
A3, A4 = 8, 9
COLUMNS = {"withdrawn": "撤回", "ineligible": "不予受理", "late": "逾期", "duplicate": "重复", "needs_review": "待审查", "over_quota": "超额待定",
           "exempt": "免占名额"}


def text(value):
    return "" if value is None else str(value)


def rows_of(sheet):
    labels, *rows = sheet.iter_rows(min_row=LABELS_AT, values_only=True)
    return [dict(zip(labels, map(text, row))) for row in rows]


def resolved(value, inbox):
    if value.startswith("sha256:"):
        return hashlib.sha256((Path(inbox) / value.removeprefix("sha256:")).read_bytes()).hexdigest()
    return value


def sheet_problems(path, wanted_path, inbox):
    book = load_workbook(path)
    with open(wanted_path, encoding="utf-8") as file:
        wanted = json.load(file)
    if book.sheetnames != list(wanted):
        yield f"the sheets are {book.sheetnames}, expected {list(wanted)}"
    for name, sheet_wanted in wanted.items():
        sheet = book[name]
        labels = [cell.value for cell in sheet[LABELS_AT]]
        if labels != sheet_wanted["labels"]:
            yield f"{name}: the labels are {labels}"
        rows = rows_of(sheet)
        if len(rows) != sheet_wanted.get("count", len(rows)):
            yield f"{name}: {len(rows)} rows, expected {sheet_wanted['count']}"
        for row in sheet_wanted["rows"]:
            row = {label: resolved(value, inbox) for label, value in row.items()}
            if not any(all(got.get(label) == value for label, value in row.items()) for got in rows):
                near = [got for got in rows if all(got.get(label) == value for label, value in list(row.items())[:2])]
                yield f"{name}: no row is {row}; near it {near}"


def table(folder, name):
    with open(Path(folder) / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def figure_problems(path, folder):
    lines = table(folder, "decisions.csv")
    for sheet, name in (("上传文件", "uploads.csv"), ("问题清单", "findings.csv")):
        if len(rows_of(load_workbook(path)[sheet])) != len(table(folder, name)):
            yield f"{sheet} has other rows than {name}"
    by_unit = defaultdict(list)
    for line in lines:
        by_unit[line["unit_name"]].append(line)
    *units, total = rows_of(load_workbook(path)["名额"])
    if [unit["推荐单位"] for unit in units] != list(by_unit):
        yield f"the units are {[unit['推荐单位'] for unit in units]}, decisions.csv has {list(by_unit)}"
    for row, of_unit in [*((unit, by_unit[unit["推荐单位"]]) for unit in units), (total, lines)]:
        count = Counter(line["decision"] for line in of_unit)
        counted = sum(line["counts_against_quota"] == "true" for line in of_unit)
        want = {"报送行数": len(of_unit), "占用名额": counted, "超额批准": count["recommended"] - counted,
                **{label: count[decision] for decision, label in COLUMNS.items()}}
        got = {label: int(row[label]) for label in want}
        if got != want:
            yield f"{row['推荐单位']}: {got}, decisions.csv gives {want}"
        if row is not total and row["上限"] and int(row["剩余名额"]) != int(row["上限"]) - counted:
            yield f"{row['推荐单位']}: {row['剩余名额']} seats are free"
    shown = [(row["推荐单位"], row["工业互联网平台名称"], row["占名额"] == "是") for row in rows_of(load_workbook(path)["审核结果"])]
    if shown != [(line["unit_name"], line["platform"].lstrip("'"), line["counts_against_quota"] == "true") for line in lines]:
        yield "审核结果 and decisions.csv differ"


def entry_problems(path):
    book = load_workbook(path)
    for row in rows_of(book["待处理"]):
        if row["现结论"].startswith("推荐"):
            # a cell that could not be read, which no line settles
            if row["登记簿"] or row["登记行"] or row["补登表行"]:
                yield f"{row['平台名称']} stands, and a line is proposed"
            continue
        sheet = book[f"补登-{row['登记簿']}"]
        cells = [text(cell.value) for cell in sheet[int(row["补登表行"])]]
        line = next(csv.reader(io.StringIO(row["登记行"])))
        if cells != line or len(line) != sheet.max_column:
            yield f"{row['平台名称']}: the line is {line}, its cells {cells}"


def look_problems(path, wanted_path):
    with open(wanted_path, encoding="utf-8") as file:
        wide = {name for name, sheet in json.load(file).items() if sheet.get("paper") == "A3"}
    for sheet in load_workbook(path).worksheets:
        last = get_column_letter(sheet.max_column)
        want = {
            "title": ("黑体", 16, "center"), "labels": ("黑体", 10, "thin"), "frozen": "A4", "filter": f"A3:{last}{max(sheet.max_row, 3)}",
            "repeated": "$3:$3", "area": f"$A$1:${last}${max(sheet.max_row, 3)}", "page": ("landscape", A3 if sheet.title in wide else A4, True, 0),
            "footer": "第 &P 页，共 &N 页", "body": {("宋体", 10, "thin", True)},
        }
        body = {(cell.font.name, cell.font.size, cell.border.left.style, cell.alignment.wrap_text) for row in sheet.iter_rows(min_row=4) for cell in row}
        label = sheet["A3"]
        got = {
            "title": (sheet["A1"].font.name, sheet["A1"].font.size, sheet["A1"].alignment.horizontal),
            "labels": (label.font.name, label.font.size, label.border.left.style), "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
            "repeated": sheet.print_title_rows, "area": sheet.print_area[0],
            "page": (sheet.page_setup.orientation, int(sheet.page_setup.paperSize), sheet.page_setup.fitToWidth in (None, 1), sheet.page_setup.fitToHeight),
            "footer": sheet.oddFooter.center.text, "body": body or {("宋体", 10, "thin", True)},
        }
        for key, value in want.items():
            if got[key] != value:
                yield f"{sheet.title}: {key} is {got[key]!r}, expected {value!r}"
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.data_type == "f" or cell.hyperlink:
                yield f"{sheet.title}!{cell.coordinate} is a formula or a link"


def main():
    checks = {"sheets": sheet_problems, "figures": figure_problems, "entries": entry_problems, "look": look_problems}
    problems = list(checks[sys.argv[1]](*sys.argv[2:]))
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
