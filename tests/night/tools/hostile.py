#!/usr/bin/python3
"""hostile.py make INBOX            writes uploads whose names and cells would command a shell, a database, a spreadsheet, a browser or a terminal
hostile.py check INBOX NIGHT FILE…   what came of them in the outbox of that night is text and nothing else; FILE: logs, which a terminal may show
hostile.py names                     the platforms as the database must hold them, one a line in COPY's escapes
A line for each of its questions, behind a tab what is wrong. Nothing here is taken from what the programs wrote: the names are cleaned by hand."""
import csv
import hashlib
import html.parser
import io
import os
import re
import sys
import zipfile

import openpyxl

UNITS = ["福州市", "厦门市", "漳州市", "泉州市", "三明市", "莆田市", "南平市", "龙岩市", "宁德市"]
LONG = "长" * 200
# As written, and as it is to stand: what nobody sees is taken away.
NAMES = [
    ("=cmd|'/c calc'!A0", None), ("@SUM(1+1)*cmd|'/c calc'!A0", None), ("+1+cmd|'/c calc'!A0", None), ("-2+3+cmd|'/c calc'!A0", None),
    ("＝1+1云", None), ('=HYPERLINK("http://example.invalid","点击")', None), ("<script>alert(1)</script>", None),
    ('"><img src=x onerror=alert(2)>', None), ("'); drop table huizong.arrival; --", None), ("\\.", None), ("\\N云", None),
    ("$(touch PWNED)`touch PWNED`", None), ("%s%n%x{{7*7}}", None), ("云\u202e台\u200b甲\ufe00", "云台甲"), ("红\x1b[31m云\x07", "红[31m云"),
    ("_x003D_1+1_x000D_云", None), ("&#61;1+1;&lt;u&gt;", None), (LONG, None),
]
FILES = [
    b"-rf.csv", b"--findings=x.csv", b"$(touch PWNED).csv", b"`touch PWNED`.csv", b";touch PWNED;.csv", b"'); drop table huizong.arrival; --.csv",
    b"=cmd|'_c calc'!A0.csv", b"<script>alert(3)<_script>.csv", b"\\..csv", b"\\N.csv", b"a\nb.csv", b"a\rb.csv", b"a\tb.csv", b"a\x1b[2Jb.csv", b"\x7f\x07.csv",
    b"\"'\".csv", b"* ?[a].csv", b"%s%n.csv", b"\xff\xfe.csv", b"\xe4\xba\x91\xe2\x80\xae.csv", b"x" * 251 + b".csv", b" .csv",
]
WIDE = "＝＋－＠"


def table(unit, names, number):
    lines = [["2023年跨行业跨领域工业互联网平台推荐信息汇总表"], [f"推荐单位（盖章）：{unit}工业和信息化局"], ["联系人：<u>林</u>=1"], [f"联系方式：0591-8000{number:04d}"],
             ["序号", "工业互联网平台名称", "依托企业", "联系人", "联系方式（手机）"]]
    return lines + [[str(i + 1), name, f"{unit}样板{i}有限公司", "陈样", f"1380000{number:02d}{i:02d}"] for i, name in enumerate(names)]


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def make(inbox):
    for number, unit in enumerate(UNITS):
        folder = os.fsencode(os.path.join(inbox, unit))
        os.makedirs(folder)
        write(os.path.join(folder, b"\xe8\xa1\xa8.csv"), table(unit, [name for name, _ in NAMES[2 * number:2 * number + 2]], number))
    # from a unit that has no other, each file with bytes of its own
    folder = os.fsencode(os.path.join(inbox, "平潭综合实验区"))
    os.makedirs(folder)
    for number, name in enumerate(FILES[:3] + FILES[7:8]):
        write(os.path.join(os.fsencode(inbox), name), table(f"<u>不存在市{number}</u>", [f"无主{number}云"], 90 + number))
    for number, name in enumerate(FILES):
        write(os.path.join(folder, name), table("平潭综合实验区", [f"岚岛{number}云"], 50 + number))


def clean(pair):
    return pair[1] or pair[0]


def guarded(text):
    """As a CSV field that a spreadsheet opens must be."""
    return "'" + text if text[0] in "=+-@" + WIDE else text


STEERING = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u200e\\u200f\\\u2028-\\u202e\\u2066-\\u2069]")


def shown(name):
    """A file's name in the ledger: bytes that are no UTF-8 and what steers a terminal or turns a line as %XX, and the % itself."""
    try:
        return STEERING.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), name.decode().replace("%", "%25"))
    except UnicodeDecodeError:
        return "".join(f"%{byte:02X}" if byte >= 0x7F or byte < 0x20 else chr(byte).replace("%", "%25") for byte in name)


def files_of(inbox):
    """The ledger's path and the digest of every file there."""
    found = {}
    for folder, _, names in os.walk(os.fsencode(inbox)):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                found[os.path.join(os.path.relpath(folder, os.fsencode(inbox)).decode(), shown(name)).removeprefix("./")] = hashlib.sha256(file.read()).hexdigest()
    return found


def rows_of(path):
    """Of a table in UTF-8, or of its twin in GB 18030."""
    with open(path, "rb") as file:
        content = file.read()
    encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "gb18030"
    return list(csv.reader(io.StringIO(content.decode(encoding), newline=""), strict=True))


def below(folder, suffix):
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names if name.endswith(suffix))


def formulas_of_books(night):
    """Cells that are formulas, and parts that fetch or run something; a link inside the workbook is ours."""
    bad, texts, books = [], set(), below(night, ".xlsx")
    for path in books:
        with zipfile.ZipFile(path) as package:
            bad += [f"{path}: {name}" for name in package.namelist() if re.search("externalLink|vba|embedding|connections|ctrlProp|oleObject", name)]
            bad += [f"{path}: {name}: {found}" for name in package.namelist() if name.startswith("xl/worksheets/")
                    for found in re.findall(rb"<f[ >][^<]*|<hyperlink [^>]*r:id[^>]*", package.read(name))]
        for sheet in openpyxl.load_workbook(path):
            for row in sheet.iter_rows():
                bad += [f"{path}: {cell.coordinate}" for cell in row if cell.data_type in ("f", "e") or cell.hyperlink and cell.hyperlink.target]
                texts |= {str(cell.value) for cell in row if cell.value is not None}
    return bad, texts, len(books)


def is_harmful(field):
    return bool(field) and field[0] in "=+-@\t\r\n" + WIDE and not re.fullmatch(r"-\d+(\.\d+)?", field)


def harmful_fields(night):
    bad, count = [], 0
    for path in below(night, ".csv"):
        rows = rows_of(path)
        count += 1
        bad += [f"{path}: {field!r}" for row in rows for field in row if is_harmful(field)]
        bad += [f"{path}: row {number} has {len(row)} fields" for number, row in enumerate(rows) if len(row) != len(rows[0]) and "units" not in path]
    return bad, count


ICON = [("rel", "icon"), ("href", "data:,")]  # none: a browser would ask the server for one


class Page(html.parser.HTMLParser):
    """Collects what a browser would run or fetch, and the text."""

    def __init__(self):
        super().__init__()
        self.bad, self.text = [], []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "img", "iframe", "object", "embed", "base", "form", "u"):
            self.bad.append(tag)
        if attrs == ICON:
            return
        self.bad += [f"{tag} {name}" for name, value in attrs if name.startswith("on") or re.match(r"\s*(javascript|data|https?):", value or "")]

    def handle_data(self, data):
        self.text.append(data)


def pages(night):
    bad, count = [], 0
    for path in below(night, ".html"):
        page = Page()
        with open(path, encoding="utf-8", newline="") as file:
            content = file.read()
        page.feed(content)
        count += 1
        if "<u>新区</u><script>alert(5)</script>" not in "".join(page.text):
            bad.append(f"{path}: a name is not there as it was written")
        bad += [f"{path}: {what}" for what in page.bad] + [f"{path}: {found!r}" for found in re.findall(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", content)]
    return bad, count


def controls(paths):
    """Bytes that would command a terminal."""
    bad = []
    for path in paths:
        with open(path, "rb") as file:
            bad += [f"{path}: {found!r}" for found in re.findall(rb".{0,40}(?:[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]).{0,20}", file.read())]
    return bad


def missing_names(night):
    lines = rows_of(os.path.join(night, "decisions.csv"))
    said = {row[lines[0].index("platform")] for row in lines[1:]}
    return sorted({guarded(clean(pair)) for pair in NAMES} - said)


def wrong_lines(inbox, night):
    lines = rows_of(os.path.join(night, "uploads.csv"))
    said = {row[lines[0].index("file")]: row[lines[0].index("sha256")] for row in lines[1:]}
    wanted = {guarded(name): digest for name, digest in files_of(inbox).items()}
    return sorted(f"{name!r}: {said.get(name)}" for name in wanted.keys() | said.keys() if said.get(name) != wanted.get(name))


def check(inbox, night, logs):
    formulas, texts, books = formulas_of_books(night)
    fields, tables = harmful_fields(night)
    html_bad, html_count = pages(night)
    absent = sorted(clean(pair) for pair in NAMES if not any(clean(pair) in text for text in texts))
    results = [
        ("every file of the inbox has its line, under its name and with its digest", wrong_lines(inbox, night)),
        ("every platform has its line, and what begins like a formula has an apostrophe", missing_names(night)),
        (f"no field of {tables} tables in CSV begins a formula, and rows are whole", fields or (["none"] if tables < 3 else [])),
        (f"no cell of {books} workbooks is a formula, a link or a fetched thing", formulas or (["none"] if books < 12 else [])),
        ("the names stand in the workbooks as they were written", absent),
        (f"{html_count} page runs nothing and fetches nothing", html_bad or ([] if html_count else ["none"])),
        ("no byte of the logs commands a terminal", controls(logs)),
        ("nothing was started", [path for path in ("PWNED", os.path.join(inbox, "PWNED"), os.path.join(night, "PWNED")) if os.path.exists(path)]),
    ]
    for name, bad in results:
        print(name, ascii(bad[:10])[:2000] if bad else "", sep="\t")


def names():
    for pair in NAMES:
        print(clean(pair).replace("\\", "\\\\"))


if sys.argv[1] == "make":
    make(sys.argv[2])
elif sys.argv[1] == "names":
    names()
else:
    check(sys.argv[2], sys.argv[3], sys.argv[4:])
