#!/usr/bin/python3
"""Writes the inputs of tests/stage/extract.sh into DIR. Firms and numbers are invented."""
import datetime
import os
import subprocess
import sys
import zipfile

import openpyxl
from openpyxl.comments import Comment

HEADER = ["序号", "工业互联网平台名称", "依托企业", "联系人", "联系方式（手机）"]
ROWS = [
    ["1", "闽云制造平台", "福州甲乙科技有限公司", "林某", "13800000001"],
    ["2", "海丝工联平台", "泉州丙丁股份有限公司", "陈某", "13800000002"],
]

TRADITIONAL = "序號,平臺名稱,企業名稱,聯絡人,聯絡電話\r\n1,閩雲製造平臺,福州甲乙科技有限公司,林某,13800000001\r\n"
JAPANESE = "番号,会社名,担当者,電話\r\n1,甲乙工業株式会社,林,13800000001\r\n"
PASTED = "3,木兰溪协同平台,莆田戊己实业有限公司,黄某,13800000003\r\n"


def table(delimiter, newline="\r\n"):
    lines = ["推荐单位（盖章）：福州市工业和信息化局", ""]
    lines += [delimiter.join(row) for row in [HEADER] + ROWS]
    return newline.join(lines) + newline


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def text_files(folder):
    path = lambda name: os.path.join(folder, name)
    write(path("utf8-bom-crlf.csv"), b"\xef\xbb\xbf" + table(",").encode())
    write(path("gb18030-tabs.csv"), table("\t").encode("gb18030"))
    write(path("utf16le-tabs.csv"), b"\xff\xfe" + table("\t").encode("utf-16-le"))
    write(path("utf16be-cr-only.csv"), b"\xfe\xff" + table(",", "\r").encode("utf-16-be"))
    write(path("fullwidth-commas.csv"), table("，", "\n").encode())
    write(path("cp936-euro.csv"), "平台,月费（".encode("gbk") + b"\x80" + "）\r\n甲,3\r\n".encode("gbk"))
    write(path("stray-quotes-and-guards.csv"),
          ',"两行\n平台",="013800000001"\n3,5"屏,甲\n4,"未闭合,乙\n5,"好","乙 ""丙"""\n'.encode())
    write(path("one-bad-byte.csv"), table(",").encode("gb18030") + b"3,\xb8\xa3\xff,\r\n")
    write(path("nul-inside.csv"), b"a,b\nc,\x00d\n")
    write(path("utf16le-no-bom.csv"), table(",").encode("utf-16-le"))
    write(path("utf16be-no-bom.csv"), table("\t", "\n").encode("utf-16-be"))
    write(path("utf16le-no-bom-cut.csv"), table(",").encode("utf-16-le")[:-1])
    write(path("big5.csv"), TRADITIONAL.encode("big5"))
    write(path("shift-jis.csv"), JAPANESE.encode("shift_jis"))
    write(path("gbk-traditional.csv"), TRADITIONAL.encode("gbk"))
    write(path("utf8-pasted-into-gbk.csv"), table(",").encode("gbk") + PASTED.encode() + PASTED.encode("gbk"))
    write(path("gbk-pasted-into-utf8.csv"), table(",").encode() + PASTED.encode("gbk"))
    write(path("end-of-file-mark.csv"), table(",").encode("gbk") + b"\x1a")
    write(path("nul-in-gbk.csv"), table(",").encode("gbk") + b"3,\xb8\xa3\x00,\r\n")
    write(path("empty.xlsx"), b"")
    write(path("web-page.xls"), "<html><body><table><tr><td>平台</td></tr></table></body></html>".encode())
    write(path("scan-named.xlsx"), b"%PDF-1.4\n%%EOF\n")
    with zipfile.ZipFile(path("tables.zip"), "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.csv"), "a,b\n")


def workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "汇总表"
    sheet["A1"] = "推荐单位（盖章）：福州市工业和信息化局"
    sheet.merge_cells("A1:E1")
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append([int(row[0]), row[1], row[2], row[3], int(row[4])])
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet["A3"].comment = Comment("批注", "某")
    values = book.create_sheet("数值")
    values["A1"] = 0.62
    values["A1"].number_format = "0%"
    values["B1"] = datetime.datetime(2023, 6, 12)
    values["B1"].number_format = 'yyyy"年"m"月"d"日"'
    values["C1"] = datetime.datetime(2023, 6, 12, 17, 30)
    values["D1"] = datetime.time(8, 5, 9)
    values["E1"] = datetime.timedelta(hours=30)
    values["F1"] = 0.1 + 0.2
    values["G1"] = "=A1*2"
    values["H1"] = "#N/A"
    values["I1"] = True
    values["J1"] = "两行\n文字"
    values["K1"] = 12345678901234567890
    values["M3"] = "远"
    hidden = book.create_sheet("旧稿")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = "去年"
    return book


# Numbers that their formats show with a unit, as another number, or with the sign of the country's money.
SHOWN = [(5000, '#,##0.00"元"'), (3.2, '0.0"亿元"'), (5, '0"千万元"'), (5000000, '0!.0,"万"'), (5000000, "#,##0,"), (3000, "[$$-409]#,##0"), (5000, '"¥"#,##0.00'),
         (30, '0"台"'), (2022, '0"年"')]


def units_shown():
    book = openpyxl.Workbook()
    for row, (number, code) in enumerate(SHOWN, 1):
        cell = book.active.cell(row, 1, number)
        cell.number_format = code
    return book


def office(folder, source, suffix):
    subprocess.run(["soffice", "--headless", "--convert-to", suffix, "--outdir", folder, source],
                   check=True, stdout=subprocess.DEVNULL)


def workbooks(folder):
    path = lambda name: os.path.join(folder, name)
    workbook().save(path("openpyxl.xlsx"))
    units_shown().save(path("units-shown.xlsx"))
    office(folder, path("units-shown.xlsx"), "xls")
    office(folder, path("units-shown.xlsx"), "ods")
    epoch = workbook()
    epoch.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    epoch.save(path("epoch-1904.xlsx"))
    work = path("libreoffice.xlsx")
    os.makedirs(path("work"), exist_ok=True)
    office(path("work"), path("openpyxl.xlsx"), "ods")
    os.rename(path("work/openpyxl.ods"), path("spreadsheet.ods"))
    office(path("work"), path("spreadsheet.ods"), "xlsx")
    os.rename(path("work/spreadsheet.xlsx"), work)
    office(folder, path("libreoffice.xlsx"), "xls")
    os.rename(path("libreoffice.xls"), path("excel-97.xls"))
    os.rmdir(path("work"))
    with open(work, "rb") as file:
        data = file.read()
    write(path("cut-in-transfer.xlsx"), data[: len(data) * 2 // 3])


def main():
    folder = sys.argv[1]
    text_files(folder)
    workbooks(folder)


main()
