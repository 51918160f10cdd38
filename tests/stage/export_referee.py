#!/usr/bin/python3
"""export_referee.py official TABLE.xlsx WANTED.json | ledger BOOK.xlsx | indicators BOOK.xlsx | no_indicators BOOK.xlsx | csv DIR | run RUN.json

Prints what is wrong with an export of tests/stage/export.sql, exit status 1 where anything is.
"""

import csv
import json
import math
import sys
from pathlib import Path

from openpyxl import load_workbook

COLUMNS = {
    "uploads.csv": "cycle,file,sha256,unit_code,unit_name,kind,platform,received_at,outcome,reason",
    "decisions.csv": "cycle,unit_code,unit_name,seq,platform,enterprise,decision,counts_against_quota,reasons,file,sheet,row",
    "findings.csv": "cycle,unit_code,file,sha256,sheet,cell,row,field,severity,code,raw,read_as,expected,message_zh,clause",
}
A3 = 8
A4 = 9
MILLIMETRES = 25.4


def differ(what, got, want):
    if got != want:
        yield f"{what} is {got!r}, expected {want!r}"


def official(path, wanted_path):
    wanted = json.loads(Path(wanted_path).read_text(encoding="utf-8"))
    book = load_workbook(path)
    yield from differ("the number of sheets", len(book.worksheets), 1)
    sheet = book.worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    above = [wanted["annex"], wanted["title"], *wanted["head"]]
    yield from differ("what stands above the table", [line[0] for line in lines[: len(above)]], above)
    yield from differ("the label row", list(lines[len(above)]), wanted["columns"])
    yield from differ("the rows", [list(line) for line in lines[len(above) + 1 :]], wanted["rows"])
    yield from page(sheet, len(above) + 1)
    yield from cells(sheet, len(above) + 1, wanted.get("smaller", {}))


# GB/T 9704-2012: margins in mm (5.2.1), 22 lines of 225 mm (5.2.3), in points; a seal is 42 mm across.
MARGINS = {"top": 37, "left": 28, "right": 26, "bottom": 35}
PITCH = 29
SEAL = 42 / MILLIMETRES * 72
ONE_WIDTH = 3


def page(sheet, labels):
    setup = sheet.page_setup
    yield from differ("the paper", (int(setup.paperSize), setup.orientation), (A4, "portrait"))
    yield from differ("the fit", (sheet.sheet_properties.pageSetUpPr.fitToPage, setup.fitToWidth in (None, 1), setup.fitToHeight), (True, True, 0))
    yield from differ("the repeated rows", sheet.print_title_rows, f"${labels}:${labels}")
    yield from differ("the printed area", sheet.print_area, [f"$A$1:$E${max(sheet.max_row, labels)}"])
    yield from differ("the page number", (sheet.oddFooter.center.text, sheet.oddFooter.center.font, sheet.oddFooter.center.size), ("— &P —", "宋体,Regular", 14))
    # 7 mm below the text, and 5 mm of its own
    yield from differ("the page number's place in mm", round(sheet.page_margins.footer * MILLIMETRES), 23)
    for side, wanted in MARGINS.items():
        yield from differ(f"the {side} margin in mm", round(getattr(sheet.page_margins, side) * MILLIMETRES), wanted)
    pixels = sum(round(sheet.column_dimensions[letter].width * 7) for letter in "ABCDE")
    if not 580 <= pixels <= 156 / MILLIMETRES * 96 + 1:
        yield f"the columns are {pixels} pixels wide, the page's text 156 mm"


def cells(sheet, labels, smaller):
    yield from differ("the annex", look(sheet["A1"]), ("黑体", 16, ONE_WIDTH, "left"))
    # one line of 156 mm holds 24 characters of 18 points, not of 22
    yield from differ("the title", look(sheet["A2"]), ("方正小标宋简体", 18, ONE_WIDTH, "center"))
    for row in range(3, labels):
        yield from differ(f"the head {row}", look(sheet.cell(row, 1)), ("仿宋_GB2312", 16, ONE_WIDTH, "left"))
    yield from differ("the labels", look(sheet.cell(labels, 1)), ("黑体", 14, ONE_WIDTH, "center"))
    yield from heights(sheet, labels)
    for row in sheet.iter_rows(min_row=labels + 1):
        yield from differ(f"the formats of row {row[0].row}", [cell.number_format for cell in row], ["General", "@", "@", "@", "@"])
        yield from differ(f"the sides of row {row[0].row}", [cell.alignment.horizontal for cell in row], ["center", "left", "left", "center", "center"])
        for cell in row:
            yield from differ(f"the frame of {cell.coordinate}", {getattr(cell.border, side).style for side in ("left", "right", "top", "bottom")}, {"thin"})
            yield from differ(f"the font of {cell.coordinate}", (cell.font.name, cell.font.size, cell.font.family), ("仿宋_GB2312", smaller.get(cell.coordinate, 14), ONE_WIDTH))
            yield from differ(f"the wrap of {cell.coordinate}", (cell.alignment.wrap_text, cell.alignment.vertical), (True, "center"))
            if cell.data_type == "f" or cell.hyperlink:
                yield f"{cell.coordinate} is a formula or a link"


def look(cell):
    return cell.font.name, cell.font.size, cell.font.family, cell.alignment.horizontal


def heights(sheet, labels):
    high = {row: sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)}
    # the title in the middle of the third line; half a seal above and below the middle of the unit's line, clear of title and table
    yield from differ("the annex's and the title's heights", (high[1], high[2]), (PITCH, 3 * PITCH))
    above, below_it = high[2] / 2 - 18 / 2 + high[3] / 2, high[3] / 2 + sum(high[row] for row in range(4, labels))
    if above < SEAL / 2 or below_it < SEAL / 2:
        yield f"a seal has {above} points above and {below_it} below the unit's name"
    for row in range(labels, sheet.max_row + 1):
        width = sheet.column_dimensions["B"].width * 7 - 9 - 7
        points = sheet.cell(row, 2).font.size
        characters = int(width * 72 / 96 / points)
        squares = sum(0.5 if ord(sign) < 128 else 1 for sign in str(sheet.cell(row, 2).value))
        lines = math.ceil(squares / characters)
        if high[row] < max(PITCH, lines * points * 1.2):
            yield f"row {row} is {high[row]} points high, too little for {lines} lines"


def plain(value):
    """openpyxl leaves the guard of a written escape in strings that stand in their cells."""
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


def below(sheet, labels=3):
    """The rows under the labels, as dictionaries."""
    names, *rows = sheet.iter_rows(min_row=labels, values_only=True)
    return [dict(zip(names, map(plain, row))) for row in rows]


def ledger(path):
    book = load_workbook(path)
    yield from differ("the sheets", book.sheetnames, ["审核结果", "名额", "超额批准", "待处理", "登记簿问题", "截止后登记", "收件清单", "重复明细", "申报材料",
                                                    "上传文件", "问题清单", "假设", "补登-超额批准"])
    nominations = {row["工业互联网平台名称"]: row for row in below(book["审核结果"])}
    yield from differ("the number of nominations", len(nominations), 4)
    third = nominations["示例云三号平台"]
    yield from differ("the third row's place", (third["来源文件"], third["SHA-256"], third["工作表"], third["原表行"]), ("福州市/汇总表.xlsx", "a" * 64, "Sheet1", 8))
    yield from differ("the third row's decision", (third["结论"], third["裁定时间"], third["规则"]), ("超额待定", "2023年6月10日 10:00", "over_quota"))
    yield from differ("the exempt row's decision", nominations["=SUM(1,1)鹭示例平台"]["结论"], "推荐（不占名额）")
    yield from differ("the first row counts", nominations["示例云一号平台_x000D_"]["占名额"], "是")
    yield from differ("the quota's rows", [(row["推荐单位"], row["上限"], row["报送行数"], row["占用名额"], row["免占名额"], row["超额待定"]) for row in below(book["名额"])],
                      [("福州市工业和信息化局", 2, 3, 2, 0, 1), ("厦门市工业和信息化局", 2, 1, 0, 1, 0), ("合计", None, 4, 2, 1, 1)])
    yield from differ("what waits", [(row["平台名称"], row["登记簿"], row["登记行"]) for row in below(book["待处理"])],
                      [("示例云三号平台", "超额批准", "福州市工业和信息化局,示例云三号平台,福州示例三科技有限公司,,,,"), ("=SUM(1,1)鹭示例平台", None, None)])
    yield from differ("what the official table could not show", [(row["现结论"], row["情况"][:30], row["怎样填"][:7]) for row in below(book["待处理"])][1:],
                      [("推荐（不占名额）", "第2行“联系方式（手机）”读到“1.39E+10”，电子表格", "不必登记：这一")])
    yield from differ("the states of the applications", [tuple(row.values())[2:9] for row in below(book["申报材料"])],
                      [("示例云一号平台_x000D_", "福州示例一科技有限公司", "未交", "工业设备清单、企业人员花名册", "信用代码校验不符", None, None),
                       ("=SUM(1,1)鹭示例平台", "厦门𠮷示例科技有限公司", "齐全", None, None, None, None)])
    yield from differ("the number of uploads", len(below(book["上传文件"])), 8)
    yield from differ("the number of findings", len(below(book["问题清单"])), 2)
    if not any("24时" in str(row["为何如此取值"]) for row in below(book["假设"])):
        yield "the assumed hour of the deadline is not among the assumptions"
    for sheet in book.worksheets:
        yield from differ(f"{sheet.title} is frozen at", sheet.freeze_panes, "A4")


# By row label: number format and value of the columns E (一号), F (二号, without a form) and G (鹭示例). None is an empty cell.
INDICATORS = {
    "单位地址": ("@", "=1+1路", None, None),
    "上年销售（万元）": ("@", "1234567890123.4567", None, None),  # 17 digits: more than a spreadsheet keeps
    "上年利润（万元）": ("#,##0.0", -0.5, None, None),
    "投资金额": ("#,##0.0000", 12345.6789, None, None),
    "可连接的工业设备/产品/产线种类及数量": ("#,##0", 12000, None, 345),
    "运行设备": ("#,##0", 0, None, None),
    "加工设备": ("@", "无", None, None),
    "行走设备": ("@", None, None, None),
    "其它设备": ("@", "=约三百", None, None),
    "运用以下技术：5G": ("@", "是", None, None),
    "运用以下技术：人工智能": ("@", None, None, None),
    "平台名称": ("@", "示例云一号平台", None, "鹭示例平台"),
}
# By row label: the sources in the columns E, F and G.
SOURCES = {
    "投资金额": ("基本情况!B6：1.23456789亿元（填写的单位，×10000）", None, "表中无此栏"),
    "可连接的工业设备/产品/产线种类及数量": ("指标!C2：1.2万台（填写的单位，×10000）", None, "C8"),
    "运行设备": ("指标!C3", None, "表中无此栏"),
    "上年利润（万元）": ("指标!C9：-0.50（栏目单位，×1）", None, "表中无此栏"),
    "加工设备": ("指标!C4", None, "表中无此栏"),
    "行走设备": ("指标!C5", None, "表中无此栏"),
    "其它设备": ("指标!C6", None, "表中无此栏"),
    "公有云连接设备": ("表中无此栏", None, "表中无此栏"),
    "运用以下技术：5G": ("指标!C8", None, "表中无此栏"),
    "单位地址": ("基本情况!B4", None, "表中无此栏"),
    "平台名称": ("基本情况!B3", None, "A8"),
}
BLANK, BAD, ABSENT, PLAIN = "FFFFF7D6", "FFFBD9D5", None, None
TABLE_TOP = 10


def ground(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def indicators(path):
    book = load_workbook(path)
    yield from differ("the sheets", book.sheetnames, ["指标汇总", "来源", "栏目说明"])
    sheet = book["指标汇总"]
    yield from differ("what stays in sight", (sheet.freeze_panes, sheet.print_title_rows, sheet.print_title_cols),
                      ("E10", "$4:$9", "$A:$D"))
    yield from differ("the paper", (int(sheet.page_setup.paperSize), sheet.page_setup.orientation), (A3, "landscape"))
    yield from differ("the heads", [[row[0], *map(plain, row[4:])] for row in sheet.iter_rows(min_row=4, max_row=8, values_only=True)], [
        ["推荐单位", "福州市工业和信息化局", "福州市工业和信息化局", "厦门市工业和信息化局"],
        ["工业互联网平台名称", "示例云一号平台_x000D_", "示例云二号平台", "=SUM(1,1)鹭示例平台"],
        ["依托企业", "福州示例一科技有限公司", "福州示例二科技有限公司", "厦门𠮷示例科技有限公司"],
        ["结论", "推荐", "推荐", "推荐（不占名额）"],
        ["申报材料", "未交", "未交", "齐全"]])
    yield from indicator_sections(sheet)
    yield from indicator_cells(sheet)
    yield from indicator_sources(sheet, book["来源"])


def indicator_sections(sheet):
    bars = [row[0].value for row in sheet.iter_rows(min_row=TABLE_TOP) if ground(row[0])]
    yield from differ("the bars of the five dimensions", [bar for bar in bars if bar[:2] in ("1 ", "2 ", "3 ", "4 ", "5 ")],
                      ["1 平台资源管理能力", "2 平台核心技术水平", "3 平台赋能成效", "4 平台社会贡献度", "5 平台可持续发展能力"])
    yield from differ("the number of indicators", len([bar for bar in bars if bar[1:2] == "."]), 21)
    fields = [row[0].value for row in sheet.iter_rows(min_row=TABLE_TOP) if not ground(row[0])]
    # 142 fields of the form, 4 of them of people: name, telephone, mobile, mail
    yield from differ("the number of fields", len(fields), 136)
    for row in sheet.iter_rows(min_row=TABLE_TOP, max_col=4, values_only=True):
        if row[0] == "公有云杀手锏APP日活":
            yield from differ("the sides of a figure that changed its meaning", row[1:], ("次", None, "不可直接比"))
        if row[0] == "近三年平台相关的累计业务收入":
            yield "a label lacks what it stands under"
        if row[0] == "主营业务收入：近三年平台相关的累计业务收入":
            yield from differ("the years of a sum over three", row[1:], ("万元", "2020至2022年", None))
    yield from differ("the fields that several blanks share", [field for field in fields if "第2空" in field],
                      ["平台业务量及收入占比最高的3个行业（第2空）", "3个领域（第2空）", "2021、2022年企业研发投入（第2空）",
                       "占主营业务收入（第2空）"])


def no_indicators(path):
    """Of a cycle without a nomination: all labels, no platform, nothing traced."""
    book = load_workbook(path)
    sheet = book["指标汇总"]
    yield from indicator_sections(sheet)
    yield from differ("the number of columns", sheet.max_column, 4)
    yield from differ("the columns of the sources", book["来源"].max_column, 4)


def indicator_cells(sheet):
    for row in sheet.iter_rows(min_row=TABLE_TOP):
        wanted = INDICATORS.get(row[0].value)
        for cell in row:
            if cell.data_type == "f" or cell.value in ("13900000009", "说明文字很长", 999, 777):
                yield f"{cell.coordinate} holds {cell.value!r}"
        if wanted:
            yield from differ(row[0].value, (row[4].number_format, *[cell.value for cell in row[4:]]), wanted)
        if not ground(row[0]):
            yield from differ(f"the ground of {row[5].coordinate}", ground(row[5]), ABSENT)
            yield from differ(f"the ground of {row[6].coordinate}", ground(row[6]),
                              BLANK if row[6].value is None else PLAIN)
        if row[0].value in ("运行设备", "加工设备", "行走设备", "其它设备", "运用以下技术：人工智能", "运用以下技术：区块链"):
            yield from differ(f"the ground of {row[0].value}", ground(row[4]),
                              {"行走设备": BLANK, "其它设备": BAD, "运用以下技术：区块链": BLANK}.get(row[0].value, PLAIN))


def indicator_sources(sheet, sources):
    yield from differ("the sources' heads", [cell.value for cell in sources[8][4:]], ["福州市/申报书.xlsx", None, "厦门市/指标.csv"])
    yield from differ("the labels of the two sheets", [row[0].value for row in sources.iter_rows(min_row=9)],
                      [row[0].value for row in sheet.iter_rows(min_row=9)])
    traced = {row[0]: row[4:] for row in sources.iter_rows(min_row=TABLE_TOP, values_only=True)}
    for label, wanted in SOURCES.items():
        yield from differ(f"the sources of {label}", traced[label], wanted)
    for row in sources.iter_rows(min_row=TABLE_TOP):
        if not ground(row[0]) and (row[4].value is None or row[6].value is None):
            yield f"row {row[0].row} has no source"


def csv_files(folder):
    for name, columns in COLUMNS.items():
        raw = (Path(folder) / name).read_bytes()
        if not raw.startswith(b"\xef\xbb\xbf") or raw.count(b"\n") != raw.count(b"\r\n"):
            yield f"{name} lacks its BOM or has bare line feeds"
        rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
        yield from differ(f"the columns of {name}", ",".join(rows[0]), columns)
        for field in (field for row in rows[1:] for field in row):
            if field[:1] in ("=", "+", "-", "@"):
                yield f"{name} holds {field!r}"
    uploads = {row["file"]: row for row in csv.DictReader((Path(folder) / "uploads.csv").open(encoding="utf-8-sig"))}
    yield from differ("the refused file", uploads["'=cmd/a,b.csv"]["reason"], "unknown_unit")
    yield from differ("a time of arrival", uploads["福州市/汇总表.xlsx"]["received_at"], "2023-06-10T09:00:00+08:00")
    findings = list(csv.DictReader((Path(folder) / "findings.csv").open(encoding="utf-8-sig")))
    if [row["code"] for row in findings] != ["over_quota", "phone_digits_lost"] or "示例云三号平台" not in findings[0]["message_zh"]:
        yield f"findings.csv does not say which platform is over quota: {findings}"


def run(path):
    facts = json.loads(Path(path).read_text(encoding="utf-8"))
    yield from differ("cycle, as_of, deadline", [facts[key] for key in ("cycle", "as_of", "deadline")],
                      ["fujian-2023", "2023-06-10T10:30:00+08:00", "2023-06-13T00:00:00+08:00"])
    yield from differ("the registers", facts["registers"], {"register_office": "e" * 64})
    yield from differ("the office's own register", facts["office_registered"], True)
    yield from differ("accepted and refused", (facts["uploads"]["accepted"], facts["uploads"]["refused"]), (6, 1))
    yield from differ("the decisions", {word: count for word, count in facts["decisions"].items() if count},
                      {"over_quota": 1, "exempt": 1, "recommended": 2})
    yield from differ("the package", facts["package"], {"state": "draft", "open": ["over_quota", "deadline_not_over"]})
    yield from differ("an assumption", "deadline" in facts["assumptions"], True)
    for key in ("schemas_sha256", "sql_sha256"):
        yield from differ(f"the length of {key}", len(facts[key]), 64)


def main():
    checks = {"official": official, "ledger": ledger, "indicators": indicators, "no_indicators": no_indicators, "csv": csv_files, "run": run}
    problems = list(checks[sys.argv[1]](*sys.argv[2:]))
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
