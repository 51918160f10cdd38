"""The printed form as a Word document: the notices' words (fixtures/kit/formwords.py), filled in by a way of writing that a module of this folder
chooses for every place. Values are given as a clerk writes them; what must be read from them stands beside, written by hand."""
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
sys.path[:0] = [os.path.join(ROOT, "fixtures")]

from kit import formwords as words  # noqa: E402  pylint: disable=wrong-import-position
from kit import docxfile as word  # noqa: E402  pylint: disable=wrong-import-position

BOOLEANS = ("sec_device_access", "sec_data", "sec_code", "sec_app", "sec_access", "killer_cross_platform", "listed_or_vc")
LONG = ("_note", "_text", "ent_profile")
PLACE = re.compile(r"(\{[a-z0-9_]+(?::[^}]+)?\})")


class Pen:
    """A tidy clerk: values on underlined lines, ticks by characters. Others change what they do otherwise."""

    box_style = "character"

    def __init__(self, values, years):
        self.values, self.years = values, years

    def tick(self, ticked):
        return word.box(ticked, self.box_style)

    def line(self, _key, written):
        return word.line(written)

    def place(self, name):
        """The pieces in the place of {name}."""
        key, _, choice = name.partition(":")
        written = self.values.get(key, "")
        if choice:
            return [self.tick(written == choice), choice]
        if key in BOOLEANS:
            return [self.tick(written == "是"), "是 ", self.tick(written == "否"), "否"]
        if key.startswith("sol_tech_"):
            return [self.tick(written == "√")]
        if key.endswith("_date"):
            return [written or "     年   月   日"]
        if key.endswith(LONG):
            return [written]
        return [self.line(key, written)]

    def pieces(self, text):
        """A printed line; boxes that stand before a label stay empty."""
        out = []
        for part in PLACE.split(text):
            out += self.place(part[1:-1]) if PLACE.fullmatch(part) else [part]
        return out

    def paragraphs(self, text):
        text = text % self.years if "%(" in text or "%%" in text else text
        return [word.paragraph(*self.pieces(line)) for line in text.split("\n")]

    def cell(self, text):
        """A cell that is only a place holds the bare value, without a line."""
        if PLACE.fullmatch(text) and ":" not in text:
            return self.values.get(text[1:-1], "").split("\n")
        return self.paragraphs(text)

    def table(self, rows):
        return word.table([list(self.row(rows, number)) for number in range(len(rows))])

    def row(self, rows, number):
        cells = rows[number]
        for column, text in enumerate(cells):
            if text is None:
                continue
            across = next((i for i, after in enumerate(cells[column + 1:]) if after is not None), len(cells) - column - 1) + 1
            goes_on = number + 1 < len(rows) and column < len(rows[number + 1]) and rows[number + 1][column] is True
            down = "under" if text is True else "top" if goes_on else ""
            yield word.Cell("" if text is True else self.cell(text), across, down)

    parts = ()  # beside the document's own

    def document(self, cycle):
        blocks = [word.paragraph(words.title(self.years["year"]))]
        for line in words.cover():
            blocks += self.paragraphs(line)
        blocks += [word.paragraph(), word.paragraph("一、申报企业基本信息"), self.table([["企业基本信息", None, None, None, None]] + words.enterprise())]
        blocks += [word.paragraph("二、工业互联网平台申报材料"), word.paragraph("（1）工业互联网平台基本信息"), self.table(words.platform())]
        blocks += [word.paragraph("（2）工业互联网平台能力介绍")]
        indicators = [[word.Cell(self.paragraphs(heading + ("\n" + body if body else "")))] for heading, body in words.blocks(cycle)]
        blocks += [word.table(indicators)]
        for heading, body in words.texts():
            blocks += [word.paragraph(heading), word.table([[word.Cell(self.paragraphs(body))]])]
        return word.document(self.extra(blocks + [word.paragraph(line) for line in words.ending()]), self.parts)

    def extra(self, blocks):
        return blocks
