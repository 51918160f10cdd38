#!/usr/bin/python3
"""compare.py uploads|decisions|findings|states|lists|figures EXPECTED.tsv ACTUAL.csv: prints every difference, exit status 1 where there is one.

EXPECTED is written by hand. A cell `-` means empty, `*` anything, `\\n` a line feed. `reasons` lists codes parted by `;`,
those with a `?` may be missing. A line whose first cell begins with `?` may be missing as a whole.
"""

import csv
import sys
from collections import defaultdict

KEYS = {"uploads": ("file",), "decisions": ("unit_code", "platform", "enterprise"), "findings": ("file", "code"),
        "states": ("unit_code", "platform"), "lists": ("file", "kind", "part"), "figures": ("file", "field")}
VALUES = {
    "uploads": {"outcome": "outcome", "reason": "reason", "unit_code": "unit_code", "received_at": "received_at"},
    "decisions": {"decision": "decision", "counts": "counts_against_quota", "reasons": "reasons"},
    "findings": {"cell": "cell"},
    "states": {"state": "state", "missing": "missing", "errors": "errors"},
    "lists": {"read": "read", "loaded": "loaded", "rejected": "rejected"},
    "figures": {"state": "state", "value": "value"},
}
ORDER = {"uploads": "received_at", "decisions": "seq", "findings": "row", "states": "platform", "lists": "sheet", "figures": "cell"}
SAMPLES = ("figures",)  # of which only some are written down


def read_expected(path):
    with open(path, encoding="utf-8", newline="") as lines:
        header, *rows = [line.rstrip("\n").split("\t") for line in lines]
    return [dict(zip(header, (cell.replace("\\n", "\n") for cell in row))) for row in rows]


def read_actual(path):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        return [{key: disarmed(value) for key, value in row.items()} for row in csv.DictReader(lines)]


def disarmed(value):
    """What a field held before it was made harmless for spreadsheet programs."""
    return value[1:] if value[:1] == "'" and value[1:2] in ("=", "+", "-", "@") else value


def key_of(row, names):
    return tuple("" if row[name] == "-" else row[name].removeprefix("?") for name in names)


def grouped(rows, names):
    groups = defaultdict(list)
    for row in rows:
        groups[key_of(row, names)].append(row)
    return groups


def reasons_fit(want, got):
    codes = set() if want == "-" else set(want.split(";"))
    needed = {code for code in codes if not code.endswith("?")}
    allowed = {code.removesuffix("?") for code in codes}
    present = {code for code in got.split(";") if code}
    return needed <= present <= allowed


def fits(name, want, got):
    if want == "*":
        return True
    if name == "reasons":
        return reasons_fit(want, got)
    return got == ("" if want == "-" else want)


def differences(kind, expected, actual):
    wanted = grouped(expected, KEYS[kind])
    present = grouped(sorted(actual, key=lambda row: row[ORDER[kind]]), KEYS[kind])
    for key, rows in wanted.items():
        found = present.pop(key, [])
        for i, row in enumerate(rows):
            optional = row[KEYS[kind][0]].startswith("?")
            if i >= len(found):
                if not optional:
                    yield f"missing: {' | '.join(key)}   ({row['why']})"
                continue
            for name, column in VALUES[kind].items():
                if not fits(name, row[name], found[i][column]):
                    yield f"{' | '.join(key)}: {name} is {found[i][column]!r}, expected {row[name]!r}   ({row['why']})"
        for extra in found[len(rows):]:
            yield f"not expected: {dict(extra)}"
    for rows in () if kind in SAMPLES else present.values():
        for row in rows:
            yield f"not expected: {dict(row)}"


def main():
    kind, expected, actual = sys.argv[1:]
    found = list(differences(kind, read_expected(expected), read_actual(actual)))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
