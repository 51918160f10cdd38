#!/usr/bin/python3
"""ods_referee.py EXTRACT DIR SEED ROWS: random cells of every kind, written by openpyxl into DIR, turned by LibreOffice into .ods and .fods and
the .ods back into .xlsx. What EXTRACT reads of the .ods must be what it reads of both .xlsx, cell by cell, with marks, merged ranges and what is
hidden; where LibreOffice itself changes a cell, `explained` says so. The .fods must be read as the .ods is, to the byte."""
import datetime
import decimal
import os
import random
import subprocess
import sys

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "kinds"))
import kit  # noqa: E402

PIECES = ["闽云", "平台", "a b", "x\ty", "两\n行", "\\N", "_x000D_", "=1+1", "\"引\"", ",", "𠮷野家", "0139", " 空 ", "'", "é", "  ", "\n", "<&>"]
FORMULAS = ["=1+2", "=1/3", '="a  b"&"c"', "=1/0", "=NA()", '=""', "=REPT(\"长\",40)", "=$Z$1", '="x"&CHAR(10)&" y "', "=0.5", "=-7"]
COLUMNS = 14
WAIT = 300


def random_value(chance):
    """A value and its number format."""
    kind = chance.randrange(14)
    day = datetime.date(1900, 3, 1) + datetime.timedelta(days=chance.randrange(2950000))
    clock = datetime.time(*chance.choice([(0, 0, 0), (chance.randrange(24), chance.randrange(60), chance.randrange(60))]))
    if kind == 0:
        return None, None
    if kind == 1:
        return chance.choice([chance.randrange(-999, 10**11), chance.randrange(10**15), 0]), chance.choice([None, "#,##0.00", "0.0E+00"])
    if kind == 2:
        written = chance.choice([chance.uniform(-1000, 1000), chance.uniform(0, 1) ** 20, chance.uniform(0, 1e14)])
        return chance.choice([float(f"{written:.15g}"), chance.randrange(10000) / 100 * 3]), None
    if kind == 3:
        return chance.randrange(-999, 10000) / 10000, chance.choice(["0%", "0.00%"])
    if kind == 4:
        return day, chance.choice(["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "d-mmm-yy"])
    if kind == 5:
        return datetime.datetime.combine(day, clock), chance.choice(["yyyy-mm-dd hh:mm:ss", "yyyy/m/d h:mm"])
    if kind == 6:
        return clock, chance.choice(["h:mm:ss", "h:mm AM/PM"])
    if kind == 7:
        return datetime.timedelta(seconds=chance.randrange(86400 * 20)), "[h]:mm:ss"
    if kind == 8:
        return chance.random() < 0.5, None
    if kind == 9:
        return chance.choice(FORMULAS), None
    if kind == 10:
        return chance.randrange(10**6) / 100, chance.choice(['"￥"#,##0.00', "[$$-409]#,##0.00"])
    if kind == 11:
        return chance.choice([1, 0, "是", "同上"]), None
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 9))), None


def put(cell, value, number_format):
    cell.value = value
    if isinstance(value, str) and value not in FORMULAS:
        cell.value = value.replace("_x000D_", "_x005F_x000D_")
        cell.data_type = "s"
    if number_format:
        cell.number_format = number_format


def fill(sheet, chance, rows):
    row_no = 0
    for _ in range(rows):
        row_no += chance.choice([1, 1, 1, 1, 1, 2, 7])
        values = [random_value(chance) for _ in range(COLUMNS)]
        for copy in range(chance.choice([1, 1, 1, 1, 3])):
            for column, (value, number_format) in enumerate(values, 1):
                if value is not None:
                    put(sheet.cell(row_no + copy, column), value, number_format)
            sheet.row_dimensions[row_no + copy].hidden = chance.random() < 0.1
        row_no += copy
    for i in range(9):
        first, left = row_no + 3 * i + 3, chance.randrange(1, COLUMNS)
        sheet.merge_cells(start_row=first, end_row=first + chance.randrange(3), start_column=left, end_column=left + chance.randrange(1, 5))
        put(sheet.cell(first, left), "合并", None)
    for column in chance.sample("ABCDEFGHIJKLMN", 3):
        sheet.column_dimensions[column].hidden = True


def write_book(path, chance, rows):
    book = openpyxl.Workbook()
    book.active.title = "汇总表"
    for sheet in [book.active, book.create_sheet("Sheet 2"), book.create_sheet("第3张")]:
        fill(sheet, chance, rows)
    book.worksheets[1].sheet_state = "hidden"
    book.worksheets[2].sheet_state = "veryHidden"
    book.save(path)


def convert(path, suffix, folder):
    """By LibreOffice; the new file's path."""
    profile = os.path.join(os.path.dirname(folder), "profile")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", suffix, "--outdir", folder, path],
                   check=True, timeout=WAIT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + "." + suffix)


def marks_of(line):
    """By column, the words of a row's marks."""
    return {name: tuple(words.split(",")) for name, words in (mark.split(":") for mark in line.split(" ") if mark)}


def cells_of(sheet):
    """By row number and column name, text and marks; a hidden row under the name *."""
    found = {}
    for row_no, cells in sheet.rows.items():
        marks = marks_of(sheet.marks.get(row_no, ""))
        for column, text in enumerate(cells):
            name = chr(ord("A") + column)
            if text is not None or name in marks:
                found[row_no, name] = (text, marks.get(name, ()))
        if "*" in marks:
            found[row_no, "*"] = (None, marks["*"])
    return found


def without(words, *names):
    return tuple(word for word in words if word not in names)


def explained(xlsx, ods):
    """Why LibreOffice has made the cell `ods` of `xlsx`; None where there is no reason."""
    if xlsx is None or ods is None:
        return None
    text, words = xlsx
    kept = without(ods[1], "formula", "number")
    if "formula_no_value" in words and "formula" in ods[1]:
        return "openpyxl calculates nothing, LibreOffice does"
    if text in ("TRUE", "FALSE") and ods[0] == str(int(text == "TRUE")) and kept == without(words, "formula", "number"):
        return "LibreOffice 7 keeps booleans as the formula TRUE() or FALSE() with a number"
    if text == f"{ods[0]}T00:00:00" and words == ods[1]:
        return "LibreOffice writes no time of day at midnight; .xlsx goes by the format"
    if text == ods[0] and without(words, "rich") == ods[1]:
        return "LibreOffice writes many a text of .xlsx in runs"
    if "\n" in text and words == ods[1] and text.replace("\t", "") == ods[0]:
        return "LibreOffice loses tabs in cells of several lines"
    if "\t" in ods[0] and ods[0].replace("\t", "") == text:
        return "LibreOffice loses tabs when it reads .ods"
    if words == ods[1] and "number" in words and round(decimal.Decimal(text), 20) == decimal.Decimal(ods[0]):
        return "LibreOffice writes 20 places behind the point"
    return None


def compare(name, xlsx, ods):
    said, reasons, count = [], {}, 0
    for left, right in zip(xlsx.sheets, ods.sheets):
        wanted, got = cells_of(left), cells_of(right)
        count += len(wanted)
        for place in sorted(set(wanted) | set(got)):
            if wanted.get(place) == got.get(place):
                continue
            reason = explained(wanted.get(place), got.get(place))
            reasons[reason] = reasons.get(reason, 0) + 1
            if reason is None:
                said.append(f"{left.name}!{place[1]}{place[0]}: .xlsx {wanted.get(place)}, .ods {got.get(place)}")
        if sorted(left.merges) != sorted(right.merges) or left.hidden != right.hidden:
            said.append(f"{left.name}: .xlsx {left.merges} {left.hidden}, .ods {right.merges} {right.hidden}")
    if [sheet.name for sheet in xlsx.sheets] != [sheet.name for sheet in ods.sheets]:
        said.append("other sheets")
    if [sheet.visibility == "visible" for sheet in xlsx.sheets] != [sheet.visibility == "visible" for sheet in ods.sheets]:
        said.append("other sheets are hidden")
    if xlsx.end[0] != "complete" or ods.end[0] != "complete" or count == 0:
        said.append(f"ends: {xlsx.end}, {ods.end}")
    print(f"{name}: {count} cells, not explained: {len(said)}, explained: {reasons}")
    print("\n".join(said[:10]))
    return not said


def raw_rows(extract, path):
    return subprocess.run([extract, path], stdout=subprocess.PIPE, check=False).stdout


def main():
    extract, folder, seed, rows = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    work = os.path.join(folder, f"seed{seed}")
    os.makedirs(os.path.join(work, "back"), exist_ok=True)
    first = os.path.join(work, "random.xlsx")
    write_book(first, random.Random(seed), rows)
    ods = convert(first, "ods", work)
    back = convert(ods, "xlsx", os.path.join(work, "back"))
    flat = convert(first, "fods", work)
    read = kit.read(extract, ods, work)
    good = compare("as openpyxl wrote it", kit.read(extract, first, work), read)
    good &= compare("as LibreOffice wrote it back", kit.read(extract, back, work), read)
    if raw_rows(extract, flat) != raw_rows(extract, ods):
        print("the flat file is read otherwise")
        good = False
    sys.exit(0 if good else 1)


main()
