#!/usr/bin/python3
"""build.py OUT: application forms as Word documents into OUT, each with its values, "1 key<TAB>state<TAB>value" as tests/stage/forms/render.py
compares them, and its cycle; a letter, and a summary table. Firms, people and figures are invented."""
import os
import re
import sys

import paper
from paper import word

HERE = os.path.dirname(os.path.abspath(__file__))


class OldForm(paper.Pen):
    """A form of legacy fields: lines and boxes that are fields, blank lines that are five wide blanks."""

    box_style = "field"

    def line(self, key, written):
        return word.old_line(written)


class Controls(paper.Pen):
    """Content controls that ask to be filled in, boxes of a symbol font, some of the figures corrected with tracked changes, and hidden hints."""

    box_style = "Wingdings 2"
    corrected = {"eq_total": "49000", "app_total": "400", "rev_year": "4000", "std_national": "12"}

    def line(self, key, written):
        if not written:
            return word.prompt()
        if key in self.corrected:
            return word.Piece(word.deleted(self.corrected[key]) + word.inserted(written))
        return word.run(written)

    def pieces(self, text):
        hint = [word.hidden("（填写说明：单位为台/套，例如300台）")] if "{eq_total}" in text else []
        return super().pieces(text) + hint

    def extra(self, blocks):
        """All in a frame, as some templates are."""
        return [word.table([[word.Cell(blocks)]])]


class Numbered(paper.Pen):
    """Headings that Word numbers: no number of theirs is typed."""

    parts = word.numbering([word.level(0, "decimal", "%1. ") + word.level(1, "decimal", "%1.%2"), word.level(0, "chineseCountingThousand", "%1、"),
                            word.level(0, "decimal", "（%1）")])
    text = '<w:r><w:rPr></w:rPr><w:t xml:space="preserve">'
    headings = [(r"\d\.\d ?(?=[^\d.%亿万])", 1, 1), (r"\d\. ?(?=平台)", 1, 0), ("[一二]、", 2, 0), (r"（\d）(?=工业互联网平台|其他)", 3, 0)]

    def extra(self, blocks):
        for typed, number, level in self.headings:
            properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            blocks = [word.Block(re.sub(f"<w:p>({re.escape(self.text)}){typed}", rf"<w:p>{properties}\1", word.blocks_of(block))) for block in blocks]
        return blocks


FORMS = [
    ("guangdong-lines", "guangdong-2022", paper.Pen, "guangdong.values", {"base": 2021, "since": 2020, "before": 2020, "year": 2022}),
    ("fujian-old-form", "fujian-2023", OldForm, "fujian.values", {"base": 2022, "since": 2021, "before": 2021, "year": 2023}),
    ("fujian-numbered", "fujian-2023", Numbered, "fujian.values", {"base": 2022, "since": 2021, "before": 2021, "year": 2023}),
    ("fujian-controls", "fujian-2023", Controls, "fujian.values", {"base": 2022, "since": 2021, "before": 2021, "year": 2023}),
]


def letter():
    return word.document(["关于推荐工业互联网平台的函", "", "省工业和信息化厅：", "    现推荐闽海云链工业互联网平台，请予审核。",
                          word.table([["附件", "申报书3份"], ["", "光盘1张"]]), "福州市工业和信息化局", "2023年6月1日"])


def summary():
    """The table as it is printed, with merged cells above it and a line to be filled in."""
    rows = [["序号", "工业互联网平台名称", "依托企业", "联系人", "联系方式（手机）"],
            ["1", "闽海云链工业互联网平台", "福州闽海云链科技有限公司", "林样", "13900000001"],
            ["2", "榕城样例平台", ["福州榕城样例", "信息有限公司"], word.Cell("陈样"), "13900000002"]]
    return word.document(["附件3", "2023年跨行业跨领域工业互联网平台推荐信息汇总表", word.paragraph("推荐单位（盖章）：", word.line("福州市工业和信息化局")),
                          word.paragraph("联系人：", word.line("郑样")), word.paragraph("联系方式：", word.line("0591-87000009")), word.table(rows)])


def runs():
    """A letter with footnote marks that are raised and not Word's own, by their place on the line too, and with figures that are struck through beside those that stand."""
    raised, struck = '<w:vertAlign w:val="superscript"/>', "<w:strike/>"
    up, down = '<w:position w:val="12"/><w:sz w:val="12"/>', '<w:position w:val="-6"/>'
    return word.document(["关于推荐工业互联网平台的函", "省工业和信息化厅：",
                          word.paragraph("连接设备50010", word.run("12", raised), "台/套"),
                          word.paragraph(word.run("1", raised), "50010台/套"),
                          word.paragraph("厂房5000m", word.run("2", raised)),
                          word.paragraph("专利", word.run("30", struck), "38个，软著7", word.run("8 万", struck), "个"),
                          word.paragraph("模型500", word.run("1", up), "个"),
                          word.paragraph("数量", word.run("600", down), word.run("7", down), word.run("个", down)),
                          word.table([[word.Cell([word.paragraph("9", word.run("3", '<w:vertAlign w:val="subscript"/>'))]), "1"]])])


def read_values(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def main():
    out = sys.argv[1]
    for name, data in ("letter", letter()), ("summary", summary()), ("runs", runs()):
        with open(os.path.join(out, f"{name}.docx"), "wb") as file:
            file.write(data)
    for name, cycle, pen, values, years in FORMS:
        lines = read_values(values)
        with open(os.path.join(out, f"{name}.docx"), "wb") as file:
            file.write(pen({key: written for key, written, _, _ in lines}, years).document(cycle))
        with open(os.path.join(out, f"{name}.expected"), "w", encoding="utf-8") as file:
            file.writelines(f"1 {key}\t{state}\t{value}\n" for key, _, state, value in lines)
        with open(os.path.join(out, f"{name}.cycle"), "w", encoding="utf-8") as file:
            file.write(f"{cycle}\n")


main()
