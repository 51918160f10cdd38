"""Fills in an application form as clerks do, in several styles, and says what must be read from it.

    render.py SCHEMAS CYCLE SEED STYLE OUT [BLANK]   OUT.xlsx, OUT.csv or OUT.raw (raw rows), its path on stdout; OUT.expected: "key<TAB>state<TAB>value"
    render.py compare EXPECTED TYPED                 a line for each difference
"""

import csv
import pathlib
import random
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "fixtures" / "kit"))

import formwords as words
from values import Clerk

class Filling:
    """A clerk's answers put into printed words."""

    def __init__(self, clerk, seed):
        self.clerk, self.chance = clerk, random.Random(f"ink {seed}")
        base, since, year = clerk.cycle["base_year"], clerk.cycle["since_year"], clerk.cycle["form_year"]
        self.years = {"base": base, "since": since, "before": base - 1, "year": year}
        self.fields = {field["name"]: field for field in clerk.schema["fields"]}
        self.lines = self.chance.random() < 0.5

    def yes_no(self, answer):
        pair = self.chance.choice([("☑{}", "□{}"), ("{}√", "{}□"), ("■{}", "□{}"), ("（√）{}", "（ ）{}"), ("{}☑", "{}□")])
        return " ".join(pair[0 if word == answer else 1].format(word) for word in ("是", "否"))

    def one(self, match):
        key, _, box = match.group(1).partition(":")
        if self.clerk.written is None:
            return self.blank(key, box)
        written, field = self.clerk.written[key], self.fields[key]
        if box:
            return ("☑" if written == box else "□") + box
        if field["x:type"] == "boolean":
            return self.yes_no(written)
        if field["x:type"] == "tick":
            return "☑" if written == "√" else "□"
        return f"__{written}__" if self.lines and field["x:type"] in ("integer", "decimal", "percent") else written

    def blank(self, key, box):
        kind = self.fields[key]["x:type"]
        if box or kind == "tick":
            return "□" + box
        return {"boolean": "□是 □否", "longtext": "", "date": "     年   月   日"}.get(kind, "_____")

    def text(self, printed):
        return re.sub(r"\{([a-z0-9_:\u4e00-\u9fff]+)\}", self.one, printed % self.years if "%(" in printed or "%%" in printed else printed)


def rows_of_table(filling, table):
    """Cells by row with None where a merged cell goes on, and the merged ranges (row, column, row, column)."""
    rows, merges = [], []
    for at, cells in enumerate(table):
        row = [filling.text(cell) if isinstance(cell, str) else None for cell in cells]
        column = 0
        while column < len(cells):
            last = column
            while last + 1 < len(cells) and cells[last + 1] is None:
                last += 1
            if cells[column] is not True and last > column:
                merges.append((at, column, at, last))
            column = last + 1
        if cells[0] is not True:
            below = at
            while below + 1 < len(table) and table[below + 1][0] is True:
                below += 1
            if below > at:
                merges.append((at, 0, below, 0))
        rows.append(row)
    return rows, merges


def printed(filling, cycle, cells):
    """The form as the notice prints it: (rows, merges). `cells`: a block of indicators is a cell, else a line is a row."""
    rows, merges = [], []

    def paragraphs(lines):
        rows.extend([line] for line in lines)

    def table(cells):
        first = len(rows)
        inner, ranges = rows_of_table(filling, cells)
        rows.extend(inner)
        merges.extend((top + first, left, bottom + first, right) for top, left, bottom, right in ranges)

    paragraphs([words.title(filling.years["year"])] + [filling.text(line) for line in words.cover()])
    paragraphs(["一、申报企业基本信息"])
    rows.append(["企业基本信息"])
    table(words.enterprise())
    paragraphs(["二、工业互联网平台申报材料", "（1）工业互联网平台基本信息"])
    table(words.platform())
    paragraphs(["（2）工业互联网平台能力介绍"])
    for heading, body in words.blocks(cycle):
        text = filling.text(heading.replace("%(", "%(")) + ("\n" + filling.text(body) if body else "")
        if cells:
            rows.append([text])
        else:
            paragraphs(text.replace("、\n", "、").split("\n"))
    for heading, body in words.texts():
        paragraphs([heading])
        text = filling.text(body)
        if cells:
            rows.append([text])
        else:
            paragraphs(text.split("\n"))
    paragraphs(words.ending())
    return rows, merges


def title_of(section):
    name = section["title"] if section["title"] == section["section"] else f'{section["section"]} {section["title"]}'
    return name + ("*" if section.get("starred") else "")


def label_of(filling, field):
    if "x:blank" not in field:
        return field["title"]
    years = {"base": filling.years["base"], "base-1": filling.years["before"]}.get(field.get("x:years"))
    return f'{field["title"]}（{years}年）' if years else f'{field["title"]}（第{field["x:blank"]}空）'


def by_section(clerk):
    """Parts on paper only are left out."""
    sections = clerk.schema["x:sections"]
    used = {field["x:section"] for field in clerk.schema["fields"]} | {section.get("dimension") for section in sections}
    for section in sections:
        if section["section"] in used:
            yield section, [field for field in clerk.schema["fields"] if field["x:section"] == section["section"]]


def value_in_cell(clerk, field):
    """Now and then in a unit of the clerk's own."""
    if field["name"] in clerk.bare_unit:
        written, value = clerk.bare_unit[field["name"]]
        clerk.expected[field["name"]] = ("number", value)
        return written
    return clerk.written[field["name"]]


def as_csv(filling, clerk):
    rows = [[words.title(filling.years["year"])]]
    for section, fields in by_section(clerk):
        rows.append([title_of(section)])
        group = None
        for field in fields:
            if field.get("x:group") != group and "x:group" in field:
                group = field["x:group"]
            name = [field["x:group"], field["title"]] if "x:group" in field else [label_of(filling, field)]
            rows.append(name + [value_in_cell(clerk, field)])
    return rows


def as_grid(filling, clerk):
    """序号, the section merged down, label, unit, answer, remark."""
    rows, merges = [[words.title(filling.years["year"])], ["序号", "部分", "指标", "单位", "数值", "备注"]], []
    number = 0
    for section, fields in by_section(clerk):
        first = len(rows)
        for field in fields:
            number += 1
            label = f'{field["x:group"]}' if False else label_of(filling, field)
            if field.get("x:group") and field["title"] in ("日期", "其中牵头制定"):
                label = {"真实性承诺": "承诺日期", "推荐单位": "推荐日期"}.get(field["x:group"], f'牵头制定{field["x:group"]}数量')
            rows.append([str(number), title_of(section) if len(rows) == first else None, label, field.get("x:unit"), value_in_cell(clerk, field), "见附件" if number % 9 == 0 else None])
        if len(rows) - first > 1:
            merges.append((first, 1, len(rows) - 1, 1))
    return rows, merges


def as_above(filling, clerk):
    """Four labels in a row, their answers below; texts below their label."""
    rows = [[words.title(filling.years["year"])]]
    for section, fields in by_section(clerk):
        rows.append([title_of(section)])
        short = [field for field in fields if field["x:type"] != "longtext"]
        for first in range(0, len(short), 4):
            four = short[first : first + 4]
            labels = [label_of(filling, field) for field in four]
            for at, field in enumerate(four):
                if field.get("x:group") and field["title"] in ("日期", "其中牵头制定"):
                    labels[at] = {"真实性承诺": "承诺日期", "推荐单位": "推荐日期"}.get(field["x:group"], f'牵头制定{field["x:group"]}数量')
            rows.append(labels)
            rows.append([value_in_cell(clerk, field) for field in four])
        for field in fields:
            if field["x:type"] == "longtext":
                rows.append([field["title"]])
                rows.append([clerk.written[field["name"]]])
    return rows


def as_wide(filling, clerks):
    """Two header rows, the section merged over its columns; a row per platform."""
    above, labels, merges, rows = [], [], [], [[] for _ in clerks]
    for section, fields in by_section(clerks[0]):
        first = len(labels)
        for field in fields:
            name = label_of(filling, field)
            if field.get("x:group") and field["title"] in ("日期", "其中牵头制定"):
                name = {"真实性承诺": "承诺日期", "推荐单位": "推荐日期"}.get(field["x:group"], f'牵头制定{field["x:group"]}数量')
            unit = field.get("x:unit")
            labels.append(name + (f"（{unit}）" if unit and unit not in name and "x:blank" not in field else ""))
            above.append(title_of(section) if len(labels) == first + 1 else None)
            for row, clerk in zip(rows, clerks):
                row.append(value_in_cell(clerk, field))
        if len(labels) - first > 1:
            merges.append((1, first, 1, len(labels) - 1))
    return [[words.title(filling.years["year"])], above, labels] + rows, merges


def fill_template(filling, clerk, blank, out):
    import openpyxl

    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    row = 2
    for _, fields in by_section(clerk):
        row += 1
        for field in fields:
            row += 1
            sheet.cell(row, 3).value = value_in_cell(clerk, field)
    book.save(out)


def write_xlsx(rows, merges, out):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(at, column).value = value
    for top, left, bottom, right in merges:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    book.save(out)


def escaped(text):
    if text is None:
        return "\\N"
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def write_raw(rows, merges, out):
    """As the reader of Word files gives it: one sheet, blocks in order."""
    lines = ["\\#huizong-raw\t1", "\\#sheet\t正文\tvisible", "sheet\trow_no\tmarks\tcells"]
    for at, row in enumerate(rows, start=1):
        lines.append("\t".join(["正文", str(at), ""] + [escaped(cell) for cell in row]))
    for top, left, bottom, right in merges:
        lines.append(f"\\#merge\t正文\t{chr(65 + left)}{top + 1}:{chr(65 + right)}{bottom + 1}")
    lines.append(f"\\#end\tcomplete\t{len(rows)}\t-")
    pathlib.Path(out).write_text("\n".join(lines) + "\n")


def write_csv(rows, out):
    with open(out, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["" if cell is None else cell for cell in row] for row in rows])


def render(schemas, cycle, seed, style, out, blank=None):
    clerks = [Clerk(schemas, cycle, f"{seed}.{n}", tidy=style in ("document", "paragraphs") and int(seed) % 2 == 0) for n in range(3 if style == "wide" else 1)]
    filling = Filling(clerks[0], seed)
    if style == "blank":
        clerks[0].written, style = None, "document"
        clerks[0].expected = {key: ("blank", None) for key in clerks[0].expected}
    path = f"{out}.xlsx"
    if style == "template":
        fill_template(filling, clerks[0], blank, path)
    elif style == "printed":
        write_xlsx(*printed(filling, cycle, True), path)
    elif style in ("paragraphs", "document"):
        path = f"{out}.raw"
        write_raw(*printed(filling, cycle, style == "document"), path)
    elif style == "csv":
        path = f"{out}.csv"
        write_csv(as_csv(filling, clerks[0]), path)
    elif style == "grid":
        write_xlsx(*as_grid(filling, clerks[0]), path)
    elif style == "above":
        write_xlsx(as_above(filling, clerks[0]), [], path)
    else:
        write_xlsx(*as_wide(filling, clerks), path)
    with open(f"{out}.expected", "w", encoding="utf-8") as file:
        for item, clerk in enumerate(clerks, start=1):
            for key, (state, value) in clerk.expected.items():
                file.write(f"{item} {key}\t{state}\t{value or ''}\n")
    print(path)


def compare(expected, typed):
    want = dict(line.rstrip("\n").split("\t", 1) for line in open(expected, encoding="utf-8"))
    got = {}
    for line in open(typed, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 12 and fields[0] != "sheet":
            value = {"number": fields[6], "text": fields[7].replace("\\n", " ")}.get(fields[5], "")
            got[f"{fields[2]} {fields[4]}"] = f"{fields[5]}\t{value}"
    for key in sorted(want.keys() | got.keys()):
        if want.get(key) != got.get(key):
            print(key, "expected", want.get(key), "got", got.get(key))


if sys.argv[1] == "compare":
    compare(*sys.argv[2:])
else:
    render(*sys.argv[1:])
