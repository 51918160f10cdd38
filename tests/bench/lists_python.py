#!/usr/bin/python3
"""lists_python.py FILE: what a script of an office would do before COPY: decode, check, drop bad rows; COPY text on stdout."""
import csv
import datetime
import re
import sys
import unicodedata

CATEGORIES = {"运行设备", "加工设备", "行走设备", "其他设备"}
FLAGS = {"是": "t", "否": "f", "": r"\N"}
DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)$")
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def iso(text):
    match = DATE.match(text)
    year, month, day = match.groups()
    datetime.date(int(year), int(month), int(day or 1))
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def main():
    seen = set()
    with open(sys.argv[1], encoding="gb18030", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            try:
                seq, category, kind, name, key, cloud, connected, quantity, remark = (
                    unicodedata.normalize("NFKC", cell).strip() for cell in row)
                if category not in CATEGORIES or key in seen:
                    continue
                checked = [str(int(seq)), category, kind, name, key, FLAGS[cloud], iso(connected), str(int(quantity)), remark]
            except (ValueError, KeyError, AttributeError):
                continue
            seen.add(key)
            sys.stdout.write("\t".join(cell.translate(ESCAPES) if cell != r"\N" else cell for cell in checked) + "\n")


main()
