"""The good files that are damaged: those of tests/stage/extract and some made here. Firms and numbers are invented."""
import datetime
import glob
import io
import os
import struct
import zipfile

import openpyxl
import xlwt

import compound

FIRMS = ["闽云制造平台", "海丝工联平台", "武夷智造平台", "鹭岛云链平台", "榕城工业互联网平台"]
TEXT = [["序号", "平台名称", "依托企业", "联系电话", "营收(万元)"]] + [
    [str(i + 1), FIRMS[i % 5], f"福州{'甲乙丙丁戊'[i % 5]}第{i}科技有限公司", f"0591-820{i:04d}", f"{i * 37.5:.2f}"] for i in range(60)]
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def by_openpyxl():
    book = openpyxl.Workbook()
    for number in range(3):
        sheet = book.active if number == 0 else book.create_sheet(f"表{number + 1}")
        for row in TEXT[:30 + number]:
            sheet.append(row)
        for row in range(2, 20):
            sheet.cell(row, 6, datetime.date(2023, 1 + row % 12, row)).number_format = "yyyy-mm-dd"
            sheet.cell(row, 7, row / 40).number_format = "0.00%"
            sheet.cell(row, 8, row * 1.25)
        sheet.merge_cells("A40:C41")
        sheet["A40"] = "合计"
        sheet.column_dimensions["D"].hidden = True
        sheet.row_dimensions[5].hidden = True
    book["表2"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parts():
    """A package written by hand: formulas with text results, a date in the calendar of 1904, rich, phonetic and inline text."""
    cells = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>{r % 5}</v></c><c r="B{r}" s="1"><v>{42000 + r}</v></c><c r="C{r}" s="2"><v>0.{r}</v></c>'
                    f'<c r="D{r}" t="str"><f>A{r}&amp;"省"</f><v>{FIRMS[r % 5]}省</v></c><c r="E{r}" t="inlineStr"><is><t>行内{r}</t></is></c></row>'
                    for r in range(1, 41))
    strings = "".join(f"<si><r><t>{name[:2]}</t></r><r><t>{name[2:]}</t></r><rPh sb='0' eb='1'><t>pinyin</t></rPh></si>" for name in FIRMS)
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="甲" sheetId="1" r:id="r1"/>'
        '<sheet name="乙" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/a.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/worksheet" Target="worksheets/b.xml"/><Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r4" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" uniqueCount="5">{strings}</sst>',
        "xl/worksheets/a.xml": f'<worksheet xmlns="{MAIN}"><cols><col min="3" max="3" hidden="1"/></cols><sheetData>{cells}</sheetData>'
        '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="D3:E4"/></mergeCells></worksheet>',
        "xl/worksheets/b.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row hidden="1"><c><v>7</v></c><c t="b"><v>1</v></c></row></sheetData></worksheet>',
    }


def word():
    """A Word form written by hand: merged cells, lines by a style, boxes of every kind, a field, a tracked change, a text box."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    top = ' w:val="restart"'
    rows = "".join(f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{1 + r % 2}"/></w:tcPr><w:p><w:r><w:t>{FIRMS[r % 5]}{r}</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>'
                   f'<w:vMerge{top if r % 4 == 0 else ""}/></w:tcPr><w:p/></w:tc></w:tr>' for r in range(40))
    lines = "".join(f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>第{r}项</w:t></w:r><w:r><w:rPr><w:rStyle w:val="L"/></w:rPr><w:t xml:space="preserve">  </w:t>'
                    f'</w:r><w:r><w:sym w:font="Wingdings" w:char="F0{"FE" if r % 3 else "A8"}"/></w:r><w:ins><w:r><w:t>{r * 7}台</w:t></w:r></w:ins></w:p>'
                    for r in range(40))
    box = ('<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:fldChar w:fldCharType="begin">'
           '<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{main}"><w:body>{lines}<w:tbl>{rows}</w:tbl>{box}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{main}"><w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
        '<w:style w:type="character" w:styleId="L"><w:rPr><w:u w:val="single"/></w:rPr></w:style></w:styles>',
    }


class Stream(io.RawIOBase):
    """A file that cannot seek: zipfile then writes data descriptors."""

    def __init__(self):
        super().__init__()
        self.data = b""

    def writable(self):
        return True

    def write(self, data):
        self.data += bytes(data)
        return len(data)


def packed(members, method=zipfile.ZIP_DEFLATED, out=None):
    out = out if out is not None else io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, text in members:
            package.writestr(zipfile.ZipInfo(name) if method == zipfile.ZIP_STORED else name,
                             text if isinstance(text, bytes) else (HEAD + text).encode(), method)
    return out.data if isinstance(out, Stream) else out.getvalue()


def by_xlwt(rows=60, mode1904=False, long=True):
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = mode1904
    date, percent = xlwt.easyxf(num_format_str="yyyy-mm-dd"), xlwt.easyxf(num_format_str="0.00%")
    for number, name in enumerate(["汇总", "隐藏", "第三"]):
        sheet = book.add_sheet(name)
        sheet.visibility = number % 2
        for row_no, row in enumerate(TEXT[:rows]):
            for column, value in enumerate(row):
                sheet.write(row_no, column, value)
            sheet.write(row_no, 5, 40000.0 + row_no, date)
            sheet.write(row_no, 6, row_no / 32, percent)
            sheet.write(row_no, 7, row_no % 2 == 0)
            sheet.write(row_no, 9, xlwt.Formula(f'A{row_no + 1}&"x"'))
            sheet.write(row_no, 10, None, date)
            if long and row_no % 6 == 0:
                sheet.write(row_no, 8, "长" * (700 + row_no) + str(number) + "a" * 900)
        sheet.write_merge(rows, rows + 1, 0, 3, "合计")
        sheet.col(3).hidden = True
        sheet.row(4).hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def record(kind, *fields):
    body = b"".join(fields)
    return struct.pack("<HH", kind, len(body)) + body


def words(*values):
    return struct.pack(f"<{len(values)}H", *values)


def formula(row, column, result, tokens=b"\x1e\x01\x00"):
    return record(0x0006, words(row, column, 0), result, words(0), bytes(4), words(len(tokens)), tokens)


def by_hand(unicode, blocks=2):
    """Records of Excel 95 (code page 936) or 97 that xlwt does not write: formulas with text results, shared ones, labels with runs, blocks of
    rows that end in DBCELL."""
    version, codec = (0x0600, "utf-16le") if unicode else (0x0500, "gbk")
    text_result, number_result = bytes([0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), struct.pack("<d", 12.5)

    def text(value, size="<H"):
        data = value.encode(codec)
        return struct.pack(size, len(value) if unicode else len(data)) + (b"\x01" if unicode else b"") + data

    def table(number):
        out = b""
        for block in range(blocks):
            rows = range(block * 4, block * 4 + 4)
            start = len(out)
            out += b"".join(record(0x0208, words(row, 0, 7, 255, 0, 0, 0x20 if row == 2 else 0, 15)) for row in rows)
            for row in rows:
                out += record(0x0204, words(row, 0, 1), text(FIRMS[row % 5]))
                out += record(0x00D6, words(row, 1, 1), text(f"富{row}"), words(1, 0, 1) if unicode else b"\x01\x00\x01")
                out += formula(row, 2, text_result) + (record(0x04BC, words(row, row, 2, 3, 3), b"\x1e\x01\x00") if row == 1 else b"")
                out += record(0x0207, text(f"结果{number}-{row}"))
                out += formula(row, 3, number_result)
                out += record(0x00BD, words(row, 4), struct.pack("<HiHi", 2, 40000 + row << 2 | 2, 3, row << 2 | 3), words(5))
                out += record(0x0203, words(row, 6, 1), struct.pack("<d", row + 0.5)) + record(0x027E, words(row, 7, 1), struct.pack("<I", row << 2 | 2))
            out += record(0x00D7, struct.pack("<I", len(out) - start), words(*[20] * len(rows)))
        return out

    size = struct.pack("<II", 0, 8) + words(0, 8, 0) if unicode else words(0, 8, 0, 8, 0)
    sheets = [record(0x0809, words(version, 0x10, 0, 0), bytes(8)) + record(0x007D, words(5, 5, 0, 0, 1, 0)) + record(0x0200, size) + table(number)
              + record(0x023E, bytes(18 if unicode else 10)) + record(0x00E5, words(1, 0, 1, 0, 1)) + record(0x000A) for number in range(3)]
    front = record(0x0809, words(version, 5, 0, 0), bytes(8)) + record(0x0042, words(1200 if unicode else 936)) + record(0x0022, words(0))
    front += record(0x041E, words(164), text("yyyy-mm-dd", "<H" if unicode else "<B"))
    front += b"".join(record(0x00E0, words(0, code), bytes(16 if unicode else 12)) for code in (0, 0, 164, 10))
    names = [text(f"表{number}", "<B") for number in range(3)]
    at = len(front) + sum(len(name) + 10 for name in names) + 4
    for number, name in enumerate(names):
        front += record(0x0085, struct.pack("<IBB", at, number % 2, 0), name)
        at += len(sheets[number])
    return front + record(0x000A) + b"".join(sheets)


def stream_of(data):
    return bytes(data[at] for at in compound.Compound(data).stream)


def files(extract):
    """Name, kind (zip, xls, text) and bytes of every good file; a kind of text names its encoding."""
    out = []
    for path in sorted(glob.glob(os.path.join(extract, "*.xls")) + glob.glob(os.path.join(extract, "*.xlsx"))):
        with open(path, "rb") as file:
            data = file.read()
        if data[:4] in (b"PK\3\4", compound.MAGIC[:4]):
            out.append((os.path.basename(path), "zip" if data[:2] == b"PK" else "xls", data))
    members = list(parts().items())
    text = "".join(",".join(row) + "\r\n" for row in TEXT) + '61,"带""引号""的平台","跨\r\n行",,𠮷𡘙0\r\n'
    out += [
        ("openpyxl, three sheets", "zip", by_openpyxl()),
        ("streamed, with data descriptors", "zip", packed(members, out=Stream())),
        ("stored", "zip", packed(members, zipfile.ZIP_STORED)),
        ("Word form", "zip", packed(word().items())),
        ("xlwt, long strings", "xls", by_xlwt()),
        ("xlwt, 1904, sectors apart, one embedded", "xls",
         compound.container(stream_of(by_xlwt(30, True)), stride=3, embedded=stream_of(by_xlwt(5, long=False)))),
        ("xlwt, large sectors", "xls", compound.container(stream_of(by_xlwt(20)), size=4096, stride=2)),
        ("by hand, BIFF8, small sectors", "xls", compound.container(by_hand(True, 1), pad=False)),
        ("by hand, BIFF5", "xls", compound.container(by_hand(False))),
        ("GB18030", "gb18030", text.encode("gb18030")),
        ("UTF-8", "utf-8", text.encode()),
        ("UTF-8 with a mark", "utf-8", b"\xEF\xBB\xBF" + text.encode()),
        ("UTF-16LE with a mark", "utf-16le", b"\xFF\xFE" + text.encode("utf-16le")),
        ("UTF-16BE without a mark", "utf-16be", text.encode("utf-16be")),
    ]
    return out
