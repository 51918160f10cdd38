#!/usr/bin/python3
"""docx_referee.py make DIR SEED              a random Word document by python-docx, DIR/SEED.docx
   docx_referee.py compare EXTRACT DIR        every DIR/*.docx read by EXTRACT and by python-docx, and by LibreOffice where it wrote DIR/*.txt

Paragraphs and the cells of tables must hold the same text, and merged cells must cover the same. Lines to be filled in, boxes and tracked changes
are left out: what those become is ours to say (tests/stage/kinds/docx.py)."""
import glob
import os
import random
import sys

import docx
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "kinds"))
from kit import read  # noqa: E402  pylint: disable=wrong-import-position

WORDS = ["闽云", "平台", "a b", "两\n行", "tab\t之后", "=1+1", "\"引\"", "é", "0139", "𠮷", "<&>", "1,234.50", "运行设备__台/套", "□是 ☑否", "", "  空  "]


def random_text(chance):
    return "".join(chance.choice(WORDS) for _ in range(chance.randrange(4)))


def add_paragraph(chance, place):
    paragraph = place.add_paragraph(style=chance.choice(["Normal", "Heading 1", "Quote"]) if hasattr(place, "sections") else None)
    for _ in range(chance.randrange(4)):
        run = paragraph.add_run(random_text(chance))
        run.bold, run.italic = chance.random() < 0.3, chance.random() < 0.2


def merge_some(chance, table, rows, columns):
    """No two ranges overlap: python-docx makes half a merge of such."""
    taken = set()
    for _ in range(chance.randrange(4)):
        top, left = chance.randrange(rows), chance.randrange(columns)
        bottom, right = chance.randrange(top, rows), chance.randrange(left, columns)
        places = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if not places & taken:
            table.cell(top, left).merge(table.cell(bottom, right))
            taken |= places


def add_table(chance, document):
    rows, columns = chance.randrange(1, 7), chance.randrange(2, 7)
    table = document.add_table(rows, columns)
    for row in table.rows:
        for cell in row.cells:
            cell.text = random_text(chance)
            if chance.random() < 0.2:
                add_paragraph(chance, cell)
    merge_some(chance, table, rows, columns)


def make(folder, seed):
    chance, document = random.Random(seed), docx.Document()
    for _ in range(40):
        (add_table if chance.random() < 0.4 else add_paragraph)(chance, document)
    document.save(os.path.join(folder, f"{seed}.docx"))


def table_rows(table):
    """Texts by row, None where a cell goes on from above or from the left, and the ranges."""
    places = {}
    for row in range(len(table.rows)):
        for column in range(len(table.columns)):
            places.setdefault(table.cell(row, column)._tc, []).append((row, column))  # pylint: disable=protected-access
    rows, ranges = [[None] * len(table.columns) for _ in table.rows], []
    for cell, covered in places.items():
        (top, left), (bottom, right) = min(covered), max(covered)
        rows[top][left] = _Cell(cell, table).text
        if (top, left) != (bottom, right):
            ranges.append((top, left, bottom, right))
    return rows, ranges


def by_referee(path):
    document, rows, merges = docx.Document(path), {}, set()
    number = 0
    for element in document.element.body:
        if element.tag.endswith("}p"):
            number += 1
            rows[number] = [Paragraph(element, document).text]
        elif element.tag.endswith("}tbl"):
            cells, ranges = table_rows(Table(element, document))
            rows.update({number + 1 + at: row for at, row in enumerate(cells)})
            merges |= {f"{chr(65 + left)}{number + 1 + top}:{chr(65 + right)}{number + 1 + bottom}" for top, left, bottom, right in ranges}
            number += len(cells)
    return {at: row for at, row in rows.items() if any(row)}, merges


def without_end(row):
    while row and row[-1] is None:
        row = row[:-1]
    return row


def text_lines(rows):
    lines = [line.strip(" \t") for _, row in sorted(rows.items()) for cell in row if cell for line in cell.split("\n")]
    return [line for line in lines if line]


def lines_of_office(path):
    """It writes each line of a cell or paragraph as one."""
    with open(path, encoding="utf-8-sig") as file:
        return [line for line in (line.strip(" \t") for line in file.read().split("\n")) if line]


def compare(extract, folder):
    failed = 0
    for path in sorted(glob.glob(os.path.join(folder, "*.docx"))):
        rows, merges = by_referee(path)
        sheet = read(extract, path, folder).sheets[0]
        for at in sorted(set(rows) | set(sheet.rows)):
            if sheet.rows.get(at) != without_end(rows.get(at, [])):
                failed += 1
                print(f"{path}, row {at}: got {sheet.rows.get(at)}, python-docx {rows.get(at)}")
        if set(sheet.merges) != merges:
            failed += 1
            print(f"{path}: merges got {sorted(sheet.merges)}, python-docx {sorted(merges)}")
        office = path.replace(".docx", ".txt")
        if os.path.exists(office):
            wanted = text_lines(sheet.rows)
            got = lines_of_office(office)
            if got != wanted:
                failed += 1
                first = next((pair for pair in zip(got, wanted) if pair[0] != pair[1]), (len(got), len(wanted)))
                print(f"{path}: LibreOffice {first[0]!r}, we {first[1]!r}")
    return failed


if sys.argv[1] == "make":
    make(*sys.argv[2:])
else:
    sys.exit(1 if compare(*sys.argv[2:]) else 0)
