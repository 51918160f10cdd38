#!/usr/bin/python3
"""check_workbook.py make DIR | compare BOOK.xlsx

Makes the files that check.sh checks; prints what is wrong with the workbook of corrections, exit status 1 where anything is.
"""

import sys

import openpyxl

ERROR, WARNING = "FFFBD9D5", "FFFFF2CC"
ROWS = [
    ["2023年跨行业跨领域工业互联网平台推荐信息汇总表"],
    ["推荐单位：三明市工业和信息化局，联系人：张样，联系方式：0598-8200001"],
    ["序号", "工业互联网平台名称", "依托企业", "联系人", "联系方式（手机）"],
    [1, "沙溪云平台", None, "李样", "1.38E+10"],
    [2, "逾云平台", "三明𠮷有限公司", "王样", "逾期"],
    [3, "=cmd云平台", "三明样例有限公司", "赵样", "13900000003"],
]
# 程度, 文件, 工作表, 单元格, 栏目, 所填内容, 应为, where the link leads
WANTED = [
    ("错误", "torn.xlsx", None, None, None, None, None, None),
    ("错误", "table.xlsx", "Bob's表", "C4", "依托企业", None, "依托企业", "'1 Bob_s表'!C4"),
    ("错误", "table.xlsx", "Bob's表", "E4", "联系方式（手机）", "1.38E+10", "11位手机号码", "'1 Bob_s表'!E4"),
    ("错误", "table.xlsx", "Bob's表", "E5", "联系方式（手机）", "逾期", "11位手机号码", "'1 Bob_s表'!E5"),
    ("错误", "long.csv", None, "E5203", "设备类别", "飞机", "运行设备、加工设备、行走设备、其他设备", "'2 long'!E5203"),
    ("提示", "table.xlsx", "Bob's表", "C5", "依托企业", "三明𠮷有限公司", None, "'1 Bob_s表'!C5"),
    ("提示", "table.xlsx", "Bob's表", "B6", "工业互联网平台名称", "=cmd云平台", None, "'1 Bob_s表'!B6"),
]
FILES = [
    (1, "torn.xlsx", "发现问题，见问题清单", 1, 0),
    (2, "table.xlsx", "发现问题，见问题清单", 3, 2),
    (3, "good.csv", "没有发现问题", 0, 0),
    (4, "letter.pdf", "只存档，不读取内容", 0, 0),
    (5, "long.csv", "发现问题，见问题清单", 1, 0),
]
MARKS = {"C4": ERROR, "E4": ERROR, "E5": ERROR, "C5": WARNING, "B6": WARNING}


def make(folder):
    book = openpyxl.Workbook()
    book.active.title = "Bob's表"
    for row in ROWS:
        book.active.append(row)
    book.active["B6"].data_type = "s"
    book.save(f"{folder}/table.xlsx")
    head = "工业设备清单\n平台名称：沙溪云平台\n序号,设备ID,设备名称,接入时间,设备类别\n"
    many = [f"{n},ID{n},铣床,2022-01-01,运行设备\n" for n in range(1, 5200)]
    with open(f"{folder}/long.csv", "w", encoding="utf-8") as file:
        file.write(head + "".join(many) + "5200,ID5200,铣床,2022-01-01,飞机\n")
    with open(f"{folder}/torn.xlsx", "wb") as file:
        file.write(b"PK\x03\x04" + bytes(60))
    with open(f"{folder}/letter.pdf", "wb") as file:
        file.write(b"%PDF-1.4\n%%EOF\n")


def differ(what, got, want):
    if got != want:
        yield f"{what} is {got!r}, expected {want!r}"


def ground(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def lines(sheet):
    for row in sheet.iter_rows(min_row=4):
        link = row[4].hyperlink.location if row[4].hyperlink else None
        yield (*[row[i].value for i in (1, 2, 3, 4, 5, 6, 8)], link)


def compare(path):
    book = openpyxl.load_workbook(path)
    yield from differ("the sheets", book.sheetnames, ["问题清单", "文件", "1 Bob_s表", "2 long"])
    sheet = book["问题清单"]
    yield from differ("the title", sheet["A1"].value, "报送前自查：问题清单")
    if "共检查5个文件：错误5处，提示2处" not in sheet["A2"].value:
        yield f"the note is {sheet['A2'].value!r}"
    if "申报书与清单和汇总表之间是否一致" not in sheet["A2"].value:
        yield "the note does not say what was not looked at"
    yield from differ("the list", list(lines(sheet)), WANTED)
    for row in sheet.iter_rows(min_row=4):
        yield from differ(f"the ground of {row[1].coordinate}", ground(row[1]), ERROR if row[1].value == "错误" else WARNING)
        for cell in row:
            yield from differ(f"the frame of {cell.coordinate}", cell.border.left.style, "thin")
        if not row[9].value or not row[10].value:
            yield f"row {row[0].row} does not say what is wrong and what to do"
    yield from differ("the files", list(book["文件"].iter_rows(min_row=4, values_only=True)), FILES)
    yield from copy(book["1 Bob_s表"])
    yield from thinned(book["2 long"])


def copy(sheet):
    for row, wanted in zip(sheet.iter_rows(), ROWS):
        yield from differ(f"row {row[0].row} of the copy", [cell.value for cell in row],
                          [None if value is None else str(value) for value in wanted + [None] * (5 - len(wanted))])
        for cell in row:
            yield from differ(f"the ground of {cell.coordinate}", ground(cell), MARKS.get(cell.coordinate))
            yield from differ(f"that {cell.coordinate} has a comment", cell.comment is not None, cell.coordinate in MARKS)
            if cell.data_type == "f":
                yield f"{cell.coordinate} is a formula"
    yield from differ("whose the comment is", sheet["E4"].comment.author, "huizong")
    comment = sheet["E4"].comment.text
    if not comment.startswith("错误：") or "1.38E+10" not in comment or "文本格式" not in comment:
        yield f"the comment of E4 is {comment!r}"


def thinned(sheet):
    """Of a long list its first ten rows and those of which something is said; the others do not show."""
    written = [row[0].row for row in sheet.iter_rows() if any(cell.value is not None for cell in row)]
    yield from differ("the rows of the long list", written, [*range(1, 11), 5203])
    yield from differ("that rows between are hidden", sheet.sheet_format.zeroHeight, True)
    yield from differ("the cell of the long list", (sheet["E5203"].value, ground(sheet["E5203"])), ("飞机", ERROR))


def main():
    if sys.argv[1] == "make":
        make(sys.argv[2])
        return 0
    problems = list(compare(sys.argv[2]))
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
