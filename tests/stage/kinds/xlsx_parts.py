"""Packages of .xlsx workbooks: names, places, namespaces and what is missing, doubled or foreign in them."""
import io
import struct
import warnings
import zipfile

from kit import Case, Sheet
from xlsx import (CONTENT_TYPES, MAIN, OFFICE, PACKAGE, STRICT_MAIN, STRICT_OFFICE, TYPE, book, numbers, one_row, pack, parts,
                  relations, shared, styles, workbook, worksheet)

warnings.filterwarnings("ignore", "Duplicate name")

ONE = '<c r="A1"><v>1</v></c>'
SHEET = "xl/worksheets/sheet1.xml"


def whole(name, data, rows=None, findings=(), sheet="s", facts=None, suffix="xlsx"):
    return Case(name, data, [Sheet(sheet, rows or {1: ["1"]})], list(findings), suffix=suffix, facts=facts or {})


def refused(name, data, code="workbook_damaged"):
    return Case(name, data, refused=code, suffix="xlsx")


def renamed(rename, **others):
    """The workbook with some members under other names, by pairs of the old name and the new one."""
    return pack((rename.get(name, name), part) for name, part in parts(one_row(ONE), **others).items())


def with_bit(data, bit):
    """A bit of the flags of every member, in both headers."""
    data = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= bit
            at = data.find(mark, at + 4)
    return bytes(data)


class Unseekable(io.RawIOBase):
    """So that zipfile writes sizes behind the members, as a server does."""

    def __init__(self):
        self.data = b""

    def writable(self):
        return True

    def write(self, piece):
        self.data += bytes(piece)
        return len(piece)


def streamed():
    file = Unseekable()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts(one_row(ONE)).items():
            package.writestr(name, part)
    return file.data


def zip64():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts(one_row(ONE)).items():
            with package.open(name, "w", force_zip64=True) as member:
                member.write(part.encode())
    return file.getvalue()


def with_comment():
    file = io.BytesIO(book(one_row(ONE)))
    with zipfile.ZipFile(file, "a") as package:
        package.comment = "PK 由门户网站导出".encode()
    return file.getvalue()


def local_header_of_another_version():
    """As some programs write it: the version in front of the members is not the one in the directory."""
    data = bytearray(book(one_row(ONE)))
    struct.pack_into("<H", data, 4, 45)
    return bytes(data)


def moved():
    """The workbook in folders of its own, its sheets elsewhere."""
    sheet = one_row(ONE)
    kept = parts(sheet, named={"xl/workbook.xml": None, "xl/_rels/workbook.xml.rels": None, SHEET: None, "xl/styles.xml": None,
                               "xl/sharedStrings.xml": None},
                 types=CONTENT_TYPES.replace("/xl/workbook.xml", "/excel/book/main.xml"),
                 package=relations(("r1", "officeDocument", "/excel/book/main.xml")))
    kept.update({"excel/book/main.xml": workbook(("s", "")), "tables/a.xml": sheet,
                 "excel/book/_rels/main.xml.rels": relations(("r1", "worksheet", "./../../tables/./a.xml"))})
    return pack(kept.items())


def prefixed():
    sheet = (f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" s="1"><x:v>45047</x:v>'
             "</x:c></x:row></x:sheetData></x:worksheet>")
    return book(sheet, book=f'<w:workbook xmlns:w="{MAIN}" xmlns:rel="{OFFICE}"><w:sheets><w:sheet name="s" sheetId="1" rel:id="r1"/>'
                            "</w:sheets></w:workbook>",
                strings=f'<y:sst xmlns:y="{MAIN}"><y:si><y:t>甲</y:t></y:si></y:sst>',
                styles=f'<z:styleSheet xmlns:z="{MAIN}"><z:cellXfs><z:xf numFmtId="0"/><z:xf numFmtId="14"/></z:cellXfs></z:styleSheet>')


def strict():
    def turned(text):
        return text.replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE)
    sheet = worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="d"><v>2023-05-01T00:00:00</v></c><c r="C1" s="1"><v>45047</v>'
                      "</c></row>")
    plain = parts(sheet, strings=shared("<t>甲</t>"), styles=styles(ids=(14,)),
                  book=workbook(("s", "")).replace("<workbook ", '<workbook conformance="strict" '))
    return pack((name, turned(part)) for name, part in plain.items())


def sheets():
    """Relations and members in another order than the workbook's; hidden sheets; a chart, a dialog and macros between them."""
    names = (("It's &quot;甲&quot; &amp; 乙", ""), ("藏", ' state="hidden"'), ("深", ' state="veryHidden"'), ("图", ""), ("对话", ""), ("宏", ""))
    kinds = ("worksheet", "worksheet", "worksheet", "chartsheet", "dialogsheet", "xlMacrosheet")
    entries = [(f"r{i}", kind, f"worksheets/sheet{9 - i}.xml") for i, kind in enumerate(kinds, 1)]
    named = {f"xl/worksheets/sheet{9 - i}.xml": one_row(f"<c><v>{i}</v></c>") for i in range(1, 7)}
    named[SHEET] = None
    data = pack(reversed(list(parts("", named=named, book=workbook(*names), relations=relations(*reversed(entries))).items())))
    wanted = [Sheet("It's \"甲\" & 乙", {1: ["1"]}), Sheet("藏", {1: ["2"]}, visibility="hidden"),
              Sheet("深", {1: ["3"]}, visibility="very_hidden"), Sheet("图", {}), Sheet("对话", {}), Sheet("宏", {})]
    return Case("sheets in the workbook's order, hidden ones, and such without cells", data, wanted, 3 * ["sheet_no_cells"], suffix="xlsx")


def without(*names, **others):
    return pack(parts(others.pop("sheet", one_row(ONE)), named={name: None for name in names}, **others).items())


def twins(name, other, sheet=one_row(ONE)):
    return pack(list(parts(sheet).items()) + [(name, other)])


def alternatives(choice, fallback):
    return ('<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:n="urn:new" '
            f'Requires="n">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>')


def both_ways():
    """Every part says what it holds twice: for programs that know an extension, and for all others."""
    entry = '<sheet name="s" sheetId="1" r:id="r1"/>'
    formats = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14))
    row = alternatives('<c r="A1"><v>9</v></c>', f'<c r="A1">{alternatives("<v>9</v>", "<v>1</v>")}</c>') + \
        '<c r="B1" t="s"><v>0</v></c><c r="C1" s="1"><v>45047</v></c>'
    return book(worksheet(f'<row r="1">{row}</row>'), strings=shared(alternatives("<t>乙</t>", "<t>甲</t>")),
                book=workbook(("s", "")).replace(entry, alternatives(entry, entry)),
                styles=f'<styleSheet xmlns="{MAIN}"><cellXfs>{alternatives(formats, formats)}</cellXfs></styleSheet>')


def encoded(sheet, encoding):
    declared = f'<?xml version="1.0" encoding="{encoding}"?>' + sheet
    return pack(parts(sheet, named={SHEET: declared.encode(encoding)}).items())


STYLED = one_row('<c r="A1" s="1"><v>45047</v></c>')
STRING = one_row('<c r="A1" t="s"><v>0</v></c>')

NAMES = [
    whole("member names with backslashes", renamed(rename={SHEET: "xl\\worksheets\\sheet1.xml", "xl/workbook.xml": "xl\\workbook.xml"})),
    whole("member names in odd case and with a leading slash",
          renamed(rename={SHEET: "/XL/Worksheets/Sheet1.XML", "[Content_Types].xml": "[content_types].xml"})),
    whole("parts in other folders, absolute and relative targets", moved()),
    *(whole(f"a target with backslashes: {target}", book(one_row(ONE), relations=relations(("r1", "worksheet", target))))
      for target in ("worksheets\\sheet1.xml", "\\xl\\worksheets\\sheet1.xml", ".\\..\\xl\\worksheets\\sheet1.xml")),
    *(whole(f"a part's name escaped as on the web: {target}",
            renamed(rename={SHEET: f"xl/worksheets/{member}.xml"},
                    relations=relations(("r1", "worksheet", f"worksheets/{target}.xml"))))
      for target, member in (("%E8%A1%A8%201", "表 1"), ("50%25", "50%"), ("50%25", "50%25"), ("50%", "50%"), ("%2", "%2"))),
    whole("members that are not packed", pack(parts(one_row(ONE)).items(), zipfile.ZIP_STORED)),
    whole("sizes behind the members", streamed()),
    whole("members of zip64", zip64()),
    whole("a comment behind the package", with_comment()),
    whole("another version in front of a member", local_header_of_another_version()),
    whole("a macro workbook, a template", book(one_row(ONE), types=CONTENT_TYPES.replace(
        TYPE, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), named={"xl/vbaProject.bin": "x"}), suffix="xlsm"),
    whole("the binary type as the default of .bin", book(one_row(ONE), types=CONTENT_TYPES.replace(
        "<Override", '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override'))),
    whole("content types that do not name the workbook", book(one_row(ONE), types=f'<Types xmlns="{PACKAGE}/content-types"/>')),
    whole("no content types", without("[Content_Types].xml")),
    refused("a package that is cut", book(one_row(ONE))[:-30], "file_damaged"),
    refused("bytes in front of the package", b"\r\n" + book(one_row(ONE)), "file_unknown"),
    refused("a member with a password", with_bit(book(one_row(ONE)), 1), "spreadsheet_encrypted"),
    whole("two members of one name and the same bytes", twins(SHEET, one_row(ONE))),
    whole("two members of one name that nobody reads", twins("xl/worksheets/SHEET1.XML.bak", "1")),
    refused("two members of one name and different bytes", twins(SHEET.upper(), one_row('<c r="A1"><v>2</v></c>')), "file_damaged"),
]

PARTS = [
    whole("styles and strings that no cell needs are missing", without("xl/styles.xml", "xl/sharedStrings.xml")),
    refused("styles are missing that a number needs", without("xl/styles.xml", sheet=STYLED)),
    refused("strings are missing that a cell needs", without("xl/sharedStrings.xml", sheet=STRING)),
    refused("a sheet is missing", without(SHEET)),
    refused("the workbook is missing", without("xl/workbook.xml")),
    refused("the package's relations are missing", without("_rels/.rels")),
    refused("the workbook's relations are missing", without("xl/_rels/workbook.xml.rels")),
    refused("a sheet that names no relation", book(one_row(ONE), relations=relations(("r2", "worksheet", "worksheets/sheet1.xml")))),
    whole("relations to other workbooks are not followed", book(one_row(ONE), relations=relations(
        ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "externalLink", "externalLinks/externalLink1.xml")))),
    Case("one part for two sheets", book(one_row(ONE), book=workbook(("甲", ""), ("乙", "")), relations=relations(
        ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet1.xml"))),
         [Sheet("甲", {1: ["1"]}), Sheet("乙", {1: ["1"]})], suffix="xlsx"),
    sheets(),
    refused("sheets without a single cell", book(worksheet("")), "empty_file"),
]

XML = [
    whole("prefixes for every namespace", prefixed(), {1: ["甲", "2023-05-01"]}),
    whole("the strict namespaces", strict(), {1: ["甲", "2023-05-01", "2023-05-01"]}, facts={"conformance": "strict"}),
    whole("what is said twice for newer programs is read once", both_ways(), {1: ["1", "甲", "2023-05-01"]}),
    refused("a sheet of a foreign namespace", book(one_row(ONE).replace(MAIN, "urn:other"))),
    refused("a sheet that is a chart", book(one_row(ONE).replace("worksheet", "chartsheet"))),
    refused("styles of a foreign namespace", book(STYLED, styles=styles(ids=(14,)).replace(MAIN, "urn:other"))),
    refused("strings of a foreign namespace", book(STRING, strings=shared("<t>a</t>").replace(MAIN, "urn:other"))),
    whole("a part in UTF-16", encoded(one_row('<c t="str"><v>福州</v></c>'), "utf-16"), {1: ["福州"]}),
    whole("a byte order mark", book("\ufeff" + one_row(ONE))),
    whole("comments and instructions", book('<?xml version="1.0"?><?mso x?><!-- a -->' + one_row("<c><v>1<!-- b -->2</v></c>")),
          {1: ["12"]}),
    refused("a part that is cut", book(one_row(ONE)[:-9])),
    refused("a part without any byte", book("")),
    refused("a document type", book("<!DOCTYPE worksheet>" + one_row(ONE)), "xml_doctype"),
    refused("a character that XML does not have", book(one_row('<c t="str"><v>\x01</v></c>'))),
    refused("a part that is no UTF-8", pack(parts("", named={SHEET: one_row('<c t="str"><v>?</v></c>').encode().replace(b"?", b"\xB8")})
                                            .items())),
    refused("strings that are cut", book(one_row(ONE), strings=shared("<t>a</t>")[:-3])),
    refused("styles that are cut", book(one_row(numbers("1")), styles=styles()[:-3])),
]

CASES = NAMES + PARTS + XML
