#!/usr/bin/python3
"""workbooks_measured.py WORK NAME: called by workbooks.sh. Exports the state of the cycle and tells how long that took, all in all.

Three processes ask and write at once: of a part it is told when its last file was there. The reference takes the cells of those workbooks from memory, so
that it only writes. Where a limit is set, the best run is to keep it, on a machine that does nothing else.
"""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from openpyxl import Workbook, load_workbook

WORK, NAME = Path(sys.argv[1]), sys.argv[2]
BIN, URI = os.environ["HUIZONG_BIN"], os.environ["PGURI"]
RUNS = int(os.environ.get("RUNS", "3"))
TITLES = {"workbooks": "31 units × 100 nominations, no forms", "workbooks_forms": "the same, a form for each standing platform"}
SECONDS_MAX = {"workbooks": 2.0}


def part_of(path):
    """units/…/退回修改意见-….xlsx to "units 退回修改意见": the folder, and the name up to its first dash."""
    kind = path.stem.split("-")[0] if path.suffix == ".xlsx" else "data files"
    return f"{path.parts[0]} {kind}" if len(path.parts) > 1 else kind


def export():
    """When each part was there, in that order; the seconds of all; the program's CPU."""
    outbox = WORK / "outbox"
    shutil.rmtree(outbox, ignore_errors=True)
    cpu = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.time()
    subprocess.run([f"{BIN}/huizong-export", "--database", URI, "--cycle", "fujian-2023", "--outbox", outbox, "--as-of",
                    "2023-06-12T02:30:00+08:00"], check=True, stdout=subprocess.DEVNULL)
    total = time.time() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    current = (outbox / "fujian-2023/current").resolve()
    there = {}
    for ended, path in sorted((path.stat().st_mtime, path) for path in current.rglob("*") if path.is_file()):
        part = part_of(path.relative_to(current))
        there.pop(part, None)
        there[part] = ended - begun
    return there, total, after.ru_utime + after.ru_stime - cpu.ru_utime - cpu.ru_stime


def cells_of(path):
    book = load_workbook(path, read_only=True)
    return [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]


def write_alike(books):
    """Seconds for openpyxl to write the values alone, without fonts, borders and heights."""
    begun = time.time()
    for number, sheets in enumerate(books):
        book = Workbook(write_only=True)
        for title, rows in sheets:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(WORK / f"alike{number}.xlsx")
    return time.time() - begun


def main():
    runs = sorted((export() for _ in range(RUNS)), key=lambda run: run[1])
    there, median, cpu = runs[len(runs) // 2]
    best = runs[0][1]
    books = [cells_of(path) for path in sorted((WORK / "outbox/fujian-2023/current").rglob("*.xlsx"))]
    cells = sum(sum(map(len, rows)) for sheets in books for _, rows in sheets)
    reference = statistics.median(write_alike(books) for _ in range(RUNS if cells < 1000000 else 1))
    print(f"{TITLES[NAME]}: {len(books)} workbooks, {cells:,} cells")
    for part, seconds in there.items():
        print(f"  {seconds:8.3f} s  {part}")
    limit = f", {'kept' if best < SECONDS_MAX[NAME] else 'NOT KEPT'}: under {SECONDS_MAX[NAME]:.0f} s" if NAME in SECONDS_MAX else ""
    print(f"  {best:8.3f} s  in all at best of {RUNS}, {median:.3f} s in the middle{limit}; {cpu:.2f} s of the program's CPU; openpyxl, the same "
          f"values: {reference:.2f} s, {reference / median:.1f} times all")


main()
