#!/usr/bin/python3
"""xls_referee.py EXTRACT DIR SEED ROWS    random cells of every kind, written by xlwt into DIR, read by EXTRACT and by xlrd
   xls_referee.py EXTRACT FILE.xls…        files as they are, read by both
The cells, kinds, merges and hidden things that EXTRACT gives must be those of xlrd. Only the number text and the notation of dates are
worked out here."""
import datetime
import decimal
import os
import random
import subprocess
import sys

import xlrd
import xlwt

ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v"}
PIECES = ["闽云", "平台", "a b", "x\ty", "两\n行", "\\N", "_x000D_", "=1+1", "\"引\"", "é", "0139", " 空 ", "'", "ab" * 40, "工业互联网" * 9]
FORMATS = {"percent": ["0%", "0.00%", "0.0%;[Red]-0.0%", '0%" 增长"'],
           "date": ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "D-MMM-YY", "m/d/yyyy", "mmm-yy", "[$-804]yyyy/m/d;@", "[Red]yyyymmdd", "dddd"],
           "clock": ["h:mm:ss", "h:mm AM/PM", 'h"时"mm"分"', "hh:mm:ss.000"],
           "both": ["yyyy-mm-dd hh:mm:ss", "M/D/YY h:mm", "d h:mm", "yyyy/m/d h:mm AM/PM"], "elapsed": ["[h]:mm:ss", "[hh]:mm"],
           "plain": ["#,##0.00", "General", "0.00E+00", '"d"0', "# ?/?", "[>=100]0.0;[<0]-0.0;0", "0.00 EUR", "@", '0.0"万"']}
VISIBILITY = ["visible", "hidden", "very_hidden"]
COLUMNS = 14
ERRORS = [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A]


def column_name(column):
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


def number_text(value):
    """At most 15 digits; an integer of more as the shortest text that is this number."""
    if value == 0:
        return "0"
    exact = decimal.Decimal(repr(value))
    if abs(value) < 10**15:
        exact = decimal.Context(prec=15, rounding=decimal.ROUND_HALF_UP).plus(exact)
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def date_text(value, is_date_only, is_clock, mode):
    moment = xlrd.xldate.xldate_as_datetime(value, mode)
    day = moment.replace(microsecond=0) + datetime.timedelta(seconds=round(moment.microsecond / 1e6))
    if (value < 1 and not mode) or (mode and is_clock and value < 1):
        return "time", day.strftime("%H:%M:%S")
    if is_date_only and day.time() == datetime.time():
        return "date", day.strftime("%Y-%m-%d")
    return "date", day.strftime("%Y-%m-%dT%H:%M:%S")


def cell_of(book, cell):
    """The mark and the text of an xlrd cell; None for a blank one."""
    code = book.format_map[book.xf_list[cell.xf_index].format_key].format_str if book.formatting_info else "General"
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return "", cell.value
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "", "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return "error", xlrd.error_text_from_code[cell.value]
    if cell.ctype == xlrd.XL_CELL_DATE:
        has_clock = "h" in code.lower()
        has_day = "y" in code.lower() or "d" in code.lower()
        if "[h" in code.lower():
            seconds = round(cell.value * 86400)
            return "time", f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        return date_text(cell.value, not has_clock, not has_day, book.datemode)
    if "%" in code:
        return "percent", number_text(float(decimal.Decimal(repr(cell.value)) * 100)) + "%"
    text = number_text(cell.value) + {'0.0"万"': "万", "0.00 EUR": "EUR"}.get(code, "")
    return "number,long_number" if abs(cell.value) >= 10**15 else "number", text


def hidden_columns(sheet):
    return {column for first, info in sheet.colinfo_map.items() if info.hidden or info.width == 0 for column in [first]}


def expected(path):
    book = xlrd.open_workbook(path, formatting_info=True)
    lines = []
    for sheet in book.sheets():
        lines.append(("sheet", sheet.name, VISIBILITY[sheet.visibility]))
        hidden = hidden_columns(sheet)
        for row in range(sheet.nrows):
            cells = {column: cell_of(book, cell) for column, cell in enumerate(sheet.row(row))}
            for column, cell in cells.items():
                if cell is not None:
                    marks = (["hidden"] if column in hidden else []) + ([cell[0]] if cell[0] else [])
                    lines.append(("cell", sheet.name, row + 1, column_name(column), ",".join(marks), cell[1]))
            if any(cells.values()) and row in sheet.rowinfo_map and sheet.rowinfo_map[row].hidden:
                lines.append(("hidden row", sheet.name, row + 1))
        for first, last, left, right in sheet.merged_cells:
            lines.append(("merge", sheet.name, f"{column_name(left)}{first + 1}:{column_name(right - 1)}{last}"))
        lines += [("hidden column", sheet.name, column) for column in hidden]
    return lines


def unescaped(text):
    out, backward = "", {value: key for key, value in ESCAPES.items()}
    at = 0
    while at < len(text):
        size = 2 if text[at] == "\\" else 1
        out += backward.get(text[at:at + size], text[at:at + size])
        at += size
    return out


def column_number(name):
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def got(extract, path):
    raw = subprocess.run([extract, path], stdout=subprocess.PIPE, check=False).stdout.decode()
    lines = []
    for line in raw.split("\n"):
        fields = line.split("\t")
        if fields[0] == "\\#sheet":
            lines.append(("sheet", unescaped(fields[1]), fields[2]))
        elif fields[0] == "\\#merge":
            lines.append(("merge", unescaped(fields[1]), fields[2]))
        elif fields[0] == "\\#hidden":
            first, last = (column_number(name) for name in fields[3].split(":"))
            lines += [("hidden column", unescaped(fields[1]), column) for column in range(first, last + 1)]
        elif fields[0] == "\\#end" and fields[1] != "complete":
            lines.append(("refused", fields[3]))
        elif not line.startswith("\\#") and fields[0:2] != ["sheet", "row_no"] and line:
            lines += row_lines(fields)
    return lines


def row_lines(fields):
    sheet, row = unescaped(fields[0]), int(fields[1])
    marks = dict(mark.split(":") for mark in fields[2].split(" ") if mark)
    lines = [("hidden row", sheet, row)] if marks.get("*") else []
    for column, text in enumerate(fields[3:]):
        if text != "\\N":
            name = column_name(column)
            words = [word for word in marks.get(name, "").split(",") if word and word not in ("formula", "rich")]
            lines.append(("cell", sheet, row, name, ",".join(words), unescaped(text)))
    return lines


def compare(extract, path):
    wanted, have = sorted(map(repr, expected(path))), sorted(map(repr, got(extract, path)))
    missing, extra = sorted(set(wanted) - set(have)), sorted(set(have) - set(wanted))
    print(f"{os.path.basename(path)}: {len(wanted)} facts and cells")
    for line in missing[:5] + extra[:5]:
        print(("missing " if line in missing else "extra ") + line[:300])
    return wanted == have


def random_value(chance):
    kind = chance.randrange(13)
    day = chance.randrange(61, 2950000)
    second = chance.randrange(86400) / 86400
    if kind == 0:
        return None, None
    if kind == 1:
        return chance.choice([chance.randrange(-999, 10**11), chance.randrange(2**29 - 9, 2**29 + 9), -(2**29) - chance.randrange(-3, 3)]), "plain"
    if kind == 2:
        written = chance.choice([chance.uniform(-1000, 1000), chance.uniform(0, 1) ** 20, chance.uniform(0, 1e14)])
        return chance.choice([float(f"{written:.15g}"), chance.randrange(10**6) / 100, chance.randrange(10000) / 100 * 3]), "plain"
    if kind == 3:
        return chance.randrange(10000) / 10000, "percent"
    if kind == 4:
        return day, "date"
    if kind == 5:
        return day + second, "both"
    if kind == 6:
        return second, "clock"
    if kind == 7:
        return chance.random() < 0.5, "plain"
    if kind == 8:
        return chance.choice([10**15 + 1, 123456789012345680000, 913501000000000012]), "plain"
    if kind == 9:
        return chance.randrange(10**6) / 86400, "elapsed"
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12))), "plain"


def write_sheet(book, name, chance, rows):
    sheet = book.add_sheet(name, cell_overwrite_ok=True)
    styles = {code: xlwt.easyxf(num_format_str=code) for codes in FORMATS.values() for code in codes}
    for row in range(rows):
        for column in range(COLUMNS):
            value, kind = random_value(chance)
            if value is not None:
                sheet.write(row, column, value, styles[chance.choice(FORMATS[kind])])
        sheet.row(row).set_cell_error(COLUMNS, chance.choice(ERRORS))
        sheet.write_rich_text(row, COLUMNS + 1, [chance.choice(PIECES), (chance.choice(PIECES), xlwt.easyfont("bold on"))])
        sheet.write(row, COLUMNS + 2, xlwt.Formula("1+1"))
        sheet.row(row).hidden = chance.random() < 0.1
    for _ in range(9):
        first, left = rows + chance.randrange(5000), chance.randrange(200)
        try:
            sheet.merge(first, first + chance.randrange(3), left, left + chance.randrange(1, 9))
        except Exception:  # it overlaps an earlier one
            continue
    for column in chance.sample(range(COLUMNS + 3), 3):
        sheet.col(column).hidden = True
    return sheet


def write_book(path, chance, rows):
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = chance.random() < 0.3
    for number, name in enumerate(["汇总表", "Sheet 2", "第3张"]):
        write_sheet(book, name, chance, rows).visibility = number
    book.save(path)


def main():
    extract = sys.argv[1]
    if os.path.isdir(sys.argv[2]):
        seed = int(sys.argv[3])
        paths = [os.path.join(sys.argv[2], f"random-{seed}.xls")]
        write_book(paths[0], random.Random(seed), int(sys.argv[4]))
    else:
        paths = sys.argv[2:]
    sys.exit(0 if all([compare(extract, path) for path in paths]) else 1)


main()
