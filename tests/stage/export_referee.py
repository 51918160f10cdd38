#!/usr/bin/python3
"""export_referee.py official TABLE.xlsx WANTED.json | ledger BOOK.xlsx | csv DIR | run RUN.json

Prints what is wrong with an export of tests/stage/export.sql, exit status 1 where anything is.
"""

import csv
import json
import sys
from pathlib import Path

from openpyxl import load_workbook

COLUMNS = {
    "uploads.csv": "cycle,file,sha256,unit_code,unit_name,kind,platform,received_at,outcome,reason",
    "decisions.csv": "cycle,unit_code,unit_name,seq,platform,enterprise,decision,counts_against_quota,reasons,file,sheet,row",
    "findings.csv": "cycle,unit_code,file,sha256,sheet,cell,row,field,severity,code,raw,read_as,expected,message_zh,clause",
}
A4 = 9
MILLIMETRES = 25.4


def differ(what, got, want):
    if got != want:
        yield f"{what} is {got!r}, expected {want!r}"


def official(path, wanted_path):
    wanted = json.loads(Path(wanted_path).read_text(encoding="utf-8"))
    book = load_workbook(path)
    yield from differ("the number of sheets", len(book.worksheets), 1)
    sheet = book.worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    above = [wanted["annex"], wanted["title"], *wanted["head"]]
    yield from differ("what stands above the table", [line[0] for line in lines[: len(above)]], above)
    yield from differ("the label row", list(lines[len(above)]), wanted["columns"])
    yield from differ("the rows", [list(line) for line in lines[len(above) + 1 :]], wanted["rows"])
    yield from page(sheet, len(above) + 1)
    yield from cells(sheet, len(above) + 1)


def page(sheet, labels):
    yield from differ("the paper", int(sheet.page_setup.paperSize), A4)
    yield from differ("the orientation", sheet.page_setup.orientation, "portrait")
    yield from differ("the repeated rows", sheet.print_title_rows, f"${labels}:${labels}")
    yield from differ("the page number", sheet.oddFooter.center.text, "— &P —")
    yield from differ("the top margin in mm", round(sheet.page_margins.top * MILLIMETRES), 37)
    yield from differ("the bottom margin in mm", round(sheet.page_margins.bottom * MILLIMETRES), 35)


def cells(sheet, labels):
    yield from differ("the annex's font", (sheet["A1"].font.name, sheet["A1"].font.size), ("黑体", 16))
    yield from differ("the title's font", sheet["A2"].font.name, "方正小标宋简体")
    yield from differ("the title's place", sheet["A2"].alignment.horizontal, "center")
    yield from differ("the head's font", (sheet["A3"].font.name, sheet["A3"].font.size), ("仿宋_GB2312", 16))
    yield from differ("the labels' font", sheet.cell(labels, 1).font.name, "黑体")
    for row in sheet.iter_rows(min_row=labels + 1):
        yield from differ(f"the format of {row[-1].coordinate}", row[-1].number_format, "@")
        for cell in row:
            yield from differ(f"the frame of {cell.coordinate}", cell.border.left.style, "thin")
            yield from differ(f"the font of {cell.coordinate}", (cell.font.name, cell.font.size), ("仿宋_GB2312", 14))
            if cell.data_type == "f":
                yield f"{cell.coordinate} is a formula"


def ledger(path):
    book = load_workbook(path)
    yield from differ("the sheets", book.sheetnames, ["审核结果", "名额", "上传文件", "问题清单", "假设"])
    nominations = {row[3]: row for row in book["审核结果"].iter_rows(min_row=4, values_only=True)}
    yield from differ("the number of nominations", len(nominations), 4)
    third = nominations["示例云三号平台"]
    yield from differ("the third row's place", third[8:], ("福州市/汇总表.xlsx", "Sheet1", 8))
    yield from differ("the third row's decision", third[5], "超额待定")
    yield from differ("the exempt row's decision", nominations["=SUM(1,1)鹭示例平台"][5], "推荐（不占名额）")
    yield from differ("the first row counts", nominations["示例云一号平台_x000D_"][6], "是")
    yield from differ("the quota's rows", [row[:5] for row in book["名额"].iter_rows(min_row=4, values_only=True)],
                      [("福州市工业和信息化局", 2, 3, 2, 0), ("厦门市工业和信息化局", 2, 1, 0, 1)])
    yield from differ("the number of uploads", book["上传文件"].max_row - 3, 4)
    yield from differ("the number of findings", book["问题清单"].max_row - 3, 1)
    if not any("24时" in str(row[2]) for row in book["假设"].iter_rows(min_row=4, values_only=True)):
        yield "the assumed hour of the deadline is not among the assumptions"
    for sheet in book.worksheets:
        yield from differ(f"{sheet.title} is frozen at", sheet.freeze_panes, "A4")


def csv_files(folder):
    for name, columns in COLUMNS.items():
        raw = (Path(folder) / name).read_bytes()
        if not raw.startswith(b"\xef\xbb\xbf") or raw.count(b"\n") != raw.count(b"\r\n"):
            yield f"{name} lacks its BOM or has bare line feeds"
        rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
        yield from differ(f"the columns of {name}", ",".join(rows[0]), columns)
        for field in (field for row in rows[1:] for field in row):
            if field[:1] in ("=", "+", "-", "@"):
                yield f"{name} holds {field!r}"
    uploads = {row["file"]: row for row in csv.DictReader((Path(folder) / "uploads.csv").open(encoding="utf-8-sig"))}
    yield from differ("the refused file", uploads["'=cmd/a,b.csv"]["reason"], "unknown_unit")
    yield from differ("a time of arrival", uploads["福州市/汇总表.xlsx"]["received_at"], "2023-06-10T09:00:00+08:00")
    findings = list(csv.DictReader((Path(folder) / "findings.csv").open(encoding="utf-8-sig")))
    if [row["code"] for row in findings] != ["over_quota"] or "示例云三号平台" not in findings[0]["message_zh"]:
        yield f"findings.csv does not say which platform is over quota: {findings}"


def run(path):
    facts = json.loads(Path(path).read_text(encoding="utf-8"))
    yield from differ("cycle, as_of, deadline", [facts[key] for key in ("cycle", "as_of", "deadline")],
                      ["fujian-2023", "2023-06-10T10:30:00+08:00", "2023-06-13T00:00:00+08:00"])
    yield from differ("the registers", facts["registers"], {"register_office": "e" * 64})
    yield from differ("the office's own register", facts["office_registered"], True)
    yield from differ("accepted and refused", (facts["uploads"]["accepted"], facts["uploads"]["refused"]), (3, 1))
    yield from differ("the decisions", {word: count for word, count in facts["decisions"].items() if count},
                      {"over_quota": 1, "exempt": 1, "recommended": 2})
    yield from differ("the package", facts["package"], {"state": "draft", "open": ["over_quota", "deadline_not_over"]})
    yield from differ("an assumption", "deadline" in facts["assumptions"], True)
    for key in ("schemas_sha256", "sql_sha256"):
        yield from differ(f"the length of {key}", len(facts[key]), 64)


def main():
    checks = {"official": official, "ledger": ledger, "csv": csv_files, "run": run}
    problems = list(checks[sys.argv[1]](*sys.argv[2:]))
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
