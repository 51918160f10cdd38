#!/usr/bin/python3
"""lists_referee.py LIST.csv: what huizong-normalise must make of a list of tests/bench/make_equipment.py, in the words of typed_text.py, worked out here from the file alone."""
import csv
import json
import re
import sys
from datetime import date

KEYS = ["seq", "category", "type", "name", "id", "public_cloud", "connected", "quantity"]
CATEGORIES = {"运行设备", "加工设备", "行走设备", "其他设备"}
DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](?:(\d{1,2})日?)?)?$")


def iso(text):
    year, month, day = DATE.match(text).groups()
    return date(int(year), int(month), int(day)).isoformat() if day else f"{year}-{int(month):02d}"


def judge(cells, seen, row_no):
    """The codes that a row is rejected for, and its values."""
    codes, values = [], dict(zip(KEYS, cells))
    if values["category"] not in CATEGORIES:
        codes.append("choice_unknown")
    values["public_cloud"] = {"是": "t", "否": "f"}[values["public_cloud"]]
    try:
        values["connected"] = iso(values["connected"])
    except ValueError:
        codes.append("date_bad")
    try:
        values["quantity"] = str(int(values["quantity"]))
    except ValueError:
        codes.append("number_bad")
    if not codes and seen.setdefault(values["id"].lower(), row_no) != row_no:
        codes.append("list_key_repeated")
    return codes, values


def main():
    seen = {}
    with open(sys.argv[1], encoding="gb18030", newline="") as file:
        rows = list(csv.reader(file))
    for row_no, cells in enumerate(rows[1:], 2):
        codes, values = judge(cells, seen, row_no)
        if codes:
            print("\\#reject", row_no, ",".join(codes), *cells, sep="\t")
            continue
        raw = [text for key, written in zip(KEYS, cells) if values[key] != written and key != "public_cloud" for text in (key, written)]
        shown = [f"{key}={values[key]}" for key in KEYS] + [f"extra={json.dumps([cells[8]], ensure_ascii=False)}"]
        print("+", row_no, values["id"].lower(), *shown, *([f"raw={json.dumps(raw, ensure_ascii=False)}"] if raw else []), sep="\t")


main()
