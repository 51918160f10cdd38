#!/usr/bin/python3
"""agree.py CURRENT SCHEMAS: every figure that the outputs of a night tell more than once is told the same everywhere.

A figure is a name, for instance ("厦门市工业和信息化局", "推荐"); each output that tells it says so. Prints a line for each figure that two outputs tell differently, exit status
1 where there is any. A figure that only one output tells proves nothing and is left out.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from openpyxl import load_workbook

STANDING = ("exempt", "recommended")
HELD = ("late", "duplicate", "needs_review", "over_quota")
ALL = "全部"


class Figures:
    def __init__(self):
        self.told = defaultdict(dict)

    def tell(self, source, unit, name, value):
        self.told[unit, name][source] = int(value or 0)

    def differences(self):
        for (unit, name), by_source in sorted(self.told.items()):
            if len(set(by_source.values())) > 1:
                yield f"{unit} {name}: " + ", ".join(f"{value} in {source}" for source, value in sorted(by_source.items()))

    def shared(self):
        return sum(len(by_source) > 1 for by_source in self.told.values())


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rows_below(sheet, label):
    """The rows below the one that begins with `label`, by their labels."""
    labels = None
    for row in sheet.iter_rows(values_only=True):
        if labels:
            yield dict(zip(labels, row))
        elif row[0] == label:
            labels = row


def data_files(current, figures):
    decisions, findings, uploads = (table(current / f"{name}.csv") for name in ("decisions", "findings", "uploads"))
    for unit in {line["unit_name"] for line in decisions} | {ALL}:
        lines = [line for line in decisions if unit in (ALL, line["unit_name"])]
        count = Counter(line["decision"] for line in lines)
        for decision in (*STANDING, *HELD, "withdrawn", "ineligible"):
            figures.tell("decisions.csv", unit, decision, count[decision])
        figures.tell("decisions.csv", unit, "rows", len(lines))
        figures.tell("decisions.csv", unit, "counted", sum(line["counts_against_quota"] == "true" for line in lines))
        figures.tell("decisions.csv", unit, "standing", sum(count[decision] for decision in STANDING))
        figures.tell("decisions.csv", unit, "held", sum(count[decision] for decision in HELD))
    for severity in ("error", "warning"):
        figures.tell("findings.csv", ALL, f"findings {severity}", sum(line["severity"] == severity for line in findings))
    for outcome, number in Counter(line["outcome"] for line in uploads).items():
        figures.tell("uploads.csv", ALL, f"uploads {outcome}", number)


def run_file(current, figures):
    run = json.loads((current / "run.json").read_text(encoding="utf-8"))
    for name, number in run["decisions"].items():
        figures.tell("run.json", ALL, name, number)
    figures.tell("run.json", ALL, "counted", run["counts_against_quota"])
    for name in ("uploads", "findings"):
        for word, number in run[name].items():
            if number:
                figures.tell("run.json", ALL, f"{name} {word}", number)


def ledger(current, figures, words):
    book = load_workbook(current / "审核台账.xlsx")
    decisions = list(rows_below(book["审核结果"], "行号"))
    for unit in {row["推荐单位"] for row in decisions} | {ALL}:
        of_unit = [row for row in decisions if unit in (ALL, row["推荐单位"])]
        figures.tell("审核结果", unit, "rows", len(of_unit))
        figures.tell("审核结果", unit, "counted", sum(row["占名额"] == "是" for row in of_unit))
        for decision in (*STANDING, *HELD, "withdrawn", "ineligible"):
            figures.tell("审核结果", unit, decision, sum(row["结论"] == words[f"decision_{decision}"] for row in of_unit))
    columns = {"报送行数": "rows", "撤回": "withdrawn", "不予受理": "ineligible", "逾期": "late", "重复": "duplicate", "待审查": "needs_review", "超额待定": "over_quota",
               "免占名额": "exempt", "占用名额": "counted"}
    for row in rows_below(book["名额"], "推荐单位"):
        unit = ALL if row["推荐单位"] == "合计" else row["推荐单位"]
        for label, name in columns.items():
            figures.tell("名额", unit, name, row[label])
        if str(row["上限"] or "").isdigit() and unit != ALL:
            figures.tell("名额", unit, "quota", row["上限"])
    for unit, state in (((row["推荐单位"], row["申报材料"])) for row in rows_below(book["申报材料"], "推荐单位")):
        for of in (unit, ALL):
            figures.told[of, f"application {state}"].setdefault("申报材料", 0)
            figures.told[of, f"application {state}"]["申报材料"] += 1
    outcomes = Counter(row["结果"] for row in rows_below(book["上传文件"], "推荐单位"))
    for outcome in ("accepted", "refused", "late", "superseded", "duplicate", "unattributed"):
        if outcomes[words[f"outcome_{outcome}"]]:
            figures.tell("上传文件", ALL, f"uploads {outcome}", outcomes[words[f"outcome_{outcome}"]])
    severities = Counter(row["程度"] for row in rows_below(book["问题清单"], "推荐单位"))
    for severity in ("error", "warning"):
        figures.tell("问题清单", ALL, f"findings {severity}", severities[words[f"severity_{severity}"]])
    papers = [row for row in rows_below(book["收件清单"], "推荐单位") if not row["平台名称"]]  # those of a platform are in its unit's
    for unit in {row["推荐单位"] for row in papers} | {ALL}:
        of_unit = [row for row in papers if unit in (ALL, row["推荐单位"])]
        figures.tell("收件清单", unit, "paper asked", sum(int(row["应收份数"] or 0) for row in of_unit))
        figures.tell("收件清单", unit, "paper received", sum(min(int(row["已收份数"] or 0), int(row["应收份数"] or 0)) for row in of_unit))


REPORT = {"推荐平台：报送": "rows", "推荐平台：有效": "standing", "推荐平台：待定": "held", "名额：占用": "counted", "名额：限额": "quota", "名额：不占": "exempt",
          "申报材料：齐全": "application 齐全", "申报材料：有误": "application 有误", "申报材料：未交": "application 未交", "未改问题：错误": "open errors",
          "未改问题：提示": "open warnings", "纸质光盘：已收": "paper received", "纸质光盘：应交": "paper asked"}


def report(current, figures, units):
    for row in rows_below(load_workbook(current / "进度通报.xlsx")["推荐与材料"], "推荐单位"):
        unit = ALL if row["推荐单位"] == "合计" else row["推荐单位"]
        for label, name in REPORT.items():
            label = label.replace("：", "：\n")
            if str(row[label]).isdigit() and not (unit == ALL and name == "quota"):
                figures.tell("进度通报.xlsx", unit, name, row[label])
    page = (current / "进度通报.html").read_text(encoding="utf-8")
    for short, cells in re.findall(r'<tr class="[^"]*"><th scope="row">([^<]+)<.*?</th>(.*?)</tr>', page):
        for label, value in re.findall(r'data-label="([^"]+)">([^<]*)<', cells):
            if label in REPORT and value.isdigit():
                figures.tell("进度通报.html", units.get(short, short), REPORT[label], value)
    for (unit, name), told in list(figures.told.items()):  # a slip tells what blocks apart, be it an error or a warning
        if name == "open errors":
            for source, errors in told.items():
                figures.tell(source, unit, "open findings", errors + figures.told[unit, "open warnings"][source])


def slips(current, figures):
    sent = {row["收件单位"]: row for row in rows_below(load_workbook(current / "待发清单.xlsx")["待发清单"], "序号")}
    for path in sorted(current.glob("units/*/退回修改意见-*.xlsx")):
        book = load_workbook(path)
        unit = path.name.split("-")[1]
        todo = [row["程度"] for row in rows_below(book["问题清单"], "序号")]
        points = [row["情况"] for row in rows_below(book["退回意见"], "序号") if row["事项"] == "名额"]
        for label in ("错误", "提示"):
            figures.tell("slip", unit, f"slip {label}", todo.count(label))
            figures.tell("待发清单", unit, f"slip {label}", sent[unit][label])
        figures.tell("slip", unit, "open findings", len(todo))
        for rows, parts in re.findall(r"本单位共(\d+)行：(.*)", points[0] if points else ""):
            figures.tell("slip", unit, "rows", rows)
            figures.tell("slip", unit, "counted", (re.findall(r"(\d+)行占用名额", parts) or ["0"])[0])
            figures.tell("slip", unit, "exempt", (re.findall(r"(\d+)行免占名额", parts) or ["0"])[0])


def official(current, figures, units):
    chosen = {path: len([row for row in rows_below(load_workbook(path).active, "序号") if row["工业互联网平台名称"]])
              for path in [*current.glob("附件*.xlsx"), *current.glob("units/*/附件*.xlsx"), *current.glob("ministry/附件*.xlsx")]}
    for path, rows in chosen.items():
        if path.parent.parent.name == "units":
            figures.tell(path.name, units.get(path.parent.name, path.parent.name), "standing", rows)
        else:
            figures.tell(str(path.relative_to(current)), ALL, "onward", rows)


def package(current, figures):
    folder = current / "ministry"
    counts = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["counts"]
    for name, of in (("nominations", "onward"), ("indicators", "indicators"), ("characters", "characters")):
        figures.tell("manifest.json", ALL, of, counts[name])
    for stem, of in (("推荐名单", "onward"), ("指标数据", "indicators"), ("生僻字", "characters")):
        for path in folder.glob(f"{stem}*.csv"):
            encoding = "gb18030" if "GB18030" in path.name else "utf-8-sig"
            with open(path, encoding=encoding, newline="") as file:
                figures.tell(path.name, ALL, of, len(list(csv.reader(file))) - 1)


def platforms(path):
    """The platforms side by side."""
    for row in load_workbook(path)["指标汇总"].iter_rows(values_only=True):
        if row[0] == "工业互联网平台名称":
            return len([name for name in row[1:] if name])
    return 0


def indicators(current, figures):
    for path in (*current.glob("指标汇总.xlsx"), *current.glob("ministry/指标汇总*.xlsx")):
        figures.tell(str(path.relative_to(current)), ALL, "standing" if path.parent == current else "onward", platforms(path))


def main():
    current, schemas = map(Path, sys.argv[1:])
    words = {code: entry["title"] for code, entry in json.loads((schemas / "messages.json").read_text(encoding="utf-8")).items()}
    figures = Figures()
    data_files(current, figures)
    run_file(current, figures)
    ledger(current, figures, words)
    cycle = json.loads((schemas / current.parent.name / "datapackage.json").read_text(encoding="utf-8"))["x:cycle"]
    units = {unit["short"]: unit["name"] for unit in cycle["units"]["value"]}
    report(current, figures, units)
    slips(current, figures)
    official(current, figures, units)
    package(current, figures)
    indicators(current, figures)
    problems = list(figures.differences())
    if figures.shared() < 100:
        problems.append(f"only {figures.shared()} figures are told twice")
    print("\n".join(problems))
    sys.exit(bool(problems))


main()
