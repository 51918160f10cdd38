#!/usr/bin/python3
"""slips.py compare EXPECTED.tsv UNITS DATE | send SENDLIST.xlsx STATE… | private UNITS FIXTURES EXTRACT SCHEMAS

The lists of corrections through openpyxl. `compare`: cell by cell against a table written by hand. `send`: the column 本次 of 待发清单, 'name=state' each; and
that each file is there. `private`: nothing that only other units' files hold stands anywhere in a unit's workbook. Prints what is wrong; exit status 1 where anything is.

Lines of the table: unit (a folder, or folder/applicant), part, and
  sheets  names, joined by 、          lead   the line that says how much there is to do
  point   ground, 事项, 文件或平台, what 情况 holds, what 依据 ends with
  open    程度, 状态, 文件, 工作表, 单元格, 栏目, 原文, 系统读作, 应为, what 问题 holds, where the cell's link leads
  fixed   程度, 文件, 工作表, 单元格, 栏目, what 问题 holds
  file    文件, 结果, 错误, 提示      mark   sheet, cell, ground, what its comment holds
~ is the unit's folder, - is nothing. The lines of a part are all there are of it, in their order; parts that are not there are not looked at.
"""

import csv
import re
import subprocess
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

from openpyxl import load_workbook

GROUNDS = {"红": "FFFBD9D5", "黄": "FFFFF2CC", "绿": "FFE2F0D9"}
LIST = ["序号", "程度", "状态", "文件", "工作表", "单元格", "栏目", "原文", "系统读作", "应为", "问题", "怎么改", "依据"]
POINTS = ["序号", "事项", "文件或平台", "情况", "怎么办", "依据"]


def ground(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def text(value):
    return "-" if value is None or value == "" else str(value)


def table(sheet, labels):
    """The rows below the labels; and what the sheet looks like on paper."""
    heads = [row[0].row for row in sheet.iter_rows() if [cell.value for cell in row] == labels]
    if len(heads) != 1:
        return [], [f"{sheet.title}: its labels are not {labels}"]
    head, last = heads[0], sheet.max_row
    problems = []
    if sheet.freeze_panes != f"A{head + 1}":
        problems.append(f"{sheet.title}: frozen at {sheet.freeze_panes}")
    if sheet.auto_filter.ref != f"A{head}:{sheet.cell(last, len(labels)).coordinate}":
        problems.append(f"{sheet.title}: filters over {sheet.auto_filter.ref}")
    if sheet.print_title_rows not in (f"{head}:{head}", f"${head}:${head}"):
        problems.append(f"{sheet.title}: repeats {sheet.print_title_rows} on paper")
    rows = list(sheet.iter_rows(min_row=head + 1))
    for row in rows:
        problems += [f"{sheet.title}: {cell.coordinate} has no frame" for cell in row if cell.border.left.style != "thin"]
    return rows, problems


def differ(what, got, want):
    if got != want:
        yield f"{what}:\n    got      {got}\n    expected {want}"


def holds(what, got, part):
    if part == "-":
        yield from differ(what, text(got), part)
    elif part not in text(got):
        yield f"{what} is {got!r}, expected to hold {part!r}"


def compare_lines(book, sheet, labels, wanted, what, compare_line):
    """As many lines as are wanted, and each as `compare_line` (the line's name, the row, what is wanted) says."""
    rows, problems = table(book[sheet], labels)
    yield from problems
    yield from differ(f"{what}: how many lines", len(rows), len(wanted))
    for row, want in zip(rows, wanted):
        yield from compare_line(f"{what} {row[0].row}", row, want)


def compare_point(what, row, want):
    yield from differ(what, [ground(row[1]), row[1].value, text(row[2].value)], [GROUNDS[want[0]], want[1], want[2]])
    yield from holds(f"{what}: 情况", row[3].value, want[3])
    yield from holds(f"{what}: 依据", row[5].value, want[4])
    if want[0] == "红" and not row[4].value:
        yield f"{what} does not say what to do"


def compare_open(what, row, want):
    yield from differ(what, [text(cell.value) for cell in row[1:10]], want[:9])
    yield from holds(f"{what}: 问题", row[10].value, want[9])
    yield from differ(f"{what}: link", text(row[5].hyperlink.location if row[5].hyperlink else None), want[10])
    yield from differ(f"{what}: ground", ground(row[1]), GROUNDS["黄" if want[0] == "提示" else "红"])
    if not row[11].value:
        yield f"{what} does not say what to do"


def compare_fixed(what, row, want):
    yield from differ(what, [text(row[i].value) for i in (1, 2, 3, 4, 5, 6)], [want[0], "已改正", *want[1:5]])
    yield from holds(f"{what}: 问题", row[10].value, want[5])
    yield from differ(f"{what}: ground and link", (ground(row[1]), row[5].hyperlink), (GROUNDS["绿"], None))


def compare_files(book, wanted):
    rows, problems = table(book["文件"], ["序号", "文件", "结果", "错误", "提示"])
    yield from problems
    yield from differ("the files", [[text(cell.value) for cell in row[1:]] for row in rows], wanted)


def compare_marks(book, wanted):
    copies = [sheet for sheet in book.worksheets if sheet.title[0].isdigit()]
    found = {(sheet.title, cell.coordinate): cell for sheet in copies for row in sheet.iter_rows() for cell in row
             if cell.comment is not None or ground(cell) is not None}
    yield from differ("the marked cells", sorted(found), sorted((want[0], want[1]) for want in wanted))
    for sheet, place, colour, part in wanted:
        cell = found.get((sheet, place))
        if cell is not None:
            yield from differ(f"{sheet} {place}: ground", ground(cell), GROUNDS[colour])
            yield from holds(f"{sheet} {place}: comment", cell.comment and cell.comment.text, part)


PARTS = {
    "point": lambda book, wanted: compare_lines(book, "退回意见", POINTS, wanted, "point", compare_point),
    "open": lambda book, wanted: compare_lines(book, "问题清单", LIST, wanted, "open", compare_open),
    "fixed": lambda book, wanted: compare_lines(book, "已改正", LIST, wanted, "fixed", compare_fixed),
    "file": compare_files,
    "mark": compare_marks,
}


def looks(book):
    for sheet in book.worksheets:
        page, fits = sheet.page_setup, sheet.sheet_properties.pageSetUpPr
        if (page.orientation, str(page.paperSize), str(page.fitToHeight), bool(fits and fits.fitToPage)) != ("landscape", "9", "0", True):
            yield f"{sheet.title} is not A4 across, one page wide"
        yield from (f"{sheet.title}: {cell.coordinate} is a formula" for row in sheet.iter_rows() for cell in row if cell.data_type == "f")


def book_of(units, unit, date):
    folder, _, applicant = unit.partition("/")
    books = list((units / folder).glob(f"退回修改意见-{applicant or '*'}-{date}.xlsx"))
    return load_workbook(books[0]) if len(books) == 1 else None


def compare(expected, units, date):
    wanted = defaultdict(lambda: defaultdict(list))
    with open(expected, encoding="utf-8", newline="") as file:
        for unit, part, *cells in list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]:
            wanted[unit][part].append([cell.replace("~/", f"{unit}/") if cell.startswith("~/") else cell for cell in cells])
    for unit, parts in wanted.items():
        book = book_of(Path(units), unit, date)
        if book is None:
            yield f"{unit}: not one list of corrections of {date}"
            continue
        problems = [*looks(book), *differ("the sheets", book.sheetnames, parts["sheets"][0][0].split("、")),
                    *differ("the first line", book["退回意见"]["A2"].value, parts["lead"][0][0]),
                    *(line for part in PARTS if parts.get(part) for line in PARTS[part](book, parts[part]))]
        yield from (f"{unit}: {line}" for line in problems)


def send(path, *wanted):
    labels = ["序号", "收件单位", "本次", "影响接收", "错误", "提示", "联系人", "联系电话", "可粘贴的短信", "文件"]
    rows, problems = table(load_workbook(path)["待发清单"], labels)
    yield from problems
    yield from differ("who is to be told", [f"{row[1].value}={row[2].value}" for row in rows], list(wanted))
    for row in rows:
        message = row[8].value or ""
        if len(message) > 200 or re.search(r"\d{7}", message) or row[6].value and row[6].value in message:
            yield f"the message is {len(message)} characters long, or names a person: {message}"
        if bool(message) != (row[2].value != "无须发送"):
            yield f"{row[1].value}: {row[2].value}, and the message is {message!r}"
        if not (Path(path).parent / row[9].value).is_file():
            yield f"there is no file {row[9].value}"


def owner(path):
    """Whose a file of the inbox is: a unit's folder, on the direct route the applicant's within it."""
    parts = path.parts
    return "/".join(parts[:2]) if parts[0].endswith("直报") and len(parts) > 2 else parts[0]


def cells_of(extract, path):
    raw = subprocess.run([extract, "--", path], capture_output=True, check=False).stdout.decode()
    for line in raw.splitlines():
        if line.startswith("\\#") or line.startswith("sheet\trow_no"):
            continue
        yield from (cell.strip() for cell in line.split("\t")[3:] if cell != "\\N")


def is_telling(value, common):
    value = value.strip("：:。")
    return len(value) >= 3 and not re.fullmatch(r"[\d,.%]{1,6}", value) and value not in common


def strings_of(book):
    """Everything a reader could find: cells, comments, names, properties."""
    with zipfile.ZipFile(book) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                yield re.sub(r"<[^>]*>", "\n", package.read(name).decode()) + package.read(name).decode()


def private(units, fixtures, extract, schemas):
    common = "".join(path.read_text() for path in [Path(schemas) / "messages.json", *Path(schemas).glob("*/*.json")])
    held = defaultdict(set)
    for path in sorted(Path(fixtures).glob("inbox.*/*/**/*")):
        relative = Path(*path.relative_to(fixtures).parts[1:])
        if path.is_file():
            held[owner(relative)].update(cells_of(extract, path))
            held[owner(relative)].add(relative.name)
    if sum(len(values) for values in held.values()) < 1000:
        yield "too little was read of the inboxes"
    for book in sorted(Path(units).rglob("退回修改意见-*.xlsx")):
        unit = book.parent.name
        name = book.name.split("-")[1]
        # files of the route itself are in no applicant's folder; they name the one whose they are
        mine = {key for key in held if key in (unit, f"{unit}/{name}") or key.endswith("直报") and name in held[key]}
        own = "\n".join(value for key in mine for value in held[key]) + "\n".join(mine)
        said = "\n".join(strings_of(book))
        words = set(re.findall(r"[\w./+-]+", said))
        for key in sorted(set(held) - mine):
            for value in sorted(held[key]):
                # IDs by the thousand as words, anything else wherever it stands
                there = value in words if re.fullmatch(r"[\w./+-]+", value, re.ASCII) else value in said
                if there and is_telling(value, common) and value not in own:
                    yield f"{book.name} says {value!r}, which stands only with {key}"


def main():
    problems = list({"compare": compare, "send": send, "private": private}[sys.argv[1]](*sys.argv[2:]))
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
