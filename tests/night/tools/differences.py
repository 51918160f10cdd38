"""differences.py KEPT REBUILT DIFFERENCE.CSV: whether the list of differences is the one that openpyxl and csv find in the two folders."""

import csv
import sys
from pathlib import Path

import openpyxl


def written(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value)


def cells_of_book(path):
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): written(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    }


def cells_of_csv(path):
    encoding = "gb18030" if ".GB18030." in path.name else "utf-8-sig"
    with open(path, encoding=encoding, newline="") as file:
        return {
            ("", f"{openpyxl.utils.get_column_letter(column)}{row}"): value
            for row, values in enumerate(csv.reader(file), 1)
            for column, value in enumerate(values, 1)
        }


def cells(path):
    return cells_of_book(path) if path.suffix == ".xlsx" else cells_of_csv(path)


def expected(kept, rebuilt):
    for path in sorted(kept.rglob("*")):
        if path.suffix not in (".xlsx", ".csv"):
            continue
        name = str(path.relative_to(kept))
        before, after = cells(path), cells(rebuilt / name)
        for place in sorted(before.keys() | after.keys()):
            pair = before.get(place, ""), after.get(place, "")
            if pair[0] != pair[1]:
                yield (name, *place, *pair)


def told(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["差异"] == "单元格不同":
                yield row["文件"], row["工作表"], row["单元格或行"], row["归档"], row["重做"]


def main():
    kept, rebuilt, differences = map(Path, sys.argv[1:])
    want, got = set(expected(kept, rebuilt)), set(told(differences))
    for line in sorted(want - got):
        print("not told:", line)
    for line in sorted(got - want):
        print("told, but no difference:", line)
    print(len(want), "differences")
    sys.exit(0 if want and want == got else 1)


main()
