"""XML spreadsheets of 2003, as Excel, WPS, LibreOffice and portals write them."""
from kit import Case, Sheet

SPACES = ('xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office" '
          'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
          'xmlns:html="http://www.w3.org/TR/REC-html40"')
EXCEL = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
STYLES = ('<Styles><Style ss:ID="Default" ss:Name="Normal"><Alignment ss:Vertical="Center"/><NumberFormat/></Style>'
          '<Style ss:ID="s21"><NumberFormat ss:Format="Percent"/></Style>'
          '<Style ss:ID="s22"><NumberFormat ss:Format="Short Date"/></Style>'
          '<Style ss:ID="s23"><NumberFormat ss:Format="General Date"/></Style>'
          '<Style ss:ID="s24"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></Style>'
          '<Style ss:ID="s25"><NumberFormat ss:Format="Standard"/></Style>'
          '<Style ss:ID="s26"><NumberFormat ss:Format="h:mm:ss"/></Style>'
          '<Style ss:ID="s27"><NumberFormat ss:Format="[h]:mm:ss"/></Style>'
          '<Style ss:ID="s28" ss:Parent="s21"><Font ss:Bold="1"/></Style>'
          '<Style ss:ID="s29"><NumberFormat ss:Format="Long Time"/></Style>'
          '<Style ss:ID="s30"><NumberFormat ss:Format="Yes/No"/></Style></Styles>')


def sheet(table, name="Sheet1", behind="", attributes=""):
    return f'<Worksheet ss:Name="{name}"><Table{attributes}>{table}</Table>{behind}</Worksheet>'


def book(*sheets, before=STYLES, head=EXCEL, root="Workbook"):
    return f"{head}<{root} {SPACES}>{before}{''.join(sheets)}</{root}>".encode()


def text(value, more=""):
    return f'<Cell{more}><Data ss:Type="String">{value}</Data></Cell>'


def data(kind, value, style="", more=""):
    styled = f' ss:StyleID="{style}"' if style else ""
    return f'<Cell{styled}{more}><Data ss:Type="{kind}">{value}</Data></Cell>'


def row(*cells, more=""):
    return f"<Row{more}>{''.join(cells)}</Row>"


def one(*rows, **more):
    """A workbook of one sheet."""
    return book(sheet("".join(rows)), **more)


def options(visible):
    return (f'<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Unsynced/>'
            f'<Visible>{visible}</Visible><Panes><Pane><Number>3</Number></Pane></Panes></WorksheetOptions>')


def refused(name, bytes_, code="workbook_damaged"):
    return Case(name, bytes_, refused=code)


FONTS = ('<Styles><Style ss:ID="Default"><Font ss:Size="12"/></Style><Style ss:ID="old"><Font ss:StrikeThrough="1"/></Style>'
         '<Style ss:ID="off"><Font ss:StrikeThrough="0"/></Style><Style ss:ID="based" ss:Parent="old"><NumberFormat ss:Format="0%"/></Style>'
         '<Style ss:ID="anew" ss:Parent="old"><Font ss:Bold="1"/></Style><Style ss:ID="date" ss:Parent="based"><NumberFormat ss:Format="[h]:mm:ss"/></Style>'
         '<Style ss:ID="plain"/></Styles>')
OF_STYLES = '<Styles><Style ss:ID="Default"><Font ss:StrikeThrough="true"/></Style><Style ss:ID="a"/><Style ss:ID="b"><Font/></Style></Styles>'


def rich(inner, style=""):
    styled = f' ss:StyleID="{style}"' if style else ""
    return f'<Cell{styled}><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">{inner}</ss:Data></Cell>'


PLAIN = row(text("序号"), text("平台名称")) + row(data("Number", "1"), text("闽云"))
PLAIN_ROWS = {1: ["序号", "平台名称"], 2: ["1", "闽云"]}
GBK = '<?xml version="1.0" encoding="{}"?>\n<Workbook ' + SPACES + ">" + sheet(PLAIN) + "</Workbook>"
BOMB = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>')

EXCEL_2003 = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40">
 <DocumentProperties xmlns="urn:schemas-microsoft-com:office:office">
  <Author>吴样二</Author>
  <Created>2023-05-01T00:00:00Z</Created>
  <Version>11.9999</Version>
 </DocumentProperties>
 <ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel">
  <WindowHeight>9000</WindowHeight>
  <ProtectStructure>False</ProtectStructure>
 </ExcelWorkbook>
 <Styles>
  <Style ss:ID="Default" ss:Name="Normal">
   <Alignment ss:Vertical="Center"/>
   <Font ss:FontName="宋体" x:CharSet="134" ss:Size="12"/>
   <NumberFormat/>
  </Style>
  <Style ss:ID="s22">
   <NumberFormat ss:Format="0%"/>
  </Style>
 </Styles>
 <Names><NamedRange ss:Name="区域" ss:RefersTo="=Sheet1!R1C1"/></Names>
 <Worksheet ss:Name="推荐汇总">
  <Table ss:ExpandedColumnCount="3" ss:ExpandedRowCount="4" x:FullColumns="1"
   x:FullRows="1" ss:DefaultColumnWidth="54" ss:DefaultRowHeight="14.25">
   <Column ss:AutoFitWidth="0" ss:Width="84"/>
   <Row ss:AutoFitHeight="0" ss:Height="25.5">
    <Cell ss:MergeAcross="2"><Data ss:Type="String">汇总表</Data><NamedCell ss:Name="区域"/></Cell>
   </Row>
   <Row ss:Index="3">
    <Cell><Data ss:Type="String">闽云&#10;二期 &lt;A&amp;B&gt;</Data><Comment ss:Author="吴样二"><ss:Data
      xmlns="http://www.w3.org/TR/REC-html40"><B>吴样二:</B>核对</ss:Data></Comment></Cell>
    <Cell ss:Index="3" ss:StyleID="s22"><Data ss:Type="Number">0.28999999999999998</Data></Cell>
   </Row>
   <Row>
    <Cell ss:Formula="=SUM(R[-1]C[2])"><Data ss:Type="Number">0.28999999999999998</Data></Cell>
   </Row>
  </Table>
  <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Selected/></WorksheetOptions>
 </Worksheet>
</Workbook>
""".replace("\n", "\r\n").encode()

CASES = [
    Case("as Excel 2003 writes it", EXCEL_2003,
         [Sheet("推荐汇总", {1: ["汇总表"], 3: ["闽云\n二期 <A&B>", None, "29%"], 4: ["0.29"]},
                {3: "C:percent", 4: "A:formula,number"}, merges=["A1:C1"])],
         facts={"format": "xml2003", "encoding": "UTF-8"}),
    Case("as LibreOffice writes it: prefixed sheets, spans of time with more than 23 hours",
         book('<ss:Worksheet ss:Name="汇总"><Table ss:StyleID="s25"><Column ss:Span="4" ss:Width="64.008"/>'
              + row(text("标题  双空格\n第二行"), data("DateTime", "2023-05-01T00:00:00.000", "s22"),
                    data("DateTime", "1899-12-31T27:30:00.000", "s26"), more=' ss:Height="23.8"')
              + '<Row><Cell ss:Index="5"/></Row></Table><x:WorksheetOptions/></ss:Worksheet>'),
         [Sheet("汇总", {1: ["标题  双空格\n第二行", "2023-05-01", "27:30:00"]}, {1: "B:date C:time"})]),
    Case("every element with a prefix, in single quotes",
         ("<ss:Workbook xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><ss:Worksheet ss:Name='a'><ss:Table><ss:Row>"
          "<ss:Cell><ss:Data ss:Type='Number'>7</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>").encode(),
         [Sheet("a", {1: ["7"]}, {1: "A:number"})]),
    Case("number formats by name and by code",
         one(row(data("Number", "0.625", "s21"), data("Number", "45047", "s22"), data("Number", "45047.5", "s23"),
                 data("Number", "45047", "s24"), data("Number", "1234.5", "s25"), data("Number", "0.604166666666667", "s29"),
                 data("Number", "1", "s30"))),
         [Sheet("Sheet1", {1: ["62.5%", "2023-05-01", "2023-05-01T12:00:00", "2023-05-01", "1234.5", "14:30:00", "1"]},
                {1: "A:percent B:date C:date D:date E:number F:time G:number"})]),
    Case("a style based on another has its format",
         one(row(data("Number", "0.5", "s28"))), [Sheet("Sheet1", {1: ["50%"]}, {1: "A:percent"})]),
    Case("a style without a format has that of Default",
         one(row(data("Number", "0.5"), data("Number", "0.5", "a"), data("Number", "0.5", "b")),
             before='<Styles><Style ss:ID="Default"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="a"/>'
                    '<Style ss:ID="b"><NumberFormat/></Style></Styles>'),
         [Sheet("Sheet1", {1: ["50%", "50%", "0.5"]}, {1: "A:percent B:percent C:number"})]),
    Case("cells take the style of their row, and else of their column",
         one('<Column/><Column ss:Index="2" ss:StyleID="s21"/>', row(data("Number", "45047"), data("Number", "1"), more=' ss:StyleID="s22"'),
             row(data("Number", "2"), data("Number", "1"))),
         [Sheet("Sheet1", {1: ["2023-05-01", "1900-01-01"], 2: ["2", "100%"]}, {1: "A:date B:date", 2: "A:number B:percent"})]),
    Case("times: dates, times of day, elapsed, and one under no date format",
         one(row(data("DateTime", "2023-05-01T00:00:00.000", "s22"), data("DateTime", "2023-05-01T08:30:00.000", "s22"),
                 data("DateTime", "1899-12-31T14:30:00.000", "s26"), data("DateTime", "1900-01-01T03:30:00.000", "s27"),
                 data("DateTime", "2023-05-01T00:00:00.000"), data("DateTime", "2023-05-01T00:00:00", "s23"))),
         [Sheet("Sheet1", {1: ["2023-05-01", "2023-05-01T08:30:00", "14:30:00", "27:30:00", "2023-05-01T00:00:00", "2023-05-01T00:00:00"]},
                {1: "A:date B:date C:time D:time E:date F:date"})]),
    Case("dates counted from 1904",
         one(row(data("Number", "43585", "s22"), data("DateTime", "2023-05-01T00:00:00.000", "s22")),
             before='<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>' + STYLES),
         [Sheet("Sheet1", {1: ["2023-05-01", "2023-05-01"]}, {1: "A:date B:date"})], facts={"date1904": "true"}),
    Case("booleans and errors",
         one(row(data("Boolean", "1"), data("Boolean", "0"), data("Error", "#DIV/0!", more=' ss:Formula="=1/0"'))),
         [Sheet("Sheet1", {1: ["TRUE", "FALSE", "#DIV/0!"]}, {1: "C:formula,error"})], findings=["cell_error Sheet1!C1"]),
    Case("a formula without a value",
         one(row('<Cell ss:Formula="=R[1]C"/>', data("String", "", more=' ss:Formula="=T(1)"'))),
         [Sheet("Sheet1", {1: [None, ""]}, {1: "A:formula_no_value B:formula"})], findings=["formula_no_value Sheet1!A1"]),
    Case("rich text, with a prefix and without",
         one(row('<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B><Font html:Color="#FF0000">红'
                 '<Sub>2</Sub></Font> 平</ss:Data></Cell>',
                 '<Cell><Data ss:Type="String"><html:I>斜</html:I></Data></Cell>')),
         [Sheet("Sheet1", {1: ["粗红₂ 平", "斜"]}, {1: "A:rich B:rich"})]),
    Case("what is raised, lowered or struck through joins no figure beside it",
         one(row(*(f'<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">{text}</ss:Data></Cell>' for text in (
             "50010<Sup>1</Sup>台", "9<Sub>2</Sub>", "5000m<Sup>2</Sup>", "<S>30</S><B>38</B>", "5<S>万</S>")))),
         [Sheet("Sheet1", {1: ["50010¹台", "9₂", "5000m2", "30\u033638", "5万\u0336"]}, {1: "A:rich B:rich C:rich D:rich E:rich"})],
         findings=["struck_text Sheet1!D1", "struck_text Sheet1!E1"]),
    Case("what is struck through is told: by the font of the style, or of the one it is based on",
         one(row(data("String", "甲", "old"), data("String", "乙", "off"), data("Number", "0.5", "based"), data("String", "丁", "anew"),
                 data("DateTime", "1899-12-31T27:30:00.000", "date"), data("String", "己", "plain"), data("String", " ", "old"),
                 data("Error", "#N/A", "old"), '<Cell ss:StyleID="old"/>'), before=FONTS),
         [Sheet("Sheet1", {1: ["甲", "乙", "50%", "丁", "27:30:00", "己", " ", "#N/A"]}, {1: "C:percent E:time H:error"})],
         findings=["struck_text Sheet1!A1", "struck_text Sheet1!C1", "struck_text Sheet1!E1", "cell_error Sheet1!H1", "struck_text Sheet1!H1"]),
    Case("what is struck through is told: by the style of the table, of a column, of a row",
         book(sheet('<Column ss:Index="2" ss:StyleID="off"/>' + row(text("甲"), text("乙"), text("丙", ' ss:StyleID="plain"'))
                    + row(text("丁"), text("戊"), more=' ss:StyleID="anew"') + row(text("己"), text("庚"), more=' ss:StyleID="old"'),
                    attributes=' ss:StyleID="based"'), before=FONTS),
         [Sheet("Sheet1", {1: ["甲", "乙", "丙"], 2: ["丁", "戊"], 3: ["己", "庚"]}, {})],
         findings=["struck_text Sheet1!A1", "struck_text Sheet1!A3", "struck_text Sheet1!B3"]),
    Case("what is struck through is told: where Default is",
         one(row(text("甲"), data("String", "乙", "a"), data("String", "丙", "b")), before=OF_STYLES), [Sheet("Sheet1", {1: ["甲", "乙", "丙"]}, {})],
         findings=["struck_text Sheet1!A1", "struck_text Sheet1!B1"]),
    Case("what is struck through is told: runs of a text",
         one(row(rich("甲<S>乙</S>丙"), rich("<B><S><I>甲</I></S></B>乙"), rich("<S> </S>甲<S></S>"), rich("<S/><Font>甲</Font>"), rich("甲"), rich("<S>乙</S>"),
                 '<Cell><Data ss:Type="String">甲</Data><Comment><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><S>注</S></ss:Data></Comment></Cell>')),
         [Sheet("Sheet1", {1: ["甲乙丙", "甲乙", " 甲", "甲", "甲", "乙", "甲"]}, {1: "A:rich B:rich C:rich D:rich F:rich"})],
         findings=["struck_text Sheet1!A1", "struck_text Sheet1!B1", "struck_text Sheet1!F1"]),
    Case("rows and columns that are left out, and rows that are repeated empty",
         one('<Column ss:Span="2"/><Column ss:Index="5" ss:Hidden="1"/><Column ss:Width="0"/>', row(text("甲", ' ss:Index="2"'), text("乙", ' ss:Index="5"')),
             '<Row ss:Span="2" ss:Height="15"/>', row(text("丙")), row(text("丁"), more=' ss:Index="9"')),
         [Sheet("Sheet1", {1: [None, "甲", None, None, "乙"], 5: ["丙"], 9: ["丁"]}, {1: "E:hidden"}, hidden=["E:F"])]),
    Case("merged ranges: cells behind them, beside them and below them",
         one(row(text("甲", ' ss:MergeAcross="1" ss:MergeDown="1"'), text("乙"), text("丙", ' ss:MergeDown="2"')),
             row('<Cell ss:Index="3"><Data ss:Type="String">丁</Data></Cell>'), row(text("戊"))),
         [Sheet("Sheet1", {1: ["甲", None, "乙", "丙"], 2: [None, None, "丁"], 3: ["戊"]}, merges=["A1:B2", "D1:D3"])]),
    Case("hidden rows, by flag and by height",
         one(row(text("甲"), more=' ss:Hidden="1"'), row(text("乙"), more=' ss:AutoFitHeight="0" ss:Height="0"'), row(text("丙"))),
         [Sheet("Sheet1", {1: ["甲"], 2: ["乙"], 3: ["丙"]}, {1: "*:hidden", 2: "*:hidden"})]),
    Case("several sheets, hidden ones too",
         book(sheet(row(text("甲")), "一"), sheet(row(text("乙")), "二", options("SheetHidden")), sheet(row(text("丙")), "三", options("SheetVeryHidden")),
              '<Worksheet ss:Name="空"/>'),
         [Sheet("一", {1: ["甲"]}), Sheet("二", {1: ["乙"]}, visibility="hidden"), Sheet("三", {1: ["丙"]}, visibility="very_hidden"), Sheet("空", {})]),
    Case("numbers: exponents, many digits, long ones, and what is none",
         one(row(data("Number", "1.3800138E10"), data("Number", "0.30000000000000004"), data("Number", "350102199001011234"),
                 data("Number", "1,5"), data("Number", ""))),
         [Sheet("Sheet1", {1: ["13800138000", "0.3", "350102199001011234", "1,5"]})],
         findings=["long_number Sheet1!C1", "number_unreadable Sheet1!D1"]),
    Case("text is kept as it is, blanks too", one(row(text(" 甲  乙 "), text(""), text("007"))), [Sheet("Sheet1", {1: [" 甲  乙 ", "", "007"]}, {})]),
    Case("GBK, declared", GBK.format("GBK").encode("gbk"), [Sheet("Sheet1", PLAIN_ROWS)],
         facts={"encoding": "GB18030", "encoding_declared": "GBK"}),
    Case("gb2312, declared so, with a name that GB 2312 lacks", GBK.format("gb2312").replace("闽云", "㐂喆𠮷").encode("gb18030"),
         [Sheet("Sheet1", {1: ["序号", "平台名称"], 2: ["1", "㐂喆𠮷"]})]),
    Case("GB18030, not declared", GBK.replace(' encoding="{}"', "").encode("gb18030"), [Sheet("Sheet1", PLAIN_ROWS)], facts={"encoding": "GB18030"}),
    Case("GBK, declared as UTF-8", GBK.format("UTF-8").encode("gbk"), [Sheet("Sheet1", PLAIN_ROWS)],
         facts={"encoding": "GB18030", "encoding_declared": "UTF-8"}),
    Case("UTF-8, declared as gb2312", GBK.format("gb2312").encode(), [Sheet("Sheet1", PLAIN_ROWS)], facts={"encoding": "UTF-8"}),
    Case("UTF-8, declared as utf-16, which .NET writes", GBK.format("utf-16").encode(), [Sheet("Sheet1", PLAIN_ROWS)], facts={"encoding": "UTF-8"}),
    Case("UTF-16", GBK.format("UTF-16").encode("utf-16"), [Sheet("Sheet1", PLAIN_ROWS)], facts={"encoding": "UTF-16LE"}),
    Case("UTF-8 with a byte order mark", b"\xef\xbb\xbf" + one(PLAIN), [Sheet("Sheet1", PLAIN_ROWS)], facts={"encoding_why": "bom"}),
    Case("elements that lost their namespace are what they say",
         one('<Row xmlns=""><Cell ss:Index="2"><Data ss:Type="String">甲</Data></Cell></Row>'), [Sheet("Sheet1", {1: [None, "甲"]})]),
    Case("a sheet without a row is an empty file", one(""), refused="empty_file"),
    refused("UTF-8 with a bad byte", GBK.format("UTF-8").encode().replace("闽".encode(), b"\xe9\x97"), "markup_bytes_invalid"),
    refused("Big5, declared", GBK.format("Big5").encode("big5", "replace"), "encoding_big5"),
    refused("HZ, which is ASCII bytes", GBK.format("hz-gb-2312").replace("平台名称", "").replace("序号", "").replace("闽云", "~{CvTF~}").encode(), "encoding_declared"),
    refused("cut in the middle", one(PLAIN)[:-80]),
    refused("cut in a tag", EXCEL_2003[:-3]),
    refused("an entity bomb", (BOMB + book(sheet(row(text("&c;"))), head="").decode()).encode(), "xml_doctype"),
    refused("a DOCTYPE that loads a file", ('<!DOCTYPE Workbook SYSTEM "file:///etc/passwd">' + book(sheet(PLAIN), head="").decode()).encode(), "xml_doctype"),
    refused("elements a hundred thousand deep", one("<Row>" * 100000 + "</Row>" * 100000)),
    refused("bad nesting", one("<Row><Cell><Data ss:Type=\"String\">a</Cell></Data></Row>")),
    refused("a value under a merged cell", one(row(text("甲", ' ss:MergeDown="1"'), text("乙")), row(text("丙")))),
    refused("merged cells that overlap", one(row(text("甲"), text("乙", ' ss:MergeDown="1"')), row(text("丙", ' ss:MergeAcross="1"')))),
    refused("a column that runs backwards", one(row(text("甲", ' ss:Index="3"'), text("乙", ' ss:Index="2"')))),
    refused("a row that runs backwards", one(row(text("甲"), more=' ss:Index="3"'), row(text("乙"), more=' ss:Index="3"'))),
    refused("a row that is repeated with its values", one(row(text("甲"), more=' ss:Span="2"'))),
    refused("a style that is not there", one(row(data("Number", "45047", "s99")))),
    refused("styles based on each other", one(PLAIN, before='<Styles><Style ss:ID="a" ss:Parent="b"/><Style ss:ID="b" ss:Parent="a"/></Styles>')),
    refused("data without a type", one(row("<Cell><Data>1</Data></Cell>"))),
    refused("data of an unknown type", one(row(data("Money", "1")))),
    refused("attributes without their namespace", one(row('<Cell Index="3"><Data ss:Type="String">甲</Data></Cell>'))),
    refused("text outside of data", one(row("<Cell>甲</Cell>"))),
    refused("data twice in a cell", one(row('<Cell><Data ss:Type="String">a</Data><Data ss:Type="String">b</Data></Cell>'))),
    refused("an element that no table has", one("<Group>" + PLAIN + "</Group>")),
    refused("a time that is none", one(row(data("DateTime", "2023-02-30T00:00:00.000", "s22")))),
    refused("a day of more than 23 hours", one(row(data("DateTime", "2023-05-01T27:30:00.000", "s22")))),
    refused("a boolean that is none", one(row(data("Boolean", "是")))),
    refused("a line break of HTML in a text", one(row('<Cell><Data ss:Type="String">a<html:Br/>b</Data></Cell>'))),
    refused("two tables in a sheet", one(PLAIN + "</Table><Table>" + PLAIN)),
    refused("an attribute of nine mebibytes", one(row('<Cell ss:HRef="' + "x" * 9000000 + '"><Data ss:Type="String">a</Data></Cell>'))),
    refused("a column past the last", one(row(text("甲", ' ss:Index="16385"'))), "too_many_columns"),
    refused("a row past the last", one(row(text("甲"), more=' ss:Index="1048577"')), "too_many_rows"),
    refused("a merged range past the last column", one(row(text("甲", ' ss:MergeAcross="16384"')))),
    refused("a cell of more than a mebibyte", one(row(text("甲" * 350000))), "cell_too_long"),
]
