#!/usr/bin/python3
"""struck_referee.py make DIR SEED            a random workbook DIR/SEED.xlsx by xlsxwriter, some of whose cells, rows, columns and runs are struck
                                          through, and DIR/SEED.struck, where they are
   struck_referee.py compare EXTRACT DIR SEED FILE   what EXTRACT tells of FILE, which LibreOffice made of that workbook, must be just that;
                                           of a web page without the runs, since LibreOffice writes those texts plain"""
import json
import os
import random
import sys

import xlsxwriter
import xlsxwriter.utility

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "kinds"))
import kit  # noqa: E402

COLUMNS, ROWS, MOST = 8, 24, 100
FORMATS = ["General", "0.00%", "yyyy-mm-dd", "0.00"]


def write_runs(sheet, place, chance, plain, struck):
    """A rich text; whether one of its runs is struck through."""
    marks = [chance.random() < 0.3 for _ in range(chance.randint(2, 4))]
    pieces = [piece for mark in marks for piece in (struck if mark else plain, chance.choice(["闽云", "旧", "a b", "12"]))]
    assert sheet.write_rich_string(*place, *pieces) == 0
    return any(marks)


def fill(book, sheet, chance):
    """The cells that are struck through, and those that have a run which is."""
    rows, columns = chance.sample(range(1, ROWS), 2), chance.sample(range(COLUMNS), 1)
    looks = {(line, code): book.add_format({"font_strikeout": line, "num_format": code}) for line in (False, True) for code in FORMATS}
    runs = book.add_format({"bold": True}), book.add_format({"font_strikeout": True})
    for column in columns:
        sheet.set_column(column, column, None, looks[True, "General"])
    struck = {"cells": [], "runs": []}
    for place in ((row, column) for row in range(ROWS) for column in range(COLUMNS)):
        line = place[0] in rows or place[1] in columns or chance.random() < 0.05
        kind = chance.randrange(6)
        name = xlsxwriter.utility.xl_rowcol_to_cell(*place)
        if kind == 0:
            sheet.write_blank(*place, None, looks[line, "General"])
            continue
        if kind == 1 and not line:
            struck["runs"] += [name] if write_runs(sheet, place, chance, *runs) else []
        elif kind in (2, 3):
            sheet.write_number(*place, chance.randrange(61, 40000), looks[line, chance.choice(FORMATS)])
        else:
            sheet.write_string(*place, chance.choice(["闽云", "平台", "a b", "0139"]), looks[line, "General"])
        if line:
            struck["cells"].append(name)
    return struck


def make(folder, seed):
    book = xlsxwriter.Workbook(os.path.join(folder, f"{seed}.xlsx"))
    struck = fill(book, book.add_worksheet("表"), random.Random(seed))
    book.close()
    with open(os.path.join(folder, f"{seed}.struck"), "w", encoding="utf-8") as file:
        json.dump(struck, file)


def compare(extract, folder, seed, path):
    with open(os.path.join(folder, f"{seed}.struck"), encoding="utf-8") as file:
        struck = json.load(file)
    wanted = sorted(struck["cells"] + ([] if path.endswith(".html") else struck["runs"]))
    reading = kit.read(extract, path, folder)
    told = [finding.split(" ", 1) for finding in reading.findings if finding.startswith("struck_text")]
    got = sorted(place.split("!")[1] for _, place in told)
    print(f"{reading.end[0]}: {len(got)} told, {len(wanted)} wanted; missing {sorted(set(wanted) - set(got))}, too many {sorted(set(got) - set(wanted))}")
    return reading.end[0] == "complete" and got == wanted and len(wanted) <= MOST and struck["cells"] and struck["runs"]


def main():
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]))
    else:
        sys.exit(0 if compare(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5]) else 1)


main()
