#!/usr/bin/python3
"""sources.py CURRENT ARCHIVE: every figure of 指标汇总.xlsx against the cell of the original that its sheet 来源 names, which openpyxl and csv read here.

The place must hold what 来源 quotes, and that, multiplied as it says, must be the figure. Prints a line for each figure that its original does not bear out, exit status 1 where
there is any or where hardly any was to be seen. Originals of other kinds than .xlsx and .csv are left out.
"""

import csv
import io
import re
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import coordinate_to_tuple

FILES, FIRST, LEAST = 8, 10, 100
PLACE = re.compile(r"(?:(?P<sheet>.+)!)?(?P<cell>[A-Z]+[0-9]+)(?:：(?P<raw>.*)（[^（）]*，(?P<counted>[0-9.]*)×(?P<factor>[0-9.]+)）)?", re.S)
NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
WORDS = {"十": 10, "百": 100, "千": 1000, "万": 10000, "亿": 100000000}


def folded(written):
    return unicodedata.normalize("NFKC", str(written)).strip()


def numbers_in(written):
    return [Decimal(found.replace(",", "")) for found in NUMBER.findall(folded(written))]


def with_words(raw):
    """3500万元: 35000000."""
    number = numbers_in(raw)[0]
    behind = folded(raw)[NUMBER.search(folded(raw)).end():]
    for word in behind:
        if word not in WORDS:
            break
        number *= WORDS[word]
    return number


def read_csv(data):
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return {None: list(csv.reader(io.StringIO(text, newline="")))}


def read_original(path, name):
    """Its sheets by name; none where it is of another kind."""
    data = path.read_bytes()
    if name.endswith(".csv"):
        return read_csv(data)
    if not name.endswith(".xlsx"):
        return {}
    book = load_workbook(io.BytesIO(data), data_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def written_at(rows, place):
    row, column = coordinate_to_tuple(place)
    return rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else None


def is_borne_out(value, written, said):
    if said["raw"] is None:
        return value in numbers_in(written)
    if isinstance(written, float) and said["raw"].endswith("%"):
        written = f"{(Decimal(repr(written)) * 100).normalize():f}%"
    counted = Decimal(said["counted"]) if said["counted"] else numbers_in(said["raw"])[0]
    if said["counted"] and counted != with_words(said["raw"]):
        return False
    return folded(said["raw"]) in folded(written) and counted * Decimal(said["factor"]) == value


def main():
    current, archive = Path(sys.argv[1]), Path(sys.argv[2])
    with open(current / "uploads.csv", encoding="utf-8-sig", newline="") as file:
        digests = {line["file"]: line["sha256"] for line in csv.DictReader(file)}
    book = load_workbook(current / "指标汇总.xlsx")
    figures, sources = book["指标汇总"], book["来源"]
    files = {cell.column: cell.value for cell in sources[FILES][4:] if cell.value in digests}
    originals = {name: read_original(archive / digests[name][:2] / digests[name], name) for name in set(files.values())}
    seen = wrong = 0
    for row in figures.iter_rows(min_row=FIRST):
        for cell in row:
            original = originals.get(files.get(cell.column))
            if not original or not isinstance(cell.value, (int, float)):
                continue
            source = sources[cell.coordinate].value
            said = PLACE.fullmatch(str(source))
            written = written_at(original[said["sheet"]], said["cell"]) if said and said["sheet"] in original else None
            seen += 1
            if written is None or not is_borne_out(Decimal(repr(cell.value)), written, said):
                wrong += 1
                print(f"{cell.coordinate}: {cell.value}, of {files[cell.column]} {source}, where {written!r} is written")
    print(f"# {seen} figures of {sum(map(bool, originals.values()))} originals")
    sys.exit(wrong > 0 or seen < LEAST)


main()
