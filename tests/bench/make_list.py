#!/usr/bin/python3
"""make_list.py ROWS FILE: an invented equipment list of nine columns, GBK, CRLF; a million rows are about 114 MB."""
import sys

HEADER = "设备ID,设备名称,设备类别,型号,所属企业,地址,接入时间,状态,数量\r\n"
BATCH = 20000


def row(number):
    return (
        f"SB{number:08d},数控加工中心{number % 977},工业设备,XH-{number % 89}A,福建某某机械制造有限公司{number % 313},"
        f"福州市某某区工业路{number % 999}号,2022-0{number % 9 + 1}-1{number % 9},运行,{number % 50}\r\n"
    )


def main():
    rows = int(sys.argv[1])
    with open(sys.argv[2], "wb") as file:
        file.write(HEADER.encode("gb18030"))
        for start in range(0, rows, BATCH):
            lines = [row(number) for number in range(start, min(start + BATCH, rows))]
            file.write("".join(lines).encode("gb18030"))


main()
