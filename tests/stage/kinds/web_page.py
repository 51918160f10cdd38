"""Web pages that are named .xls: tables of portals, of "export to Excel" buttons, of Excel, WPS and LibreOffice."""
from kit import Case, Sheet

GBK_META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


def page(body, head="", html="<html>"):
    return f"{html}<head>{head}</head><body>{body}</body></html>".encode()


def table(*rows, more=""):
    return f"<table{more}>{''.join(rows)}</table>"


def tr(*cells, more=""):
    return f"<tr{more}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def refused(name, bytes_, code="html_not_plain"):
    return Case(name, bytes_, refused=code)


def one(name, body, rows, marks=None, **more):
    """A page of one table without a name."""
    sheet = {key: more.pop(key) for key in ("merges", "hidden", "visibility") if key in more}
    return Case(name, page(body, more.pop("head", "")), [Sheet("", rows, marks, **sheet)], **more)


OFFICE = "<meta name=ProgId content=Excel.Sheet>"
PLAIN = table(tr("序号", "平台名称"), tr("1", "闽云"))
PLAIN_ROWS = {1: ["序号", "平台名称"], 2: ["1", "闽云"]}

# Excel 2003, "save as web page", one sheet; a hidden column and a hidden row, stored values behind what is shown.
EXCEL_2003 = r"""<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 11">
<link rel=File-List href="Book1.files/filelist.xml">
<style>
<!--table
	{mso-displayed-decimal-separator:"\.";
	mso-displayed-thousand-separator:"\,";}
@page
	{margin:1.0in .75in 1.0in .75in;}
tr
	{mso-height-source:auto;}
br
	{mso-data-placement:same-cell;}
.style0
	{mso-number-format:General;
	mso-style-name:常规;}
td
	{mso-style-parent:style0;
	mso-number-format:General;
	vertical-align:middle;}
.xl24
	{mso-style-parent:style0;
	mso-number-format:"yyyy\0022年\0022m\0022月\0022d\0022日\0022\;\@";}
.xl25
	{mso-style-parent:style0;
	mso-number-format:0%;}
.xl26
	{mso-style-parent:style0;
	mso-number-format:"\@";}
.style16
	{mso-number-format:0%;
	mso-style-name:百分比;}
.xl27
	{mso-style-parent:style16;
	color:red;}
.xl28
	{mso-number-format:"\#\,\#\#0\.00_ ";}
-->
</style>
<!--[if gte mso 9]><xml>
 <x:ExcelWorkbook>
  <x:ExcelWorksheets>
   <x:ExcelWorksheet>
    <x:Name>汇总&amp;表</x:Name>
    <x:WorksheetOptions><x:Selected/></x:WorksheetOptions>
   </x:ExcelWorksheet>
  </x:ExcelWorksheets>
  <x:ProtectStructure>False</x:ProtectStructure>
 </x:ExcelWorkbook>
 <x:ExcelName><x:Name>Print_Area</x:Name><x:SheetIndex>1</x:SheetIndex></x:ExcelName>
</xml><![endif]-->
</head>

<body link=blue vlink=purple>

<table x:str border=0 cellpadding=0 cellspacing=0 width=288 style='border-collapse:
 collapse;table-layout:fixed;width:216pt'>
 <col width=72 span=2 style='width:54pt'>
 <col width=0 style='display:none;mso-width-source:userset'>
 <col width=72 span=2 style='width:54pt'>
 <tr height=19 style='height:14.25pt'>
  <td colspan=5 height=19 width=288 style='height:14.25pt;width:216pt'>推荐信息
  汇总表</td>
 </tr>
 <tr height=19 style='height:14.25pt'>
  <td height=19 align=right style='height:14.25pt' x:num>1</td>
  <td class=xl24 align=right x:num="45047">2023年5月1日</td>
  <td class=xl25 align=right x:num="0.12345">12%</td>
  <td class=xl26>0139</td>
  <td class=xl27 align=right x:num="0.5" x:fmla="=C2*2">50%</td>
 </tr>
 <tr height=0 style='display:none'>
  <td height=0 class=xl28 align=right x:num="1234567.891">1,234,567.89 </td>
  <td x:bool="TRUE">TRUE</td>
  <td x:err="#DIV/0!">#DIV/0!</td>
  <td x:str="  前有空格">前有空格</td>
  <td>甲<br>
    乙<span style='display:none'>丙</span></td>
 </tr>
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
  <td width=72 style='width:54pt'></td>
  <td width=72 style='width:54pt'></td>
  <td width=0></td>
  <td width=72 style='width:54pt'></td>
  <td width=72 style='width:54pt'></td>
 </tr>
 <![endif]>
</table>

</body>

</html>
""".replace("\n", "\r\n")

WPS = r"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
 <head>
  <meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
  <meta name="ProgId" content="Excel.Sheet"/>
  <meta name="Generator" content="WPS Office ET"/>
  <!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>吴样二</o:Author></o:DocumentProperties></xml><![endif]-->
  <style><!-- .et2 {mso-number-format:"yyyy\/m\/d"; } --></style>
  <!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Sheet1</x:Name><x:WorksheetOptions>
   <x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->
 </head>
 <body link="blue"><table width="216" border="0" style='border-collapse:collapse;'>
   <col width="72" span="2" style='width:54.00pt;'/>
   <tr height="18"><td class="et1" height="18" x:str>平台</td><td class="et2" x:num="45047">2023/5/1</td></tr>
   <![if supportMisalignedColumns]><tr width="0" style='display:none;'><td width="72"></td></tr><![endif]>
  </table></body></html>
"""

# ASP.NET's GridView behind Response.ContentType = "application/ms-excel".
GRIDVIEW = """<meta http-equiv="content-type" content="application/ms-excel; charset=UTF-8"/><style> .text { mso-number-format:\\@; } </style>
<div>
	<table cellspacing="0" rules="all" border="1" id="GridView1" style="border-collapse:collapse;">
		<tr>
			<th scope="col">序号</th><th scope="col">联系电话</th><th scope="col">备注</th>
		</tr><tr>
			<td>1</td><td class="text">013800000001</td><td>&nbsp;</td>
		</tr><tr>
			<td>2</td><td class="text">="013800000002"</td><td>&nbsp;&nbsp;A&nbsp;&amp;B</td>
		</tr>
	</table>
</div>"""

# PHP: no page, no quotes, no end tags, upper case.
PHP = "<TABLE BORDER=1><TR><TD>序号<TD>平台名称\n<TR><TD>1<TD>闽云\n<TR><TD>2<TD>榕云</TABLE>"

LIBREOFFICE = """<!DOCTYPE html>

<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
		comment { display:none;  }
	</style>
</head>
<body>
<table cellspacing="0" border="0">
	<colgroup span="5" width="85"></colgroup>
	<tr>
		<td height="32" align="left">标题<br>第二行</td>
		<td align="right" sdval="1234.567" sdnum="1033;0;#,##0">1,235</td>
		<td align="right" sdval="45047" sdnum="1033;0;YYYY-MM-DD">2023-05-01</td>
		<td align="right" sdval="0.625" sdnum="1033;0;0%">63%</td>
		<td align="right" sdval="1" sdnum="1033;0;BOOLEAN">TRUE</td>
	</tr>
	<tr>
		<td colspan=2 rowspan=2 height="34" align="left">合并</td>
		<td align="right" sdval="0" sdnum="1033;">#VALUE!</td>
		<td align="left"><br></td>
		<td align="right" sdval="3" sdnum="1033;">3</td>
	</tr>
	<tr>
		<td align="left">右</td>
	</tr>
</table>
<!-- ************************************************************************** -->
</body>
</html>
"""

LOGIN = page('<div>用户登录</div><form action="login"><p>用户名<input name=user><p>密码<input type=password name=word>'
             '<select><option>省厅<option>市局</select><input type=submit value="登录"></form>', '<title>统一身份认证</title>')
FRAMES = ('<html><head><meta name="Excel Workbook Frameset"><link id="shLink" href="Book1.files/sheet001.htm"></head>'
          '<frameset rows="*,39"><frame src="Book1.files/sheet001.htm" name="frSheet"><noframes><body><p>此页使用了框架</p></body></noframes>'
          '</frameset></html>').encode()
MHTML = (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"----=_NextPart\"\r\n\r\n"
         b"------=_NextPart\r\nContent-Type: text/html\r\n\r\n<html><table><tr><td>1</table></html>\r\n")
MHTML_OF_A_BROWSER = (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://example.cn/\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n<html>")

CASES = [
    Case("as Excel 2003 saves it", EXCEL_2003.encode("gb2312"),
         [Sheet("汇总&表",
                {1: ["推荐信息 汇总表"], 2: ["1", "2023-05-01", "12.345%", "0139", "50%"],
                 3: ["1234567.891", "TRUE", "#DIV/0!", "  前有空格", "甲\n乙丙"]},
                {2: "A:number B:date C:hidden,percent E:formula,percent", 3: "*:hidden A:number C:hidden,error"},
                merges=["A1:E1"], hidden=["C:C"])],
         findings=["cell_error 汇总&表!C3"], facts={"format": "html", "encoding": "GB18030", "encoding_declared": "gb2312"}),
    Case("as WPS saves it, a hidden sheet", WPS.encode(), [Sheet("Sheet1", {1: ["平台", "2023-05-01"]}, {1: "B:date"}, visibility="hidden")]),
    Case("as LibreOffice saves it, with stored values", LIBREOFFICE.encode(),
         [Sheet("", {1: ["标题\n第二行", "1234.567", "2023-05-01", "62.5%", "TRUE"], 2: ["合并", None, "#VALUE!", "", "3"], 3: [None, None, "右"]},
                {1: "B:number C:date D:percent", 2: "C:error E:number"}, merges=["A2:B3"])],
         findings=["cell_error !C2"]),
    Case("a GridView of ASP.NET, without a page around it", GRIDVIEW.encode(),
         [Sheet("", {1: ["序号", "联系电话", "备注"], 2: ["1", "013800000001", ""], 3: ["2", "013800000002", "A &B"]}, {3: "B:guard"})]),
    Case("of PHP: upper case, no end tags, no quotes", PHP.encode(), [Sheet("", {1: ["序号", "平台名称"], 2: ["1", "闽云"], 3: ["2", "榕云"]}, {})]),
    Case("a number is text as written", page(table(tr("1,234.50", "12%", "2023/5/1", "007"))), [Sheet("", {1: ["1,234.50", "12%", "2023/5/1", "007"]}, {})]),
    Case("errors of a spreadsheet as text", page(table(tr("#N/A", "#3", "#REF! x"))), [Sheet("", {1: ["#N/A", "#3", "#REF! x"]}, {1: "A:error"})],
         findings=["cell_error !A1"]),
    Case("GBK, declared", page(PLAIN, GBK_META.format("GBK")).decode().encode("gbk"), [Sheet("", PLAIN_ROWS)], facts={"encoding": "GB18030"}),
    Case("GBK, not declared", page(PLAIN).decode().encode("gbk"), [Sheet("", PLAIN_ROWS)], facts={"encoding": "GB18030"}),
    Case("GBK, declared as utf-8", page(PLAIN, '<meta charset="utf-8">').decode().encode("gbk"), [Sheet("", PLAIN_ROWS)],
         facts={"encoding": "GB18030", "encoding_declared": "utf-8"}),
    Case("GBK, declared as iso-8859-1, as servlets do", page(PLAIN, GBK_META.format("iso-8859-1")).decode().encode("gbk"), [Sheet("", PLAIN_ROWS)],
         facts={"encoding": "GB18030"}),
    Case("UTF-8, declared as gb2312", page(PLAIN, GBK_META.format("gb2312")), [Sheet("", PLAIN_ROWS)], facts={"encoding": "UTF-8", "encoding_why": "strict utf-8"}),
    Case("UTF-8 with a byte order mark, declared as gb2312", b"\xef\xbb\xbf" + page(PLAIN, GBK_META.format("gb2312")), [Sheet("", PLAIN_ROWS)],
         facts={"encoding_why": "bom"}),
    Case("UTF-8 with two byte order marks, as included scripts write them", b"\xef\xbb\xbf" * 2 + page(PLAIN), [Sheet("", PLAIN_ROWS)], facts={"encoding_why": "bom"}),
    Case("UTF-16 with a mark", page(PLAIN, "<meta charset=unicode>").decode().encode("utf-16"), [Sheet("", PLAIN_ROWS)], facts={"encoding": "UTF-16LE"}),
    Case("CP936 with the euro sign in one byte", page(table(tr("价格", "€5"))).decode().encode("gbk", "ignore").replace(b"5</td>", b"\x805</td>"),
         [Sheet("", {1: ["价格", "€5"]})], facts={"encoding": "CP936"}),
    one("few characters of GBK that UTF-8 could have too, declared", table(tr("÷")), {1: ["÷"]}),
    Case("two characters of GBK that are also UTF-8: what is declared decides", page(table(tr("\u8000")), GBK_META.format("gb2312")).replace("\u8000".encode(), b"\xc4\xa3"),
         [Sheet("", {1: ["模"]})], facts={"encoding": "GB18030"}),
    one("colspan and rowspan, heads in two rows",
        '<table><tr><th rowspan=2>序号</th><th colspan="2">平台</th><th rowspan="2">备注</th></tr><tr><th>名称</th><th>企业</th></tr>'
        + tr("1", "闽云", "闽样", "无") + "</table>",
        {1: ["序号", "平台", None, "备注"], 2: [None, "名称", "企业"], 3: ["1", "闽云", "闽样", "无"]}, {}, merges=["A1:A2", "B1:C1", "D1:D2"]),
    one("spans that are no number, too large, or reach past the last row or the group",
        "<table><thead><tr><td rowspan=5>a<td colspan=x>b<td colspan=0>c<td colspan=-2>d</thead><tbody><tr><td rowspan=99999>e<td colspan=2000>f</table>",
        {1: ["a", "b", "c", "d"], 2: ["e", "f"]}, {}, merges=["B2:ALM2"]),
    one("a picture's place over several rows is no merged range", "<table><tr><td rowspan=9 style='mso-ignore:colspan-rowspan'>a<td>b<tr><td>c</table>", {1: ["a", "b"], 2: [None, "c"]}, {}),
    one("an office's overflow is no merged range",
        "<table><tr><td colspan=3 style='mso-ignore:colspan'>很长的一段文字<td>右</table>", {1: ["很长的一段文字", None, None, "右"]}, {}),
    one("line breaks, blocks and blanks",
        table(tr("甲<br>乙", "甲<br/><br />乙<br>", "<p>甲</p><p>乙</p>", "<div>甲</div>", "  甲\r\n\t 乙  ", "甲<div>乙</div>丙", "a&nbsp; b&#160;", "<b>甲</b> <i>乙</i>")),
        {1: ["甲\n乙", "甲\n\n乙", "甲\n乙", "甲", "甲 乙", "甲\n乙\n丙", "a  b", "甲 乙"]}, {}),
    one("characters by name and by number",
        table(tr("&lt;A&amp;B&gt;", "&yen;1 &middot; &times;2", "&#38397;&#x4E91;", "&#128;&#150;", "AT&T R&D", "a&ampb", "&quot;x&apos;", "&Alpha;&alpha;", "&#8203;x", "3 < 5 &gt; 4")),
        {1: ["<A&B>", "¥1 · ×2", "闽云", "€–", "AT&T R&D", "a&b", "\"x'", "Αα", "\u200bx", "3 < 5 > 4"]}, {}),
    one("head, body and foot", "<table><caption>汇总表</caption><colgroup><col><col></colgroup><thead><tr><th>序号<th>平台<tbody><tr><td>1<td>闽云<tfoot><tr><td>合计<td>1</table>",
        {1: ["汇总表"], 2: ["序号", "平台"], 3: ["1", "闽云"], 4: ["合计", "1"]}, {}),
    one("text above and below is kept, line by line",
        "<noscript>请启用脚本</noscript><h1>汇总表</h1>推荐单位：<u>福州市</u><br>单位：万元<script>document.write('<table>')</script>" + table(tr("序号", "金额"), tr("1", "5"))
        + "<p>填表人：吴样二<p>联系电话：0591-80000000",
        {1: ["汇总表"], 2: ["推荐单位：福州市"], 3: ["单位：万元"], 4: ["序号", "金额"], 5: ["1", "5"], 6: ["填表人：吴样二"], 7: ["联系电话：0591-80000000"]}, {}),
    Case("several tables are sheets, empty ones are none",
         page("第一段" + table(tr("", "")) + PLAIN + "中间" + table(tr(" &nbsp; ")) + table(tr("丙", "丁")) + "末尾"),
         [Sheet("表1", {1: ["第一段"], 2: ["序号", "平台名称"], 3: ["1", "闽云"]}), Sheet("表2", {1: ["中间"], 2: ["丙", "丁"], 3: ["末尾"]})]),
    one("rows of nothing are not written, and count", table(tr("甲"), tr(""), tr("&nbsp;"), tr("乙")), {1: ["甲"], 4: ["乙"]}),
    one("missing and surplus end tags", "<table><tr><td>a</tr></td><tr><td>b</td></td></tr></tr><td>c<td>d</div></span></table></table>",
        {1: ["a"], 2: ["b"], 3: ["c", "d"]}, {}),
    one("comments, declarations and what is not shown",
        "<table><!-- <tr><td>alt</td></tr> --><tr><td>a<!-- x --->b<!-->c<td><?php echo ?>d<![if !vml]><![endif]></tr><script>if (a < b) { '</td>' }</script><style>.x{}</style></table>",
        {1: ["abc", "d"]}, {}),
    one("hidden rows: by style, by class, by attribute, by group",
        "<table><tr><td>a<tr style='DISPLAY: none'><td>b<tr class='x hide'><td>c<tr hidden><td>d<tbody style='display:none'><tr><td>e</table>",
        {1: ["a"], 2: ["b"], 3: ["c"], 4: ["d"], 5: ["e"]}, {2: "*:hidden", 3: "*:hidden", 4: "*:hidden", 5: "*:hidden"},
        head="<style>/* .a{display:none} */ tr.hide , .gone { color:red; display : none }</style>"),
    one("a style sheet behind the table counts too", table(tr("a"), tr("b", more=" class=hide")) + "<style>.hide{display:none}</style>", {1: ["a"], 2: ["b"]}, {2: "*:hidden"}),
    one("a hidden column, cell by cell", "<table><tr><td>a<td style='display:none'>b<td>c<tr><td>d<td style='display:none'>e<td>f</table>",
        {1: ["a", "b", "c"], 2: ["d", "e", "f"]}, {1: "B:hidden", 2: "B:hidden"}, hidden=["B:B"]),
    one("a hidden table is a hidden sheet; hidden text is none",
        "<div style='display:none'>密钥<div>更多</div>" + PLAIN + "</div><p hidden>无<p>有", {**PLAIN_ROWS, 3: ["有"]}, {}, visibility="hidden"),
    one("a hidden field and a form between rows", "<table><form><tr><td>a<input type=hidden value=1><td>b</tr><input type='hidden'></form></table>", {1: ["a", "b"]}, {}),
    one("a value that Excel keeps under another format name", table('<tr><td style="vnd.ms-excel.numberformat:0.00%" x:num="0.5">50.00%</td></tr>'), {1: ["50%"]}, {1: "A:percent"}),
    one("a format of several sections", table('<tr><td style="mso-number-format:\'[&gt;=1]0%;0\\.00\'" x:num="2">200%<td style="mso-number-format:\'[&gt;=1]0%;0\\.00\'" x:num="0.5">0.50</tr>'),
        {1: ["200%", "0.5"]}, {1: "A:percent B:number"}),
    one("a column too narrow for its number", table('<tr><td style="mso-number-format:\'Short Date\'" x:num="45047">######</td></tr>'), {1: ["2023-05-01"]}, {1: "A:date"}),
    one("pictures are told once", table("<tr><td>甲<img src=a.gif><td><img src=b.gif>乙</tr>"), {1: ["甲", "乙"]}, findings=["html_pictures !A1"]),
    one("a quoted value with a tag's end in it", table('<tr><td title="a > b" nowrap>甲</td></tr>'), {1: ["甲"]}),
    one("a hundred thousand nested elements outside and inside of a cell", "<div>" * 100000 + table(tr("<b>" * 100000 + "甲")) + "</div>" * 100000, {1: ["甲"]}),
    one("what is raised, lowered or struck through joins no figure beside it",
        table(tr("50010<sup>1</sup>台", "9<SUB>2</SUB>4", "5000m<sup>2</sup>", "<s>30</s> 38", "5<del>万</del>", "<s>30</s>个38", "7<sup>注<b>3</b></sup>4")),
        {1: ["50010¹台", "9₂4", "5000m2", "30\u0336 38", "5万\u0336", "30个38", "7注³4"]}, {},
        findings=[f"struck_text !{column}1" for column in "DEF"]),
    one("what a style raises or lowers joins no figure either, and cells are only moved",
        "<style>.up{vertical-align:super}td.mid{vertical-align:middle}</style>" +
        table(tr("500<span class=up>1</span>", "9<font style='VERTICAL-ALIGN: sub'>2</font>", "5<sup style='vertical-align:baseline'>3</sup>", "6<b style='vertical-align:top'>7</b>") +
              "<tr><td class=mid>80"),
        {1: ["500¹", "9₂", "53", "67"], 2: ["80"]}, {}),
    one("what a format makes smaller is marked, also where no number is stored",
        table("<tr><td class=a>6.5<td class=b>23<td class=c>1,234<td class=b>无"), {1: ["6.5", "23", "1,234", "无"]}, {1: "A:scaled B:scaled"},
        head=r"""<style>.a{mso-number-format:"0\!\.0\,"}.b{mso-number-format:"\#\,\#\#0\,"}.c{mso-number-format:"\#\,\#\#0"}</style>"""),
    Case("the end of a text that Excel hides, and one that is hidden whole",
         page(table(tr("甲<span style='display:none'>乙</span>", "<span style='display:none'>甲</span> ")), OFFICE), [Sheet("", {1: ["甲乙", "甲"]})]),
    one("what is struck through is told: by elements",
        table(tr("甲<s>乙</s>丙", "<S>甲</S>", "<strike>甲", "乙", "<b><del datetime=2023>甲</del></b>", "<s> &nbsp;</s>甲", "<u>甲</u>", "<s></s>甲", "甲<s>", "乙",
                 "<s><s>甲</s>乙</s>", "<s style='text-decoration:none'>甲</s>", "<span>甲<s>乙</span>丙</s>")),
        {1: ["甲乙丙", "甲", "甲", "乙", "甲", "甲", "甲", "甲", "甲", "乙", "甲乙", "甲", "甲乙丙"]}, {},
        findings=[f"struck_text !{column}1" for column in "ABCEKM"]),
    one("what is struck through is told: up to the end of its element",
        table(tr("<s>&nbsp;</s>甲", "<p style='text-decoration:line-through'>&nbsp;<p>甲", "<span class=old>&nbsp;<span>&nbsp;</span></span>甲",
                 "<span class=old>&nbsp;<span></span>甲</span>", "<div class=old></div>甲", "<br class=old>甲", "<div class=old><p>甲</div>")),
        {1: ["甲", "甲", "甲", "甲", "甲", "甲", "甲"]}, {}, head="<style>.old{text-decoration:line-through}</style>", findings=["struck_text !D1", "struck_text !G1"]),
    one("what is struck through is told: by styles of a cell, a row, a group, a table",
        "<table><tr><td style='text-decoration:line-through'>a<td class='x old'>b<td style='text-decoration:underline'>c<td class=old style='text-decoration:none'>d"
        "<tr class=old><td>e<td style='text-decoration:none'>f<td><tr><td>g<tbody style='TEXT-DECORATION: underline Line-Through'><tr><td>h</tbody><tr><td>j<tbody><tr><td>i</table>",
        {1: ["a", "b", "c", "d"], 2: ["e", "f", ""], 3: ["g"], 4: ["h"], 5: ["j"], 6: ["i"]}, {}, head="<style>td.old,.old{text-decoration:line-through}</style>",
        findings=["struck_text !A1", "struck_text !B1", "struck_text !A2", "struck_text !B2", "struck_text !A4"]),
    Case("what is struck through is told: a table, its caption, and not the next",
         page("<table style='text-decoration-line:line-through'><caption>甲<tr><td>乙</table><table><caption style='text-decoration:line-through'>丙<tr><td>丁</table>"
              "<table><caption><s>戊</s>己<tr><td>庚</table>"),
         [Sheet("表1", {1: ["甲"], 2: ["乙"]}), Sheet("表2", {1: ["丙"], 2: ["丁"]}), Sheet("表3", {1: ["戊己"], 2: ["庚"]})],
         ["struck_text 表1!A1", "struck_text 表1!A2", "struck_text 表2!A1", "struck_text 表3!A1"]),
    one("what is struck through is told: lines above and below",
        "<h1><s>旧</s>汇总表</h1><p class=old>甲<p>乙" + PLAIN + "<del>丙<br>丁</del>戊<p>己", {1: ["旧汇总表"], 2: ["甲"], 3: ["乙"], 4: ["序号", "平台名称"], 5: ["1", "闽云"],
                                                                                  6: ["丙"], 7: ["丁戊"], 8: ["己"]}, {},
        head="<style>.old{text-decoration:line-through}</style>", findings=[f"struck_text !A{i}" for i in (1, 2, 6, 7)]),
    one("what is struck through is told: what stands around a table, but a paragraph, which it ends",
        "<p style='text-decoration:line-through'>甲" + table(tr("乙")) + "<p>丙", {1: ["甲"], 2: ["乙"], 3: ["丙"]}, {}, findings=["struck_text !A1"]),
    one("what is struck through is told: a table in what is", "<del>" + table(tr("乙")) + "</del>丙", {1: ["乙"], 2: ["丙"]}, {}, findings=["struck_text !A1"]),
    one("what is struck through is told: stored values and guards",
        table('<tr class=old><td x:num="0.5" style="mso-number-format:0%">50%<td>="013800000002"<td x:str="甲">乙<td x:fmla="=1">="01"</tr>'),
        {1: ["50%", "013800000002", "甲", "01"]}, {1: "A:percent B:guard D:guard"}, head="<style>.old{text-decoration:line-through}</style>",
        findings=[f"struck_text !{column}1" for column in "ABCD"]),
    one("what is struck through in every row is told a hundred times, and how often more", "<table>" + "<tr><td><s>甲</s><td>乙" * 103 + "</table>",
        {i: ["甲", "乙"] for i in range(1, 104)}, {}, findings=[f"struck_text !A{i}" for i in range(1, 101)] + ["struck_text_more !A101"]),
    Case("a page of XHTML", ('<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">'
                             '<html xmlns="http://www.w3.org/1999/xhtml"><body>' + PLAIN + "</body></html>").encode("gbk"), [Sheet("", PLAIN_ROWS)],
         facts={"encoding_declared": "gb2312"}),
    Case("markup named .csv is still markup", page(PLAIN), [Sheet("", PLAIN_ROWS)], suffix="csv"),
    refused("a login page", LOGIN, "html_no_table"),
    refused("a page whose tables hold nothing", page("出错了" + table(tr("", ""))), "html_no_table"),
    refused("frames: Excel's page of several files", FRAMES, "html_frames"),
    refused("an archive of a page, of Excel", MHTML, "mhtml_not_read"),
    refused("an archive of a page, of a browser", MHTML_OF_A_BROWSER, "mhtml_not_read"),
    refused("a table in a table", page(table(tr(PLAIN))), "html_nested_table"),
    refused("a field to fill in", page(table(tr("平台", "<input name=a value=闽云>"))), "html_form"),
    refused("a field to choose from", page(table(tr("平台", "<select><option>闽云</select>"))), "html_form"),
    refused("cut in a row", page(PLAIN)[:-60], "html_cut"),
    refused("cut between rows, without a page", PHP.encode()[:-8], "html_cut"),
    refused("cut behind the table, in a page", page(PLAIN)[:-14], "html_cut"),
    refused("cut in a tag", page(PLAIN)[:-1], "html_cut"),
    refused("a table that the page's end closes", page("<table><tr><td>a"), "html_cut"),
    refused("a comment that is not closed", page(PLAIN + "<!-- "), "html_cut"),
    refused("a script that is not closed", page(PLAIN + "<script>"), "html_cut"),
    refused("a quote that is not closed and takes cells in", page(table('<tr><td width="10>甲</td><td>乙</td><td title="x">丙</td></tr>'))),
    refused("a tag that is not closed", page(table("<tr><td <b>甲</b></td></tr>"))),
    refused("text between cells", page("<table><tr>甲<td>乙</tr></table>")),
    refused("cells outside of a table", page("<tr><td>甲</td></tr>" + PLAIN)),
    refused("cells that overlap", page("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>")),
    refused("rowspan=0", page("<table><tr><td rowspan=0>a<tr><td>b</table>")),
    refused("a foot above the body", page("<table><tfoot><tr><td>合计<tbody><tr><td>1</table>")),
    refused("cells hidden in some rows only", page("<table><tr><td>a<td>b<tr><td>c<td style='display:none'>d</table>")),
    refused("cells that a script merged and hid", page("<table><tr><td rowspan=2>a<td>b<tr><td style='display:none'>c<td>d</table>")),
    refused("hidden text in a cell", page(table(tr("<span style='display:none'>20230501</span>2023年5月1日")))),
    refused("hidden text ahead of what is shown, though Excel says that it wrote it", page(table(tr("<span style='display:none'>0005</span>5")), OFFICE)),
    refused("hidden text behind a figure, though Excel says so", page(table(tr("5<span style='display:none'>5</span>")), OFFICE)),
    refused("hidden text between, though Excel says so", page(table(tr("甲<span style='display:none'>乙</span>丙")), OFFICE)),
    refused("hidden text by an element's style", page(table(tr("<span>0005</span>5")), "<style>td span{display:none}</style>")),
    refused("rows that hide by what stands in them", page(table(tr("甲"), tr("乙", more=" class=deleted")), "<style>.deleted td{display:none}</style>")),
    refused("a table that is hidden in some places", page("<div class=old>" + PLAIN + "</div>", "<style>.old table{display:none}</style>")),
    refused("a class that hides in some places only", page(table(tr("a", more=" class=x")), "<style>@media print{.x{display:none}}</style>")),
    refused("a list with its numbers", page(table(tr("<ol><li>甲<li>乙</ol>")))),
    refused("text that is set as it is", page(table(tr("<pre>a  b</pre>")))),
    refused("a script in a cell", page(table(tr("<script>document.write(1)</script>")))),
    refused("an element that is not known", page(table(tr("<ruby>闽<rt>mǐn</rt></ruby>")))),
    refused("a character that is not known by name", page(table(tr("&bigstar;")))),
    refused("a character that is none", page(table(tr("&#0;")))),
    refused("a table that only Excel shows", page(PLAIN + "<!--[if mso]><table><tr><td>x</table><![endif]-->")),
    refused("text that Excel does not show", page(table(tr("甲<![if !supportAnnotations]>[1]<![endif]>")))),
    refused("a percent without its format", page(table('<tr><td x:num="0.125">13%</td></tr>'))),
    refused("Big5, declared", page(PLAIN, GBK_META.format("big5")).decode().encode("big5", "replace"), "encoding_big5"),
    refused("Shift_JIS, declared", page(table(tr("会社")), GBK_META.format("Shift_JIS")).decode().encode("shift_jis"), "encoding_shift_jis"),
    refused("Latin letters, declared as what they are", page(table(tr("Café Genève Zürich")), GBK_META.format("windows-1252")).decode().encode("cp1252"), "encoding_western"),
    refused("CDATA in a cell, which is text in XHTML and nothing in HTML", page(table(tr("甲", "<![CDATA[乙]]>")))),
    refused("UTF-8 with a bad byte, declared", page(table(tr("闽云\x00榕")), "<meta charset=utf-8>").replace(b"\0", b"\xff"), "markup_bytes_invalid"),
    refused("UTF-8 with a bad byte, where GB18030 would read the whole", page(table(tr("闽云平台\x00序号云")), "<meta charset=utf-8>").replace(b"\0", b"\x81"), "markup_bytes_invalid"),
    refused("more columns than a sheet has", page("<table><tr>" + "<td colspan=1000>a" * 17 + "</table>"), "too_many_columns"),
    refused("more rows than a sheet has", page("<table>" + "<tr>" * 1048577 + "<td>a</table>"), "too_many_rows"),
    refused("a cell of more than a mebibyte", page(table(tr("甲" * 350000))), "cell_too_long"),
    refused("a tag of more than eight mebibytes", page(table('<tr><td title="' + "x" * 9000000 + '">a</td></tr>'))),
]
