"""Cells of .xlsx workbooks, made by hand: what every kind, format and odd notation must be read as. The parts are put together here, so
that no program's habits stand between the case and the file."""
import io
import zipfile

from kit import Case, Sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

CONTENT_TYPES = f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="{TYPE}"/></Types>'


def relations(*entries, office=OFFICE):
    inner = "".join(f'<Relationship Id="{name}" Type="{office}/{kind}" Target="{target}"/>' for name, kind, target in entries)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def workbook(*sheets, inside=""):
    inner = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"{more}/>' for i, (name, more) in enumerate(sheets, 1))
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{inside}<sheets>{inner}</sheets></workbook>'


def worksheet(data, before="", behind=""):
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData>{behind}</worksheet>'


def styles(*codes, ids=()):
    """Style 0 is General; then one for each format code, and one for each number of a built-in format."""
    defined = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{code}"/>' for i, code in enumerate(codes))
    used = "".join(f'<xf numFmtId="{number}"/>' for number in [0] + [164 + i for i in range(len(codes))] + list(ids))
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{defined}</numFmts><cellXfs>{used}</cellXfs></styleSheet>'


def fonts(*struck):
    """A style for each font; what it says of the stroke through it. A font of conditional formats is none of a cell's."""
    inner = "".join(f"<font><sz val=\"11\"/>{line}</font>" for line in struck)
    used = "".join(f'<xf numFmtId="0" fontId="{i}"/>' for i in range(len(struck)))
    return (f'<styleSheet xmlns="{MAIN}"><fonts>{inner}</fonts><cellXfs>{used}</cellXfs>'
            "<dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>")


SYMBOLS = fonts("", '<name val="Wingdings 2"/>', '<name val="wingdings"/>')
WINGS, SONG = (f'<r><rPr><rFont val="{name}"/></rPr>' for name in ("Wingdings 2", "宋体"))


def shared(*items):
    return f'<sst xmlns="{MAIN}">' + "".join(f"<si>{item}</si>" for item in items) + "</sst>"


def parts(sheet, **others):
    """The parts of a workbook of one sheet "s" by their names; None leaves one out."""
    all_parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r8", "styles", "styles.xml"),
                                                ("r9", "sharedStrings", "sharedStrings.xml")),
        "xl/workbook.xml": workbook(("s", "")),
        "xl/styles.xml": styles(),
        "xl/sharedStrings.xml": shared(),
        "xl/worksheets/sheet1.xml": sheet,
    }
    all_parts.update(others.pop("named", {}))
    short = {"book": "xl/workbook.xml", "styles": "xl/styles.xml", "strings": "xl/sharedStrings.xml",
             "relations": "xl/_rels/workbook.xml.rels", "types": "[Content_Types].xml", "package": "_rels/.rels"}
    all_parts.update({short[key]: value for key, value in others.items()})
    return {name: part for name, part in all_parts.items() if part is not None}


def pack(members, method=zipfile.ZIP_DEFLATED):
    """`members`: pairs of a name and its text or bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for name, part in members:
            package.writestr(zipfile.ZipInfo(name, (2023, 6, 1, 0, 0, 0)), part, method)
    return file.getvalue()


def book(sheet, **others):
    return pack(parts(sheet, **others).items())


def one_row(cells):
    return worksheet(f'<row r="1">{cells}</row>')


def read(name, cells, row, marks=None, findings=(), **others):
    """One row of cells; `marks` of the row."""
    wanted = Sheet("s", {1: row}, None if marks is None else {1: marks} if marks else {})
    return Case(name, book(one_row(cells), **others), [wanted], [f"{code} s!{cell}" for code, cell in findings], suffix="xlsx")


def refuse(name, cells, code="workbook_damaged", **others):
    return Case(name, book(one_row(cells), **others), refused=code, suffix="xlsx")


def sheet_case(name, sheet, rows, suffix="xlsx", findings=(), marks=None, **others):
    kept = {key: others.pop(key) for key in ("merges", "hidden") if key in others}
    return Case(name, book(sheet, **others), [Sheet("s", rows, marks, **kept)], list(findings), suffix=suffix)


def numbers(*values, style=0):
    """A cell for each value; a pair brings its own style."""
    pairs = [value if isinstance(value, tuple) else (value, style) for value in values]
    return "".join(f'<c s="{number}"><v>{value}</v></c>' for value, number in pairs)


def built_in(name, ids, wanted, value):
    """One cell of `value` for each number of a built-in format."""
    cells = "".join(f'<c s="{i}"><v>{value}</v></c>' for i in range(1, len(ids) + 1))
    return read(name, cells, [wanted] * len(ids), styles=styles(ids=ids))


def coded(name, code, values, row, marks=None, findings=(), **others):
    return read(name, numbers(*values, style=1), row, marks, findings, styles=styles(code), **others)


def inside_row(cells):
    return f'<row r="1">{cells}</row>'


TEXTS = [
    read("shared strings", '<c t="s"><v>1</v></c><c t="s"><v> 0 </v></c>', ["乙", "甲"], strings=shared("<t>甲</t>", "<t>乙</t>")),
    read("an empty shared string is a text", '<c t="s"><v>0</v></c><c><v>1</v></c>', ["", "1"], strings=shared("<t/>")),
    read("a shared string without its number is no cell", '<c t="s"><v/></c><c><v>1</v></c>', [None, "1"]),
    refuse("a shared string that is not there", '<c t="s"><v>1</v></c>', strings=shared("<t>甲</t>")),
    refuse("a shared string of a negative number", '<c t="s"><v>-1</v></c>', strings=shared("<t>甲</t>")),
    read("runs of rich text are joined", '<c t="s"><v>0</v></c>', ["甲 乙"], "A:rich",
         strings=shared('<r><t>甲</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 乙</t></r>')),
    read("what is struck through is told: cells by their font", "".join(f'<c s="{i}"><v>{i}</v></c>' for i in range(5)) + '<c s="1"/>', list("01234"), None,
         [("struck_text", "B1"), ("struck_text", "E1")],
         styles=fonts("", "<strike/>", '<strike val="0"/>', '<strike val="false"/>', '<strike val="1"/>')),
    read("what is struck through is told: runs of a text", '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>'
         '<c t="inlineStr"><is><r><t>甲</t></r><r><rPr><strike/></rPr><t>乙</t></r></is></c><c t="inlineStr"><is><t>丙</t></is></c>',
         ["旧新", "旧新", "新", "甲乙", "丙"], "A:rich B:rich D:rich", [("struck_text", "A1"), ("struck_text", "D1")],
         strings=shared("<r><rPr><strike/></rPr><t>旧</t></r><r><t>新</t></r>", '<r><rPr><strike val="0"/></rPr><t>旧</t></r><r><t>新</t></r>', "<t>新</t>")),
    read("white text on white is told, on another ground it is not", "".join(f'<c s="{i}"><v>{i}</v></c>' for i in range(7)) + '<c s="1"/>', list("0123456"), None,
         [("white_text", "B1"), ("white_text", "C1"), ("white_text", "D1"), ("white_text", "F1")],
         styles=f'<styleSheet xmlns="{MAIN}"><fonts><font><color rgb="FF000000"/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font>'
                '<font><color indexed="9"/></font><font><color theme="0" tint="-0.5"/></font></fonts>'
                '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF4472C4"/></patternFill></fill>'
                '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills><cellXfs>'
                + "".join(f'<xf numFmtId="0" fontId="{font}" fillId="{fill}"/>' for font, fill in ((0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (1, 2), (1, 1)))
                + '</cellXfs><dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs></styleSheet>'),
    read("white runs of a text are told", '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><rPr><color rgb="FFFFFFFF"/></rPr><t>9</t></r><r><t>500</t></r></is></c>',
         ["9500", "甲 ", "9500"], "A:rich B:rich C:rich", [("white_text", "A1"), ("white_text", "C1")],
         strings=shared('<r><rPr><color theme="0"/></rPr><t>9</t></r><r><t>500</t></r>', '<r><t>甲</t></r><r><rPr><color theme="0"/></rPr><t xml:space="preserve"> </t></r>')),
    read("tiny text is told: cells by their font, and runs", "".join(f'<c s="{i}"><v>60{i}</v></c>' for i in range(4)) + '<c t="s"><v>0</v></c><c t="s"><v>1</v></c>',
         ["600", "601", "602", "603", "600", "甲 "], None, [("tiny_text", "B1"), ("tiny_text", "C1"), ("tiny_text", "E1")],
         styles=fonts("", '<sz val="1"/>', '<sz val="3"/>', '<sz val="3.5"/>'),
         strings=shared('<r><t>60</t></r><r><rPr><sz val="1"/></rPr><t>0</t></r>', '<r><t>甲</t></r><r><rPr><sz val="1"/></rPr><t xml:space="preserve"> </t></r>')),
    read("fonts of symbols are what a person sees: cells by their font", "".join(f'<c s="{style}" t="inlineStr"><is><t>{text}</t></is></c>' for style, text in (
         (1, "R是 £否"), (2, "þ"), (2, "\uf0fc"), (1, "P"), (0, "R"))) + '<c s="1"><v>80</v></c><c s="1" t="str"><f>A1</f><v>R</v></c>',
         ["☑是 ☐否", "☑", "√", "√", "R", "80", "☑"], None, styles=SYMBOLS),
    read("fonts of symbols are what a person sees: runs of a text", "".join(f'<c s="{style}" t="s"><v>{i}</v></c>' for style, i in ((0, 0), (1, 1), (1, 2), (0, 3))),
         ["R☑是R", "☑是☐R", "☑☐RR", "☑_"], "A:rich B:rich C:rich D:rich", styles=SYMBOLS, strings=shared(
             f"<r><t>R</t></r>{WINGS}<t>R</t></r>{SONG}<t>是R</t></r>", f"<r><t>R</t></r>{SONG}<t>是</t></r>{WINGS}<t>£</t></r>{SONG}<t>R</t></r>",
             f"<r><t>_x0052_£</t></r>{SONG}<t>R_x0052_</t></r>", f"{WINGS}<t>R</t></r>{SONG}<t>_x005F_</t></r>")),
    read("a symbol that is not known is told", '<c s="2" t="inlineStr"><is><t>J是</t></is></c><c t="s"><v>0</v></c><c s="2" t="inlineStr"><is><t> \n</t></is></c>',
         ["\ufffd是", "a\ufffd", " \n"], "B:rich", [("cell_symbol", "A1"), ("cell_symbol", "B1")], styles=SYMBOLS, strings=shared(f"<r><t>a</t></r>{WINGS}<t>j</t></r>")),
    Case("a sheet that is struck through is told of a hundred times, and how often more; the next sheet anew",
         book(worksheet("".join(f'<row r="{i}"><c s="1"><v>{i}</v></c></row>' for i in range(1, 104))),
              styles=fonts("", "<strike/>"), book=workbook(("s", ""), ("t", "")),
              relations=relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet2.xml"),
                                  ("r8", "styles", "styles.xml")), named={"xl/worksheets/sheet2.xml": one_row('<c s="1"><v>7</v></c>')}),
         [Sheet("s", {i: [str(i)] for i in range(1, 104)}), Sheet("t", {1: ["7"]})],
         [f"struck_text s!A{i}" for i in range(1, 101)] + ["struck_text t!A1", "struck_text_more s!A101"], suffix="xlsx"),
    read("pinyin is no part of the text", '<c t="s"><v>0</v></c>', ["福州"], "",
         strings=shared('<t>福州</t><rPh sb="0" eb="2"><t>fuzhou</t></rPh><phoneticPr fontId="1"/>')),
    read("_xHHHH_ is a character, _x005F_ guards one", '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>',
         ["a\rb", "_x000D_", "_xZZZZ_福"], strings=shared("<t>a_x000D_b</t>", "<t>_x005F_x000D_</t>", "<t>_xZZZZ__x798f_</t>")),
    read("an escaped pair is one character, a half and NUL stay", '<c t="s"><v>0</v></c>', ["𠮷_xD842__x0000_"],
         strings=shared("<t>_xD842__xDFB7__xD842__x0000_</t>")),
    read("blanks count with and without xml:space", '<c t="s"><v>0</v></c><c t="inlineStr"><is><t> b </t></is></c>',
         [" a ", " b "], strings=shared('<t xml:space="preserve"> a </t>')),
    read("entities, CDATA and line ends", '<c t="s"><v>0</v></c>', ["<&>\n甲\r\n乙\nc"],
         strings=shared("<t>&lt;&amp;&#62;\r\n<![CDATA[甲]]>&#13;&#10;乙\rc</t>")),
    read("text in the cell", '<c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><r><t>乙</t></r><r><t>丙</t></r></is></c>'
         '<c t="inlineStr"><is/></c><c t="inlineStr"><is><t/></is></c>', ["甲", "乙丙", "", ""], "B:rich"),
    read("text in the cell that stands in v", '<c t="inlineStr"><v>甲_x0041_</v></c>', ["甲A"]),
    read("a cell that only promises text is none", '<c t="inlineStr"/><c t="str"/><c t="b"/><c t="e"/><c><v>1</v></c>',
         [None, None, None, None, "1"]),
    read("text without a formula", '<c t="str"><v> 甲_x000A_乙 </v></c><c t="str"><v></v></c>', [" 甲\n乙 ", ""], ""),
    read("digits that are text stay so", '<c t="str"><v>0139</v></c><c t="inlineStr"><is><t>1E5</t></is></c>', ["0139", "1E5"], ""),
]

VALUES = [
    read("all errors, and of a formula", "".join(f'<c t="e"><v>{error}</v></c>' for error in ("#DIV/0!", "#N/A", "#SPILL!")) +
         '<c t="e"><f>1/0</f><v>#REF!</v></c>', ["#DIV/0!", "#N/A", "#SPILL!", "#REF!"], "A:error B:error C:error D:formula,error",
         [("cell_error", cell) for cell in ("A1", "B1", "C1", "D1")]),
    read("booleans in both notations", '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c><c t="b"><v>false</v></c>'
         '<c t="b"><f>TRUE()</f><v>1</v></c>', ["TRUE", "FALSE", "TRUE", "FALSE", "TRUE"], "E:formula"),
    refuse("a boolean that is neither", '<c t="b"><v>2</v></c>'),
    refuse("a type that nobody knows", '<c t="x"><v>2</v></c>'),
    read("a type that nobody knows, of a cell without a value", '<c t="x"/><c><v>2</v></c>', [None, "2"]),
    read("numbers are plain decimal text", numbers("1.3800138E10", "0.30000000000000004", "-1.5e-3", "1E+2", "99999999.999999999", "-0",
                                                   ".5", " 7 ", "+3", "007"),
         ["13800138000", "0.3", "-0.0015", "100", "100000000", "0", "0.5", "7", "3", "7"]),
    read("the smallest and the largest", numbers("4.9406564584124654E-324", "1.7976931348623157E+308"),
         ["0." + "0" * 323 + "494065645841247", "17976931348623157" + "0" * 292], None, [("long_number", "B1")]),
    read("sixteen digits and more are kept and said", numbers("913501000000000012", "999999999999999", "1234567890123456.5"),
         ["913501000000000012", "999999999999999", "1234567890123456.5"], "A:number,long_number B:number C:number,long_number",
         [("long_number", "A1"), ("long_number", "C1")]),
    read("a fraction written out to its last binary digit",
         numbers("0.1000000000000000055511151231257827021181583404541015625", "2.99999999999999988897769753748434595763683319091796875"),
         ["0.1", "3"]),
    read("what is no number is told and kept", numbers("abc", "1,5", "INF", "0x10"), ["abc", "1,5", "INF", "0x10"], "",
         [("number_unreadable", cell) for cell in ("A1", "B1", "C1", "D1")]),
    refuse("two values in one cell", "<c><v>1</v><v>2</v></c>"),
    refuse("two texts in one cell", '<c t="inlineStr"><v>甲</v><is><t>乙</t></is></c>'),
    read("an empty value beside the text", '<c t="inlineStr"><v/><is><t>乙</t></is></c>', ["乙"]),
    read("an empty value is no cell", '<c s="0"><v/></c><c/><c><v>1</v></c>', [None, None, "1"]),
    read("formulas: plain, shared, array, of a table, without their text",
         '<c><f>1+1</f><v>2</v></c><c><f t="shared" ref="B1:C1" si="0">A1</f><v>3</v></c><c><f t="shared" si="0"/><v>4</v></c>'
         '<c><f t="array" ref="D1">A1</f><v>5</v></c><c><f t="dataTable" ref="E1" r1="A1"/><v>6</v></c><c t="str"><f>A1</f><v></v></c>',
         ["2", "3", "4", "5", "6", ""],
         "A:formula,number B:formula,number C:formula,number D:formula,number E:formula,number F:formula"),
    read("a formula that was never calculated", '<c><f>1+1</f></c><c><f>1+1</f><v/></c><c><v>1</v></c>', [None, None, "1"],
         "A:formula_no_value B:formula_no_value C:number", [("formula_no_value", "A1"), ("formula_no_value", "B1")]),
    read("results that the workbook itself does not trust", '<c><f>1+1</f><v>0</v></c><c><f>1+2</f><v>0</v></c>', ["0", "0"], None,
         [("formula_doubtful", "A1")], book=workbook(("s", "")).replace("</workbook>", '<calcPr fullCalcOnLoad="1"/></workbook>')),
    read("a workbook to be calculated, without formulas", "<c><v>0</v></c>", ["0"], None,
         book=workbook(("s", "")).replace("</workbook>", '<calcPr fullCalcOnLoad="1"/></workbook>')),
    read("dates in ISO notation", '<c t="d"><v>2023-05-01</v></c><c t="d"><v>2023-05-01T14:30:00Z</v></c><c t="d"><v>14:30:00.5</v></c>'
         '<c t="d" s="1"><v>2023-05-01T00:00:00</v></c><c t="d"><v>2023-05-01T00:00:00</v></c>',
         ["2023-05-01", "2023-05-01T14:30:00", "14:30:00.5", "2023-05-01", "2023-05-01T00:00:00"], "A:date B:date C:time D:date E:date",
         styles=styles("yyyy/m/d")),
    read("a date in ISO notation that is none", '<c t="d"><v>2023-02-30</v></c><c t="d"><v>45047</v></c>', ["2023-02-30", "45047"], "",
         [("date_unreadable", "A1"), ("date_unreadable", "B1")]),
]

FORMATS = [
    built_in("built-in dates", (14, 15, 16, 17), "2023-05-01", "45047"),
    built_in("built-in dates of Chinese Excel", (27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "2023-05-01", "45047"),
    built_in("built-in times, also of Chinese Excel", (18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56), "06:30:00", "0.270833333333333"),
    built_in("date and time", (22,), "2023-05-01T06:30:00", "45047.270833333333"),
    built_in("elapsed hours", (46,), "27:30:00", "1.1458333333333333"),
    built_in("percents", (9, 10), "62.5%", "0.625"),
    built_in("built-in numbers", (0, 1, 2, 3, 4, 11, 12, 13, 37, 38, 39, 40, 48, 49, 59, 99), "45047.5", "45047.5"),
    coded("the first days of 1900", "yyyy/m/d", ("1", "59", "61", "2958465"), ["1900-01-01", "1900-02-28", "1900-03-01", "9999-12-31"]),
    coded("days that no calendar has", "yyyy/m/d", ("60", "0", "-1", "2958466"), ["60", "0", "-1", "2958466"],
          "A:number B:number C:number D:number", [("date_impossible", cell) for cell in ("A1", "B1", "C1", "D1")]),
    coded("a date that has a time, a time that has a day", "yyyy/m/d", ("45047.5", "0.5"), ["2023-05-01T12:00:00", "12:00:00"],
          "A:date B:time"),
    coded("a time of more than a day", "h:mm", ("1.25", "0"), ["1900-01-01T06:00:00", "00:00:00"], "A:date B:time"),
    coded("fractions of a second", "mm:ss.0", ("0.000011574074074", "0.0000057870370370"), ["00:00:01", "00:00:00.500"]),
    coded("the calendar of 1904", "yyyy-mm-dd", ("0", "1", "43585", "-1"), ["1904-01-01", "1904-01-02", "2023-05-01", "-1"], None,
          [("date_impossible", "D1")], book=workbook(("s", ""), inside='<workbookPr date1904="true"/>')),
    coded("elapsed time beside a date is its time", "yyyy-mm-dd [hh]:mm", ("45047.5",), ["2023-05-01T12:00:00"]),
    coded("the name of a weekday is a date", "[$-804]aaaa;@", ("45047",), ["2023-05-01"], "A:date"),
    coded("Chinese numerals and words", "[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", ("45047",), ["2023-05-01"]),
    coded("mornings and afternoons", "上午/下午h&quot;时&quot;mm&quot;分&quot;", ("0.75",), ["18:00:00"]),
    coded("the system's long date", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", ("45047",), ["2023-05-01"]),
    coded("the year of an era", "e&quot;年&quot;m&quot;月&quot;", ("45047",), ["2023-05-01"]),
    coded("minutes are no months", "[$-F400]h:mm:ss\\ AM/PM", ("0.75",), ["18:00:00"]),
    coded("a currency of yuan", "[$¥-804]#,##0.00;[Red]\\-[$¥-804]#,##0.00", ("45047.5",), ["45047.5"], "A:number,yuan"),
    coded("letters in quotes, escaped, as fill or as room", "&quot;d&quot;0\\d_d*d", ("5",), ["5"], "A:number"),
    coded("letters behind digits are a word, and a unit", "#,##0.00 EUR", ("12.5",), ["12.5EUR"], "A:number"),
    coded("General by its Chinese name", "G/通用格式&quot;年&quot;", ("2023",), ["2023"], "A:number"),
    coded("an exponent is no era", "##0.0E+0", ("12345",), ["12345"], "A:number"),
    coded("a percent sign in quotes multiplies nothing and is a unit", "0&quot;%&quot;", ("12",), ["12%"], "A:number"),
    coded("zero by a section of its own", "[=0]&quot;&quot;;yyyy-mm-dd", ("0", "45047"), ["0", "2023-05-01"], "A:number B:date"),
    coded("two kinds by size", "[&lt;1]0.0%;[&gt;=40000]yyyy-mm-dd;0", ("0.5", "45047", "7"), ["50%", "2023-05-01", "7"],
          "A:percent B:date C:number"),
    coded("two kinds by sign", "yyyy-mm-dd;-0;0%", ("45047", "-3", "0"), ["2023-05-01", "-3", "0%"], "A:date B:number C:percent"),
    coded("a percent that is hidden where it is zero", "0.0%;-0.0%;&quot;—&quot;", ("0.5", "-0.5", "0"), ["50%", "-50%", "0%"]),
    coded("the section of texts is not for numbers", "yyyy-mm-dd;@", ("45047",), ["2023-05-01"], "A:date"),
    coded("a number in a cell for texts", "@", ("45047",), ["45047"], "A:number"),
    read("a built-in number that the workbook defines anew", numbers("45047", style=1), ["45047"], "A:number",
         styles=f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="14" formatCode="0.00"/></numFmts><cellXfs><xf/>'
                '<xf numFmtId="14"/></cellXfs></styleSheet>'),
    read("formats that stand behind the styles, and styles that are not cells'", numbers("45047", style=1), ["2023-05-01"], "A:date",
         styles=f'<styleSheet xmlns="{MAIN}"><cellStyleXfs><xf numFmtId="9"/><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/>'
                '<xf numFmtId="200" applyNumberFormat="0"/></cellXfs><dxfs><dxf/></dxfs><numFmts><numFmt numFmtId="200" formatCode="d"/>'
                '</numFmts></styleSheet>'),
    read("a format for conditions that has the number of the cells'", numbers("45047", ("45047", 2), style=1), ["45047", "2023-05-01"],
         "A:number B:date", styles=styles("0.00", ids=(14,)).replace("</styleSheet>", '<dxfs><dxf><numFmt numFmtId="164" formatCode="d"/></dxf>'
                                             '<dxf><numFmt numFmtId="14" formatCode="0"/></dxf></dxfs></styleSheet>')),
    refuse("a style that is not there", numbers("45047", style=5)),
    read("a text of a style that is not there", '<c s="5" t="str"><v>甲</v></c>', ["甲"]),
]

SHEETS = [
    sheet_case("rows and cells without their names", worksheet("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r=\"C3\"><v>3</v></c>"
                                                               "<c><v>4</v></c></row>"),
               {1: ["1", "2"], 3: [None, None, "3", "4"]}),
    sheet_case("cells named in small letters", worksheet('<row r="1"><c r="b1"><v>1</v></c><c r="aa1"><v>2</v></c></row>'),
               {1: [None, "1"] + [None] * 24 + ["2"]}),
    sheet_case("cells in any order", worksheet('<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>'), {1: ["1", None, "3"]}),
    sheet_case("rows in any order", worksheet('<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'),
               {5: ["5"], 2: ["2"]}),
    sheet_case("the last cell of the last row", worksheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
               {1048576: [None] * 16383 + ["1"]}),
    sheet_case("a dimension that is too small", worksheet('<row r="9"><c r="B9"><v>1</v></c></row>', before='<dimension ref="A1"/>'),
               {9: [None, "1"]}),
    sheet_case("a cell twice", worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), {1: ["2"]},
               findings=["cell_twice s!A1"]),
    Case("a row twice", book(worksheet(2 * '<row r="1"><c r="A1"><v>1</v></c></row>')), refused="workbook_damaged", suffix="xlsx"),
    Case("a cell that names another row", book(worksheet('<row r="1"><c r="A2"><v>1</v></c></row>')), refused="workbook_damaged",
         suffix="xlsx"),
    Case("a cell beyond the last column", book(worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')), refused="workbook_damaged",
         suffix="xlsx"),
    Case("a row beyond the last", book(worksheet('<row r="1048577"><c><v>1</v></c></row>')), refused="workbook_damaged", suffix="xlsx"),
    sheet_case("cells that are only formatted", worksheet('<row r="1"><c r="A1" s="0"/></row><row r="2"><c r="B2"><v>1</v></c>'
                                                          '<c r="D2"/></row>'), {2: [None, "1"]}),
    sheet_case("hidden rows and columns, also by their size",
               worksheet('<row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" ht="0"><c r="D2"><v>3</v></c>'
                         "</row>", before='<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/></cols>'),
               {1: ["1", "2"], 2: [None, None, None, "3"]}, marks={1: "*:hidden A:number B:hidden,number", 2: "*:hidden D:hidden,number"},
               hidden=["B:D"]),
    sheet_case("merged cells, filters and a guard against changes",
               worksheet(inside_row('<c r="A1"><v>1</v></c>'), behind='<sheetProtection sheet="1"/><autoFilter ref="A1:B2"/><mergeCells>'
                         '<mergeCell ref="A1:B1"/><mergeCell ref="C2:C3"/></mergeCells>'), {1: ["1"]}, merges=["A1:B1", "C2:C3"]),
    sheet_case("a unit in the page header", worksheet(inside_row('<c r="A1"><v>1</v></c>'), behind='<headerFooter differentFirst="1"><oddHeader>'
               '&amp;L&amp;"宋体,常规"&amp;12甲样公司&amp;R单位：元</oddHeader><oddFooter>第&amp;P页</oddFooter></headerFooter>'), {1: ["1"]}, findings=["page_header_unit"]),
    sheet_case("a unit in the footer of the first page", worksheet(inside_row('<c r="A1"><v>1</v></c>'), behind='<headerFooter><firstFooter>'
               '&amp;C&amp;K000000财务数据（元）</firstFooter></headerFooter>'), {1: ["1"]}, findings=["page_header_unit"]),
    sheet_case("page headers without a unit", worksheet(inside_row('<c r="A1"><v>1</v></c>'), behind='<headerFooter><oddHeader>&amp;C&amp;A 填报单位：甲样公司'
               '</oddHeader><oddFooter>&amp;L&amp;D&amp;R第 &amp;P 页，共 &amp;N 页&amp;</oddFooter></headerFooter>'), {1: ["1"]}),
    sheet_case("a single cell is merged with nothing", worksheet(inside_row('<c r="A1"><v>1</v></c>'), behind='<mergeCells>'
               '<mergeCell ref="A1"/><mergeCell ref="B1:C1"/></mergeCells>'), {1: ["1"]}, merges=["B1:C1"]),
    *(Case(f"merged cells that are none: {range_}", book(worksheet(inside_row("<c><v>1</v></c>"), behind=f'<mergeCell ref="{range_}"/>')),
           refused="workbook_damaged", suffix="xlsx") for range_ in ("A1:", "A1:XFE1", "A:B")),
    sheet_case("what newer programs add", worksheet(
        '<row r="1"><c r="A1"><v>1</v><extLst><ext xmlns:n="urn:new" uri="{1}"><n:v>9</n:v></ext></extLst></c></row>',
        behind='<extLst><ext xmlns:n="urn:new" uri="{1}"><n:row><n:c><n:v>9</n:v></n:c></n:row></ext></extLst>'), {1: ["1"]}),
]

CASES = TEXTS + VALUES + FORMATS + SHEETS
