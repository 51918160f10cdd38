#!/usr/bin/python3
"""libreoffice_referee.py make DIR SEED               random workbooks into DIR: .xlsx by openpyxl and xlsxwriter, .xls by xlwt
   libreoffice_referee.py compare EXTRACT DIR/FODS    the workbooks of DIR, read by EXTRACT and by LibreOffice, which wrote DIR/FODS/*.fods

Every cell's kind and stored value must be the same. What LibreOffice is known to tell otherwise is left out of the workbooks: tabs, which it
drops; days before March 1900, which it counts by another calendar; numbers that are no date under a date's format; formats whose sections are
of two kinds, which it calls numbers; and fractions, at which it hangs. It writes 20 places behind the point, hundredths of a second, and often
1 for TRUE."""
import datetime
import decimal
import glob
import os
import random
import re
import subprocess
import sys
import xml.etree.ElementTree

import openpyxl

try:
    import xlsxwriter
    import xlwt
except ImportError:
    xlsxwriter = xlwt = None

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
KINDS = {"float": "number", "currency": "number", "percentage": "percent", "date": "date", "time": "date", "string": "text",
         "boolean": "boolean"}
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "\\": "\\"}

WORDS = ["闽云", "平台", "a b", "两\n行", "\\N", "_x000D_", "=1+1", "\"引\"", "é", "0139", " 空 ", "  ", "'", "𠮷", "<&>", "1E5", "TRUE"]
NUMBER_FORMATS = ["General", "0", "0.00", "#,##0", "#,##0.00", "0.00E+00", "##0.0E+0", "00000", "0.0,", "#,##0_);(#,##0)",
                  "#,##0.00_);[Red](#,##0.00)", '"¥"#,##0.00', "[$¥-804]#,##0.00", "[$$-409]#,##0.00", "[$€-2] #,##0.00", '0"年"', '"d"0',
                  "\\d0", "0\\h", '0.0"万"', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "[Red]0;[Blue]-0", "[>=100]0.0;[<0]-0.00;0",
                  "[DBNum2][$-804]General", "@", "0.00;;", "(000) 000-0000", "0.00 EUR", "#,##0 h", "0 d"]
PERCENT_FORMATS = ["0%", "0.00%", "0.00%;[Red]-0.00%", "+0.0%;-0.0%;0.0%", "[Blue]0.0%", '0.0%" 增长"']
DATE_FORMATS = ["yyyy-mm-dd", "yyyy/m/d", "m/d/yy", "m/d/yyyy", "d-mmm-yy", "mmm-yy", "mmmm", "dddd", "ddd", 'yyyy"年"m"月"d"日"', 'm"月"d"日"',
                "[$-804]yyyy\"年\"m\"月\";@", "[$-804]aaaa;@", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "[$-409]mmmm d, yyyy", "yyyymmdd",
                "yyyy.mm.dd", "[$-F800]dddd, mmmm dd, yyyy", "dd/mm/yyyy", "[Red]yyyy-mm-dd", "e\"年\"m\"月\"", "YYYY-MM-DD;@"]
MOMENT_FORMATS = ["yyyy-mm-dd hh:mm:ss", "m/d/yy h:mm", "yyyy/m/d h:mm AM/PM", "d h:mm", "yyyy-mm-dd\\Thh:mm:ss.000", "yyyymmddhhmmss"]
CLOCK_FORMATS = ["h:mm", "h:mm:ss", "h:mm:ss AM/PM", "mm:ss", "mm:ss.0", 'h"时"mm"分"', "hh:mm:ss.000", "[$-F400]h:mm:ss AM/PM", "[h]:mm:ss",
                 "[mm]:ss", "[ss]", '[h]"小时"mm"分"']
COLUMNS, ROWS = 14, 150


def random_cell(chance):
    """A value and its number format; None for no cell."""
    kind = chance.randrange(9)
    if kind == 0:
        return None, None
    if kind == 1:
        return chance.choice([chance.randrange(-999, 10**11), chance.randrange(10**14), 0]), chance.choice(NUMBER_FORMATS)
    if kind == 2:
        value = chance.choice([chance.uniform(-1000, 1000), chance.uniform(0, 1) ** 9, chance.uniform(0, 1e14)])
        return float(f"{value:.15g}"), chance.choice(NUMBER_FORMATS)
    if kind == 3:
        return chance.randrange(-5000, 30000) / 10000, chance.choice(PERCENT_FORMATS)
    if kind == 4:
        return chance.randrange(61, 2900000), chance.choice(DATE_FORMATS)
    if kind == 5:
        return chance.randrange(61, 60000) + chance.randrange(86400) / 86400, chance.choice(MOMENT_FORMATS + DATE_FORMATS)
    if kind == 6:
        return chance.randrange(86400) / 86400, chance.choice(CLOCK_FORMATS)
    if kind == 7:
        return chance.random() < 0.5, "General"
    return "".join(chance.choice(WORDS) for _ in range(chance.randint(1, 4))), chance.choice(["General", "@"])


def by_openpyxl(path, chance):
    book = openpyxl.Workbook()
    if chance.random() < 0.3:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for name in ("表", "It's 2"):
        sheet = book.create_sheet(name)
        for row in range(1, ROWS + 1):
            for column in range(1, COLUMNS + 1):
                value, number_format = random_cell(chance)
                if value is None:
                    continue
                cell = sheet.cell(row, column)
                cell.value = value
                if isinstance(value, str):
                    cell.value = value.replace("_x000D_", "_x005F_x000D_")
                    cell.data_type = "s"
                cell.number_format = number_format
    book.save(path)


def by_xlsxwriter(path, chance):
    book = xlsxwriter.Workbook(path, {"constant_memory": chance.random() < 0.5, "date_1904": chance.random() < 0.3})
    sheet = book.add_worksheet("表")
    bold = book.add_format({"bold": True})
    formats = {}
    for row in range(ROWS):
        for column in range(COLUMNS):
            value, code = random_cell(chance)
            if value is None:
                continue
            number_format = formats.setdefault(code, book.add_format({"num_format": code}))
            if isinstance(value, bool):
                sheet.write_boolean(row, column, value, number_format)
            elif not isinstance(value, str):
                sheet.write_number(row, column, value, number_format)
            elif chance.random() < 0.5:
                sheet.write_string(row, column, value, number_format)
            else:
                sheet.write_rich_string(row, column, "前", bold, value.replace("_x000D_", "") or "空", "后", number_format)
        sheet.write_formula(row, COLUMNS, "=1+1", None, 2)
        sheet.write_formula(row, COLUMNS + 1, '="a"&"b"', None, "ab")
        sheet.write_formula(row, COLUMNS + 2, "=1/0", None, "#DIV/0!")
        sheet.write_formula(row, COLUMNS + 3, "=TRUE()", None, True)
    book.close()


def by_xlwt(path, chance):
    book = xlwt.Workbook()
    book.dates_1904 = chance.random() < 0.3
    sheet = book.add_sheet("表")
    styles = {}
    for row in range(ROWS):
        for column in range(COLUMNS):
            value, code = random_cell(chance)
            if value is not None:
                sheet.write(row, column, value, styles.setdefault(code, xlwt.easyxf(num_format_str=code)))
        sheet.row(row).set_cell_error(COLUMNS, chance.choice([0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A]))
    book.save(path)


def text_of(element):
    out = element.text or ""
    for child in element:
        if child.tag == TEXT + "s":
            out += " " * int(child.get(TEXT + "c", "1"))
        elif child.tag == TEXT + "line-break":
            out += "\n"
        else:
            out += text_of(child)
        out += child.tail or ""
    return out


def their_cell(cell):
    """A kind and a value in its notation, or None."""
    kind = cell.get(OFFICE + "value-type")
    if cell.get(CALC + "value-type") == "error":
        return "error", ""
    if kind is None:
        return None
    text = "\n".join(text_of(part) for part in cell if part.tag == TEXT + "p")
    value = next((cell.get(OFFICE + name) for name in ("value", "date-value", "time-value", "boolean-value", "string-value")
                  if cell.get(OFFICE + name) is not None), text)
    return KINDS[kind], value


def their_rows(table):
    for part in table:
        if part.tag == TABLE + "table-row":
            yield part
        elif part.tag in (TABLE + "table-rows", TABLE + "table-row-group", TABLE + "table-header-rows"):
            yield from their_rows(part)


def their_sheets(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    first = next((element.get(TABLE + "date-value") for element in root.iter(TABLE + "null-date")), "1899-12-30")
    sheets = {}
    for table in root.iter(TABLE + "table"):
        cells, row_no = sheets.setdefault(table.get(TABLE + "name"), {}), 1
        for row in their_rows(table):
            column = 0
            repeated = int(row.get(TABLE + "number-rows-repeated", "1"))
            for cell in row:
                count = int(cell.get(TABLE + "number-columns-repeated", "1"))
                value = their_cell(cell)
                if value is not None:
                    cells.update({(row_no + down, column + right): value for down in range(repeated) for right in range(count)})
                column += count
            row_no += repeated
    return datetime.date.fromisoformat(first), sheets


def unescaped(text):
    return re.sub(r"\\(.)", lambda match: ESCAPES[match[1]], text, flags=re.S)


def our_kind(marks, text):
    words = marks.split(",")
    if "date" in words or "time" in words:
        return "date"
    for word in ("error", "percent", "number"):
        if word in words:
            return word
    return "boolean?" if text in ("TRUE", "FALSE") else "text"


def our_sheets(extract, path):
    lines = subprocess.run([extract, path], stdout=subprocess.PIPE, check=False).stdout.decode().split("\n")[:-1]
    sheets = {}
    for line in lines:
        fields = line.split("\t")
        if fields[0] == "\\#sheet":
            sheets[unescaped(fields[1])] = {}
        elif not line.startswith("\\#") and fields[:2] != ["sheet", "row_no"]:
            marks = dict(mark.split(":") for mark in fields[2].split(" ") if mark)
            for column, text in enumerate(fields[3:]):
                if text != "\\N":
                    name = column_name(column)
                    cell = (our_kind(marks.get(name, ""), text), unescaped(text))
                    sheets[unescaped(fields[0])][int(fields[1]), column] = cell
    return sheets, lines[-1].split("\t")[1] == "complete"


def column_name(column):
    return (chr(ord("A") + column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def clock_seconds(text):
    hours, minutes, seconds = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + decimal.Decimal(seconds)


def seconds_of(text, first):
    """A date, moment, time of day or duration, in either notation, in seconds."""
    duration = re.fullmatch(r"PT(\d+)H(\d+)M([\d.]+)S", text)
    if duration:
        return clock_seconds(":".join(duration.groups()))
    if re.fullmatch(r"\d+:\d\d:\d\d(\.\d+)?", text):
        return clock_seconds(text)
    day, _, clock = text.partition("T")
    return (datetime.date.fromisoformat(day) - first).days * 86400 + (clock_seconds(clock) if clock else 0)


def same_number(ours, theirs):
    ours, theirs = decimal.Decimal(ours), decimal.Decimal(theirs)
    return abs(ours - theirs) <= max(abs(theirs) * decimal.Decimal("1e-14"), decimal.Decimal("1e-19"))


def same(ours, theirs, first):
    kind, value = theirs
    if ours[0] == "boolean?":
        return ours[1] == {"true": "TRUE", "false": "FALSE", "1": "TRUE", "0": "FALSE"}.get(value, value)
    if ours[0] != kind:
        return False
    if kind == "text":
        return ours[1] == value
    if kind == "number":
        return same_number(re.sub(r"^[$€]|(万|EUR)$", "", ours[1]), value)
    if kind == "percent":
        return same_number(decimal.Decimal(ours[1][:-1]) / 100, value)
    return kind == "error" or abs(seconds_of(ours[1], first) - seconds_of(value, first)) < decimal.Decimal("0.011")


def compare(extract, path, fods):
    ours, complete = our_sheets(extract, path)
    first, theirs = their_sheets(fods)
    count, said = 0, [] if complete else ["not complete"]
    if list(ours) != list(theirs):
        said.append(f"sheets: {list(ours)} and {list(theirs)}")
    for name in set(ours) & set(theirs):
        for place in sorted(set(ours[name]) | set(theirs[name])):
            count += 1
            left, right = ours[name].get(place), theirs[name].get(place)
            if left is None or right is None or not same(left, right, first):
                said.append(f"{name} {column_name(place[1])}{place[0]}: {left} and {right}")
    print(f"{os.path.basename(path)}: {count} cells, {len(said)} differences")
    for line in said[:9]:
        print("  " + line)
    return not said and count > 0


def main():
    if sys.argv[1] == "make":
        folder, seed = sys.argv[2], int(sys.argv[3])
        by_openpyxl(os.path.join(folder, f"openpyxl-{seed}.xlsx"), random.Random(seed))
        if xlwt is not None:
            by_xlsxwriter(os.path.join(folder, f"xlsxwriter-{seed}.xlsx"), random.Random(seed + 1000))
            by_xlwt(os.path.join(folder, f"xlwt-{seed}.xls"), random.Random(seed + 2000))
        return
    extract, fods = sys.argv[2:4]
    paths = sorted(glob.glob(os.path.join(os.path.dirname(fods), "*.xls*")))
    good = [compare(extract, path, os.path.join(fods, os.path.splitext(os.path.basename(path))[0] + ".fods")) for path in paths]
    sys.exit(0 if good and all(good) else 1)


main()
