#!/usr/bin/python3
"""markup_cut.py EXTRACT WORK: the first N bytes of good files, for many N. Each is refused, or gives the rows of the whole where only
blanks and end tags behind the last table were cut. TAP, one line a file."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "kinds"))

import spreadsheetml
import web_page

STEP = 7
GOOD = {
    "a page of Excel 2003": web_page.EXCEL_2003.encode("gb2312"),
    "a page of WPS": web_page.WPS.encode(),
    "a page of LibreOffice": web_page.LIBREOFFICE.encode(),
    "a table of PHP": web_page.PHP.encode(),
    "an XML spreadsheet of Excel 2003": spreadsheetml.EXCEL_2003,
}


def rows_of(extract, path):
    """The lines of the stream, or None where it is refused."""
    done = subprocess.run([extract, path, "--findings", "/dev/null"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"exit status {done.returncode}: {done.stderr.decode()}")
    lines = done.stdout.decode().split("\n")
    return None if "\trefused\t" in lines[-2] else lines


def cuts(extract, path, data):
    """Lines that tell which cuts were read as something else."""
    def read(length):
        with open(path, "wb") as file:
            file.write(data[:length])
        return rows_of(extract, path)

    whole, said = read(len(data)), []
    if whole is None:
        return ["the whole is refused"]
    for length in [*range(1, len(data) - 60, STEP), *range(max(len(data) - 60, 1), len(data))]:
        rows = read(length)
        if rows is not None and rows != whole and not is_no_markup_yet(data[:length]):
            said.append(f"the first {length} bytes are read as {rows[5:-2]}")
    return said


def is_no_markup_yet(data):
    """Before the first tag has been closed nothing tells that it is markup."""
    return b">" not in data


def main():
    extract, work = sys.argv[1:]
    failed = 0
    for number, (name, data) in enumerate(GOOD.items(), 1):
        said = cuts(extract, os.path.join(work, "cut.xls"), data)
        failed += bool(said)
        print(f"{'not ok' if said else 'ok'} {number} - {name}")
        for line in said[:20]:
            print(f"#   {line}")
    print(f"1..{len(GOOD)}")
    sys.exit(1 if failed else 0)


main()
