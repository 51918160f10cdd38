"""What lies over the cells of .xlsx workbooks: check boxes and other controls, text boxes, comments; as Excel, LibreOffice and small tools write them."""
from kit import Case, Sheet
from xlsx import OFFICE, book, inside_row, relations, worksheet

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'
FORM = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
DRAWING = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MAIN_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def shape(anchor, caption="", inside="", kind="Checkbox", name="_x0000_s1025"):
    """`anchor`: as written; `inside`: what else is said of the object."""
    where = f"<x:Anchor>\n {anchor}</x:Anchor>" if anchor else ""
    return (f'<v:shape id="{name}" type="#_x0000_t201"><v:textbox><div style="text-align:left"><font face="宋体">{caption}</font></div></v:textbox>'
            f'<x:ClientData ObjectType="{kind}"><x:SizeWithCells/>{where}{inside}</x:ClientData></v:shape>')


def at(column, row, across=5, **more):
    """Within one cell, both counted from 0."""
    return shape(f"{column}, {across}, {row}, 2, {column}, {across + 20}, {row}, 15", **more)


def ticked(column, row, caption="", across=5, **more):
    return at(column, row, across, caption=caption, inside="<x:Checked>1</x:Checked>", **more)


def empty(column, row, caption="", across=5, **more):
    return at(column, row, across, caption=caption, **more)


def over(name, data, rows, findings, shapes="", vml=None, before="", behind="", named=None, links=(), marks=None, **facts):
    """A sheet "s" and a drawing of old; `links` and `named` are further parts."""
    drawing = vml if vml is not None else f"<xml {VML}>{shapes}</xml>"
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": relations(("rv", "vmlDrawing", "../drawings/vmlDrawing1.vml"), *links),
             "xl/drawings/vmlDrawing1.vml": drawing, **(named or {})}
    sheet = worksheet(data, before, behind).replace("<worksheet ", f'<worksheet xmlns:r="{OFFICE}" ')
    return Case(name, book(sheet, named=parts), [Sheet("s", rows, marks, **facts)], list(findings), suffix="xlsx")


def words(*texts, row=1):
    """One row of texts from column A on; None leaves a cell out."""
    cells = "".join(f'<c r="{chr(65 + i)}{row}" t="str"><v>{text}</v></c>' for i, text in enumerate(texts) if text is not None)
    return f'<row r="{row}">{cells}</row>'


def properties(*states, kind="CheckBox"):
    """The parts of controls 1025, 1026 …, by what each says of itself."""
    links = [(f"c{i}", "ctrlProp", f"../ctrlProps/p{i}.xml") for i in range(len(states))]
    return links, {f"xl/ctrlProps/p{i}.xml": f'<formControlPr xmlns="{FORM}" objectType="{kind}"{state}/>' for i, state in enumerate(states)}


def controls(*entries):
    """As Excel writes them, for programs that know them only; of each its shape's number and its name."""
    inner = "".join(f'<mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="{number}" r:id="c{i}" name="{name}"/></mc:Choice></mc:AlternateContent>'
                    for i, (number, name) in enumerate(entries))
    return f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="x14"><controls>{inner}</controls></mc:Choice></mc:AlternateContent>'


def with_properties(name, shapes, entries, states, rows, findings):
    links, named = properties(*states)
    return over(name, words("上市"), rows, findings, shapes, behind=controls(*entries), links=links, named=named)


def anchored(kind, text, column=1, row=3, shape_text=None):
    inner = shape_text if shape_text is not None else "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text)
    return (f'<xdr:{kind}><xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>'
            f"<xdr:sp><xdr:txBody>{inner}</xdr:txBody></xdr:sp><xdr:clientData/></xdr:{kind}>")


def drawn(name, anchors, findings):
    return over(name, words("甲"), {1: ["甲"]}, findings, links=[("d", "drawing", "../drawings/drawing1.xml")],
                named={"xl/drawings/drawing1.xml": f"<xdr:wsDr {DRAWING}>{anchors}</xdr:wsDr>"})


def commented(name, comments, findings, authors=""):
    return over(name, words("甲"), {1: ["甲"]}, findings, links=[("n", "comments", "../comments1.xml")], shapes=shape("1, 0, 0, 0, 3, 0, 2, 0", "批注", kind="Note"),
                named={"xl/comments1.xml": f"<comments {MAIN_SPACE}><authors>{authors}</authors><commentList>{comments}</commentList></comments>"})


READ = "control_read s!B1"
TWO = ticked(1, 0, "是") + empty(1, 0, "否", 40)
TALL = '<sheetFormatPr defaultRowHeight="15"/>'

CONTROLS = [
    over("boxes with captions over an empty cell", words("上市"), {1: ["上市", "☑是 ☐否"]}, [READ], TWO),
    over("in the order of the sheet, not of the file", words("上市"), {1: ["上市", "☐是 ☑否"]}, [READ], ticked(1, 0, "否", 40) + empty(1, 0, "是")),
    over("a box without a caption over an empty cell, and one over a blank", words("上市", None, " "), {1: ["上市", "☑", "☐"]}, [READ], ticked(1, 0) + empty(2, 0)),
    over("a box without a caption belongs to what the cell says", words("自建", "租用"), {1: ["☐自建", "☑租用"]}, ["control_read s!A1"], empty(0, 0) + ticked(1, 0)),
    over("boxes with captions behind what the cell says", words("上市："), {1: ["上市： ☑是 ☐否"]}, ["control_read s!A1"], ticked(0, 0, "是") + empty(0, 0, "否", 40)),
    over("captions that the program gave are none", words("5G"), {1: ["5G", "☑"], 2: [None, "☐"]}, [READ], ticked(1, 0, "复选框 1") + empty(1, 1, "Check Box 12")),
    over("option buttons", words("方式"), {1: ["方式", "☐自建 ☑租用"]}, [READ], empty(1, 0, "自建", kind="Radio") + ticked(1, 0, "租用", 40, kind="Radio")),
    over("rows that only have boxes, ahead of others, between them and behind", words("甲", row=2) + words("乙", row=5),
         {1: [None, "☑是"], 2: ["甲"], 4: [None, None, "☐"], 5: ["乙"], 7: [None, "☑"]}, [READ], ticked(1, 0, "是") + empty(2, 3) + ticked(1, 6)),
    over("rows in any order", words("乙", row=5) + words("甲", row=2), {4: [None, "☑"], 5: ["乙"], 2: ["甲", "☐"]}, ["control_read s!B2"], ticked(1, 3) + empty(1, 1)),
    over("a row of empty cells", '<row r="1"><c r="B1" s="0"/></row>', {1: [None, "☑"]}, [READ], ticked(1, 0)),
    over("over merged cells they belong to the first", words("上市"), {1: ["上市", "☑是 ☐否"]}, [READ], ticked(1, 0, "是") + empty(3, 1, "否"),
         behind='<mergeCells><mergeCell ref="B1:D2"/></mergeCells>', merges=["B1:D2"]),
    over("hidden columns", words("上市"), {1: ["上市", "☑"]}, [READ], ticked(1, 0), before='<cols><col min="2" max="2" hidden="1"/></cols>', marks={1: "B:hidden"}, hidden=["B:B"]),
]

PLACES = [
    over("across two rows a box lies where its middle does", words("甲") + words("乙", row=2), {1: ["甲", "☑"], 2: ["乙", "☐"]}, [READ],
         shape("1, 5, 0, 2, 1, 25, 1, 5", inside="<x:Checked>1</x:Checked>") + shape("1, 5, 0, 16, 1, 25, 1, 16"), before=TALL),
    over("on the border of two rows nobody can tell", words("甲"), {1: ["甲"]}, ["control_not_read s!B1"], shape("1, 5, 0, 12, 1, 25, 1, 10", "是"), before=TALL),
    over("the heights of rows count", '<row r="1" ht="60">' + words("甲")[11:], {1: ["甲", "☐"]}, [READ], shape("1, 5, 0, 60, 1, 25, 1, 5")),
    over("up to a border it does not lie behind it, by either way to write that", words("甲"), {1: ["甲", "☑", "☑"]}, [READ],
         shape("1, 5, 0, 2, 1, 25, 1, 0", inside="<x:Checked>1</x:Checked>") + shape("2, 5, 0, 2, 2, 25, 1, -4", inside="<x:Checked>1</x:Checked>")),
    over("the box is at the left end, whatever its caption reaches", words("甲"), {1: ["甲", "☑是"]}, [READ], shape("1, 5, 0, 2, 3, 25, 0, 15", "是", "<x:Checked>1</x:Checked>")),
    over("a box that begins at the right edge of a column", words("甲"), {1: ["甲"]}, ["control_not_read s!B1"], shape("1, 70, 0, 2, 2, 25, 0, 15", "是")),
    over("in a wide column it does not", words("甲"), {1: ["甲", "☐是"]}, [READ], shape("1, 70, 0, 2, 2, 25, 0, 15", "是"), before='<cols><col min="2" max="2" width="20"/></cols>'),
    *(over(f"an anchor that is none: {anchor}", words("甲"), {1: ["甲"]}, [f"control_not_read{cell}"], shape(anchor, "是", "<x:Checked>1</x:Checked>"))
      for anchor, cell in (("", ""), ("1, 5, 0", ""), ("1,5,0,2,1,25,x,15", ""), ("-1,5,0,2,1,25,0,15", ""), ("99999,5,0,2,1,25,0,15", ""),
                           ("1,5,0,2,1,25,1048575,15", " s!B1"), ("1,5,9,2,1,25,0,15", " s!B10"), ("1,5,99999999999,2,1,25,0,15", ""))),
]

UNCLEAR = [
    over("several boxes without captions over one cell", words("是   否"), {1: ["是   否"]}, ["control_not_read s!A1"], ticked(0, 0) + empty(0, 0, across=40)),
    over("one with a caption and one without", words("甲"), {1: ["甲"]}, ["control_not_read s!B1"], ticked(1, 0, "是") + empty(1, 0, across=40)),
    over("a box that is neither ticked nor empty", words("甲"), {1: ["甲"]}, ["control_not_read s!B1"], at(1, 0, caption="是", inside="<x:Checked>2</x:Checked>")),
    over("a box over a number", inside_row('<c r="A1"><v>60</v></c>'), {1: ["60"]}, ["control_not_read s!A1"], ticked(0, 0)),
    over("lists and controls of programs", words("甲"), {1: ["甲"]}, ["control_not_read s!C1"],
         at(3, 0, kind="Drop", inside="<x:Sel>2</x:Sel>") + at(2, 0, kind="Pict", inside="<x:MapOCX/>")),
    over("what nobody fills in", words("甲"), {1: ["甲"]}, [], at(1, 0, caption="提交", kind="Button") + at(1, 0, caption="方式", kind="GBox") + at(1, 0, kind="Pict")),
    over("a caption without end", words("甲"), {1: ["甲"]}, ["control_not_read s!B1"], ticked(1, 0, 5000 * "是")),
    over("more words over a cell than anybody reads", words("甲"), {1: ["甲"]}, ["control_not_read s!B1"], 4000 * ticked(1, 0, 40 * "是")),
    over("a drawing that is no good XML", words("甲"), {1: ["甲", "☑", "☐"]}, ["control_read s!B1", "control_not_read"], vml=f"<xml {VML}>{ticked(1, 0)}<br>{empty(2, 0)}</xml>"),
    over("a drawing with a DOCTYPE", words("甲"), {1: ["甲"]}, ["control_not_read"], vml=f"<!DOCTYPE xml><xml {VML}>{ticked(1, 0)}</xml>"),
    over("more controls than any sheet has", words("甲"), {1: ["甲"]}, ["control_not_read s!B1"], 5000 * ticked(1, 0)),
]

LINKED = [
    over("a cell that holds the state of the box over it", inside_row('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>'), {1: ["TRUE", "FALSE"]}, [],
         at(0, 0, inside="<x:Checked>1</x:Checked><x:FmlaLink>$A$1</x:FmlaLink>") + at(1, 0, inside="<x:FmlaLink>s!$B$1</x:FmlaLink>")),
    over("and a caption says what it means", inside_row('<c r="A1" t="b"><v>1</v></c>'), {1: ["☑否"]}, ["control_read s!A1"],
         at(0, 0, caption="否", inside="<x:Checked>1</x:Checked><x:FmlaLink>$A$1</x:FmlaLink>")),
    over("a cell that says another state, or is not its own", inside_row('<c r="A1" t="b"><v>0</v></c><c r="B1" t="b"><v>1</v></c>'), {1: ["FALSE", "TRUE"]},
         ["control_not_read s!A1"],
         at(0, 0, inside="<x:Checked>1</x:Checked><x:FmlaLink>$A$1</x:FmlaLink>") + at(1, 0, inside="<x:Checked>1</x:Checked><x:FmlaLink>$C$1</x:FmlaLink>")),
]

STATES = [
    with_properties("what the control's own part says, and the drawing too", ticked(1, 0, "是", name="_x0000_s1026") + empty(1, 0, "否", 40), ((1026, "1"), (1025, "2")),
                    (' checked="Checked"', ""), {1: ["上市", "☑是 ☐否"]}, [READ]),
    with_properties("a state that only its own part says", empty(1, 0, "是"), ((1025, "1"),), (' checked="Checked"',), {1: ["上市", "☑是"]}, [READ]),
    with_properties("a state that its own part denies", ticked(1, 0, "是"), ((1025, "1"),), ("",), {1: ["上市"]}, ["control_not_read s!B1"]),
    with_properties("a state that is neither", empty(1, 0, "是"), ((1025, "1"),), (' checked="Mixed"',), {1: ["上市"]}, ["control_not_read s!B1"]),
    with_properties("shapes without numbers, by their order and names", empty(1, 0, "是", name="shape_0") + empty(1, 0, "否", 40, name="shape_0"),
                    ((1001, "是"), (1002, "否")), ("", ' checked="Checked"'), {1: ["上市", "☐是 ☑否"]}, [READ]),
    with_properties("shapes without numbers and names, where all say the same", ticked(1, 0, "是", name="c1") + ticked(1, 0, "甲", 40, name="c2"),
                    ((1, "Check Box 1"), (2, "Check Box 2")), 2 * (' checked="Checked"',), {1: ["上市", "☑是 ☑甲"]}, [READ]),
    with_properties("shapes without numbers and names, where they differ", empty(1, 0, "是", name="c1") + empty(1, 0, "否", 40, name="c2"),
                    ((1, "Check Box 1"), (2, "Check Box 2")), ("", ' checked="Checked"'), {1: ["上市"]}, ["control_not_read s!B1"]),
    with_properties("more controls than shapes", empty(1, 0, "是", name="c1"), ((1, "是"), (2, "否")), ("", ""), {1: ["上市"]}, ["control_not_read s!B1"]),
    with_properties("controls and no shapes", "", ((1025, "是"),), (' checked="Checked"',), {1: ["上市"]}, ["control_not_read"]),
    over("a control whose own part is missing, or another's", words("甲"), {1: ["甲"]}, ["control_not_read s!B1"], ticked(1, 0, "是") + ticked(2, 0, name="_x0000_s1026"),
         behind=controls((1025, "1"), (1026, "2")), links=[("c0", "ctrlProp", "../../../../ctrlProps/none.xml"), ("c1", "ctrlProp", "../drawings/vmlDrawing1.vml")]),
]

BOXES = [
    drawn("text boxes are told, with the first and how it begins", anchored("twoCellAnchor", ["乙"], row=8) + anchored("oneCellAnchor", ["已完成", "60台"]),
          ["text_box_not_read s!B4"]),
    drawn("shapes without text, and pictures", anchored("twoCellAnchor", []) + anchored("twoCellAnchor", [" "]), []),
    drawn("a text box that has no cell, or none that is one", "<xdr:absoluteAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>甲</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:absoluteAnchor>"
          + anchored("twoCellAnchor", ["乙"], column=99999, row=-1), ["text_box_not_read"]),
    drawn("what a control shows is no text box", f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="a14">' + anchored("twoCellAnchor", ["是"])
          + "</mc:Choice></mc:AlternateContent>", []),
    drawn("a drawing that is cut", anchored("twoCellAnchor", ["甲"]) + "<xdr:twoCellAnchor>", ["control_not_read", "text_box_not_read s!B4"]),
    over("text in shapes of old", words("甲"), {1: ["甲"]}, ["text_box_not_read s!C3"], at(2, 2, caption="60台", kind="Label") + at(3, 2, kind="Rect")),
    over("parts that are not there, and relationships that lead out", words("甲"), {1: ["甲"]}, [],
         links=[("d", "drawing", "../drawings/none.xml"), ("e", "comments", "../../../../../etc/passwd"), ("f", "drawing", "sheet1.xml")]),
    over("a sheet that names itself, and the drawing twice", words("上市"), {1: ["上市", "☑是 ☐否"]}, [READ], TWO,
         links=[("s", "worksheet", "sheet1.xml"), ("v", "vmlDrawing", "../drawings/vmlDrawing1.vml")]),
    over("relationships that are no good XML", words("甲"), {1: ["甲"]}, ["control_not_read"], named={"xl/worksheets/_rels/sheet1.xml.rels": "<Relationships>"}),
]

COMMENTS = [
    commented("comments are told, with the first", '<comment ref="C2"><text/></comment><comment ref="B2"><text/></comment><comment ref="A9"/>', ["comments_not_read s!B2"]),
    commented("a comment whose cell is none", '<comment ref="?"/>', ["comments_not_read"]),
    commented("those in a copy that went back are not told again", '<comment ref="B2" authorId="1"/><comment ref="C2" authorId="0"/>', ["comments_not_read s!C2"],
              "<author>张</author><author>huizong</author>"),
    commented("and no others", '<comment ref="B2" authorId="0"/>', [], "<author>huizong</author>"),
    commented("none", "", []),
]

CASES = CONTROLS + PLACES + UNCLEAR + LINKED + STATES + BOXES + COMMENTS
