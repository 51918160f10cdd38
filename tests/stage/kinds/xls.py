"""Workbooks of Excel 5 to 2003, record by record: their cells, texts, formats and sheets; and the containers they stand in."""
import struct

from kit import Case, Sheet

BOF, EOF, CONTINUE, CODEPAGE, DATEMODE, FILEPASS, FONT = 0x0809, 0x000A, 0x003C, 0x0042, 0x0022, 0x002F, 0x0031
BOUNDSHEET, FORMAT, XF, SST, LABELSST, LABEL, RSTRING = 0x0085, 0x041E, 0x00E0, 0x00FC, 0x00FD, 0x0204, 0x00D6
NUMBER, RK, MULRK, BOOLERR, FORMULA, STRING, SHARED, ARRAY = 0x0203, 0x027E, 0x00BD, 0x0205, 0x0006, 0x0207, 0x04BC, 0x0221
ROW, COLINFO, MERGED, BLANK, MULBLANK, DIMENSIONS = 0x0208, 0x007D, 0x00E5, 0x0201, 0x00BE, 0x0200
BIFF5, BIFF8 = 0x0500, 0x0600
WORKSHEET, CHART, MACROS, GLOBALS = 0x10, 0x20, 0x40, 0x05


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def bof(version, kind):
    return record(BOF, struct.pack("<HHHH", version, kind, 0x0DBB, 0x07CC) + (bytes(8) if version == BIFF8 else b""))


def wide(text):
    """A text of BIFF8 behind its length: two bytes a character where it needs them."""
    narrow = all(ord(character) < 256 for character in text)
    return (b"\0" + text.encode("latin-1")) if narrow else (b"\1" + text.encode("utf-16-le"))


def length(text):
    return len(text.encode("utf-16-le")) // 2


def long_text(text):
    return struct.pack("<H", length(text)) + wide(text)


def cell(kind, row, column, body, style=0):
    return record(kind, struct.pack("<HHH", row, column, style) + body)


def number(row, column, value, style=0):
    return cell(NUMBER, row, column, struct.pack("<d", value), style)


def label(row, column, text):
    return cell(LABEL, row, column, long_text(text))


def formula(row, column, result, flags=0):
    """`result`: a float, or eight bytes that are no number."""
    stored = result if isinstance(result, bytes) else struct.pack("<d", result)
    return cell(FORMULA, row, column, stored + struct.pack("<HLH", flags, 0, 0))


def special(kind, value=0):
    return bytes([kind, 0, value, 0, 0, 0, 0xFF, 0xFF])


def formats(*codes, ids=()):
    """Style 0 is General; then one for each code, and one for each number of a built-in format."""
    defined = b"".join(record(FORMAT, struct.pack("<H", 164 + i) + long_text(code)) for i, code in enumerate(codes))
    used = [0] + [164 + i for i in range(len(codes))] + list(ids)
    return defined + b"".join(record(XF, struct.pack("<HH", 0, number_format) + bytes(16)) for number_format in used)


def fonts(*struck):
    """A font for each, struck through or by the number of its script, and a style for each font; no font has number 4."""
    defined = b"".join(record(FONT, struct.pack("<HHHHH", 220, 8 if line is True else 0, 0, 400, int(line or 0) if line is not True else 0) + bytes(6)) for line in struck)
    used = [i if i < 4 else i + 1 for i in range(len(struck))]
    return defined + b"".join(record(XF, struct.pack("<HH", number_of_font, 0) + bytes(16)) for number_of_font in used)


def worn(*looks):
    """A font for each, and a style for each: its height in points, its colour, its name, and the colour behind the text."""
    defined = b"".join(record(FONT, struct.pack("<HHHHHBBBB", 20 * points, 0, colour, 400, 0, 0, 0, 0, 0) + bytes([length(name)]) + wide(name))
                       for points, colour, name, _ in looks)
    behind = [(0, 0) if colour is None else (1 << 26, colour) for *_, colour in looks]
    return defined + b"".join(record(XF, struct.pack("<HH10xLH", i if i < 4 else i + 1, 0, *ground)) for i, ground in enumerate(behind))


def strings(*texts):
    return record(SST, struct.pack("<LL", len(texts), len(texts)) + b"".join(long_text(text) for text in texts))


def stream(sheets, globals_=b"", version=BIFF8, styles=formats()):
    """`sheets`: name, records, visibility and kind of each."""
    front = bof(version, GLOBALS) + globals_ + styles
    names = [name.encode("utf-16-le") if version == BIFF8 else name for name, *_ in sheets]
    at = len(front) + sum(4 + 6 + len(name) + (2 if version == BIFF8 else 1) for name in names) + 4
    bodies = [bof(version, sheet[3] if len(sheet) > 3 else WORKSHEET) + sheet[1] + record(EOF) for sheet in sheets]
    for name, sheet, body in zip(names, sheets, bodies):
        head = struct.pack("<LBB", at, sheet[2] if len(sheet) > 2 else 0, 0)
        text = bytes([len(name) // 2, 1]) + name if version == BIFF8 else bytes([len(name)]) + name
        front += record(BOUNDSHEET, head + text)
        at += len(body)
    return front + record(EOF) + b"".join(bodies)


def read(name, cells, row, marks=None, findings=(), facts=None, **others):
    """One row of cells, in a stream without a container."""
    wanted = Sheet("s", {1: row} if row else {}, None if marks is None else {1: marks} if marks else {})
    kept = ("s", cells) if others.get("version") != BIFF5 else (b"s", cells)
    return Case(name, stream([kept], **others), [wanted], [f"{code} s!{place}" if place else code for code, place in findings],
                facts=facts or {})


def refuse(name, cells, code="workbook_damaged", **others):
    kept = ("s", cells) if others.get("version") != BIFF5 else (b"s", cells)
    return Case(name, stream([kept], **others), refused=code)


def rk(row, column, value, style=0):
    return cell(RK, row, column, struct.pack("<L", value), style)


def rk_double(value, hundredths=0):
    return struct.unpack("<L", struct.pack("<d", value)[4:])[0] & ~3 | hundredths


def mulrk(row, first, values):
    body = b"".join(struct.pack("<HL", 0, value) for value in values)
    return record(MULRK, struct.pack("<HH", row, first) + body + struct.pack("<H", first + len(values) - 1))


def narrow5(row, column, text):
    return cell(LABEL, row, column, struct.pack("<H", len(text)) + text)


def excel95(name, code_page, text, wanted, findings=(), facts=None):
    page = b"" if code_page is None else record(CODEPAGE, struct.pack("<H", code_page))
    style = record(XF, bytes(16))
    if wanted is None:
        return refuse(name, narrow5(0, 0, text), "xls_code_page", version=BIFF5, globals_=page, styles=style)
    return read(name, narrow5(0, 0, text), [wanted], None, findings, facts, version=BIFF5, globals_=page, styles=style)


NUMBERS = [
    read("numbers as doubles", number(0, 0, 0.1 + 0.2) + number(0, 1, -1e-7) + number(0, 2, 13800138000.0), ["0.3", "-0.0000001", "13800138000"],
         "A:number B:number C:number"),
    read("numbers in thirty bits, whole and broken", rk(0, 0, 7 << 2 | 2) + rk(0, 1, 12345 << 2 | 3) + rk(0, 2, rk_double(1.5)) +
         rk(0, 3, rk_double(1.5, 1)) + rk(0, 4, (1 << 32) - 4 | 2) + rk(0, 5, 0x80000002), ["7", "123.45", "1.5", "0.015", "-1", "-536870912"]),
    read("several numbers in one record", mulrk(0, 1, [1 << 2 | 2, 2 << 2 | 3, rk_double(0.5)]), [None, "1", "0.02", "0.5"]),
    refuse("several numbers that are not as many as said", mulrk(0, 1, [2])[:-2] + b"\x07\x00"),
    read("a number of more than fifteen digits", number(0, 0, 913501000000000012.0), ["913501000000000000"], "A:number,long_number",
         [("long_number", "A1")]),
    read("booleans and errors", cell(BOOLERR, 0, 0, b"\1\0") + cell(BOOLERR, 0, 1, b"\0\0") + cell(BOOLERR, 0, 2, b"\x2A\1") +
         cell(BOOLERR, 0, 3, b"\x07\1\0"), ["TRUE", "FALSE", "#N/A", "#DIV/0!"], "C:error D:error",
         [("cell_error", "C1"), ("cell_error", "D1")]),
    refuse("an error that is none", cell(BOOLERR, 0, 0, b"\x33\1")),
    read("blank cells are none", cell(BLANK, 0, 0, b"") + record(MULBLANK, struct.pack("<HHHHH", 0, 1, 0, 0, 2)) + number(0, 3, 1.0),
         [None, None, None, "1"]),
    read("formulas of every result", formula(0, 0, 2.5) + formula(0, 1, special(1, 1)) + formula(0, 2, special(2, 0x17)) +
         formula(0, 3, special(3)), ["2.5", "TRUE", "#REF!", ""], "A:formula,number B:formula C:formula,error D:formula",
         [("cell_error", "C1")]),
    read("a result that the formula itself does not trust", formula(0, 0, 0.0, 3) + formula(0, 1, 0.0, 3) + formula(0, 2, 5.0, 2),
         ["0", "0", "5"], None, [("formula_doubtful", "A1")]),
    read("a formula's text behind it, and behind what it shares", formula(0, 0, special(0)) + record(STRING, long_text("甲")) +
         formula(0, 1, special(0)) + record(SHARED, bytes(10)) + record(STRING, long_text("b")) + formula(0, 2, special(0)) +
         record(ARRAY, bytes(14)) + record(STRING, long_text("丙") + b""), ["甲", "b", "丙"], "A:formula B:formula C:formula"),
    read("a formula's text that is not there", formula(0, 0, special(0)) + number(0, 1, 1.0), [None, "1"], "A:formula_no_value B:number",
         [("formula_no_value", "A1")]),
    read("a formula's text that goes on", formula(0, 0, special(0)) + record(STRING, struct.pack("<HB", 3, 0) + b"ab") +
         record(CONTINUE, b"\1" + "丙".encode("utf-16-le")), ["ab丙"]),
]

# Each with its runs: where one begins, in UTF-16's units, and its font. The last begins inside of a character.
RUNS = [("500101台", (5, 1), (6, 0)), ("924", (1, 2), (2, 0)), ("5000m2", (5, 1)), ("3038", (0, 3), (2, 0)), ("5万", (1, 3)), ("5", (1, 1)), ("500101", (5, 1), (9, 0)),
        ("𠮷12", (1, 1), (3, 0))]


def shared_runs(*texts):
    body = b"".join(struct.pack("<HBH", len(text.encode("utf-16-le")) // 2, 9, len(runs)) + text.encode("utf-16-le") + b"".join(struct.pack("<HH", *run) for run in runs)
                    for text, *runs in texts)
    return record(SST, struct.pack("<LL", len(texts), len(texts)) + body)


LOOKS = worn((11, 8, "宋体", None), (1, 8, "宋体", None), (11, 9, "宋体", None), (11, 8, "Wingdings 2", None))

TEXTS = [
    read("texts in the cells", label(0, 0, "福州") + label(0, 1, "é") + label(0, 2, ""), ["福州", "é", ""], ""),
    read("texts with runs", cell(RSTRING, 0, 0, long_text("甲乙") + struct.pack("<HHH", 1, 1, 5)), ["甲乙"], "A:rich"),
    read("shared texts", cell(LABELSST, 0, 0, struct.pack("<L", 1)) + cell(LABELSST, 0, 1, struct.pack("<L", 0)), ["乙", "甲"],
         globals_=strings("甲", "乙")),
    refuse("a shared text that is not there", cell(LABELSST, 0, 0, struct.pack("<L", 2)), globals_=strings("甲", "乙")),
    read("a shared text that goes on, and changes its width", cell(LABELSST, 0, 0, bytes(4)), ["ab甲c"],
         globals_=record(SST, struct.pack("<LLHB", 1, 1, 4, 0) + b"ab") + record(CONTINUE, b"\1" + "甲c".encode("utf-16-le"))),
    read("what is struck through is told: cells by their font", b"".join(number(0, i, float(i), i) for i in range(6)), list("012345"), None,
         [("struck_text", "B1"), ("struck_text", "F1")], styles=fonts(False, True, False, False, False, True)),
    read("what is struck through is told: runs of a text", cell(LABELSST, 0, 0, bytes(4)) + cell(LABELSST, 0, 1, struct.pack("<L", 1)), ["旧新", "旧新"],
         "A:rich B:rich", [("struck_text", "A1")], styles=fonts(False, False, False, False, False, True),
         globals_=fonts(False, False, False, False, False, True) + record(SST, struct.pack("<LL", 2, 2) + b"".join(
             struct.pack("<HBH", 2, 9, 1) + "旧新".encode("utf-16-le") + struct.pack("<HH", 0, font) for font in (6, 5)))),
    read("what is raised, lowered or struck through joins no figure beside it", b"".join(cell(LABELSST, 0, i, struct.pack("<L", i)) for i in range(len(RUNS))),
         ["50010¹台", "9₂4", "5000m2", "30\u033638", "5万\u0336", "5", "50010¹", "𠮷12"], " ".join(f"{chr(65 + i)}:rich" for i in range(len(RUNS))),
         [("struck_text", "D1"), ("struck_text", "E1")], styles=fonts(False, 1, 2, True), globals_=fonts(False, 1, 2, True) + shared_runs(*RUNS)),
    read("white text on white is told, and tiny text", b"".join(number(0, i, float(i), i) for i in range(7)), list("0123456"), None,
         [("white_text", "B1"), ("white_text", "E1"), ("tiny_text", "F1")],
         styles=worn((11, 0x7FFF, "宋体", None), (11, 9, "宋体", None), (11, 9, "宋体", 0x1E), (11, 8, "宋体", None), (11, 9, "宋体", 9), (3, 8, "宋体", None),
                     (4, 8, "宋体", None))),
    read("white and tiny runs of a text are told", cell(LABELSST, 0, 0, bytes(4)) + cell(LABELSST, 0, 1, struct.pack("<L", 1)) + cell(LABELSST, 0, 2, struct.pack("<L", 2)),
         ["600", "9500", "甲 "], "A:rich B:rich C:rich", [("tiny_text", "A1"), ("white_text", "B1")], globals_=LOOKS + shared_runs(("600", (2, 1)), ("9500", (0, 2), (1, 0)), ("甲 ", (1, 2)))),
    read("fonts of symbols are what a person sees", b"".join(cell(LABELSST, 0, i, struct.pack("<L", i), style) for i, style in enumerate((3, 0, 3, 3))),
         ["☑是 ☐否", "R☑R", "☑是☐R", "☑\ufffd"], "B:rich C:rich", [("cell_symbol", "D1")], globals_=LOOKS + shared_runs(
             ("R是 £否",), ("RRR", (1, 3), (2, 0)), ("R是£R", (1, 0), (2, 3), (3, 0)), ("RJ",)), styles=LOOKS),
    read("a shared text with runs and pinyin", cell(LABELSST, 0, 0, bytes(4)) + cell(LABELSST, 0, 1, struct.pack("<L", 1)), ["福州", "b"],
         "A:rich", globals_=record(SST, struct.pack("<LLHBHL", 2, 2, 2, 0x0D, 1, 6) + "福州".encode("utf-16-le") + bytes(4)) +
         record(CONTINUE, bytes(6) + long_text("b"))),
    read("an emoji and half a pair", label(0, 0, "𠮷") + cell(LABEL, 0, 1, struct.pack("<HB", 2, 1) + b"\x42\xD8a\0"), ["𠮷", "_xD842_a"]),
    excel95("Chinese of Excel 95", 936, "福州".encode("gbk"), "福州", facts={"biff": "5", "encoding": "CP936"}),
    excel95("Russian of Excel 95", 1251, "План".encode("cp1251"), "План", facts={"encoding": "CP1251"}),
    excel95("Japanese of Excel 95", 932, "表計算".encode("cp932"), "表計算"),
    excel95("Korean of Excel 95", 949, "표".encode("cp949"), "표"),
    excel95("traditional Chinese of Excel 95", 950, "試算表".encode("cp950"), "試算表"),
    excel95("a Macintosh of Excel 95", 10000, "café".encode("mac_roman"), "café"),
    excel95("Western text of Excel 95 is believed, and said", 1252, "café €".encode("cp1252"), "café €", [("xls_code_page_assumed", None)]),
    excel95("Western text that may be Chinese", 1252, "福州".encode("gbk"), None),
    excel95("ASCII needs no code page", None, b"abc", "abc"),
    excel95("text without a code page", None, b"caf\xE9", None),
    excel95("text in a code page that is unknown", 20127, b"caf\xE9", None),
    excel95("text that its code page does not have", 932, b"\x95", None),
]

FORMATS = [
    read("built-in formats", number(0, 0, 45047.0, 1) + number(0, 1, 45047.5, 2) + number(0, 2, 0.5, 3) + number(0, 3, 1.5, 4) +
         rk(0, 4, 62 << 2 | 3, 5), ["2023-05-01", "2023-05-01T12:00:00", "12:00:00", "36:00:00", "62%"],
         "A:date B:date C:time D:time E:percent", styles=formats(ids=(31, 22, 32, 46, 9))),
    read("formats of the workbook", number(0, 0, 45047.0, 1) + number(0, 1, 45047.0, 2) + number(0, 2, 0.0, 3),
         ["2023-05-01", "2023-05-01", "0"], "A:date B:date C:number",
         styles=formats('yyyy"年"m"月"d"日"', "[$-804]aaaa;@", '[=0]"";yyyy-mm-dd')),
    read("formats that stand behind the styles", number(0, 0, 45047.0, 1), ["2023-05-01"], "A:date",
         styles=record(XF, bytes(20)) + record(XF, struct.pack("<HH", 0, 164) + bytes(16)) + record(FORMAT, struct.pack("<H", 164) +
                                                                                                    long_text("d"))),
    read("the calendar of 1904", number(0, 0, 43585.0, 1), ["2023-05-01"], "A:date", facts={"date1904": "true"},
         globals_=record(DATEMODE, b"\1\0"), styles=formats(ids=(14,))),
    read("a day that was not", number(0, 0, 60.0, 1), ["60"], "A:number", [("date_impossible", "A1")], styles=formats(ids=(14,))),
    read("no styles at all", number(0, 0, 1.0, 15), ["1"], "A:number", styles=b""),
    refuse("a style that is not there", number(0, 0, 1.0, 3)),
]


def sheet_case(name, records, rows, marks=None, findings=(), **facts):
    return Case(name, stream([("s", records)]), [Sheet("s", rows, marks, **facts)], list(findings))


SHEETS = [
    sheet_case("rows in any order", number(5, 0, 6.0) + number(2, 1, 3.0) + number(5, 1, 7.0), {3: [None, "3"], 6: ["6", "7"]}),
    sheet_case("the last cell of the last row", number(65535, 255, 1.0), {65536: [None] * 255 + ["1"]}),
    Case("a cell beyond the last column", stream([("s", number(0, 256, 1.0))]), refused="workbook_damaged"),
    sheet_case("a cell twice", number(0, 0, 1.0) + number(0, 0, 2.0), {1: ["2"]}, findings=["cell_twice s!A1"]),
    sheet_case("hidden rows and columns, and merged cells",
               record(COLINFO, struct.pack("<HHHHHH", 1, 2, 2000, 0, 1, 0)) + record(ROW, struct.pack("<HHHHHHHH", 0, 0, 2, 255, 0, 0, 0x20, 0)) +
               number(0, 0, 1.0) + number(0, 1, 2.0) + record(MERGED, struct.pack("<HHHHH", 1, 0, 1, 0, 2)), {1: ["1", "2"]},
               {1: "*:hidden A:number B:hidden,number"}, merges=["A1:C2"], hidden=["B:C"]),
    sheet_case("a unit in the page header", record(0x0014, long_text('&L&"宋体,常规"&12甲样公司&R单位：元')) + number(0, 0, 1.0), {1: ["1"]},
               findings=["page_header_unit"]),
    sheet_case("a unit in the page footer", record(0x0015, long_text("&C财务数据（元）")) + number(0, 0, 1.0), {1: ["1"]}, findings=["page_header_unit"]),
    sheet_case("page headers without a unit, blank or cut off", record(0x0014, long_text("&C填报单位：甲样公司")) + record(0x0014) +
               record(0x0015, struct.pack("<H", 9) + wide("单位：元")) + number(0, 0, 1.0), {1: ["1"]}),
    sheet_case("what Lotus 1-2-3 left on the sheet", record(0x0094, bytes(10)) + number(0, 0, 1.0), {1: ["1"]}),
    refuse("merged cells beyond the last column", number(0, 0, 1.0) + record(MERGED, struct.pack("<HHHHH", 1, 0, 1, 0, 65535))),
    sheet_case("a chart on the sheet has cells of its own", number(0, 0, 1.0) + bof(BIFF8, CHART) + number(0, 1, 9.0) + record(EOF) +
               number(0, 2, 3.0), {1: ["1", None, "3"]}),
    Case("hidden sheets, a chart, macros", stream([("甲", number(0, 0, 1.0)), ("it's", number(0, 0, 2.0), 1), ("深", number(0, 0, 3.0), 2),
                                                   ("图", number(0, 0, 4.0), 0, CHART), ("宏", number(0, 0, 5.0), 0, MACROS)]),
         [Sheet("甲", {1: ["1"]}), Sheet("it's", {1: ["2"]}, visibility="hidden"), Sheet("深", {1: ["3"]}, visibility="very_hidden"),
          Sheet("图", {}), Sheet("宏", {})], ["sheet_no_cells", "sheet_no_cells"]),
    Case("sheets without a single cell", stream([("s", b"")]), refused="empty_file"),
    refuse("a password of old notation", number(0, 0, 1.0), "spreadsheet_encrypted", globals_=record(FILEPASS, bytes(6))),
    refuse("a password of newer notation", number(0, 0, 1.0), "spreadsheet_encrypted", globals_=record(FILEPASS, b"\1\0" + bytes(52))),
    Case("a stream that is cut", stream([("s", number(0, 0, 1.0))])[:-6], refused="workbook_damaged"),
]

# What an object is.
CHECK_BOX, OPTION_BUTTON, TEXT_BOX, BUTTON, DROPDOWN, COMMENT = 0x0B, 0x0C, 0x06, 0x07, 0x14, 0x19


def lying(kind, column, row, said=None, wide_text=True):
    """An object over the cells, and the text on it."""
    anchor = struct.pack("<HHL9H", 0, 0xF010, 18, 2, column, 26, row, 0, column + 1, 0, row + 1, 0)
    records = record(0x00EC, struct.pack("<HHL", 0x0F, 0xF004, len(anchor)) + anchor) + record(0x005D, struct.pack("<HHHH", 0x15, 18, kind, 1) + bytes(18))
    if said is None:
        return records
    text = (b"\1" + said.encode("utf-16-le")) if wide_text else b"\0" + said.encode("latin-1")
    return records + record(0x00EC, bytes(8)) + record(0x01B6, struct.pack("<HH6xHHL", 0x22, 0, len(said), 16, 0)) + record(CONTINUE, text) + record(CONTINUE, bytes(16))


OVER = [
    sheet_case("boxes over the cells are told, with the first", number(0, 0, 1.0) + lying(OPTION_BUTTON, 3, 4, "租用") + lying(CHECK_BOX, 1, 2, "是"), {1: ["1"]},
               findings=["control_not_read s!B3"]),
    sheet_case("text boxes are told, with the first", number(0, 0, 1.0) + lying(TEXT_BOX, 2, 3, "已完成60台") + lying(TEXT_BOX, 3, 3, "60", False), {1: ["1"]},
               findings=["text_box_not_read s!C4"]),
    sheet_case("a text box without text, buttons and filters are not", number(0, 0, 1.0) + lying(TEXT_BOX, 2, 3) + lying(TEXT_BOX, 2, 3, " ") + lying(BUTTON, 1, 1, "提交")
               + lying(DROPDOWN, 1, 1), {1: ["1"]}),
    sheet_case("comments are told, with the first, and not as text boxes", number(0, 0, 1.0) + lying(COMMENT, 2, 3, "批注")
               + record(0x001C, struct.pack("<HHHH", 8, 1, 0, 1) + bytes(4)) + record(0x001C, struct.pack("<HHHH", 3, 2, 0, 2) + bytes(4)), {1: ["1"]},
               findings=["comments_not_read s!C4"]),
    sheet_case("objects cut short", number(0, 0, 1.0) + record(0x00EC, struct.pack("<HHL", 0, 0xF010, 18) + bytes(6)) + record(0x005D, struct.pack("<HHH7x", 0x15, 18, CHECK_BOX)),
               {1: ["1"]}, findings=["control_not_read"]),
]

CASES = OVER + NUMBERS + TEXTS + FORMATS + SHEETS
