#!/usr/bin/python3
"""make_equipment.py ROWS FILE [--bad PERMILLE]: an invented equipment list as cities write them, the same for the same arguments.

GBK, CRLF, nine columns; a million rows are about 117 MB. 是/否, dates in five notations, full-width digits, quoted commas;
PERMILLE (5) of the rows cannot be taken: an impossible date, a figure that is none, an unknown category, a 设备ID of a row before.
"""
import argparse

HEADER = "序号,设备类别,设备类型,设备名称,设备ID,是否公有云连接,接入时间,数量,备注\r\n"
BATCH = 20000
CATEGORIES = ["运行设备", "加工设备", "行走设备", "其他设备"]
TYPES = ["数控机床", "工业机器人", "自动导引车", "注塑机", "空气压缩机", "换热机组", "智能传感终端"]
NAMES = ["五轴联动加工中心", "六关节焊接机器人", "重载搬运导引车", "全电动精密注塑机", "永磁变频螺杆压缩机", "板式换热机组", "温湿度采集终端"]
PLACES = ["福州市闽侯县青口镇某某路", "厦门市集美区灌口镇某某路", "泉州市晋江市五里园某某路", "宁德市蕉城区七都镇某某路"]
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def date(number):
    year, month, day = 2016 + number % 7, number % 12 + 1, number % 28 + 1
    form = number % 20
    if form < 12:
        return f"{year}-{month:02d}-{day:02d}"
    if form < 16:
        return f"{year}/{month}/{day}"
    if form < 18:
        return f"{year}年{month}月{day}日"
    return f"{year}.{month:02d}.{day:02d}" if form == 18 else f"{year}年{month}月"


def remark(number):
    place = f"{PLACES[number % 4]}{number % 999 + 1}号{number % 37 + 1}栋车间"
    return f'"{place},{number % 5 + 1}号线"' if number % 10 == 7 else f"{place}"


def row(number, bad):
    kind = number % 7
    category = CATEGORIES[number * 7 // 11 % 4]
    name = f"{NAMES[kind]}{'ABCDEFGH'[number % 8]}{number % 4099}型"
    identity = f"FJ-{kind:02d}{'KMPQ'[number % 4]}-{number:09d}"
    when = date(number)
    quantity = str(number % 30 + 1)
    if number % 20 == 13:
        quantity = quantity.translate(WIDE)
    if bad == 1:
        when = "2021-02-30"
    elif bad == 2:
        quantity = "若干"
    elif bad == 3:
        category = "待报废设备"
    elif bad == 4:
        identity = f"FJ-{(number - 1) % 7:02d}{'KMPQ'[(number - 1) % 4]}-{number - 1:09d}"
    return (
        f"{number},{category},{TYPES[kind]},{name},{identity},{'是' if number % 3 else '否'},{when},{quantity},"
        f"{remark(number)}\r\n"
    )


def badness(number, permille):
    """0, or one of the four ways; spread evenly, never twice in a row for up to 400 in a thousand."""
    before, after = (number - 1) * permille // 1000, number * permille // 1000
    return after % 4 + 1 if after > before and number > 1 else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int)
    parser.add_argument("file")
    parser.add_argument("--bad", type=int, default=5)
    arguments = parser.parse_args()
    with open(arguments.file, "wb") as file:
        file.write(HEADER.encode("gb18030"))
        for start in range(1, arguments.rows + 1, BATCH):
            numbers = range(start, min(start + BATCH, arguments.rows + 1))
            lines = [row(number, badness(number, arguments.bad)) for number in numbers]
            file.write("".join(lines).encode("gb18030"))


main()
