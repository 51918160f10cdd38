"""The list of tests/night/supplement.sh, and what a clerk makes of its rows that came back.

make FOLDER [whole]                                    the table and the list; whole: a list without a mistake
money FOLDER                                           a list of enterprises with amounts in 元, as a line above it says
sheets FOLDER                                          a list in two sheets, each with a mistake in its row 5
correct BACK TARGET utf8|gbk|xlsx ROW:COLUMN=VALUE…    cells by 原行号, the file saved as a spreadsheet saves it
"""

import csv
import io
import sys

import openpyxl

SUMMARY = """2023年福建省工业互联网平台推荐信息汇总表
推荐单位（盖章）：,厦门市工业和信息化局
联系人：,郑一
联系方式：,0592-80000001
序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）
1,甲平台,厦门甲公司,郑一,13800000001
"""


def save(path, rows, encoding):
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    with open(path, "wb") as file:
        file.write(text.getvalue().encode(encoding))


def make(folder, whole=None):
    rows = [["平台名称：甲平台"], ["序号", "设备类别", "设备名称", "设备ID", "接入时间", "数量"]]
    for no in range(1, 301):
        rows.append([no, "运行设备", f"设备{no}", f"SB{no}", f"2021-05-{(no - 1) % 28 + 1:02}", 2])
    if whole is None:
        rows[4][5], rows[11][4], rows[21][5] = "两三台", "2021-02-30", "若干"
        rows[11][1] = "同上"
        with open(f"{folder}/汇总表.csv", "w", encoding="utf-8-sig") as file:
            file.write(SUMMARY)
    save(f"{folder}/{'设备清单' if whole is None else '整张'}.csv", rows, "utf-8-sig")


def make_money(folder):
    rows = [["平台名称：甲平台"], ["单位：元"], ["序号", "企业名称", "服务金额"]]
    rows += [[no, f"企业{no}", 50000] for no in range(1, 26)]
    rows[9][2] = "面议"
    save(f"{folder}/企业清单.csv", rows, "utf-8-sig")


def make_sheets(folder):
    book = openpyxl.Workbook()
    book.active.title = "上半年"
    book.create_sheet("下半年")
    for at, sheet in enumerate(book):
        sheet.append(["平台名称：甲平台"])
        sheet.append(["序号", "设备类别", "设备名称", "设备ID", "数量"])
        for no in range(1, 26):
            sheet.append([no, "运行设备", f"设备{no}", f"S{at}-{no}", 2 if no != 3 else "若干"])
    book.save(f"{folder}/两表.xlsx")


def read(path):
    with open(path, "rb") as file:
        written = file.read()
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = written.decode("gbk")
    return list(csv.reader(io.StringIO(text)))


def correct(back, target, form, *changes):
    rows = read(back)
    top = next(no for no, row in enumerate(rows) if row[:1] == ["原行号"])
    for change in changes:
        place, value = change.split("=")
        number, column = place.split(":")
        for row in rows[top + 1 :]:
            if row[0] == number:
                row[rows[top].index(column)] = value
    if form == "xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append([int(cell) if cell.isdigit() else cell or None for cell in row])
        book.save(target)
    else:
        width = max(len(row) for row in rows)
        save(target, [row + [""] * (width - len(row)) for row in rows], "gbk" if form == "gbk" else "utf-8-sig")


{"make": make, "money": make_money, "sheets": make_sheets, "correct": correct}[sys.argv[1]](*sys.argv[2:])
