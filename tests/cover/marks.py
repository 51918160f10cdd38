#!/usr/bin/python3
"""marks.py SUMMARY LINES BRANCHES: gcovr's summary by room and in all; the files below the marks; exit status 1 where the whole is below one."""

import json
import sys
from collections import defaultdict


def percent(covered, total):
    return 100.0 * covered / total if total else 100.0


def line(name, counts):
    lines, lines_all, branches, branches_all = counts
    return (f"{name:40} {percent(lines, lines_all):6.1f} % of {lines_all:6} lines"
            f" {percent(branches, branches_all):6.1f} % of {branches_all:6} branches")


def below(counts, marks):
    return percent(*counts[:2]) < marks[0] or percent(*counts[2:]) < marks[1]


def main(path, marks):
    files = {item["filename"]: [item["line_covered"], item["line_total"], item["branch_covered"], item["branch_total"]]
             for item in json.load(open(path, encoding="utf-8"))["files"]}
    rooms, whole = defaultdict(lambda: [0] * 4), [0] * 4
    for name, counts in files.items():
        room = name.split("/")[1]
        rooms[room] = [a + b for a, b in zip(rooms[room], counts)]
        whole = [a + b for a, b in zip(whole, counts)]
    print("files below the marks:")
    for name, counts in sorted(files.items()):
        if below(counts, marks):
            print(line("  " + name, counts))
    print("rooms:")
    for name, counts in sorted(rooms.items()):
        print(line("  " + name, counts))
    print(line("the library", whole))
    return 1 if below(whole, marks) else 0


sys.exit(main(sys.argv[1], [float(mark) for mark in sys.argv[2:4]]))
