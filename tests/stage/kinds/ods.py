"""OpenDocument spreadsheets: packages and flat files, written out here as LibreOffice, Excel, old OpenOffice and small tools write them."""
import io
import zipfile

from kit import Case, Sheet

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in [("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("draw", "drawing"),
                        ("form", "form"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"), ("number", "datastyle")]
) + (' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
     ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"')
MEDIA = "application/vnd.oasis.opendocument.spreadsheet"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = (DECLARATION + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{MEDIA}"/><manifest:file-entry manifest:full-path="content.xml" '
            'manifest:media-type="text/xml">%s</manifest:file-entry></manifest:manifest>')
HIDDEN_STYLE = ('<style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="2cm"/>'
                '</style:style><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>'
                '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>')


def package(**members):
    """A zip of these members; names with "__" for "/" and "_xml" for ".xml"."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_xml", ".xml").replace("META/", "META-INF/")), data)
    return file.getvalue()


def content(body, styles="", root="document-content", attributes=""):
    return (f"{DECLARATION}<office:{root} {SPACES} {attributes}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:{root}>")


def ods(body, styles="", **members):
    return package(mimetype=MEDIA, content_xml=content(body, styles), META__manifest_xml=MANIFEST % "", **members)


def table(inner, name="表", attributes=""):
    return f'<table:table table:name="{name}" {attributes}>{inner}</table:table>'


def row(*cells, attributes=""):
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def repeated(count):
    return f'table:number-rows-repeated="{count}"'


def cell(attributes="", *paragraphs, element="table-cell"):
    return f"<table:{element} {attributes}>{''.join(f'<text:p>{text}</text:p>' for text in paragraphs)}</table:{element}>"


def text(*paragraphs, attributes=""):
    return cell(f'office:value-type="string" {attributes}', *paragraphs)


def number(value, shown=None, kind="float", attributes=""):
    return cell(f'office:value-type="{kind}" office:value="{value}" {attributes}', shown if shown is not None else value)


def date(value, shown=""):
    return cell(f'office:value-type="date" office:date-value="{value}"', shown)


def time(value, shown=""):
    return cell(f'office:value-type="time" office:time-value="{value}"', shown)


def one(name, cells, expected, marks=None, findings=()):
    """Cells of the first row, and what is read of them."""
    return Case(name, ods(table(row(*cells))), [Sheet("表", {1: expected}, {1: marks} if marks else {})], list(findings),
                facts={"format": "ods"}, suffix="ods")


def several(name, inner, rows, marks=None, styles="", findings=(), **facts):
    return Case(name, ods(table(inner), styles), [Sheet("表", rows, marks or {}, **facts)], list(findings), suffix="ods")


def refused(name, data, code):
    return Case(name, data, refused=code, suffix="ods")


def same(name, data):
    """One good cell, however the file is packed."""
    return Case(name, data, [Sheet("表", {1: ["闽云"]}, {})], facts={"format": "ods"}, suffix="ods")


def style(name, family="table-cell", line=None, parent=None):
    """`line`: what its text properties say of the stroke through it; None: nothing."""
    based = f' style:parent-style-name="{parent}"' if parent else ""
    said = "" if line is None else f"<style:text-properties {line}/>"
    return f'<style:style style:name="{name}" style:family="{family}"{based}>{said}</style:style>'


def shaded(name, colour, ground=None):
    behind = f'<style:table-cell-properties fo:background-color="{ground}"/>' if ground else ""
    return style(name, line=f'fo:color="{colour}"').replace("</style:style>", behind + "</style:style>")


def styles_part(common, automatic=""):
    return (f"{DECLARATION}<office:document-styles {SPACES}><office:styles>{common}</office:styles>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles></office:document-styles>")


def named(style_name, *paragraphs):
    return text(*paragraphs, attributes=f'table:style-name="{style_name}"')


def span(style_name, inner):
    return f'<text:span text:style-name="{style_name}">{inner}</text:span>'


GOOD = table(row(text("闽云")))

VALUES = [
    one("numbers are exact decimals",
        [number("13800138000"), number("1.3800138E10", "13800138000"), number("-0.5"), number("0.30000000000000004", "0.3"),
         number("1E-7", "0.00")],
        ["13800138000", "13800138000", "-0.5", "0.3", "0.0000001"], "A:number B:number C:number D:number E:number"),
    one("the stored number counts and not the shown one", [number("1234.56", "1,235")], ["1234.56"], "A:number"),
    one("a percentage is a percentage", [number("0.625", "63%", "percentage"), number("1", "100%", "percentage")],
        ["62.5%", "100%"], "A:percent B:percent"),
    one("a currency is a number", [number("1500.5", "￥1,500.50", "currency", 'office:currency="CNY"')], ["1500.5"], "A:number,yuan"),
    one("numbers of more than 15 digits are told",
        [number("350100198001011234"), number("1.23456789012346E+019"), number("999999999999999")],
        ["350100198001011234", "12345678901234600000", "999999999999999"], "A:number,long_number B:number,long_number C:number",
        ["long_number 表!A1", "long_number 表!B1"]),
    one("dates stay ISO", [date("2023-05-01", "2023年5月1日"), date("2023-05-01T14:30:00"), date("1899-12-31")],
        ["2023-05-01", "2023-05-01T14:30:00", "1899-12-31"], "A:date B:date C:date"),
    one("a fraction of a second is rounded up into the next day", [date("2023-12-31T23:59:59.9999"), date("2023-05-01T14:30:00.12")],
        ["2024-01-01T00:00:00", "2023-05-01T14:30:00.120"], "A:date B:date"),
    one("times and more than a day of hours", [time("PT14H30M00S"), time("PT27H30M00S"), time("PT00H00M00S"), time("P1DT1H")],
        ["14:30:00", "27:30:00", "00:00:00", "25:00:00"], "A:time B:time C:time D:time"),
    one("a time that LibreOffice's binary arithmetic left short", [time("PT14H29M59.999999942S", "14:30:00")], ["14:30:00"], "A:time"),
    one("a negative time keeps its sign", [time("-PT06H00M00S")], ["-06:00:00"], "A:time"),
    one("a date that no calendar has is told and kept as it is", [date("2023-02-30", "30.2."), date("10113-09-19")],
        ["2023-02-30", "10113-09-19"], None, ["date_unreadable 表!A1", "date_unreadable 表!B1"]),
    one("a date with a time zone is told, not shifted", [date("2023-05-01T02:00:00Z")], ["2023-05-01T02:00:00Z"], None,
        ["date_unreadable 表!A1"]),
    one("a time of months is no time", [time("P1M")], ["P1M"], None, ["date_unreadable 表!A1"]),
    one("booleans", [cell('office:value-type="boolean" office:boolean-value="true"', "WAHR"),
                     cell('office:value-type="boolean" office:boolean-value="false"', "FALSCH")], ["TRUE", "FALSE"]),
    refused("a boolean of neither value is damage",
            ods(table(row(cell('office:value-type="boolean" office:boolean-value="1"', "TRUE")))), "workbook_damaged"),
    one("a text that looks like a number is a text", [text("0139"), text("=1+1"), text("1.50")], ["0139", "=1+1", "1.50"]),
    one("string-value counts and not the paragraph", [text("shown", attributes='office:string-value="stored&#10; line"')],
        ["stored\n line"]),
    one("an empty text has a paragraph, an absent one has none",
        [text(), text(""), cell(), text(attributes='office:string-value=""'), cell("", ""), text("a")], [None, "", None, "", None, "a"]),
    one("a cell without a kind is what its paragraphs say", [cell("", "12"), cell("", ""), cell('office:value-type="void"', "x")],
        ["12", None, "x"]),
    one("a number without its value is what it shows or a finding",
        [cell('office:value-type="float"', "12"), cell('office:value-type="float"', "1,234"), cell('office:value-type="float"')],
        ["12", "1,234"], "A:number", ["number_unreadable 表!B1"]),
    one("a number that is none is told", [number("NaN"), number("十")], ["NaN", "十"], None,
        ["number_unreadable 表!A1", "number_unreadable 表!B1"]),
    refused("a kind of value that nobody knows is damage", ods(table(row(cell('office:value-type="fraction" office:value="1"', "1")))),
            "workbook_damaged"),
]

FORMULAS = [
    one("formulas of every kind of result",
        [number("3", attributes='table:formula="of:=1+2"'), text("ab", attributes='table:formula="of:=A1" office:string-value="ab"'),
         cell('table:formula="of:=&quot;&quot;"', ""), number("0.5", "50%", "percentage", 'table:formula="of:=0.5"'),
         cell('table:formula="of:=TODAY()" office:value-type="date" office:date-value="2023-06-01"', "1.6.")],
        ["3", "ab", "", "50%", "2023-06-01"], "A:formula,number B:formula C:formula D:formula,percent E:formula,date"),
    one("a formula that nobody calculated is told",
        [cell('table:formula="of:=[.B1]*2"'), cell('table:formula="of:=1" office:value-type="float"'),
         cell('table:formula="of:=1" office:value-type="string"')],
        [None, None, None], "A:formula_no_value B:formula_no_value C:formula_no_value",
        ["formula_no_value 表!A1", "formula_no_value 表!B1", "formula_no_value 表!C1"]),
    one("errors as LibreOffice and Excel say them",
        [cell('table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"', "#DIV/0!"),
         cell('office:value-type="error"', "#N/A"),
         cell('table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"', "#ЗНАЧЕН!")],
        ["#DIV/0!", "#N/A", "#ЗНАЧЕН!"], "A:formula,error B:error C:formula,error",
        ["cell_error 表!A1", "cell_error 表!B1", "cell_error 表!C1"]),
    one("errors of old programs, which say number zero or nothing",
        [cell('table:formula="oooc:=1/0" office:value-type="float" office:value="0"', "#DIV/0!"),
         cell('table:formula="oooc:=X" office:value-type="string" office:string-value=""', "#NAME?"),
         cell('table:formula="oooc:=X()" office:value-type="float" office:value="0"', "Err:508")],
        ["#DIV/0!", "#NAME?", "Err:508"], "A:formula,error B:formula,error C:formula,error",
        ["cell_error 表!A1", "cell_error 表!B1", "cell_error 表!C1"]),
    one("a text like an error is a text", [text("#N/A"), text("#1!", attributes='table:formula="of:=B1" office:string-value="#1!"')],
        ["#N/A", "#1!"], "B:formula"),
    one("an array formula marks its first cell",
        [number("1", attributes='table:formula="of:=B1:C1" table:number-matrix-columns-spanned="2" table:number-matrix-rows-spanned="1"'),
         number("2")], ["1", "2"], "A:formula,number B:number"),
]

TEXTS = [
    one("paragraphs are lines", [text("两", "行"), text("end", ""), text("", "")], ["两\n行", "end\n", "\n"]),
    one("blanks, tabs and breaks of elements", [text('a<text:s text:c="3"/>b'), text("<text:s/>a"), text("a <text:s/>b"),
                                               text("a<text:tab/>b<text:line-break/>c")],
        ["a   b", " a", "a  b", "a\tb\nc"]),
    one("white space of programs that indent collapses", [text("a \n\t  b"), text("\n      闽云\n    "), text("a&#13;", "b")],
        ["a b", "闽云", "a\nb"]),
    one("blanks that LibreOffice writes as they are stay", [text("a "), text("x", " y  z "), text("  a")], ["a ", "x\n y  z ", "  a"]),
    one("spans are rich, links are not",
        [text('闽<text:span text:style-name="T1">云</text:span>平台'), text('<text:a xlink:href="http://x.example/">链接</text:a>后'),
         text('<text:span>a<text:span> b</text:span></text:span> c')],
        ["闽云平台", "链接后", "a b c"], "A:rich C:rich"),
    one("the reading of ruby is left out",
        [text("<text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>かんじ</text:ruby-text></text:ruby>版")], ["漢字版"]),
    one("fields say what they show", [text('第<text:page-number>1</text:page-number>页'), text("<text:sheet-name>表</text:sheet-name>")],
        ["第1页", "表"]),
    one("lists and headings in a cell are lines",
        ['<table:table-cell office:value-type="string"><text:h>标题</text:h><text:list><text:list-item><text:p>一</text:p></text:list-item>'
         "<text:list-item><text:p>二</text:p></text:list-item></text:list></table:table-cell>"], ["标题\n一\n二"]),
    one("comments, shapes and forms are left out, and told",
        ['<table:table-cell office:value-type="float" office:value="1"><office:annotation><dc:creator>某</dc:creator><text:p>批注</text:p>'
         '</office:annotation><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame><text:p>1</text:p></table:table-cell>',
         text('a<office:annotation><text:p>注</text:p></office:annotation>b'), cell("", "丙").replace("<text:p>", "<draw:g><draw:custom-shape><text:p>已完成<text:span>60</text:span>台</text:p></draw:custom-shape></draw:g><text:p>")],
        ["1", "ab", "丙"], "A:number", ["text_box_not_read 表!A1", "comments_not_read 表!A1"]),
    several("controls of a form are told, those that nobody fills in are not", "<office:forms><form:form><form:button form:label=\"提交\"/><form:checkbox form:label=\"是\"/>"
            "<form:radio/></form:form></office:forms><table:shapes><draw:control/></table:shapes>" + row(text("甲")), {1: ["甲"]}, findings=["control_not_read"]),
    several("each sheet's own", '<office:forms><form:form><form:button/></form:form></office:forms><table:shapes/>' + row(text("甲")), {1: ["甲"]}),
    one("what .xlsx would escape stays as written", [text("_x000D_"), text("\\N"), text("&lt;a&gt;&amp;")], ["_x000D_", "\\N", "<a>&"]),
    refused("a paragraph inside of a paragraph is damage", ods(table(row(text("a<text:p>b</text:p>")))), "workbook_damaged"),
    refused("a text of more than a million bytes", ods(table(row(text("x" * (2**20 + 1))))), "cell_too_long"),
]

PLACES = [
    several("cells that repeat are as many cells", row(cell('table:number-columns-repeated="2"'),
                                                     number("0", attributes='table:number-columns-repeated="3"'), text("后"),
                                                     cell('table:number-columns-repeated="16378"')),
            {1: [None, None, "0", "0", "0", "后"]}, {1: "C:number D:number E:number"}),
    several("rows that repeat are as many rows, and empty ones are none",
            row(text("甲"), attributes=repeated(3)) + row(cell(), attributes=repeated(2)) + row(text("乙"))
            + row(cell('table:number-columns-repeated="16384"'), attributes=repeated(1048570)),
            {1: ["甲"], 2: ["甲"], 3: ["甲"], 6: ["乙"]}),
    several("each of the repeated cells has its finding",
            row(cell('office:value-type="error" table:number-columns-repeated="2"', "#N/A"), attributes=repeated(2)),
            {1: ["#N/A", "#N/A"], 2: ["#N/A", "#N/A"]}, {1: "A:error B:error", 2: "A:error B:error"},
            findings=["cell_error 表!A1", "cell_error 表!B1", "cell_error 表!A2", "cell_error 表!B2"]),
    several("rows in groups, headers and table-rows",
            "<table:table-header-rows>" + row(text("1")) + "</table:table-header-rows><table:table-rows>" + row(text("2"))
            + "</table:table-rows><table:table-row-group><table:table-row-group>" + row(text("3")) + "</table:table-row-group>"
            + row(text("4")) + "</table:table-row-group>" + "<text:soft-page-break/>" + row(text("5")),
            {1: ["1"], 2: ["2"], 3: ["3"], 4: ["4"], 5: ["5"]}),
    several("hidden and filtered rows", row(text("1")) + row(text("2"), attributes='table:visibility="collapse"')
            + row(text("3"), attributes='table:visibility="filter" ' + repeated(2)) + row(text("5")),
            {1: ["1"], 2: ["2"], 3: ["3"], 4: ["3"], 5: ["5"]}, {2: "*:hidden", 3: "*:hidden", 4: "*:hidden"}),
    several("rows of a folded group are hidden",
            '<table:table-row-group table:display="false">' + row(text("1")) + "<table:table-row-group>" + row(text("2"))
            + "</table:table-row-group></table:table-row-group>" + row(text("3")),
            {1: ["1"], 2: ["2"], 3: ["3"]}, {1: "*:hidden", 2: "*:hidden"}),
    several("hidden columns", '<table:table-column table:number-columns-repeated="2"/><table:table-column-group><table:table-header-columns>'
            '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/></table:table-header-columns>'
            '</table:table-column-group><table:table-columns><table:table-column/></table:table-columns>'
            '<table:table-column table:visibility="filter"/><table:table-column table:number-columns-repeated="16378"/>'
            + row(text("a"), text("b"), number("1"), text("d"), text("e"), text("f")),
            {1: ["a", "b", "1", "d", "e", "f"]}, {1: "C:hidden,number D:hidden F:hidden"}, hidden=["C:D", "F:F"]),
    several("columns of a folded group are hidden, to the last one",
            '<table:table-column/><table:table-column-group table:display="false"><table:table-column table:number-columns-repeated="16383"/>'
            "</table:table-column-group>" + row(text("a")), {1: ["a"]}, hidden=["B:XFD"]),
    several("merged ranges", row(text("标题", attributes='table:number-columns-spanned="3" table:number-rows-spanned="2"'),
                                 cell('table:number-columns-repeated="2"', element="covered-table-cell"), text("旁"))
            + row(cell('table:number-columns-repeated="3"', element="covered-table-cell"), text("下")),
            {1: ["标题", None, None, "旁"], 2: [None, None, None, "下"]}, merges=["A1:C2"]),
    several("what a merged range covers keeps its value",
            row(text("上", attributes='table:number-columns-spanned="2"'),
                cell('office:value-type="float" office:value="7"', "7", element="covered-table-cell")),
            {1: ["上", "7"]}, {1: "B:number"}, merges=["A1:B1"]),
    several("merged ranges of rows that repeat", row(text("甲", attributes='table:number-columns-spanned="2"'),
                                                  cell(element="covered-table-cell"), attributes=repeated(2)),
            {1: ["甲"], 2: ["甲"]}, merges=["A1:B1", "A2:B2"]),
    refused("a merged range beyond the sheet is damage", ods(table(row(text("a", attributes='table:number-columns-spanned="16385"')))),
            "workbook_damaged"),
    refused("a count that is none is damage", ods(table(row(text("a", attributes='table:number-columns-repeated="0"')))), "workbook_damaged"),
    refused("a cell beyond the last column", ods(table(row(cell('table:number-columns-repeated="16384"'), text("a")))), "too_many_columns"),
    refused("a row beyond the last one", ods(table(row(cell(), attributes=repeated(1048576)) + row(text("a")))), "workbook_damaged"),
    refused("a bomb of repeats is refused before its first row",
            ods(table(row(text("x", attributes='table:number-columns-repeated="16384"'), attributes=repeated(1048576)))),
            "package_too_large"),
    refused("a table inside of a cell", ods(table(row('<table:table-cell><table:table table:is-sub-table="true"><table:table-row>'
                                                      "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
                                                      "</table:table-cell>"))), "sub_table_not_read"),
    refused("a row inside of a row is damage", ods(table(row(row(text("a"))))), "workbook_damaged"),
]

THROUGH = 'style:text-line-through-style="solid" style:text-line-through-type="single"'
NONE = 'style:text-line-through-style="none" style:text-line-through-type="none"'
OF_CELLS = (style("on", line=THROUGH) + style("off", line=NONE) + style("type", line='style:text-line-through-type="double"')
            + style("none", line='style:text-line-through-style="solid" style:text-line-through-type="none"') + style("under", line='style:text-underline-style="solid"')
            + style("plain"))
OF_RUNS = OF_CELLS + style("T1", "text", THROUGH) + style("T2", "text", NONE) + style("T3", "text", 'fo:font-weight="bold"') + style("P1", "paragraph", THROUGH)
COMMON = style("Old", line=THROUGH) + style("Older", parent="Old") + style("New", line=NONE, parent="Older") + style("Loop", parent="Loop")
BASED = style("ce1", parent="Older") + style("ce2", parent="New") + style("ce3", line=NONE, parent="Old") + style("ce4", parent="ce5") + style("ce5", line=THROUGH)
BASED_CELLS = row(named("ce1", "甲"), named("ce2", "乙"), named("ce3", "丙"), named("ce4", "丁"), named("Old", "戊"), named("Loop", "己"), named("ce9", "庚"))
BASED_SHEET = [Sheet("表", {1: ["甲", "乙", "丙", "丁", "戊", "己", "庚"]}, {})]
BASED_TOLD = ["struck_text 表!A1", "struck_text 表!E1"]

STRUCK = [
    several("what is struck through is told: cells by their style",
            row(named("on", "甲"), named("off", "乙"), named("type", "丙"), named("none", "丁"), named("under", "戊"), named("plain", "己"), named("on", ""),
                number("1", attributes='table:style-name="on"'), cell('table:style-name="on"'), named("T1", "庚")),
            {1: ["甲", "乙", "丙", "丁", "戊", "己", "", "1", None, "庚"]}, {1: "H:number"}, OF_RUNS,
            ["struck_text 表!A1", "struck_text 表!C1", "struck_text 表!H1"]),
    Case("what is struck through is told: by the styles that one is based on, in a part of their own",
         ods(table(BASED_CELLS), BASED, styles_xml=styles_part(COMMON, style("ce2", line=THROUGH) + style("ce9", line=THROUGH))),
         BASED_SHEET, BASED_TOLD, suffix="ods"),
    Case("what is struck through is told: by the styles that one is based on, in a flat file",
         content(table(BASED_CELLS), BASED, "document", f'office:mimetype="{MEDIA}"').replace(
             "<office:automatic-styles>", f"<office:styles>{COMMON}</office:styles><office:automatic-styles>").encode(),
         BASED_SHEET, BASED_TOLD, suffix="ods"),
    several("what is struck through is told: cells without a style have that of their row, else of their column",
            '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="on"/><table:table-column/>'
            '<table:table-column table:default-cell-style-name="on"/>'
            + row(text("甲"), named("plain", "乙"), text("丙", attributes='table:number-columns-repeated="2"'))
            + row(text("丁"), named("on", "戊"), attributes='table:default-cell-style-name="plain"')
            + row(text("己"), named("plain", "庚"), number("1"), attributes='table:default-cell-style-name="on"'),
            {1: ["甲", "乙", "丙", "丙"], 2: ["丁", "戊"], 3: ["己", "庚", "1"]}, {3: "C:number"}, OF_CELLS,
            ["struck_text 表!A1", "struck_text 表!D1", "struck_text 表!B2", "struck_text 表!A3", "struck_text 表!C3"]),
    Case("what is struck through is told: columns are each sheet's own",
         ods(table('<table:table-column table:default-cell-style-name="on"/>' + row(text("1")), "甲") + table(row(text("2")), "乙"), OF_CELLS),
         [Sheet("甲", {1: ["1"]}), Sheet("乙", {1: ["2"]})], ["struck_text 甲!A1"], suffix="ods"),
    several("what is struck through is told: runs of a text, and paragraphs",
            row(text(f"甲{span('T1', '乙')}丙"), text(span("T1", " 　") + "甲"), text(span("T3", "甲" + span("T1", "乙"))), text(span("T1", span("T3", "甲"))),
                text(span("T1", span("T2", "甲"))), text("甲" + span("T2", "乙")), text(span("on", "甲")),
                cell('office:value-type="string"', "甲").replace("<text:p>", '<text:p text:style-name="P1">'),
                text(f'<text:a text:style-name="T1">{"甲"}</text:a>')),
            {1: ["甲乙丙", " 　甲", "甲乙", "甲", "甲", "甲乙", "甲", "甲", "甲"]}, {1: "A:rich B:rich C:rich D:rich E:rich F:rich G:rich"}, OF_RUNS,
            ["struck_text 表!A1", "struck_text 表!C1", "struck_text 表!D1", "struck_text 表!H1", "struck_text 表!I1"]),
    several("what is struck through is told: what a run says stands above its cell's style",
            '<table:table-column table:default-cell-style-name="on"/>'
            + row(text(span("T2", "甲"))) + row(text(span("T2", "甲") + "乙")) + row(named("on", span("T2", "甲"), span("T2", "乙"))) + row(named("on", span("T3", "甲")))
            + row(named("on", span("T2", "甲"), "乙")),
            {1: ["甲"], 2: ["甲乙"], 3: ["甲\n乙"], 4: ["甲"], 5: ["甲\n乙"]}, {i: "A:rich" for i in range(1, 6)}, OF_RUNS,
            ["struck_text 表!A2", "struck_text 表!A4", "struck_text 表!A5"]),
    several("white text on white is told, on another ground it is not",
            '<table:table-column/><table:table-column table:default-cell-style-name="pale"/>'
            + row(text("甲"), text("乙"), named("pale", "丙"), named("dark", "丁"), named("paper", "戊"), named("black", "己"), named("pale", "　"), text("庚"))
            + row(text("7" + span("W", "9")), named("black", "8" + span("W", "9")), named("pale", span("B", "辛")), named("dark", span("W", "壬")), named("pale", span("B", "癸") + "子"),
                  number("60", attributes='table:style-name="pale"')),
            {1: ["甲", "乙", "丙", "丁", "戊", "己", "　", "庚"], 2: ["79", "89", "辛", "壬", "癸子", "60"]}, {2: "A:rich B:rich C:rich D:rich E:rich F:number"},
            shaded("pale", "#ffffff") + shaded("dark", "#FFFFFF", "#4472c4") + shaded("paper", "#ffffff", "transparent") + shaded("black", "#000000")
            + style("W", "text", 'fo:color="#ffffff"') + style("B", "text", 'fo:color="#000000"'),
            [f"white_text 表!{place}" for place in ("B1", "C1", "E1", "A2", "B2", "E2", "F2")]),
    several("what is raised, lowered or struck through joins no figure beside it",
            row(text(f"50010{span('up', '1')}台"), text(f"9{span('low', '2')}4"), text(f"5000m{span('up', '2')}"), text(f"{span('T1', '30')} 38"), text(f"5{span('T1', '万')}"),
                text(f"7{span('up', '注' + span('T2', '3'))}4"), text(f"8{span('up', span('level', '5'))}"), text(f"6{span('raised', '1')}")),
            {1: ["50010¹台", "9₂4", "5000m2", "30\u0336 38", "5万\u0336", "7注³4", "85", "6¹"]}, {1: " ".join(f"{column}:rich" for column in "ABCDEFGH")},
            OF_RUNS + "".join(style(name, "text", f'style:text-position="{position}"') for name, position in
                              (("up", "super 58%"), ("low", "-33% 58%"), ("level", "0% 100%"), ("raised", "33%"))),
            ["struck_text 表!D1", "struck_text 表!E1"]),
    several("what is struck through and repeated is told a hundred times, and how often more",
            row(text("甲", attributes='table:style-name="on" table:number-columns-repeated="2"'), attributes=repeated(52)),
            {i: ["甲", "甲"] for i in range(1, 53)}, {}, OF_CELLS,
            [f"struck_text 表!{column}{i}" for i in range(1, 51) for column in "AB"] + ["struck_text_more 表!A51"]),
    refused("styles in a part of their own that are no XML", ods(GOOD, styles_xml="<office:document-styles>"), "workbook_damaged"),
    refused("more styles than any book has", ods(GOOD, "".join(style(f"s{i}") for i in range(65537))), "package_too_large"),
    refused("more styles than any book has, in a part of their own",
            ods(GOOD, styles_xml=styles_part("".join(style(f"s{i}") for i in range(65537)))), "package_too_large"),
]

TRACKED = ('<table:tracked-changes><table:cell-content-change table:id="ct1"><table:previous><table:change-track-table-cell '
           'office:value-type="float" office:value="9"><text:p>9</text:p></table:change-track-table-cell></table:previous>'
           "</table:cell-content-change><table:deletion><table:cut-offs/></table:deletion></table:tracked-changes>")
AROUND = ('<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
          '<table:content-validations><table:content-validation table:name="v"><table:error-message><text:p>错</text:p>'
          "</table:error-message></table:content-validation></table:content-validations>")
BEHIND = ('<table:named-expressions/><table:database-ranges><table:database-range><table:filter/></table:database-range>'
          "</table:database-ranges><table:data-pilot-tables/><table:dde-links><table:dde-link><office:dde-source/>"
          + table(row(number("5")), "dde") + "</table:dde-link></table:dde-links>")
INSIDE = ('<table:title>题</table:title><table:table-source xlink:href="x.ods"/><office:forms><form:form><form:text/></form:form></office:forms>'
          "<table:shapes><draw:frame><draw:object><office:document><office:body><office:spreadsheet>" + table(row(text("嵌")), "嵌")
          + "</office:spreadsheet></office:body></office:document></draw:object></draw:frame></table:shapes>")
COPY = table(row(number("1")), "'file:///tmp/x.ods'#$Sheet1", 'table:style-name="ta2"')

BOOKS = [
    Case("sheets in their order, hidden ones too",
         ods(table(row(text("1")), "甲", 'table:style-name="ta1"') + table(row(text("2")), "乙", 'table:style-name="ta2"')
             + table(row(text("3")), "丙 x", 'table:style-name="co1"'), HIDDEN_STYLE),
         [Sheet("甲", {1: ["1"]}), Sheet("乙", {1: ["2"]}, visibility="hidden"), Sheet("丙 x", {1: ["3"]})], suffix="ods"),
    Case("hidden columns and merged ranges are each sheet's own",
         ods(table('<table:table-column table:visibility="collapse"/>' + row(text("1", attributes='table:number-rows-spanned="2"')), "甲")
             + table(row(text("2")), "乙")),
         [Sheet("甲", {1: ["1"]}, merges=["A1:A2"], hidden=["A:A"]), Sheet("乙", {1: ["2"]}, {})], suffix="ods"),
    Case("what holds no cells is left out", ods(TRACKED + AROUND + table(INSIDE + row(text("甲"))) + BEHIND),
         [Sheet("表", {1: ["甲"]}, {})], ["text_box_not_read"], suffix="ods"),
    Case("copies of other files' sheets are left out", ods(GOOD + COPY, HIDDEN_STYLE), [Sheet("表", {1: ["闽云"]}, {})], suffix="ods"),
    refused("a table without a name is damage", ods(f"<table:table>{row(text('a'))}</table:table>"), "workbook_damaged"),
    refused("no row at all", ods(table(row(cell('table:number-columns-repeated="16384"'), attributes=repeated(1048576)))), "empty_file"),
    refused("more sheets than any book has", ods("".join(table("", f"s{i}") for i in range(1025))), "too_many_sheets"),
]

PACKAGES = [
    same("a template", package(mimetype=MEDIA + "-template", content_xml=content(GOOD))),
    same("packed anew without its mimetype", package(content_xml=content(GOOD), META__manifest_xml=MANIFEST % "")),
    same("the manifest of an old program, with a DOCTYPE",
         package(mimetype=MEDIA, content_xml=content(GOOD), META__manifest_xml='<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD '
                 'Manifest 1.0//EN" "Manifest.dtd">' + MANIFEST.split("\n")[1] % "")),
    same("content in UTF-16", package(mimetype=MEDIA, content_xml=content(GOOD).replace("UTF-8", "UTF-16").encode("utf-16"))),
    same("a flat file", content(GOOD, root="document", attributes=f'office:mimetype="{MEDIA}"').encode()),
    same("a flat file under a mark of UTF-8", b"\xef\xbb\xbf" + content(GOOD, root="document", attributes=f'office:mimetype="{MEDIA}"').encode()),
    same("a flat file in UTF-16", content(GOOD, root="document", attributes=f'office:mimetype="{MEDIA}"').replace("UTF-8", "UTF-16")
         .encode("utf-16")),
    same("a flat file whose sheet comes far behind its styles",
         content(GOOD, HIDDEN_STYLE + "<!--" + "x" * 300000 + "-->", "document", f'office:mimetype="{MEDIA}"').encode()),
    refused("a password", package(mimetype=MEDIA, content_xml=b"\x8f\x01\x02",
                                  META__manifest_xml=MANIFEST % '<manifest:encryption-data manifest:checksum="x"/>'), "spreadsheet_encrypted"),
    refused("a password in a manifest longer than one piece",
            package(mimetype=MEDIA, content_xml=b"\x8f",
                    META__manifest_xml="<m>" + "<!-- :encryption- -->" * 20000 + "<manifest:encryption-data/></m>"), "spreadsheet_encrypted"),
    refused("content that is missing", package(mimetype=MEDIA), "workbook_damaged"),
    refused("content that is no XML", package(mimetype=MEDIA, content_xml=content(GOOD)[:-30]), "workbook_damaged"),
    refused("content with a DOCTYPE", package(mimetype=MEDIA, content_xml=content(GOOD).replace("<office:doc", "<!DOCTYPE x><office:doc", 1)),
            "xml_doctype"),
    refused("content of another kind", package(mimetype=MEDIA, content_xml=content(GOOD).replace("office:spreadsheet", "office:text")),
            "workbook_damaged"),
    refused("a flat file cut off", content(GOOD, root="document", attributes=f'office:mimetype="{MEDIA}"').encode()[:-40], "workbook_damaged"),
    refused("a package cut off", ods(GOOD)[:-30], "file_damaged"),
]

CASES = VALUES + FORMULAS + TEXTS + PLACES + STRUCK + BOOKS + PACKAGES
