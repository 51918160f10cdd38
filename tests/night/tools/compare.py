#!/usr/bin/python3
"""compare.py uploads|decisions|findings|states|some-states|figures|lists|returned EXPECTED.tsv ACTUAL.csv: prints every difference, exit status 1 where there is one.

EXPECTED is written by hand. A cell `-` means empty, `*` anything, `\\n` a line feed; a cell that is left out at the end of a line is `*`,
a key that is left out is empty. `reasons`, `missing` and `errors` list codes parted by `;`, those with a `?` may be missing. A line whose
first cell begins with `?` may be missing as a whole. `kinds` lists kinds parted by `;`, a line for each; without it the file is a summary
table, a document, or was refused before its kind was known. `times` says how many lines there are. Of some-states, figures and
lists only those that EXPECTED names are looked at.
"""

import csv
import sys
from collections import defaultdict

KEYS = {
    "uploads": ("file", "kinds", "platform"),
    "decisions": ("unit_code", "platform", "enterprise"),
    "findings": ("file", "code"),
    "states": ("platform", "enterprise"),
    "some-states": ("platform", "enterprise"),
    "figures": ("file", "platform", "field"),
    "lists": ("file", "kinds"),
    "returned": ("file",),
}
VALUES = {
    "uploads": {"outcome": "outcome", "reason": "reason", "unit_code": "unit_code", "received_at": "received_at"},
    "decisions": {"decision": "decision", "counts": "counts_against_quota", "reasons": "reasons"},
    "findings": {"cell": "cell", "severity": "severity", "read_as": "read_as"},
    "states": {"state": "state", "missing": "missing", "errors": "errors", "rows": "rows", "rejected": "rejected"},
    "figures": {"state": "state", "value": "value"},
    "lists": {"part": "part", "read": "read", "loaded": "loaded", "rejected": "rejected", "kept": "kept"},
    "returned": {"rows": "rows"},
}
VALUES["some-states"] = VALUES["states"]
ORDER = {"uploads": "received_at", "decisions": "seq", "findings": "row"}
SETS = ("reasons", "missing", "errors")
SELECTED = ("some-states", "figures", "lists")


def read_expected(path):
    with open(path, encoding="utf-8", newline="") as lines:
        header, *rows = [line.rstrip("\n").split("\t") for line in lines]
    rows = [dict(zip(header, (cell.replace("\\n", "\n") for cell in row))) for row in rows]
    return [one for row in rows for one in expanded(row)]


def expanded(row):
    """A line for each kind, and as many as `times` says."""
    for kind in row.get("kinds", "").split(";"):
        for _ in range(int(row.get("times", "1"))):
            yield {**row, "kinds": kind}


def read_actual(kind, path):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        rows = [{key: disarmed(value) for key, value in row.items()} for row in csv.DictReader(lines)]
    for row in rows:
        row["kinds"] = row.get("kind", "")
        if kind == "uploads" and row["kinds"] in ("summary", "document"):
            row["kinds"] = ""
    return rows


def disarmed(value):
    """What a field held before it was made harmless for spreadsheet programs."""
    return value[1:] if value[:1] == "'" and value[1:2] in tuple("=+-@＝＋－＠") else value


def key_of(row, names):
    return tuple("" if row.get(name, "-") == "-" else row[name].removeprefix("?") for name in names)


def grouped(rows, names):
    groups = defaultdict(list)
    for row in rows:
        groups[key_of(row, names)].append(row)
    return groups


def codes_fit(want, got):
    codes = set() if want == "-" else set(want.split(";"))
    needed = {code for code in codes if not code.endswith("?")}
    allowed = {code.removesuffix("?") for code in codes}
    present = {code for code in got.split(";") if code}
    return needed <= present <= allowed


def fits(name, want, got):
    if want == "*":
        return True
    if name in SETS:
        return codes_fit(want, got)
    return got == ("" if want == "-" else want)


def differences(kind, expected, actual):
    wanted = grouped(expected, KEYS[kind])
    ordered = sorted(actual, key=lambda row: row[ORDER[kind]]) if kind in ORDER else actual
    present = grouped(ordered, KEYS[kind])
    for key, rows in wanted.items():
        found = present.pop(key, [])
        for i, row in enumerate(rows):
            optional = row[KEYS[kind][0]].startswith("?")
            if i >= len(found):
                if not optional:
                    yield f"missing: {' | '.join(key)}   ({row['why']})"
                continue
            for name, column in VALUES[kind].items():
                want = row.get(name, "*")
                if not fits(name, want, found[i][column]):
                    yield f"{' | '.join(key)}: {name} is {found[i][column]!r}, expected {want!r}   ({row['why']})"
        for extra in found[len(rows):]:
            yield f"not expected: {dict(extra)}"
    if kind not in SELECTED:
        for row in (row for rows in present.values() for row in rows):
            yield f"not expected: {dict(row)}"


def main():
    kind, expected, actual = sys.argv[1:]
    found = list(differences(kind, read_expected(expected), read_actual(kind, actual)))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
