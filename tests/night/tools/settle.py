#!/usr/bin/python3
"""settle.py LEDGER.xlsx REGISTERS DATE: what an office does with the ledger. Each line of the sheets 补登-… goes into the register of that name, as it stands
there, with person, date and reason filled in.
"""

import csv
import sys
from pathlib import Path

from openpyxl import load_workbook

SAID = {"决定人": "何样二", "裁定人": "何样二", "批准人": "何样二", "经办人": "何样二", "批准文号": "样批〔2023〕9号",
        "理由": "处务会议定", "依据": "处务会议定"}
DATES = ("日期", "批准日期", "撤回日期")
LABELS_AT = 3


def lines_of(sheet, date):
    labels, *rows = sheet.iter_rows(min_row=LABELS_AT, values_only=True)
    for row in rows:
        line = {label: value or SAID.get(label, "") for label, value in zip(labels, row)}
        yield {label: date if label in DATES else value for label, value in line.items()}


def kept(lines):
    """Of a duplicate the ledger leaves open which one is kept: the office keeps the first."""
    known = set()
    for line in lines:
        names = {line.get("平台名称"), line.get("依托企业")} - {"", None}
        if line.get("决定") == "":
            line["决定"] = "不予受理" if names & known else "通过"
            known |= names
        yield line


def append(path, lines):
    labels = list(lines[0])
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as file:
            labels = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, labels)
        if file.tell() == 0:
            out.writeheader()
        out.writerows(lines)


def main():
    ledger, registers, date = sys.argv[1:]
    for sheet in load_workbook(ledger).worksheets:
        if sheet.title.startswith("补登-"):
            append(Path(registers) / f"{sheet.title.removeprefix('补登-')}.csv", list(kept(lines_of(sheet, date))))


main()
