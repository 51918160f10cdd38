"""check.py EXPECTED TYPED FINDINGS: a line for whatever is not as a case says.

The first line of EXPECTED is the cycle; then "[ITEM] KEY STATE VALUE" for every cell that must be there, "! CELL CODE" for every finding ("-": of a sheet; a code of a
sheet stands once for all), "refused CODE" for the end, "table KIND" where only the kinds of the tables matter.
"""

import sys


def cells_of(path):
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 12 and fields[0] != "sheet":
            value = {"number": fields[6], "text": fields[7].replace("\\n", " ")}.get(fields[5], "")
            yield f"{fields[2]} {fields[4]}", f"{fields[5]} {value}".strip()


def main(expected, typed, findings):
    lines = open(expected, encoding="utf-8").read().splitlines()[1:]
    control = [line.split("\t") for line in open(typed, encoding="utf-8").read().splitlines() if line.startswith("\\#")]
    found = {tuple(line.split("\t")[1:6:4]) for line in open(findings, encoding="utf-8").read().splitlines()[1:] if not line.startswith("\\#")}
    tables = [line[6:] for line in lines if line.startswith("table ")]
    if tables:
        print("\n".join({line[1] for line in control if line[0] == "\\#table"} ^ set(tables)))
        return
    refused = [line.split()[1] for line in lines if line.startswith("refused ")]
    end = control[-1]
    if (end[3:] if end[1] == "refused" else []) != refused:
        print("the end is", end)
    want = {}
    for line in (line for line in lines if not line.startswith(("!", "refused "))):
        item, key, rest = line.split(" ", 2) if line[0].isdigit() else ("1", *line.split(" ", 1))
        want[f"{item} {key}"] = rest
    got = dict(cells_of(typed))
    for key in sorted(want.keys() | got.keys()):
        if want.get(key) != got.get(key):
            print(key, "expected", want.get(key), "got", got.get(key))
    told = {tuple(line.split()[1:]) for line in lines if line.startswith("!")}
    for cell, code in sorted(told ^ {("-" if cell == "\\N" else cell, code) for cell, code in found}):
        print(cell, code, "is missing" if (cell, code) in told else "is too much")


main(*sys.argv[1:])
