#!/usr/bin/python3
"""extract_referee.py EXTRACT SEED ROWS DIR: random cells, written by openpyxl and by the csv module, read by EXTRACT and compared cell by
cell with what was put in. The expected text is worked out here, in decimal, from the values and not from any reader."""
import csv
import datetime
import decimal
import os
import random
import subprocess
import sys

import openpyxl

WORDS = ["闽云", "平台", "a b", "x\ty", "两\n行", "\\N", "_x000D_", "=1+1", "\"引\"", ",", "，", "𠮷野家", "0139", " 空 ", "'", "é"]
NUMBERS = [None, "0.00", "#,##0.00", '0"年"', "[>=100]0.0;[<0]-0.0;0", "0.00E+00", "# ?/?", "0.00 EUR", "[$¥-804]#,##0.00", "G/通用格式", "@", "0.00;;"]
PERCENTS = ["0%", "0.00%", "0.0%;[Red]-0.0%", '0%;-0%;"—"', '[=0]"-";0.00%', '0%" 增长"']
DATES = ['yyyy"年"m"月"d"日"', "m/d/yy", "d-mmm", "[$-804]aaaa;@", "mmmm", '[DBNum1][$-804]m"月"d"日";@', "[$-F800]dddd, mmmm dd, yyyy", "dddd",
         '[=0]"";yyyy-mm-dd', "[<1]h:mm;yyyy-mm-dd", "yyyy-mm-dd;-0;0", 'e"年"', "[Red]YYYY/MM/DD", "mm-dd"]
MOMENTS = ["yyyy-mm-dd hh:mm:ss", "m/d/yy h:mm", "yyyy/m/d h:mm AM/PM", "d h:mm", "yyyy-mm-dd [hh]:mm", 'yyyy"年"m"月"d"日" h"时"']
CLOCKS = ["h:mm:ss", "h:mm", "h:mm AM/PM", "mm:ss.0", 'h"时"mm"分"', '上午/下午h"时"mm"分"']
ELAPSED = ["[h]:mm:ss", "[hh]:mm", "[mm]:ss", "[ss].00"]
ERRORS = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]
COLUMNS = 12
ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v"}


def escaped(text):
    return "".join(ESCAPES.get(character, character) for character in text)


def number_text(value):
    if value == 0:
        return "0"
    exact = decimal.Context(prec=15, rounding=decimal.ROUND_HALF_UP).plus(decimal.Decimal(repr(value)))
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_unit(value, code, text):
    """A unit that the format shows stands behind the number."""
    return value, code, text + ("EUR" if code == "0.00 EUR" else "")


def random_text(chance):
    return "".join(chance.choice(WORDS) for _ in range(chance.randint(1, 4)))


def random_cell(chance):
    """A value, its number format or None, and the text that is expected (None: absent)."""
    kind = chance.randrange(11)
    day = datetime.date(1900, 3, 1) + datetime.timedelta(days=chance.randrange(2000000))
    clock = datetime.time(chance.randrange(24), chance.randrange(60), chance.randrange(60))
    if kind == 0:
        return None, None, None
    if kind == 1:
        value = chance.choice([chance.randrange(-999, 10**11), chance.randrange(10**14)])
        return with_unit(value, chance.choice(NUMBERS), str(value))
    if kind == 2:
        # At most 15 digits, or noise behind them: openpyxl writes 16 or 17, and rounding twice is not what is tested.
        written = chance.choice([chance.uniform(-1000, 1000), chance.uniform(0, 1) ** 20, chance.uniform(0, 1e14)])
        value = chance.choice([float(f"{written:.15g}"), chance.randrange(10000) / 100 * 3])
        return with_unit(value, chance.choice(NUMBERS), number_text(value))
    if kind == 3:
        value = chance.randrange(10000)
        hundred = decimal.Decimal(value) / 100
        return value / 10000, chance.choice(PERCENTS), number_text(float(hundred)) + "%"
    if kind == 4:
        return day, chance.choice(DATES), day.isoformat()
    if kind == 5:
        return datetime.datetime.combine(day, clock), chance.choice(MOMENTS), f"{day.isoformat()}T{clock.isoformat()}"
    if kind == 6:
        return clock, chance.choice(CLOCKS), clock.isoformat()
    if kind == 7:
        value = chance.random() < 0.5
        return value, None, "TRUE" if value else "FALSE"
    if kind == 8:
        seconds = chance.randrange(10**6)
        shown = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        return datetime.timedelta(seconds=seconds), chance.choice(ELAPSED), shown
    if kind == 9:
        error = chance.choice(ERRORS)
        return error, None, error
    text = random_text(chance)
    return text, chance.choice([None, "@"]), text


def write_workbook(path, grid):
    book = openpyxl.Workbook()
    sheet = book.active
    for row_no, row in enumerate(grid, 1):
        for column, (value, number_format, expected) in enumerate(row, 1):
            if value is None:
                continue
            cell = sheet.cell(row_no, column)
            cell.value = value
            if isinstance(value, str):
                cell.value = value.replace("_x000D_", "_x005F_x000D_")
                cell.data_type = "e" if value in ERRORS else "s"
            if number_format:
                cell.number_format = number_format
    book.save(path)


def write_text(path, grid, encoding):
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows([[cell[2] or "" for cell in row] for row in grid])


def read_rows(extract, path):
    lines = subprocess.run([extract, path], stdout=subprocess.PIPE, check=False).stdout.decode().split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("\\#")][1:]
    return {int(row[1]): row[3:] for row in rows}, lines[-2]


def expected_rows(grid, absent):
    rows = {}
    for row_no, row in enumerate(grid, 1):
        cells = [absent if cell[2] is None else escaped(cell[2]) for cell in row]
        while absent == "\\N" and cells and cells[-1] == absent:
            cells.pop()
        if cells:
            rows[row_no] = cells
    return rows


def compare(name, got, wanted):
    for row_no in sorted(set(got) | set(wanted)):
        if got.get(row_no) != wanted.get(row_no):
            print(f"{name}: row {row_no}:\n got {got.get(row_no)}\nwant {wanted.get(row_no)}")
            return False
    print(f"{name}: {sum(len(cells) for cells in wanted.values())} cells")
    return True


def main():
    extract, seed, rows, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    chance = random.Random(seed)
    grid = [[random_cell(chance) for _ in range(COLUMNS)] for _ in range(rows)]
    good = True
    path = os.path.join(folder, "random.xlsx")
    write_workbook(path, grid)
    got, end = read_rows(extract, path)
    good &= "complete" in end and compare("xlsx", got, expected_rows(grid, "\\N"))
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        path = os.path.join(folder, f"random-{encoding}.csv")
        write_text(path, grid, encoding)
        got, end = read_rows(extract, path)
        good &= "complete" in end and compare(encoding, got, expected_rows(grid, ""))
    sys.exit(0 if good else 1)


main()
