"""The deadline report against tables written by hand.
  progress.py moment MOMENT FOLDER TABLES     page and workbook of FOLDER say what TABLES/moments.tsv and said.tsv tell of MOMENT
  progress.py sums FOLDER                     every total is its column's sum, and each unit counts once
  progress.py outputs OUTBOX SCHEMAS          the figures agree with uploads.csv, decisions.csv and findings.csv beside them
  progress.py plain FOLDER                    no script, no address, nothing that is asked from elsewhere, no person unmasked
  progress.py browser SEEN.json FOLDER        what a browser saw fits both widths and says the workbook's figures
Prints what differs; exit status 1 where something does."""
import csv
import html.parser
import json
import pathlib
import re
import sys
import zipfile

import openpyxl

REPORT = ["expected", "received", "on_time", "late", "valid", "zero", "returned", "uncounted", "missing"]
WORK = ["rows", "standing", "held", "gone", "counted", "quota", "waived", "exempt", "whole", "wrong", "lacking", "errors",
        "warnings", "paper_received", "paper_asked"]
wrong = []


def same(what, got, want):
    if got != want:
        wrong.append(f"{what}: {got!r}, expected {want!r}")


class Page(html.parser.HTMLParser):
    """The text of each cell of the table of units, the big figures, and lists of names."""

    def __init__(self, path):
        super().__init__()
        self.source = pathlib.Path(path, "进度通报.html").read_text(encoding="utf-8")
        self.rows, self.total, self.figures, self.missing, self.changes, self.tags = [], [], {}, [], [], []
        self.text, self.part, self.open, self.figure = [], None, [], None
        self.feed(self.source)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        if tag in ("meta", "link", "rect", "circle", "line", "path"):
            return
        self.open.append((tag, attrs.get("class", "")))
        self.figure = attrs.get("data-figure", self.figure)
        if tag in ("tbody", "tfoot"):
            self.part = self.rows if tag == "tbody" else self.total
        if tag == "tr" and self.part is not None:
            self.part.append([])
        if tag in ("td", "th") and self.part is not None:
            self.part[-1].append("")
        if tag == "li" and self.within("section", "names missing"):
            self.missing.append("")
        if tag == "li" and self.within("section", "changes"):
            self.changes.append("")

    def within(self, tag, look):
        return (tag, look) in self.open

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in ("tbody", "tfoot"):
            self.part = None

    def handle_data(self, data):
        inside = [tag for tag, _ in self.open]
        if "style" in inside:
            return
        self.text.append(data)
        if self.part and ("td" in inside or "th" in inside) and "small" not in inside:
            self.part[-1][-1] += data
        if self.figure and inside[-1:] == ["b"]:
            self.figures[self.figure], self.figure = data, None
        if "li" in inside and "small" not in inside and self.within("section", "names missing"):
            self.missing[-1] += data
        if "li" in inside and self.within("section", "changes"):
            self.changes[-1] += data


def sheet_rows(folder, name, first):
    book = openpyxl.load_workbook(pathlib.Path(folder, "进度通报.xlsx"))
    rows = [[cell.value for cell in row] for row in book[name].iter_rows()]
    start = next(no for no, row in enumerate(rows) if row[0] == first)
    return rows[:start], [row for row in rows[start + 1 :] if row[0] is not None]


def shown(value):
    return "-" if value in (None, "") else str(value)


def workbook(folder):
    """unit name → columns of both sheets, as text."""
    _, report = sheet_rows(folder, "报送进度", "推荐单位")
    _, work = sheet_rows(folder, "推荐与材料", "推荐单位")
    found = {}
    for row, figures in zip(report, work, strict=True):
        same("the sheets' units", figures[0], row[0])
        cells = {"state": shown(row[1])} | dict(zip(REPORT, map(shown, row[2:11])))
        cells |= {"received_at": shown(row[11]), "pending": shown(row[12])} | dict(zip(WORK, map(shown, figures[1:])))
        found[row[0]] = cells
    return found


def table(path, moment):
    rows = []
    heads = None
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("# moment\t"):
            heads = line[2:].split("\t")
        elif not line.startswith("#") and line.startswith(moment + "\t"):
            cells = ["0" if cell == "." else cell for cell in line.split("\t")]
            if len(cells) != len(heads):
                raise SystemExit(f"{len(cells)} cells, {len(heads)} heads: {line}")
            rows.append(dict(zip(heads, cells)))
    return rows


def workbook_fits(rows, folder):
    found = workbook(folder)
    same("units of the workbook", len(found), len(rows))
    for row, (name, cells) in zip(rows, found.items()):
        if name[:2] != row["unit"][:2]:
            wrong.append(f"{row['unit']}: the workbook has {name} in its place")
        for key, want in row.items():
            if key not in ("moment", "unit"):
                same(f"workbook {row['unit']} {key}", cells[key], want)


def page_fits(rows, page):
    *units, total = rows
    same("units of the page", [row[0] for row in page.rows], [row["unit"] for row in units])
    for row, cells in zip(units, page.rows):
        same(f"page {row['unit']} state", cells[1], row["state"])
        same(f"page {row['unit']} time", shown(cells[2]), row["received_at"])
        same(f"page {row['unit']}", cells[3:], [row[key] for key in WORK])
    same("page total", page.total[0][3:], [total[key] for key in WORK])
    same("big figures", page.figures, {key: total[key] for key in REPORT if key != "expected"})


def said_fits(said, page, folder):
    texts = lambda kind: [row["text"] for row in said if row["kind"] == kind]
    left = texts("left")[0]
    if left not in page.text:
        wrong.append(f"the page does not say {left!r}")
    lines, _ = sheet_rows(folder, "报送进度", "推荐单位")
    if not any(left in str(line[0]) for line in lines):
        wrong.append(f"the workbook does not say {left!r}")
    same("missing on the page", "、".join(page.missing), texts("missing")[0])
    same("missing in the workbook", [line[0] for line in lines if str(line[0]).startswith("尚未报送：")],
         ["尚未报送：" + texts("missing")[0]])
    same("changes", [re.sub(r"^(\S+) (\S+) ", r"\1|\2|", change) for change in page.changes], texts("change"))
    step = texts("step")[0]
    same("reminders' files", [path.name for path in sorted(pathlib.Path(folder).glob("催报通知-*"))], [step] if step != "-" else [])
    if step != "-":
        text = pathlib.Path(folder, step).read_text(encoding="utf-8")
        same("who is reminded", "、".join(re.findall(r"^【(.*)】$", text, re.M)), texts("reminded")[0])
        same("texts that say the time left", text.count(left), len(texts("reminded")[0].split("、")))


def moment_fits(moment, folder, tables):
    rows = table(f"{tables}/moments.tsv", moment)
    page = Page(folder)
    workbook_fits(rows, folder)
    page_fits(rows, page)
    said_fits(table(f"{tables}/said.tsv", moment), page, folder)


def sums_fit(folder):
    found = workbook(folder)
    *units, total = found.values()
    number = lambda cells, key: int(cells[key]) if cells[key].isdigit() else 0
    for key in REPORT + WORK + ["pending"]:
        if total[key] != "不限":
            same(f"total of {key}", number(total, key), sum(number(unit, key) for unit in units))
    for name, cells in found.items():
        add = lambda *keys: sum(number(cells, key) for key in keys)
        same(f"{name}: received or missing", number(cells, "expected"), add("received", "missing"))
        same(f"{name}: on time or late", number(cells, "received"), add("on_time", "late"))
        same(f"{name}: what came of it", number(cells, "received"), add("valid", "zero", "returned", "uncounted"))
        same(f"{name}: nominations", number(cells, "rows"), add("standing", "held", "gone"))
        same(f"{name}: those that stand", number(cells, "standing"), add("counted", "waived", "exempt"))


def still_speaks(uploads):
    """The files of which findings are open, by path and digest: what counts, and what was not taken and has not been replaced,
    at its path or by what came later in its slot and counts."""
    at_path, accepted, speaking = {}, {}, set()
    slot = lambda row: (row["unit_code"], row["kind"], row["platform"] if row["kind"] else row["file"])
    for row in uploads:
        if row["sha256"]:
            at_path.setdefault(row["file"], []).append(row["sha256"])
        if row["outcome"] == "accepted":
            accepted[slot(row)] = max(accepted.get(slot(row), ""), row["received_at"])
    for row in uploads:
        replaced = at_path.get(row["file"], [row["sha256"]])[-1] != row["sha256"]
        newest = row["received_at"] >= accepted.get(slot(row), "")
        if row["outcome"] == "accepted" or row["outcome"] == "late" and not replaced or (
                row["outcome"] in ("refused", "unattributed") and not replaced and newest):
            speaking.add(row["file"] + row["sha256"])
    return speaking


def outputs_fit(outbox, schemas):
    read = lambda name: list(csv.DictReader(open(f"{outbox}/{name}", encoding="utf-8-sig", newline="")))
    uploads, decisions, findings = read("uploads.csv"), read("decisions.csv"), read("findings.csv")
    found = workbook(outbox)
    found.pop("合计")
    speaks = still_speaks(uploads)
    superseded = {row["file"] + row["sha256"] for row in uploads if row["outcome"] == "superseded"}
    replaced_in_part = superseded & {row["file"] + row["sha256"] for row in uploads if row["outcome"] == "accepted"}
    rules = {rule["code"] for rule in json.load(open(f"{schemas}/{uploads[0]['cycle']}/datapackage.json", encoding="utf-8"))["x:rules"]}
    # what a rule says of a nomination that stood in an older table is said still
    ruled = {(row["file"], row["sheet"], row["row"]) for row in decisions}
    for name, cells in found.items():
        own = [row for row in decisions if row["unit_name"] == name]
        count = lambda *words: str(sum(row["decision"] in words for row in own))
        same(f"{name} rows", cells["rows"], str(len(own)))
        same(f"{name} standing", cells["standing"], count("recommended", "exempt"))
        same(f"{name} held", cells["held"], count("late", "duplicate", "needs_review", "over_quota"))
        same(f"{name} exempt", cells["exempt"], count("exempt"))
        same(f"{name} counted", cells["counted"], str(sum(row["counts_against_quota"] == "true" for row in own)))
        codes = {row["unit_code"] for row in uploads + decisions if row["unit_name"] == name}
        for severity, key in (("error", "errors"), ("warning", "warnings")):
            open_ones = [row for row in findings if row["unit_code"] in codes and row["severity"] == severity
                         and (row["file"] + row["sha256"] in speaks
                              or row["code"] in rules and (row["file"], row["sheet"], row["row"]) in ruled)]
            # of a workbook whose one sheet has been replaced findings.csv does not say which sheet that is; agree.py compares with the slips
            certain = [row for row in open_ones if row["file"] + row["sha256"] not in replaced_in_part]
            if not len(certain) <= int(cells[key]) <= len(open_ones):
                same(f"{name} {key}", cells[key], f"{len(certain)} to {len(open_ones)}")


def plain(folder):
    page = Page(folder)
    tags = {tag for tag, _ in page.tags}
    same("tags that load or run something", tags & {"script", "iframe", "img", "object", "embed", "form", "base", "audio", "video"}, set())
    for tag, attrs in page.tags:
        for key in attrs:
            if key.startswith("on") or key in ("src", "href") and not attrs[key].startswith("data:"):
                wrong.append(f"{tag} {key}={attrs[key]}")
    same("addresses", re.findall(r"https?:|//|@import|url\(", page.source), [])
    text = " ".join(page.text) + str(workbook(folder))
    same("telephone numbers", re.findall(r"\d{7,}", text), [])
    same("language and title", ('<html lang="zh-CN">' in page.source, "进度通报</title>" in page.source), (True, True))
    for no, (tag, attrs) in enumerate(page.tags):
        if tag == "th" and "scope" not in attrs:
            wrong.append(f"th {no} without a scope")
    charts = [name for name in zipfile.ZipFile(pathlib.Path(folder, "进度通报.xlsx")).namelist() if name.startswith("xl/charts/chart")]
    same("native charts", len(charts), page.source.count("<svg"))


def browser_fits(seen_path, folder):
    found = workbook(folder)
    *units, total = found.values()
    for width, seen in json.loads(pathlib.Path(seen_path).read_text(encoding="utf-8")).items():
        same(f"{width}: sideways", (seen["width"], seen["scroll"], seen["wide"]), (int(width), int(width), []))
        same(f"{width}: scripts and requests", (seen["scripts"], seen["requests"]), (0, []))
        same(f"{width}: language", seen["lang"], "zh-CN")
        for row, cells in zip(seen["rows"], units, strict=True):
            same(f"{width}: {row[0]}", [shown(cell) for cell in row[3:]], [cells[key] for key in WORK])
        same(f"{width}: total", seen["total"][3:], [total[key] for key in WORK])
        same(f"{width}: big figures", seen["figures"], {key: total[key] for key in REPORT if key != "expected"})
        same(f"{width}: who is missing stands first", seen["first"].split(), ["未报", total["missing"]])
        if seen["missing_bottom"] > 800:
            wrong.append(f"{width}: the missing end at {seen['missing_bottom']}, below the first 800 pixels")
        same(f"{width}: charts", [chart.split()[0] for chart in seen["svgs"]], ["img"] * 3)


{"moment": moment_fits, "sums": sums_fit, "outputs": outputs_fit, "plain": plain, "browser": browser_fits}[sys.argv[1]](*sys.argv[2:])
print("\n".join(wrong))
sys.exit(bool(wrong))
