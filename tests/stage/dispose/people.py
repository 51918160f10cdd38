"""people FILES: names, phones and addresses that stand in the lists of people and beside 联系人 in these uploads, a line each, as the files hold them.
spoken PEOPLE PATHS: which of them stand in files or folders, looked into workbooks too; a line each."""
import csv, io, pathlib, re, sys, zipfile
import openpyxl

PERSONAL = re.compile(r"^(联系人|联系人姓名|联系方式（手机）|联系方式|姓名|开发者姓名|人员姓名|开发者|手机|电话|邮箱|企业联系人|联系方式.*)[：:]?$")


def tables(path):
    if path.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(path, data_only=True):
            yield [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    elif path.suffix == ".csv":
        data = path.read_bytes()
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                yield list(csv.reader(io.StringIO(data.decode(encoding))))
                return
            except UnicodeDecodeError:
                pass


def people(paths):
    found = set()
    for path in paths:
        for rows in tables(path):
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if not PERSONAL.match(cell.strip()):
                        continue
                    below = [line[column].strip() for line in rows[number + 1:] if len(line) > column]
                    beside = [next((x.strip() for x in row[column + 1:] if x.strip()), "")]
                    found.update(x for x in below + beside if re.fullmatch(r"1\d{10}|0\d{2,3}-\d{7,8}|[\u4e00-\u9fff]{2,6}|\S+@\S+", x))
    return sorted(x for x in found if not re.fullmatch(r"[\u4e00-\u9fff]+", x) or re.search("[样试](?!例)", x))


def texts(path):
    data = path.read_bytes()
    if data[:2] == b"PK":
        with zipfile.ZipFile(path) as package:
            return b"\n".join(package.read(name) for name in package.namelist())
    return data


def spoken(names, paths):
    files = [f for p in paths for f in ([p] if p.is_file() else sorted(x for x in p.rglob("*") if x.is_file()))]
    held = b"\n".join(texts(f) for f in files)
    return [n for n in names if n.encode() in held or n.encode("gb18030") in held]


if sys.argv[1] == "people":
    print("\n".join(people([pathlib.Path(p) for p in sys.argv[2:]])))
else:
    print("\n".join(spoken(pathlib.Path(sys.argv[2]).read_text().split("\n")[:-1], [pathlib.Path(p) for p in sys.argv[3:]])))
