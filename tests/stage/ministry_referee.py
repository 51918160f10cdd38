"""Looks at a package with what has nothing to do with its writer: openpyxl, hashlib, csv, Python's gb18030."""

import csv
import hashlib
import io
import json
import sys
from pathlib import Path

import openpyxl

MARK = "送审稿"


def manifest_of(folder):
    return json.loads((folder / "manifest.json").read_bytes().decode("utf-8"))


def file_of(folder, kind):
    [found] = [f["name"] for f in manifest_of(folder)["files"] if f["kind"] == kind and "twin_of" not in f]
    return folder / found


def rows_of(path):
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n"), path
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def sheets(folder):
    for path in sorted(folder.glob("*.xlsx")):
        for sheet in openpyxl.load_workbook(path).worksheets:
            yield path.name, sheet


def headers(folder):
    for name, sheet in sheets(folder):
        footer = sheet.oddFooter.center.text or ""
        assert "&P" in footer or "P" in footer, (name, sheet.title, footer)
        for row in sheet.iter_rows(values_only=True):
            assert not any(MARK in str(cell) for cell in row if cell is not None), (name, sheet.title, row)
        yield name, sheet.title, sheet.oddHeader.center.text


def marked(folder):
    seen = list(headers(folder))
    assert len(seen) == 4, seen
    assert all(text == MARK for _, _, text in seen), seen


def unmarked(folder):
    seen = list(headers(folder))
    assert len(seen) == 4 and not any(text for _, _, text in seen), seen


def manifest(folder):
    told = manifest_of(folder)
    names = {f["name"] for f in told["files"]}
    assert names | {"manifest.json", "manifest.json.sha256"} == {p.name for p in folder.iterdir()}
    for f in told["files"]:
        data = (folder / f["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (f["bytes"], f["sha256"]), f
        if f["name"].endswith(".csv") and "twin_of" not in f:
            assert len(rows_of(folder / f["name"])) - 1 == f["rows"], f
    seal = hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest() + "  manifest.json\n"
    assert (folder / "manifest.json.sha256").read_text() == seal
    rows = rows_of(file_of(folder, "nominations"))
    exempt = sum("不占名额" in cell for row in rows for cell in row)
    counts = told["counts"]
    assert (counts["nominations"], counts["exempt"]) == (len(rows) - 1, exempt), counts
    assert counts["counted"] + counts["waived"] == len(rows) - 1 - exempt, counts
    # without a choice everything that stands is in it: the night's own summary counts the same seats
    if any(matter["code"] == "selection_missing" for matter in told["open"]):
        run = json.loads((folder.parent / "run.json").read_text(encoding="utf-8"))
        assert counts["counted"] == run["counts_against_quota"], counts
    assert counts["indicators"] == len(rows_of(file_of(folder, "indicators"))) - 1, counts
    assert told["office"] == "福建省工业和信息化厅" and told["onward_office"] == "工业和信息化部", told
    assert told["head"] == {"推荐单位": "福建省工业和信息化厅", "联系人": "何样二", "联系方式": "0591-80000099"}
    assert (told["state"] == "draft") == bool(told["open"])
    for matter in told["open"]:
        assert all(matter[key] for key in ("code", "title", "text", "todo")), matter


def count(folder):
    print(len(manifest_of(folder)["files"]))


def open(folder):
    told = manifest_of(folder)
    print(*[told["state"]] + [matter["code"] for matter in told["open"]])


def twins(folder):
    pairs = [(f["twin_of"], f["name"]) for f in manifest_of(folder)["files"] if "twin_of" in f]
    plain = [f["name"] for f in manifest_of(folder)["files"] if f["name"].endswith(".csv") and "twin_of" not in f]
    assert sorted(plain) == sorted(of for of, _ in pairs)
    for of, twin in pairs:
        text = (folder / of).read_bytes().decode("utf-8-sig")
        assert (folder / twin).read_bytes() == text.encode("gb18030"), twin
    assert "𠮷".encode("gb18030") in b"".join((folder / twin).read_bytes() for _, twin in pairs)


def rare(folder):
    for row in rows_of(file_of(folder, "characters"))[1:]:
        if row[0] == "𠮷":
            print(*row)


def platforms(folder):
    """As the list says, which the form and the indicators must say too."""
    listed = [row[2] for row in rows_of(file_of(folder, "nominations"))[1:]]
    form = openpyxl.load_workbook(file_of(folder, "table")).active
    printed = [row[1] for row in form.iter_rows(values_only=True) if str(row[0]).isdigit()]
    table = openpyxl.load_workbook(file_of(folder, "indicator_table")).worksheets[0]
    [side] = [[c for c in row[1:] if c] for row in table.iter_rows(values_only=True) if row[0] == "工业互联网平台名称"]
    assert listed == printed == side, (listed, printed, side)
    with_form = {row[2] for row in rows_of(file_of(folder, "indicators"))[1:]}
    assert with_form <= set(listed), with_form
    print(*listed)


def column(folder, label):
    rows = rows_of(file_of(folder, "nominations"))
    at = rows[0].index(label)
    print(" | ".join(row[at] for row in rows[1:]) if any(row[at] for row in rows[1:]) else "")


def archived(folder, archive):
    for path in folder.iterdir():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert (Path(archive) / digest[:2] / digest).read_bytes() == path.read_bytes(), path


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def forge(folder):
    """A twin altered by somebody who knows how manifests are made."""
    told = manifest_of(folder)
    [twin] = [f for f in told["files"] if f["kind"] == "nominations" and "twin_of" in f]
    path = folder / twin["name"]
    path.write_bytes(path.read_bytes().replace("福云".encode("gb18030"), "闽云".encode("gb18030")))
    twin["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    text = json.dumps(told, ensure_ascii=False).encode()
    (folder / "manifest.json").write_bytes(text)
    (folder / "manifest.json.sha256").write_text(hashlib.sha256(text).hexdigest() + "  manifest.json\n")


def differences(path):
    rows = rows_of(path)
    assert rows[0] == ["材料", "推荐单位", "工业互联网平台名称", "依托企业", "栏目", "变动前", "变动后"]
    print("\n".join("|".join(row) for row in rows[1:]))




def lists(folder, people):
    names = sorted(f["name"] for f in manifest_of(folder)["files"] if f["kind"] == "list" and "twin_of" not in f)
    kinds = ("设备清单", "模型清单", "APP清单", "服务企业清单", "开发者清单", "杀手锏清单", "解决方案清单", "花名册")
    assert names == sorted(f"清单-{no}-{kind}.csv" for no in ("01", "03") for kind in kinds), names
    devices = rows_of(folder / "清单-01-设备清单.csv")
    ids = [row[devices[0].index("设备ID")] for row in devices[1:]]
    assert ids == [f"FY-{i:06d}" for i in range(1, 61)], ids
    assert len(rows_of(folder / "清单-03-设备清单.csv")) == 61
    staff = rows_of(folder / "清单-01-花名册.csv")
    named = [row[staff[0].index("姓名")] for row in staff[1:]]
    assert len(named) == 25 and all(named), named
    assert all((len(name) == 3 and name.endswith("**")) == (people == "masked") for name in named), named
    developers = rows_of(folder / "清单-01-开发者清单.csv")
    at = developers[0].index("联系方式")
    assert all(row[at].endswith("**") == (people == "masked") for row in developers[1:]), developers


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
