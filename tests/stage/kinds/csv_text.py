"""Text tables: dialects, guards, quotes, line ends and encodings as they come."""
from kit import Case, Sheet

HEAD = "序号,平台名称,依托企业\r\n"
HEAD_CELLS = ["序号", "平台名称", "依托企业"]


def read(name, data, rows, **more):
    return Case(name, data, [Sheet("", rows, more.pop("marks", {}))], suffix="csv", **more)


def refused(name, data, code):
    return Case(name, data, refused=code, suffix="csv")


def gbk(text):
    return text.encode("gb18030")


def facts(encoding, delimiter):
    return {"format": "csv", "encoding": encoding, "delimiter": delimiter}


CASES = [
    read("comma, no line end at the end", gbk("序号,名称\r\n1,闽云"), {1: ["序号", "名称"], 2: ["1", "闽云"]},
         facts=facts("GB18030", "comma")),
    read("UTF-8 with a mark", b"\xef\xbb\xbf" + (HEAD + "1,闽云,甲\r\n").encode(), {1: HEAD_CELLS, 2: ["1", "闽云", "甲"]},
         facts=facts("UTF-8", "comma")),
    read("UTF-8 with the mark twice", b"\xef\xbb\xbf" * 2 + (HEAD + "1,闽云,甲\r\n").encode(), {1: HEAD_CELLS, 2: ["1", "闽云", "甲"]},
         facts=facts("UTF-8", "comma")),
    read("UTF-8 without a mark", (HEAD + "1,闽云,甲\r\n").encode(), {1: HEAD_CELLS, 2: ["1", "闽云", "甲"]}, facts=facts("UTF-8", "comma")),
    read("Unicode text of Excel: UTF-16 and tabs", b"\xff\xfe" + "序号\t名称\r\n1\t闽云\r\n".encode("utf-16-le"),
         {1: ["序号", "名称"], 2: ["1", "闽云"]}, facts=facts("UTF-16LE", "tab")),
    read("letters of two bytes in UTF-16", b"\xff\xfe" + "名称\tαΩЖя\n电阻\té߿\n".encode("utf-16-le"), {1: ["名称", "αΩЖя"], 2: ["电阻", "é߿"]},
         facts=facts("UTF-16LE", "tab")),
    read("UTF-16 with the high byte first", b"\xfe\xff" + "序号\t名称\n".encode("utf-16-be"), {1: ["序号", "名称"]},
         facts=facts("UTF-16BE", "tab")),
    read("UTF-16 without a mark", "序号,名称,单位\r\n1,闽云,甲\r\n".encode("utf-16-le"), {1: ["序号", "名称", "单位"], 2: ["1", "闽云", "甲"]},
         facts=facts("UTF-16LE", "comma")),
    read("a euro sign, which GB18030 has not", "序号,金额\r\n1,5€\r\n2,闽\r\n".encode("cp936", "replace").replace(b"5?", b"5\x80"),
         {1: ["序号", "金额"], 2: ["1", "5€"], 3: ["2", "闽"]}, facts=facts("CP936", "comma")),
    read("characters of four bytes", gbk("名称\r\n㐂𠮷䶮\r\n"), {1: ["名称"], 2: ["㐂𠮷䶮"]}, facts=facts("GB18030", "comma")),
    read("a trail byte that is a separator elsewhere", gbk("名称|地址\n亅|乗\\饅\n"), {1: ["名称", "地址"], 2: ["亅", "乗\\饅"]},
         facts=facts("GB18030", "bar")),
    read("semicolons, with commas in the numbers", gbk("名称;金额;比例\r\n甲;1,5;2,0\r\n乙;2,25;3,1\r\n"),
         {1: ["名称", "金额", "比例"], 2: ["甲", "1,5", "2,0"], 3: ["乙", "2,25", "3,1"]}, facts=facts("GB18030", "semicolon")),
    read("tabs, with thousands in the numbers", gbk("名称\t金额\r\n甲\t1,234,567\r\n"), {1: ["名称", "金额"], 2: ["甲", "1,234,567"]},
         facts=facts("GB18030", "tab")),
    read("full-width commas", gbk("序号，名称，单位\r\n1，闽云，甲\r\n"), {1: ["序号", "名称", "单位"], 2: ["1", "闽云", "甲"]},
         facts=facts("GB18030", "fullwidth-comma")),
    read("the separator is named in the first line", gbk("sep=;\r\n序号;名称,别名\r\n"), {1: ["序号", "名称,别名"]},
         facts=facts("GB18030", "semicolon")),
    read("title, head block and notes around the table",
         gbk("附件3\r\n汇总表，共2页\r\n推荐单位：福州；联系人：张,电话\r\n\r\n" + HEAD + "1,甲,乙\r\n2,丙,丁\r\n\r\n注：请盖章\r\n"),
         {1: ["附件3"], 2: ["汇总表，共2页"], 3: ["推荐单位：福州；联系人：张", "电话"], 5: HEAD_CELLS, 6: ["1", "甲", "乙"],
          7: ["2", "丙", "丁"], 9: ["注：请盖章"]}, facts=facts("GB18030", "comma")),
    read("two tables in one file", gbk(HEAD + "1,甲,乙\r\n\r\n设备ID,数量\r\nS1,2\r\n"),
         {1: HEAD_CELLS, 2: ["1", "甲", "乙"], 4: ["设备ID", "数量"], 5: ["S1", "2"]}),
    read("ragged rows", gbk(HEAD + "1,甲\r\n2\r\n3,乙,丙,多,\r\n"),
         {1: HEAD_CELLS, 2: ["1", "甲"], 3: ["2"], 4: ["3", "乙", "丙", "多", ""]}),
    read("line ends of three kinds", gbk("a,甲\r\nb,乙\nc,丙\rd,丁"), {1: ["a", "甲"], 2: ["b", "乙"], 3: ["c", "丙"], 4: ["d", "丁"]}),
    read("line ends doubled in transfer", gbk("a,甲\r\r\nb,乙\r\r\n"), {1: ["a", "甲"], 3: ["b", "乙"]}),
    read("line breaks in quotes", gbk('名称,地址\r\n"闽\n云","一\r\n二"\r\n末,行\r\n'),
         {1: ["名称", "地址"], 2: ["闽\n云", "一\r\n二"], 3: ["末", "行"]}),
    read("doubled quotes", gbk('"他说""好""",x\r\n'), {1: ['他说"好"', "x"]}),
    read("a stray quote inside a cell", gbk('1,5"屏,甲\r\n2,乙,丙\r\n'), {1: ["1", '5"屏', "甲"], 2: ["2", "乙", "丙"]},
         marks={1: "B:quote"}, findings=["stray_quote !B1"]),
    read("a quote that never closes", gbk('1,"甲,乙\r\n2,丙,丁\r\n3,戊,己\r\n'),
         {1: ["1", '"甲', "乙"], 2: ["2", "丙", "丁"], 3: ["3", "戊", "己"]}, marks={1: "B:quote"}, findings=["stray_quote !B1"]),
    read("two quotes too many, rows apart", gbk(HEAD + '1,"甲,乙\r\n2,丙",丁\r\n3,戊,己\r\n'),
         {1: HEAD_CELLS, 2: ["1", "甲,乙\r\n2,丙", "丁"], 3: ["3", "戊", "己"]}, findings=["quotes_hold_rows !B2"]),
    read("an address of two lines", gbk(HEAD + '1,"一,甲\r\n二",丁\r\n'), {1: HEAD_CELLS, 2: ["1", "一,甲\r\n二", "丁"]}),
    read("quotes that are not doubled, up to the cell's end",
         '名称,备注,类型\n"甲","他说:"好。"","A"\n"乙","a ""b"" c","A"\n'.encode(),
         {1: ["名称", "备注", "类型"], 2: ["甲", '他说:"好。"', "A"], 3: ["乙", 'a "b" c', "A"]}, marks={2: "B:quote"},
         findings=["stray_quote !B2"]),
    read("blanks around a quoted cell with a comma in it", gbk('1, "甲,乙" ,丙\r\n'), {1: ["1", "甲,乙", "丙"]}, marks={1: "B:quote"},
         findings=["stray_quote !B1"]),
    read("text behind a closing quote", gbk('"甲"乙,丙\r\n'), {1: ['"甲"乙', "丙"]}, marks={1: "A:quote"}, findings=["stray_quote !A1"]),
    read("numbers under guard", gbk('="013900139000","=""0591"""\r\n'), {1: ["013900139000", "0591"]}, marks={1: "A:guard B:guard"}),
    read("tabs around guards and quotes, as portals force text", gbk('序号,号,名\r\n1\t,="0591"\t,"甲"\t\r\n2,"=""0592""\t",\t="0593"\r\n'),
         {1: ["序号", "号", "名"], 2: ["1\t", "0591", "甲"], 3: ["2", "0592", "0593"]}, marks={2: "B:guard", 3: "B:guard C:guard"}),
    read("a long note with full-width commas below the only row", gbk(HEAD + "1,甲,乙\r\n注：一，二，三，四，五，六，七\r\n"),
         {1: HEAD_CELLS, 2: ["1", "甲", "乙"], 3: ["注：一，二，三，四，五，六，七"]}, facts=facts("GB18030", "comma")),
    read("tabs, with as many commas in the texts", gbk("序号\t名称\t地址\n1\t甲,乙\t一,二,三\n2\t丙\t四,五,六,七\n"),
         {1: ["序号", "名称", "地址"], 2: ["1", "甲,乙", "一,二,三"], 3: ["2", "丙", "四,五,六,七"]}, facts=facts("GB18030", "tab")),
    read("a tab before every cell is no separator", gbk("\t序号,\t名称,\t号\r\n\t1,\t甲,\t01\r\n"),
         {1: ["\t序号", "\t名称", "\t号"], 2: ["\t1", "\t甲", "\t01"]}, facts=facts("GB18030", "comma")),
    read("a tab behind every quoted cell is no separator", gbk('"序号"\t,"名称"\t\r\n"1"\t,"甲,乙"\t\r\n'),
         {1: ["序号", "名称"], 2: ["1", "甲,乙"]}, facts=facts("GB18030", "comma")),
    read("a formula is text", gbk("=1+1,@甲,+乙,-丙\r\n"), {1: ["=1+1", "@甲", "+乙", "-丙"]}),
    read("what COPY would take for its own", gbk("\\N,\\.,\\\\,a\\tb\r\n\\.\r\n"), {1: ["\\N", "\\.", "\\\\", "a\\tb"], 2: ["\\."]}),
    read("control characters", b"a\x01b,c\x0bd,e\x1ff\r\n", {1: ["a\x01b", "c\x0bd", "e\x1ff"]}),
    read("blanks are kept", gbk(" 甲 ,\t乙,　丙　\r\n"), {1: [" 甲 ", "\t乙", "　丙　"]}, facts=facts("GB18030", "comma")),
    read("empty cells and blank lines", gbk(",,\r\n\r\n甲,,\r\n"), {1: ["", "", ""], 3: ["甲", "", ""]}),
    read("header only", gbk(HEAD), {1: HEAD_CELLS}),
    read("one column", gbk("名称\r\n闽云\r\n"), {1: ["名称"], 2: ["闽云"]}, facts=facts("GB18030", "comma")),
    read("more rows than a worksheet has", b"1\n" * 1048577, {row: ["1"] for row in range(1, 1048578)}),
    refused("a byte that is no character", gbk(HEAD) + b"1,\xff,x\r\n", "encoding_invalid"),
    refused("lines of two encodings, and before them bytes of none",
            b"\x81\x20,x\n" + "1,闽云平台工业互联网\n".encode() + gbk("2,闽云平台工业互联网\n"), "encoding_mixed"),
    refused("the file ends within a character", gbk(HEAD + "1,闽云")[:-1], "encoding_invalid"),
    refused("UTF-8 of few characters, cut where GB18030 would fit", "序号,平台".encode()[:-2], "encoding_invalid"),
    refused("UTF-8 cut within a character", (HEAD + "1,闽云平台工业互联网汇总表单位名称").encode()[:-1], "encoding_invalid"),
    refused("UTF-16 cut within a character", b"\xff\xfe" + HEAD.encode("utf-16-le")[:-1], "encoding_invalid"),
    refused("half a surrogate pair", b"\xff\xfe" + "名,".encode("utf-16-le") + b"\x42\xd8\r\x00\n\x00", "encoding_invalid"),
    refused("an overlong form", "名称平台企业单位联系人手机号码名称平台企业".encode() + b"\xc0\xaf\r\n", "encoding_invalid"),
    refused("a surrogate in UTF-8", "名称平台企业单位联系人手机号码名称平台企业".encode() + b"\xed\xa0\x80\r\n", "encoding_invalid"),
    refused("an archive of tar", "汇总表.csv".encode().ljust(257, b"\x00") + b"ustar\x0000" + b"\x00" * 248, "archive_not_read"),
    refused("NUL bytes behind a power cut", gbk(HEAD) + b"\x00" * 512, "nul_bytes"),
    refused("Big5", "序號,平台名稱,企業,聯絡電話\r\n".encode("big5"), "encoding_big5"),
    refused("Shift_JIS", "番号,企業名称,電話\r\n".encode("shift_jis"), "encoding_shift_jis"),
    refused("letters of Western Europe", "Name,Größe\r\nGeschäftsführer der Bäckerei Müller für Köln, Höhr und Düren,Wärme\r\n".encode("cp1252"), "encoding_western"),
    refused("GBK pasted below UTF-8", (HEAD + "1,闽云平台,福州甲乙公司\r\n").encode() + gbk("2,海丝平台,泉州丙丁公司\r\n"), "encoding_mixed"),
    refused("UTF-8 pasted below GBK", gbk(HEAD + "1,闽云平台,福州甲乙公司\r\n") + "2,海丝平台,泉州丙丁公司\r\n".encode(), "encoding_mixed"),
    refused("nothing at all", b"", "empty_file"),
    refused("a mark and nothing else", b"\xef\xbb\xbf", "empty_file"),
    refused("two marks and nothing else", b"\xef\xbb\xbf" * 2, "empty_file"),
    refused("line ends and nothing else", b"\r\n\r\n", "empty_file"),
    refused("more columns than a worksheet has", b"," * 16384 + b"\r\n", "too_many_columns"),
    refused("a cell of two million bytes", b"1," + b"a" * 2000000, "cell_too_long"),
    refused("a line of nine million bytes", b"a" * 9000000, "line_too_long"),
]
