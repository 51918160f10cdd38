#!/usr/bin/python3
"""cage_pages.py EXTRACT WORK: a workbook of Excel 95 in every code page that is read, by a program that may open nothing more; Python's codecs are the
referee. Names those that are read otherwise; the last line counts those that are read well."""
import os
import struct
import subprocess
import sys

PAGES = {number: f"cp{number}" for number in (437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 949, 950,
                                              1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)}
PAGES.update({1361: "johab", 10000: "mac_roman", 32768: "mac_roman", 10007: "mac_cyrillic", 10029: "mac_latin2", 32769: "cp1252", 10008: "gb2312"})
LETTERS = "表图éжαاאคŠñ가ﻁ"


def record(kind, content):
    return struct.pack("<HH", kind, len(content)) + content


def workbook(page, text):
    start = record(0x0809, struct.pack("<HHHH", 0x0500, 5, 0, 1995)) + record(0x0042, struct.pack("<H", page)) + record(0xE0, struct.pack("<HH12x", 0, 0))
    sheet = record(0x0809, struct.pack("<HHHH", 0x0500, 0x10, 0, 1995)) + record(0x0204, struct.pack("<HHHH", 0, 0, 0, len(text)) + text) + record(0x0A, b"")
    name = b"\1s"
    at = len(start) + 4 + 6 + len(name) + 4
    return start + record(0x85, struct.pack("<IBB", at, 0, 0) + name) + record(0x0A, b"") + sheet


def sample(codec):
    for letter in LETTERS:
        try:
            return ("a" + letter).encode(codec)
        except UnicodeEncodeError:
            continue
    raise ValueError(codec)


extract, work = sys.argv[1:3]
good = 0
for page, codec in PAGES.items():
    path = os.path.join(work, "page.xls")
    text = sample(codec)
    with open(path, "wb") as out:
        out.write(workbook(page, text))
    done = subprocess.run([extract, path], capture_output=True, text=True, check=False)
    if f"s\t1\t\t{text.decode(codec)}\n" in done.stdout and done.returncode <= 1:
        good += 1
    else:
        print(page, codec, done.returncode, done.stdout, done.stderr)
print(good, "read")
