"""Word documents, written out here as Word, WPS, LibreOffice and portals write them."""
import io
import zipfile

from kit import Case, Sheet

TRANSITIONAL = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "m": "http://schemas.openxmlformats.org/officeDocument/2006/math"}
STRICT = {"w": "http://purl.oclc.org/ooxml/wordprocessingml/main", "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
          "m": "http://purl.oclc.org/ooxml/officeDocument/math"}
OTHERS = {"mc": "http://schemas.openxmlformats.org/markup-compatibility/2006", "v": "urn:schemas-microsoft-com:vml",
          "o": "urn:schemas-microsoft-com:office:office", "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
          "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
          "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
          "a": "http://schemas.openxmlformats.org/drawingml/2006/main", "c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def zipped(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def types(main=MAIN, part="/word/document.xml"):
    return (f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="{part}" ContentType="{main}"/></Types>')


def relations(names, *targets):
    inner = "".join(f'<Relationship Id="rId{number}" Type="{names["r"]}/{kind}" Target="{target}"/>'
                    for number, (kind, target) in enumerate(targets, 1))
    return f'{DECLARATION}<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


def document(body, names=None, attributes="", doctype=""):
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in {**(names or TRANSITIONAL), **OTHERS}.items())
    return f"{DECLARATION}{doctype}<w:document {spaces} {attributes}><w:body>{body}<w:sectPr/></w:body></w:document>"


def level(number, kind, shown, more="", start=1):
    """w:lvl; `more`: what stands before the text that is shown."""
    return (f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{shown}"/></w:lvl>')


def abstract(number, *inner):
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(inner)}</w:abstractNum>'


def num(number, of, more=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def numbering(*inner):
    """The members that say how lists are numbered, for package's `more`."""
    return [("word/_rels/document.xml.rels", relations(TRANSITIONAL, ("styles", "styles.xml"), ("numbering", "numbering.xml"))),
            ("word/numbering.xml", f'{DECLARATION}<w:numbering xmlns:w="{TRANSITIONAL["w"]}">{"".join(inner)}</w:numbering>')]


def of_list(number, at=0):
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'


def package(main, names=None, styles=None, content_types=None, part="word/document.xml", target="word/document.xml", more=()):
    names = names or TRANSITIONAL
    members = [("[Content_Types].xml", content_types or types()), ("_rels/.rels", relations(names, ("officeDocument", target)))]
    if styles is not None:
        if "word/_rels/document.xml.rels" not in dict(more):
            members.append(("word/_rels/document.xml.rels", relations(names, ("styles", "styles.xml"))))
        members += [("word/styles.xml", f'{DECLARATION}<w:styles xmlns:w="{names["w"]}">{styles}</w:styles>')]
    return zipped(members + [(part, main)] + list(more))


def docx(body, **more):
    return package(document(body), **more)


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def underlined(text, kind="single"):
    return run(text, f'<w:u w:val="{kind}"/>')


def p(*runs, properties=""):
    inner = "".join(item if item.startswith("<") else run(item) for item in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(inner, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def cell(*blocks, properties=""):
    inner = "".join(item if item.startswith("<") else p(item) for item in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def span(count, *blocks, more=""):
    return cell(*blocks, properties=f'<w:gridSpan w:val="{count}"/>{more}')


def top(*blocks, more=""):
    return cell(*blocks, properties=f'{more}<w:vMerge w:val="restart"/>')


def under(*blocks, more=""):
    return cell(*(blocks or [p()]), properties=f"{more}<w:vMerge/>")


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(item if item.startswith('<') else cell(item) for item in cells)}</w:tr>"


def tbl(*rows):
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>{"".join(rows)}</w:tbl>'


def field(kind, code, result=None, data=""):
    """A field as Word writes it: begin, instruction, result, end."""
    begin = r(f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>') + r(f'<w:instrText xml:space="preserve"> {code} </w:instrText>')
    middle = "" if result is None else r('<w:fldChar w:fldCharType="separate"/>') + (result if result.startswith("<") else run(result))
    return begin + middle + r('<w:fldChar w:fldCharType="end"/>')


def box(state, result=None):
    return field("box", "FORMCHECKBOX", result, f"<w:ffData><w:name w:val=\"a\"/><w:enabled/><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>")


def line(result):
    return field("line", "FORMTEXT", result, "<w:ffData><w:name w:val=\"b\"/><w:textInput><w:default w:val=\"默认\"/></w:textInput></w:ffData>")


def choice(state):
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ["国有", "民营", "外资"])
    return field("list", "FORMDROPDOWN", None, f"<w:ffData><w:ddList>{state}{entries}</w:ddList></w:ffData>")


def control(properties, content):
    return f"<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def ticked(value, glyph):
    return control(f'<w14:checkbox><w14:checked w14:val="{value}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
                   '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>', run(glyph))


def symbol(font, code):
    return r(f'<w:sym w:font="{font}" w:char="{code}"/>')


def shape(content):
    return (f'<wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>'
            "</a:graphicData></a:graphic></wp:anchor>")


def old_shape(content):
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"


def alternate(requires, content, fallback):
    return r(f'<mc:AlternateContent><mc:Choice Requires="{requires}"><w:drawing>{shape(content)}</w:drawing></mc:Choice>'
             + (f"<mc:Fallback>{old_shape(fallback)}</mc:Fallback>" if fallback is not None else "") + "</mc:AlternateContent>")


def read(name, data, rows, findings=(), merges=(), marks=None, **facts):
    return Case(name, data, [Sheet("正文", rows, marks or {}, merges=list(merges))], list(findings), facts={"format": "docx", **facts},
                suffix="docx")


def blocks(name, body, rows, findings=(), **more):
    return read(name, docx(body), rows, findings, **more)


def text(name, runs, expected, findings=()):
    """One paragraph, and what is read of it; between two others, so that nothing runs over."""
    return blocks(name, p("前") + p(*runs) + p("后"), {1: ["前"], 2: [expected], 3: ["后"]}, findings)


def refused(name, data, code):
    return Case(name, data, refused=code, suffix="docx")


HIDDEN = "document_hidden_text"
REVISED = "document_revisions"

PLACES = [
    blocks("paragraphs are rows and blank ones count", p("附件1") + p() + "<w:p/>" + p("申报书"), {1: ["附件1"], 4: ["申报书"]}),
    blocks("nothing but blank paragraphs is a document without rows", p() + p(), {}),
    blocks("a table's rows follow", p("一、基本信息") + tbl(tr("平台名称", "闽云"), tr("", ""), tr("联系人", "")) + p("二、"),
           {1: ["一、基本信息"], 2: ["平台名称", "闽云"], 4: ["联系人", ""], 5: ["二、"]}),
    blocks("the paragraphs of a cell are its lines", tbl(tr(cell("甲", "", "乙"), cell(p()))), {1: ["甲\n\n乙", ""]}),
    blocks("cells stand in their grid columns", tbl(tr(span(2, "甲"), "乙"), tr("丙", span(2, "丁")), tr("1", "2", "3")),
           {1: ["甲", None, "乙"], 2: ["丙", "丁"], 3: ["1", "2", "3"]}, merges=["A1:B1", "B2:C2"]),
    blocks("a grid that begins later and ends earlier",
           tbl(tr("甲", "乙", properties='<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>'), tr("1", "2", "3", "4", "5")),
           {1: [None, None, "甲", "乙"], 2: ["1", "2", "3", "4", "5"]}),
    blocks("merged downwards: covered cells are absent",
           tbl(tr(top("指标"), "1"), tr(under(), "2"), tr(under(), "3"), tr("别的", "4")),
           {1: ["指标", "1"], 2: [None, "2"], 3: [None, "3"], 4: ["别的", "4"]}, merges=["A1:A3"]),
    blocks("merged both ways", tbl(tr(top("大", more='<w:gridSpan w:val="2"/>'), "1"), tr(under(more='<w:gridSpan w:val="2"/>'), "2")),
           {1: ["大", None, "1"], 2: [None, None, "2"]}, merges=["A1:B2"]),
    blocks("a range ends with its table", tbl(tr(top("甲"), "1")) + tbl(tr(under("乙"), "2")), {1: ["甲", "1"], 2: ["乙", "2"]}),
    blocks("two ranges one below the other", tbl(tr(top("甲"), "1"), tr(under(), "2"), tr(top("乙"), "3"), tr(under(), "4")),
           {1: ["甲", "1"], 2: [None, "2"], 3: ["乙", "3"], 4: [None, "4"]}, merges=["A1:A2", "A3:A4"]),
    blocks("covered and of another width is a cell of its own", tbl(tr(top("甲"), "1", "2"), tr(under("乙", more='<w:gridSpan w:val="2"/>'), "3")),
           {1: ["甲", "1", "2"], 2: ["乙", None, "3"]}, merges=["A2:B2"]),
    blocks("text under a merged cell is told and does not count", tbl(tr(top("甲"), "1"), tr(under("暗"), "2")),
           {1: ["甲", "1"], 2: [None, "2"]}, ["document_covered_text 正文!A2"], merges=["A1:A2"]),
    blocks("the old way of merging to the right",
           tbl(tr(cell("甲", properties='<w:hMerge w:val="restart"/>'), cell(p(), properties="<w:hMerge/>"), "乙")),
           {1: ["甲", None, "乙"]}, merges=["A1:B1"]),
    blocks("text under a cell that is merged in the old way",
           tbl(tr(cell("25", properties='<w:hMerge w:val="restart"/>'), cell("万台", properties='<w:hMerge w:val="continue"/>'), cell("套", properties="<w:hMerge/>"), "乙"),
               tr(cell("万", properties="<w:hMerge/>"), "丙")),
           {1: ["25", None, None, "乙"], 2: ["万", "丙"]}, ["document_covered_text 正文!B1", "document_covered_text 正文!C1"], merges=["A1:C1"]),
    blocks("a hidden row is marked", tbl(tr("甲", "1"), tr("乙", "2", properties="<w:hidden/>")), {1: ["甲", "1"], 2: ["乙", "2"]},
           marks={2: "*:hidden"}),
    blocks("a table in a cell is joined and told", tbl(tr("设备", cell(p("其中："), tbl(tr("台", "套"), tr("12", "3")), p()))),
           {1: ["设备", "其中：\n台\t套\n12\t3\n"]}, ["document_nested_table 正文!B1"]),
    blocks("a frame around tables is no cell",
           tbl(tr(cell(p("申报书"), tbl(tr("平台名称", "闽云"), tr(top("联系人"), "张三"), tr(under(), "李四")), p("盖章")))) + p("完"),
           {1: ["申报书"], 2: ["平台名称", "闽云"], 3: ["联系人", "张三"], 4: [None, "李四"], 5: ["盖章"], 6: ["完"]}, merges=["A3:A4"]),
    blocks("controls around rows, cells and blocks", control("", p("甲")) + tbl(control("", tr("乙", control("", cell("丙"))))),
           {1: ["甲"], 2: ["乙", "丙"]}),
]

TEXTS = [
    text("runs are joined, breaks and tabs kept",
         [run("闽"), r("<w:t>云</w:t><w:tab/><w:t>平台</w:t><w:br/><w:t>二</w:t><w:cr/><w:t>三</w:t>")], "闽云\t平台\n二\n三"),
    text("blanks of the source count where they are preserved",
         [r("<w:t> 甲 </w:t>") + r('<w:t xml:space="preserve"> 乙\n </w:t>') + r("<w:t>\n丙</w:t>")], "甲 乙  丙"),
    text("hyphens", [r("<w:t>0591</w:t><w:noBreakHyphen/><w:t>820</w:t><w:softHyphen/><w:t>1</w:t>")], "0591-8201"),
    text("links, smart tags and directions are passed through",
         ['<w:hyperlink r:id="x">' + run("网址") + "</w:hyperlink><w:smartTag>" + run("福州") + "</w:smartTag><w:bdo>" + run("市") + "</w:bdo>"],
         "网址福州市"),
    text("pinyin above the line is not read",
         [r("<w:ruby><w:rubyPr/><w:rt>" + run("mǐn") + "</w:rt><w:rubyBase>" + run("闽") + "</w:rubyBase></w:ruby>") + run("云")], "闽云"),
    text("entities and characters beyond the first plane", [run("甲&amp;乙&#x20BB7;&lt;")], "甲&乙𠮷<"),
]

HEADINGS = numbering(abstract(4, level(0, "chineseCountingThousand", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"),
                              level(2, "decimal", "（%3）"), level(3, "decimalEnclosedCircleChinese", "%4", '<w:suff w:val="nothing"/>')),
                     abstract(5, level(0, "bullet", "●"), level(1, "lowerLetter", "%2)", start=3)), abstract(6, level(0, "decimal", "%1.")),
                     abstract(7, level(0, "decimal", "%1", "<w:rPr><w:vanish/></w:rPr>")),
                     num(1, 4), num(2, 4, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'), num(3, 5), num(9, 6), num(8, 99), num(7, 7),
                     num(6, 6, f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1-", start=4)}</w:lvlOverride>'))


def listed(name, body, rows, styles="", findings=(), members=None, merges=()):
    return read(name, docx(body, styles=styles, more=HEADINGS if members is None else members), rows, findings, merges)


def item(content, number, at=0):
    return p(content, properties=of_list(number, at))


def linked(*more):
    """A list whose levels are those of the style 甲, and what else there is."""
    return numbering(abstract(1, '<w:numStyleLink w:val="A"/>'), num(1, 1), *more)


NUMBERS = [
    text("a number that is typed is text", [run("1.平台名称")], "1.平台名称"),
    listed("numbers are read as they are seen, level by level",
           item("甲", 1) + item("乙", 1, 1) + item("丙", 1, 1) + item("丁", 1, 2) + item("戊", 1, 3) + item("己", 1, 3) + item("庚", 1) + item("辛", 1, 1),
           {1: ["一、 甲"], 2: ["1.1 乙"], 3: ["1.2 丙"], 4: ["（1） 丁"], 5: ["①戊"], 6: ["②己"], 7: ["二、 庚"], 8: ["2.1 辛"]}),
    listed("a level above that was passed over has begun", item("甲", 1, 1) + item("乙", 1), {1: ["1.1 甲"], 2: ["二、 乙"]}),
    listed("a list goes on behind another text, and one begins where it is told to",
           item("甲", 1) + p("文") + item("乙", 1) + item("丙", 2) + item("丁", 2) + item("戊", 1),
           {1: ["一、 甲"], 2: ["文"], 3: ["二、 乙"], 4: ["七、 丙"], 5: ["八、 丁"], 6: ["九、 戊"]}),
    listed("a level may begin with another number, and be another for one number", item("甲", 3, 1) + item("乙", 3, 1) + item("丙", 6),
           {1: ["c) 甲"], 2: ["d) 乙"], 3: ["IV- 丙"]}),
    listed("ornaments and hidden numbers are none, nor what no list is",
           item("甲", 3) + item("乙", 7) + item("丙", 8) + item("丁", 0) + item("戊", 77) + item("己", 1, 9) + item("庚", "x"),
           {1: ["甲"], 2: ["乙"], 3: ["丙"], 4: ["丁"], 5: ["戊"], 6: ["己"], 7: ["庚"]}),
    blocks("without lists there are no numbers", item("平台名称", 1), {1: ["平台名称"]}),
    listed("blank paragraphs count and have no number", item("甲", 1) + item("", 1) + item("乙", 1), {1: ["一、 甲"], 3: ["三、 乙"]}),
    listed("a number joins no figure", item("60", 9) + item("６0", 9) + item("-5", 9) + item(".5", 9) + item("六十", 9),
           {1: ["60"], 2: ["６0"], 3: ["-5"], 4: [".5"], 5: ["5. 六十"]}),
    listed("a row's first cell has the number of a heading and not that of a row, the others are answers",
           tbl(tr(cell(item("设备", 1)), "甲"), tr(cell(item("设备", 1, 2)), "甲"), tr(cell(item("设备", 9)), cell(item("闽云", 9))), tr(cell(item("模型", 9)), "", cell(p())), tr("", cell(item("乙", 9)))),
           {1: ["一、 设备", "甲"], 2: ["设备", "甲"], 3: ["设备", "闽云"], 4: ["3. 模型", "", ""], 5: ["", "乙"]}),
    listed("where rows are numbered the number alone is a cell", tbl(tr(cell(item("", 9)), "甲"), tr(cell(item("", 9)), cell(item("", 9)))) + tbl(tr(cell(item("", 1)), "乙"))
           + tbl(tr(top(item("", 9)), "丙"), tr(under(item("", 9)), "丁")),
           {1: ["1", "甲"], 2: ["2", ""], 3: ["", "乙"], 4: ["4", "丙"], 5: [None, "丁"]}, merges=["A4:A5"]),
    listed("among several paragraphs of a cell each has its number", tbl(tr("计划", cell(item("甲", 9), item("60", 9), item("乙", 9), p("丙")))),
           {1: ["计划", "1. 甲\n60\n3. 乙\n丙"]}),
    listed("a cell's only paragraph that says something", tbl(tr(cell(p(), item("甲", 1, 2), p()))), {1: ["（1） 甲"]}),
    listed("numbers by styles: a level's own style, one based on it, one that takes the number away",
           p("甲", properties='<w:pStyle w:val="A"/>') + p("乙", properties='<w:pStyle w:val="B"/>') + p("丙", properties='<w:pStyle w:val="C"/>')
           + p("丁", properties='<w:pStyle w:val="D"/>') + p("戊"),
           {1: ["一、 甲"], 2: ["1.1 乙"], 3: ["1.2 丙"], 4: ["丁"], 5: ["二、 戊"]},
           '<w:style w:type="paragraph" w:styleId="A" w:default="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
           '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
           '<w:style w:type="paragraph" w:styleId="C"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
           '<w:style w:type="paragraph" w:styleId="D"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>',
           members=numbering(abstract(4, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", '<w:pStyle w:val="C"/><w:isLgl/>')), num(1, 4))),
    listed("a list that has the levels of a style", item("甲", 1) + item("乙", 2), {1: ["1. 甲"], 2: ["2. 乙"]},
           '<w:style w:type="numbering" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
           members=linked(abstract(2, level(0, "decimal", "%1.")), num(2, 2))),
    listed("lists and styles that name each other in a circle end", item("甲", 1) + p("乙", properties='<w:pStyle w:val="B"/>'), {1: ["甲"], 2: ["乙"]},
           '<w:style w:type="numbering" w:styleId="A"><w:basedOn w:val="B"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
           '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="B"/></w:style>', members=linked()),
    listed("a level that begins anew only behind the first", item("甲", 1) + item("乙", 1, 1) + item("丙", 1, 2) + item("丁", 1, 1) + item("戊", 1, 2) + item("己", 1) + item("庚", 1, 2),
           {1: ["1 甲"], 2: ["1.1 乙"], 3: ["①1 丙"], 4: ["1.2 丁"], 5: ["①2 戊"], 6: ["2 己"], 7: ["①1 庚"]},
           members=numbering(abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "①%3", '<w:lvlRestart w:val="1"/>')), num(1, 1))),
    listed("the largest number stays it", item("甲", 1) + item("乙", 1), {1: ["18446744073709551615 甲"], 2: ["18446744073709551615 乙"]},
           members=numbering(abstract(1, level(0, "decimal", "%1", start=18446744073709551615)), num(1, 1))),
    listed("what is deleted, hidden or a table of contents does not count",
           f"<w:p><w:pPr>{of_list(9)}<w:rPr><w:del/></w:rPr></w:pPr>{run('甲')}</w:p>" + item("乙", 9) + tbl(tr(cell(item("丙", 9)), properties="<w:del/>"), tr(cell(item("丁", 9))))
           + f"<w:p><w:pPr>{of_list(9)}<w:rPr><w:vanish/></w:rPr></w:pPr></w:p>" + p(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>TOC</w:instrText>")
           + r('<w:fldChar w:fldCharType="separate"/>')) + item("1.1 目录", 9) + p(r('<w:fldChar w:fldCharType="end"/>')) + item("戊", 9),
           {1: ["1. 甲乙"], 2: ["2. 丁"], 7: ["3. 戊"]}, findings=[f"{REVISED} 正文!A1"]),
    refused("a list with more around its numbers than any has", docx(p("甲"), styles="", more=numbering(abstract(1, level(0, "decimal", "x" * 1025)), num(1, 1)))
            , "package_too_large"),
    refused("more lists than any document has", docx(p("甲"), styles="", more=numbering("".join(abstract(i) for i in range(16385)))), "package_too_large"),
    refused("lists that are cut", docx(p("甲"), styles="", more=numbering("<w:num>")), "workbook_damaged"),
]

LINES = [
    text("blanks to be filled in are a line", [run("运行设备"), underlined("    "), run("台/套；加工"), underlined("　　"), run("台/套")],
         "运行设备____台/套；加工____台/套"),
    text("what is filled in stands without the blanks around it", [run("运行设备"), underlined("  12 "), run("台/套")], "运行设备12台/套"),
    text("a line that is filled in across several runs",
         [run("平台名称："), underlined("  "), underlined("闽云"), underlined(" 制造 "), underlined("   "), run("（盖章）")], "平台名称：闽云 制造（盖章）"),
    text("a line of tabs", [run("联系人"), r("<w:tab/><w:tab/>", '<w:u w:val="single"/>'), run("电话"), r("<w:tab/>"), run("1")], "联系人____电话\t1"),
    text("a blank that parts words stays", [run("ABC"), underlined(" Cloud "), run("2.0")], "ABC Cloud 2.0"),
    text("other kinds of lines", [underlined("  ", "dotted"), run("甲"), underlined("  ", "none"), run("乙"), underlined("  ", "words")], "____甲  乙  "),
    text("a line does not go on in the next line", [r("<w:t xml:space='preserve'>  </w:t><w:br/><w:t xml:space='preserve'>  </w:t>", '<w:u w:val="thick"/>')],
         "____\n____"),
    read("lines by styles", docx(p('<w:r><w:rPr><w:rStyle w:val="L2"/></w:rPr><w:t xml:space="preserve">  </w:t></w:r>', run("台"))
                                 + p("  ", run("甲", '<w:u w:val="none"/>'), properties='<w:pStyle w:val="P1"/>'),
                                 styles='<w:style w:type="character" w:styleId="L1"><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
                                 '<w:style w:type="character" w:styleId="L2"><w:basedOn w:val="L1"/></w:style>'
                                 '<w:style w:type="paragraph" w:styleId="P1"><w:rPr><w:u w:val="single"/></w:rPr></w:style>'),
         {1: ["____台"], 2: ["____甲"]}),
    text("underscores that were typed stay as they are", [run("共__台、______套")], "共__台、______套"),
]

FIELDS = [
    text("of a field the result counts", [run("第"), field("x", "PAGE", "3"), run("页")], "第3页"),
    text("a field in the instruction of another", [
        r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>IF </w:instrText>") + field("x", "DOCPROPERTY a", "不算")
        + run("也不算") + r('<w:fldChar w:fldCharType="separate"/>') + run("算") + field("x", "PAGE", "5") + r('<w:fldChar w:fldCharType="end"/>')], "算5"),
    text("a simple field", ['<w:fldSimple w:instr="PAGE">' + run("7") + "</w:fldSimple>"], "7"),
    text("boxes of old forms", [box('<w:default w:val="0"/><w:checked/>'), run("是"), box('<w:default w:val="1"/><w:checked w:val="0"/>'), run("否"),
                                box('<w:default w:val="1"/>'), run("有"), box('<w:default w:val="0"/>', "☒"), run("无")], "☑是☐否☑有☐无"),
    text("lines of old forms", [run("名称："), line("闽云"), run("；数量："), line("\u2002\u2002\u2002"), run("台；"), line(underlined("  "))], "名称：闽云；数量：____台；____"),
    text("lists of old forms", [choice('<w:result w:val="1"/>'), run("，"), choice('<w:default w:val="2"/>'), run("，"), choice("")], "民营，外资，国有"),
    text("a tick that a field lays into a box", [field("x", "eq \\o\\ac(□,√)"), run("是"), field("x", "EQ \\o\\ac(□,×)"), run("否"),
                                                 '<w:fldSimple w:instr=" EQ \\o(○,12) "/>', field("x", "EQ \\o(□,√)", "")], "☑是☒否⑫☑"),
    text("one that comes in pieces, its tick as a symbol",
         [r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>E</w:instrText>") + r("<w:instrText>Q \\o(□,</w:instrText>") + symbol("Wingdings", "F0FC")
          + r("<w:instrText>)</w:instrText>") + r('<w:fldChar w:fldCharType="end"/>'), run("是")], "☑是"),
    text("what a field shows and the file has not is told", [run("共"), field("x", "EQ \\f(1,2)"), run("台")], "共台", ["document_part_not_read 正文!A2"]),
    text("the same of a box to click", [field("x", "MACROBUTTON a □"), run("是")], "是", ["document_part_not_read 正文!A2"]),
    text("fields that show nothing need not be told", [field("x", "XE a"), field("x", "REF a", ""), '<w:fldSimple w:instr="DATE"/>', field("x", " "), run("台"),
                                                       f"<w:del>{field('x', 'PAGE')}</w:del>"], "台", [f"{REVISED} 正文!A2"]),
    text("an equation that has its result", [field("x", "EQ \\o(□,√)", "是")], "是"),
    blocks("a field may go on over paragraphs",
           p(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>REF a</w:instrText>") + r('<w:fldChar w:fldCharType="separate"/>') + run("一"))
           + p("二", r('<w:fldChar w:fldCharType="end"/>')), {1: ["一"], 2: ["二"]}),
    blocks("a table of contents is no text: page numbers would stand behind labels",
           p(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText> TOC </w:instrText>") + r('<w:fldChar w:fldCharType="separate"/>')
             + run("1.1 工业设备数量") + r("<w:tab/>") + field("x", "PAGEREF a", "12"))
           + p("1.2 工业模型数量", r("<w:tab/>"), field("x", "PAGEREF b", "15")) + p(r('<w:fldChar w:fldCharType="end"/>')) + p("一、"), {4: ["一、"]}),
    refused("contents that do not end are damage",
            docx(p(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>TOC</w:instrText>") + r('<w:fldChar w:fldCharType="separate"/>'), "正文")),
            "workbook_damaged"),
    refused("an instruction that does not end is damage", docx(p(r('<w:fldChar w:fldCharType="begin"/>'), "正文")), "workbook_damaged"),
]

CONTROLS = [
    text("boxes", [ticked("1", "☒"), run("是"), ticked("0", "☐"), run("否"), ticked("true", "☑")], "☑是☐否☑"),
    text("a box that shows another sign than its state", [ticked("0", "☒"), run("是"), ticked("1", "□")], "☐是☑", ["document_box_doubtful 正文!A2"]),
    text("a box around nothing", [control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', ""), run("是")], "☑是"),
    text("a control's text", [run("类型："), control("<w:dropDownList/>", run("民营")), run("。")], "类型：民营。"),
    text("a list to choose from or to write into, a date, rich text: as they are seen",
         [control('<w:comboBox><w:listItem w:displayText="国有" w:value="1"/></w:comboBox>', run("国有")), run("，"),
          control('<w:date w:fullDate="2023-06-01T00:00:00Z"><w:dateFormat w:val="yyyy年M月d日"/></w:date>', run("2023年6月1日")), run("，"),
          control('<w:alias w:val="简介"/><w:richText/><w:placeholder><w:docPart w:val="x"/></w:placeholder>', run("甲") + run("乙"))], "国有，2023年6月1日，甲乙"),
    text("a control that is not filled in is a line", [run("名称："), control("<w:showingPlcHdr/>", run("单击此处") + run("输入文字")), run("。")], "名称：____。"),
    blocks("and blank where nothing else stands", tbl(tr("名称", cell(p(control("<w:showingPlcHdr/>", run("单击此处")))),
                                                         control("<w:showingPlcHdr/>", cell("单击此处")))),
           {1: ["名称", "", ""]}),
    text("a placeholder that was switched off is text", [control('<w:showingPlcHdr w:val="0"/>', run("闽云"))], "闽云"),
]

SYMBOLS = [
    text("boxes and ticks of symbol fonts",
         [symbol("Wingdings", "F0FE"), run("是"), symbol("Wingdings", "F0A8"), run("否"), symbol("Wingdings", "F06F"), symbol("Wingdings", "F0FC"),
          symbol("Wingdings 2", "F052"), symbol("Wingdings 2", "0052"), symbol("Wingdings 2", "F050"), symbol("Wingdings 2", "00A3"),
          symbol("Wingdings", "F0FD")], "☑是☐否☐√☑☑√☐☒"),
    text("ordinary fonts say what they say", [symbol("MS Gothic", "2611"), symbol("宋体", "25A1"), symbol("Symbol", "F0B3")], "☑□≥"),
    text("letters in a symbol font", [run("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'), run("是"),
                                      run("£", '<w:rFonts w:hAnsi="Wingdings 2"/>'), run("否 R"), run("R", '<w:rFonts w:ascii="宋体" w:hAnsi="Wingdings 2"/>'),
                                      run("\uF0FE", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')], "☑是☐否 RR☑"),
    text("a symbol that nobody knows is told", [run("甲"), symbol("Wingdings", "F04A"), symbol("Webdings", "F061")], "甲\uFFFD\uFFFD", ["document_symbol 正文!A2"]),
]

CHANGES = [
    text("insertions count, deletions do not",
         [run("共"), f"<w:ins>{run('15')}</w:ins><w:del><w:r><w:delText>12</w:delText></w:r></w:del>", run("台")], "共15台", [f"{REVISED} 正文!A2"]),
    text("what was moved counts where it went",
         [f"<w:moveFromRangeStart/><w:moveFrom>{run('甲')}</w:moveFrom>", run("乙"), f"<w:moveTo>{run('甲')}</w:moveTo>"], "乙甲", [f"{REVISED} 正文!A2"]),
    text("a change of looks is none", [run("甲", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")], "甲"),
    blocks("a deleted mark joins its paragraph with the next",
           p("闽", properties="<w:rPr><w:del/></w:rPr>") + p("云") + p("末", properties="<w:rPr><w:del/></w:rPr>"), {1: ["闽云"], 2: ["末"]}, [f"{REVISED} 正文!A1"]),
    blocks("a deleted row is none", tbl(tr("甲"), tr("乙", properties="<w:del/>"), tr("丙", properties="<w:ins/>")), {1: ["甲"], 2: ["丙"]},
           [f"{REVISED} 正文!A2"]),
    blocks("a deleted cell is blank", tbl(tr("甲", cell("乙", properties="<w:cellDel/>"), "丙")), {1: ["甲", "", "丙"]}, [f"{REVISED} 正文!B1"]),
    text("a box in deleted text", ["<w:del>" + box("<w:checked/>") + "</w:del>", run("甲")], "甲", [f"{REVISED} 正文!A2"]),
]

UNSEEN = [
    text("hidden text is told and does not count", [run("共"), run("12", "<w:vanish/>"), run("15台")], "共15台", [f"{HIDDEN} 正文!A2"]),
    text("text that is not hidden after all", [run("共", '<w:vanish w:val="0"/>'), run("15", "<w:webHidden/>")], "共15"),
    text("what is struck through is told and counts", [run("共"), run("12", "<w:strike/>"), run("15台"), run("套", "<w:dstrike/>")], "共12\u033615台套",
         ["document_struck_text 正文!A2"]),
    text("what is not struck through after all", [run("共", '<w:strike w:val="0"/>'), run(" ", "<w:strike/>"), run("15")], "共 15"),
    blocks("paragraphs that are struck through are told a hundred times, and how often more", "".join(p(run("甲", "<w:strike/>")) for _ in range(102)),
           {i: ["甲"] for i in range(1, 103)}, [f"document_struck_text 正文!A{i}" for i in range(1, 101)] + ["document_struck_text_more 正文!A101"]),
    text("white text is told and counts", [run("9", '<w:color w:val="FFFFFF"/>'), run("500台")], "9500台", ["document_white_text 正文!A2"]),
    text("white text on another ground, and black in spite of its style", [run("9", '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'), run("5", '<w:color w:val="ffffff"/><w:shd w:val="clear" w:fill="1F4E79"/>'),
                                                                            run("0", '<w:color w:val="auto"/>'), run(" ", '<w:color w:val="FFFFFF"/>'), run("台")], "950 台"),
    blocks("white text of a cell that has a ground", tbl(tr(cell(p(run("甲", '<w:color w:val="FFFFFF"/>')), properties='<w:shd w:val="clear" w:fill="4472C4"/>'), "乙")), {1: ["甲", "乙"]}),
    blocks("paragraphs of white text are told a hundred times, and how often more", "".join(p(run("甲", '<w:color w:val="FFFFFF"/>')) for _ in range(102)),
           {i: ["甲"] for i in range(1, 103)}, [f"document_white_text 正文!A{i}" for i in range(1, 101)] + ["document_white_text_more 正文!A101"]),
    text("text that is too small to be seen is told and counts", [run("60"), run("0", '<w:sz w:val="2"/>'), run(" ", '<w:sz w:val="2"/>'), run("台", '<w:sz w:val="7"/>')],
         "600 台", ["document_tiny_text 正文!A2"]),
    read("small by its style, and large in spite of it",
         docx(p("甲", run("乙", '<w:sz w:val="21"/>'), run(" ", '<w:sz w:val="x"/>'), properties='<w:pStyle w:val="T"/>') + p(run("丙", '<w:sz w:val="21"/>'), properties='<w:pStyle w:val="T"/>'),
              styles='<w:style w:type="paragraph" w:styleId="S"><w:rPr><w:sz w:val="4"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="T"><w:basedOn w:val="S"/></w:style>'),
         {1: ["甲乙 "], 2: ["丙"]}, ["document_tiny_text 正文!A1"]),
    text("hidden blanks need not be told", [run("共"), run("  ", "<w:vanish/>"), run("台")], "共台"),
    read("hidden by styles, which toggle",
         docx(p(run("甲", '<w:rStyle w:val="H"/>'), "乙") + p(run("丙", '<w:rStyle w:val="H"/>'), "丁", properties='<w:pStyle w:val="HP"/>')
              + p(run("戊", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')),
              styles='<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
              '<w:style w:type="paragraph" w:styleId="HP"><w:rPr><w:vanish/></w:rPr></w:style>'
              '<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>'),
         {1: ["乙"], 2: ["丙"], 3: ["戊"]}, [f"{HIDDEN} 正文!A1", f"{HIDDEN} 正文!A2"]),
    text("notes are told", [run("甲"), r('<w:footnoteReference w:id="2"/>'), r('<w:endnoteReference w:id="3"/>')], "甲", ["document_notes 正文!A2"]),
    text("comments are told", ['<w:commentRangeStart w:id="0"/>', run("甲"), '<w:commentRangeEnd w:id="0"/>', r('<w:commentReference w:id="0"/>')], "甲",
         ["document_comments 正文!A2"]),
    text("formulas, charts and objects are told", [run("共"), f"<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>", run("台")], "共台",
         ["document_part_not_read 正文!A2"]),
    text("an embedded file", [run("见"), r('<w:object><v:shape><o:r/></v:shape><o:OLEObject Type="Embed"/></w:object>')], "见", ["document_part_not_read 正文!A2"]),
    text("a chart", [r('<w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="x"/></a:graphicData></a:graphic></wp:inline></w:drawing>'), run("图")], "图",
         ["document_part_not_read 正文!A2"]),
    text("a picture is no text", [r('<w:drawing><wp:inline><a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing>'), run("图")], "图"),
    refused("a document of another kind in it, which may hold the table", docx(p("甲") + '<w:altChunk r:id="x"/>'), "document_chunk_not_read"),
    refused("one in a cell", docx(tbl(tr("甲", cell(p("乙"), '<w:altChunk r:id="x"/>')))), "document_chunk_not_read"),
]

BOXES = [
    blocks("a text box comes once, in front of its paragraph", p("上") + p(alternate("wps", p("框一") + p("框二"), p("旧框")), "下"),
           {1: ["上"], 2: ["框一"], 3: ["框二"], 4: ["下"]}, ["document_text_box 正文!A4"]),
    blocks("the fallback where the choice needs what nobody knows", p(alternate("xyz", p("新"), p("旧")), "下"), {1: ["旧"], 2: ["下"]},
           ["document_text_box 正文!A2"]),
    blocks("a choice without a fallback", p(alternate("wps", p("新"), None)), {1: ["新"]}, ["document_text_box 正文!A2"]),
    blocks("an old text box in a cell, with a field around it",
           tbl(tr("甲", cell(p("乙", r(old_shape(p("框", field("x", "PAGE", "3"))))), p("丙")))), {1: ["甲", "框3\n乙\n丙"]}, ["document_text_box 正文!B1"]),
    blocks("a table in a text box", p(alternate("wps", tbl(tr("甲", "乙")), p("旧")), "下"), {1: ["甲", "乙"], 2: ["下"]}, ["document_text_box 正文!A2"]),
    blocks("text boxes are told paragraph by paragraph", p("甲", r(old_shape(p("一"))), r(old_shape(p("二")))) + tbl(tr("乙", cell(p(r(old_shape(p("三"))))))),
           {1: ["一"], 2: ["二"], 3: ["甲"], 4: ["乙", "三\n"]}, ["document_text_box 正文!A3", "document_text_box 正文!B4"]),
    blocks("a hidden text box", p(r(old_shape(p("框")), "<w:vanish/>"), "下"), {2: ["下"]}),
]

PACKAGES = [
    read("strict", package(document(p("闽云") + tbl(tr(span(2, "甲"), "乙")), STRICT, 'w:conformance="strict"'), STRICT),
         {1: ["闽云"], 2: ["甲", None, "乙"]}, merges=["A2:B2"]),
    read("a template", docx(p("闽云"), content_types=types(MAIN.replace("document", "template"))), {1: ["闽云"]}),
    read("one with macros is read without them",
         docx(p("闽云"), content_types=types("application/vnd.ms-word.document.macroEnabled.main+xml"),
              more=[("word/_rels/document.xml.rels", relations(TRANSITIONAL, ("vbaProject", "vbaProject.bin"))), ("word/vbaProject.bin", "x")]),
         {1: ["闽云"]}, macros="true"),
    read("the main part stands where the relationships say",
         package(document(p("闽云")), content_types=types(part="/docs/main.xml"), part="docs/main.xml", target="/docs/main.xml",
                 more=[("word/document.xml", "no XML")]), {1: ["闽云"]}),
    read("types that name no main part", docx(p("闽云"), content_types=types("application/xml")), {1: ["闽云"]}),
    refused("no main part", zipped([("[Content_Types].xml", types()), ("_rels/.rels", relations(TRANSITIONAL, ("officeDocument", "word/document.xml")))]),
            "workbook_damaged"),
    refused("no relationships", zipped([("[Content_Types].xml", types()), ("word/document.xml", document(p("甲")))]), "workbook_damaged"),
    refused("a main part that is cut", package(document(p("甲"))[:-30]), "workbook_damaged"),
    refused("a main part of another kind", package("<x/>"), "workbook_damaged"),
    refused("a DOCTYPE", package(document(p("甲"), doctype='<!DOCTYPE a [<!ENTITY b "c">]>')), "xml_doctype"),
    refused("styles that are cut", docx(p("甲"), styles="<w:style>"), "workbook_damaged"),
    refused("a paragraph in a paragraph", docx(f"<w:p>{p('甲')}</w:p>"), "workbook_damaged"),
    refused("text outside of a run", docx("<w:p><w:t>甲</w:t></w:p>"), "workbook_damaged"),
    refused("a cell outside of a row", docx(f"<w:tbl>{cell('甲')}</w:tbl>"), "workbook_damaged"),
    refused("a row outside of a table", docx(tr("甲")), "workbook_damaged"),
    refused("two bodies", package(document(p("甲")).replace("</w:body>", "</w:body><w:body/>")), "workbook_damaged"),
    refused("a width that no table has", docx(tbl(tr(span("4294967297", "甲")))), "workbook_damaged"),
    refused("a width that is no number", docx(tbl(tr(span("x", "甲")))), "workbook_damaged"),
    refused("wider than any sheet", docx(tbl(tr(span(16384, "甲"), "乙"))), "too_many_columns"),
    refused("a symbol without a code", docx(p(r('<w:sym w:font="Wingdings"/>'))), "workbook_damaged"),
    refused("a field of no known kind", docx(p(r('<w:fldChar w:fldCharType="middle"/>'))), "workbook_damaged"),
]

CASES = PLACES + TEXTS + NUMBERS + LINES + FIELDS + CONTROLS + SYMBOLS + CHANGES + UNSEEN + BOXES + PACKAGES
