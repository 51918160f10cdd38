"""What the tables of cases share: a case is a file's bytes and what must be read from it, written down by hand and never taken from the
reader. A module of this folder has CASES; tests/stage/kinds.sh runs them all."""
import dataclasses
import os
import subprocess

ESCAPES = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\b": "\b", "\\f": "\f", "\\v": "\v", "\\\\": "\\"}


@dataclasses.dataclass
class Sheet:
    """rows: by number, the cells from column A on, None where a cell is absent; marks: by number as the stream has them ("B:date"), only
    what is named is compared where the case says so."""
    name: str
    rows: dict
    marks: dict = None
    visibility: str = "visible"
    merges: list = dataclasses.field(default_factory=list)
    hidden: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Case:
    """findings: "code" or "code Sheet!A1", in the order of the file; refused: the code of the refusal, which is a finding too and then the
    only one that must be there; facts: those that must be among the file's."""
    name: str
    data: bytes
    sheets: list = None
    findings: list = dataclasses.field(default_factory=list)
    refused: str = None
    facts: dict = dataclasses.field(default_factory=dict)
    suffix: str = "xls"


@dataclasses.dataclass
class Reading:
    facts: dict
    sheets: list
    end: list
    findings: list


def plain(cell):
    """A cell of the stream without its escapes; None where it is absent."""
    if cell == "\\N":
        return None
    text, at = "", 0
    while at < len(cell):
        pair = cell[at:at + 2]
        text += ESCAPES.get(pair, cell[at])
        at += 2 if pair in ESCAPES else 1
    return text


def read_stream(lines):
    facts, sheets, end = {}, [], []
    for line in lines:
        fields = line.split("\t")
        if fields[0] == "\\#fact":
            facts[fields[1]] = plain(fields[2])
        elif fields[0] == "\\#sheet":
            sheets.append(Sheet(plain(fields[1]), {}, {}, fields[2]))
        elif fields[0] == "\\#merge":
            sheets[-1].merges.append(fields[2])
        elif fields[0] == "\\#hidden":
            sheets[-1].hidden.append(fields[3])
        elif fields[0] == "\\#end":
            end = fields[1:]
        elif not line.startswith("\\#") and fields != ["sheet", "row_no", "marks", "cells"]:
            sheets[-1].rows[int(fields[1])] = [plain(cell) for cell in fields[3:]]
            if fields[2]:
                sheets[-1].marks[int(fields[1])] = fields[2]
    return facts, sheets, end


def read_findings(path):
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")[1:]
    found = []
    for line in lines:
        fields = line.split("\t")
        if line.startswith("\\#") or len(fields) < 6:
            continue
        place = f" {plain(fields[0])}!{plain(fields[1])}" if plain(fields[1]) else ""
        found.append(fields[5] + place)
    return found


def read(extract, path, work):
    findings = os.path.join(work, "findings")
    done = subprocess.run([extract, path, "--findings", findings], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"exit status {done.returncode}: {done.stderr.decode()}")
    return Reading(*read_stream(done.stdout.decode().split("\n")[:-1]), read_findings(findings))


def differences(case, reading):
    """Lines that tell what is not as the case has it; none where all is."""
    said = []

    def want(what, got, wanted):
        if got != wanted:
            said.append(f"{what}: got {got!r}, want {wanted!r}")

    if case.refused:
        want("end", [reading.end[0], reading.end[2]], ["refused", case.refused])
        want("the refusal among the findings", case.refused in [finding.split(" ")[0] for finding in reading.findings], True)
        return said
    want("end", reading.end[0] if reading.end else None, "complete")
    want("sheets", [(sheet.name, sheet.visibility) for sheet in reading.sheets],
         [(sheet.name, sheet.visibility) for sheet in case.sheets])
    for got, wanted in zip(reading.sheets, case.sheets):
        for row_no in sorted(set(got.rows) | set(wanted.rows)):
            want(f"{wanted.name}, row {row_no}", got.rows.get(row_no), wanted.rows.get(row_no))
        if wanted.marks is not None:
            want(f"{wanted.name}, marks", got.marks, wanted.marks)
        want(f"{wanted.name}, merges", got.merges, wanted.merges)
        want(f"{wanted.name}, hidden columns", got.hidden, wanted.hidden)
    want("findings", reading.findings, case.findings)
    for name, value in case.facts.items():
        want(f"fact {name}", reading.facts.get(name), value)
    return said
