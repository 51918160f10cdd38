#!/usr/bin/python3
"""xls_table.py FILE.xls FILE.xlsx: the same summary table, by xlwt and by openpyxl. Firms and numbers are invented."""
import sys

import openpyxl
import xlwt

ROWS = [
    ["附件3"],
    ["2023年跨行业跨领域工业互联网平台推荐信息汇总表"],
    ["推荐单位（盖章）：福州市工业和信息化局    联系人：张样    联系方式：0591-8200001"],
    ["序号", "工业互联网平台名称", "依托企业", "联系人", "联系方式（手机）"],
    [1, "闽云制造平台", "福州甲乙科技有限公司", "林样", 13900000001],
    [2, "海丝工联平台", "福州丙丁股份有限公司", "陈样", "13900000002"],
]


def main():
    old = xlwt.Workbook()
    old_sheet = old.add_sheet("汇总表")
    new = openpyxl.Workbook()
    new_sheet = new.active
    new_sheet.title = "汇总表"
    for row_no, row in enumerate(ROWS):
        for column, value in enumerate(row):
            old_sheet.write(row_no, column, value)
            new_sheet.cell(row_no + 1, column + 1).value = value
    for row_no in range(3):
        old_sheet.merge(row_no, row_no, 0, 4)
        new_sheet.merge_cells(start_row=row_no + 1, end_row=row_no + 1, start_column=1, end_column=5)
    old.save(sys.argv[1])
    new.save(sys.argv[2])


main()
