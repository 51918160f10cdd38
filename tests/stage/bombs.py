#!/usr/bin/python3
"""bombs.py EXTRACT WORK [NAME]: files that are made to cost, each read in a process of its own under limits of CPU time and memory. Each is
refused by name or, where it is honest, read exactly; TAP, with the figures as comments."""
import functools
import io
import itertools
import os
import random
import resource
import struct
import sys
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "damage"))
import compound  # noqa: E402  pylint: disable=wrong-import-position
import good  # noqa: E402  pylint: disable=wrong-import-position

MIB = 1 << 20
# The wanted seconds are of a quiet machine: told, and not judged. Counters of coverage cost as much again and more.
CPU_SECONDS, CPU_WANTED = 24 if "HUIZONG_COVER" in os.environ else 8, 2.0
PEAK_KIB = 256 * 1024
SPACE = 2048 * MIB
SHEET = f'<worksheet xmlns="{good.MAIN}"><sheetData>'
SHEET_END = "</sheetData></worksheet>"
STRINGS = f'<sst xmlns="{good.MAIN}">'
A1 = '<row r="1"><c r="A1"><v>7</v></c></row>'
PART, STRINGS_PART, STYLES_PART = "xl/worksheets/a.xml", "xl/sharedStrings.xml", "xl/styles.xml"


def package(changes=None, extra=()):
    """The package of tests/stage/damage/good.py with members changed; bytes are packed as they are, a Deflated is packed already."""
    members = {**good.parts(), **(changes or {})}
    out, directory, count = io.BytesIO(), b"", 0
    for name, content in itertools.chain(members.items(), extra):
        if not isinstance(content, Deflated):
            content = Deflated.of(content if isinstance(content, bytes) else (good.HEAD + content).encode())
        head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, content.crc, len(content.data), content.size, len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, out.tell()) + name.encode()
        out.write(b"PK\3\4" + head + name.encode() + content.data)
        count += 1
    at = out.tell()
    out.write(directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), at, 0))
    return out.getvalue()


class InFolder:
    """Makes a file too large for memory, in a folder, and gives its path."""

    def __init__(self, make):
        self.make = make


class Deflated:
    def __init__(self, data, size, crc):
        self.data, self.size, self.crc = data, size, crc

    @staticmethod
    def of(content):
        packer = zlib.compressobj(1, zlib.DEFLATED, -15)
        return Deflated(packer.compress(content) + packer.flush(), len(content), zlib.crc32(content))

    @staticmethod
    def repeated(front, unit, times, back, size=None):
        """front, `times` of unit, back; the unit is packed once. The checksum is wrong: nobody is to come that far."""
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        first = packer.compress(front) + packer.flush(zlib.Z_FULL_FLUSH)
        middle = packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)
        last = packer.compress(back) + packer.flush()
        whole = len(front) + times * len(unit) + len(back)
        return Deflated(first + middle * times + last, (size if size is not None else whole) & 0xFFFFFFFF, 1)


def noise(size):
    """Text that does not pack well, of letters that XML leaves alone."""
    return random.Random(7).randbytes(size // 2).hex()


def sheet_of(unit, mib, front="", size=None):
    unit = unit * (MIB // len(unit))
    return package({PART: Deflated.repeated((good.HEAD + SHEET + front).encode(), unit.encode(), mib, SHEET_END.encode(), size)})


def overlapping(count=1000):
    """Sheets whose entries share one packed stream."""
    names = [f"xl/worksheets/{number:04d}.xml" for number in range(count)]
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in range(count))
    relations = "".join(f'<Relationship Id="r{n}" Type="{good.OFFICE}/worksheet" Target="/{name}"/>' for n, name in enumerate(names))
    rows = "".join(f'<row r="{n + 1}"><c><v>{n}</v></c></row>' for n in range(100000))
    data = package({"xl/workbook.xml": f'<workbook xmlns="{good.MAIN}" xmlns:r="{good.OFFICE}"><sheets>{sheets}</sheets></workbook>',
                    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{good.PACKAGE}">{relations}</Relationships>',
                    names[0]: SHEET + rows + SHEET_END})
    end = data.rindex(b"PK\5\6")
    directory = data[struct.unpack_from("<I", data, end + 16)[0]:end]
    first = directory[directory.index(names[0].encode()) - 46:][:46 + len(names[0])]
    more = b"".join(first.replace(names[0].encode(), name.encode()) for name in names[1:])
    entries = directory.count(b"PK\1\2") + count - 1
    return data[:end] + more + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, entries, entries, len(directory) + len(more), end - len(directory), 0)


def sheet_named(name):
    spaces = " ".join(f'xmlns:{space}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"' for space in ("office", "table", "text"))
    return (good.HEAD + f'<office:document {spaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>'
            f'<table:table table:name="{name}"/></office:spreadsheet></office:body></office:document>').encode()


def nested(depth=6):
    data = good.packed([("a.txt", b"a" * MIB)])
    for level in range(depth):
        data = good.packed([(f"{level}.{number}.zip", data) for number in range(8)])
    return data


def quadratic_styles():
    formats = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="0"/>' for n in range(65000))
    xfs = '<xf numFmtId="0"/>' * 65000
    return package({STYLES_PART: f'<styleSheet xmlns="{good.MAIN}"><numFmts>{formats}</numFmts><cellXfs>{xfs}</cellXfs></styleSheet>'})


def long_target():
    relations = good.parts()["xl/_rels/workbook.xml.rels"].replace('Target="styles.xml"', f'Target="{"a/" * 200000}styles.xml"')
    return package({"xl/_rels/workbook.xml.rels": relations})


def same_sheet_often():
    """A thousand sheets that are one part."""
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n + 1}" r:id="r1"/>' for n in range(1000))
    book = f'<workbook xmlns="{good.MAIN}" xmlns:r="{good.OFFICE}"><sheets>{sheets}</sheets></workbook>'
    rows = "".join(f'<row r="{n + 1}"><c><v>{n}</v></c></row>' for n in range(100000))
    return package({"xl/workbook.xml": book, PART: SHEET + rows + SHEET_END})


def long_string_often():
    rows = "".join(f'<row r="{n + 1}"><c t="s"><v>0</v></c></row>' for n in range(1000000))
    return package({STRINGS_PART: STRINGS + f"<si><t>{'a' * (MIB - 1)}</t></si></sst>", PART: SHEET + rows + SHEET_END})


def entities():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return package({PART: f'<!DOCTYPE worksheet [<!ENTITY e0 "lol">{levels}]>{SHEET}<row><c t="inlineStr"><is><t>&e9;</t></is></c></row>{SHEET_END}'})


def workbook(globals_records, sheet_records):
    """A workbook of Excel 97 with one sheet, without a container."""
    begin = good.record(0x0809, good.words(0x0600, 5, 0, 0), bytes(8))
    at = len(begin) + len(globals_records) + 13 + 4
    front = begin + globals_records + good.record(0x0085, struct.pack("<IBBBB", at, 0, 0, 1, 0), b"s") + good.record(0x000A)
    return front + good.record(0x0809, good.words(0x0600, 0x10, 0, 0), bytes(8)) + sheet_records + good.record(0x000A)


NUMBER = good.record(0x0203, good.words(0, 0, 0), struct.pack("<d", 7))


def columns_first():
    cell = struct.Struct("<HHHHHI")
    return workbook(b"", b"".join(cell.pack(0x027E, 10, row, column, 0, row << 2 | 2) for column in range(12) for row in range(65536)))


def fat_cycle():
    data = bytearray(good.by_xlwt(60))
    ole = compound.Compound(data)
    first = (ole.units[0] // ole.size) - 1
    struct.pack_into("<I", data, ole.fat[0] + 4 * (first + 5), first)
    return bytes(data)


def directory_cycle():
    data = bytearray(good.by_xlwt(5))
    ole = compound.Compound(data)
    for entry in ole.entries:
        struct.pack_into("<III", data, entry + 68, 0, 1, 1)
    return bytes(data)


def sparse_ole(work):
    """A FAT for a gigabyte that is not there, every sector of the directory's chain the next one."""
    path = os.path.join(work, "sparse")
    with open(path, "wb") as file:
        file.write(compound.MAGIC + bytes(16) + struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 16384, 1, 0, 4096, 2, 16384, 3, 1, 0))
        file.write(struct.pack("<108I", *range(108)))
        for sector in range(1, 20000):
            file.write(struct.pack("<128I", *range(sector, sector + 128)))
        file.truncate(1000 * MIB)
    return path


def text_file(work, front, unit, mib, back=b""):
    path = os.path.join(work, "text")
    unit = unit * (MIB // len(unit))
    with open(path, "wb") as file:
        file.write(front)
        for _ in range(mib):
            file.write(unit)
        file.write(back)
    return path


def last_column():
    """A million rows that are written with 16,383 absent cells each."""
    return package({PART: SHEET + "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 1048577)) + SHEET_END})


def word(front, unit, times, back):
    """A Word form whose body is front, `times` of unit, back."""
    main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {main}><w:body>{front}{unit * times}{back}</w:body></w:document>"
    return good.packed({**good.word(), "word/document.xml": body}.items())


ROW = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
WIDE_ROW = '<w:tr><w:trPr><w:gridBefore w:val="16383"/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>'
NEST, NEST_END = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
TALL = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="16384"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'


def bombs():
    """Name, what makes it, and the codes that refuse it; None: complete, with so many
    rows."""
    wide = "工".encode("gb18030")
    part = functools.partial
    return [
        ("a sheet of 64 MB of blanks", part(sheet_of, " ", 64), "package_too_large"),
        ("a part of 2 GB", part(sheet_of, "<other/>" + " " * 1016, 2040), "package_too_large"),
        ("a part of 2 GB that says 100 bytes", part(sheet_of, "<other/>" + " " * 1016, 2040, size=100), "package_too_large file_damaged"),
        ("sheets that share one packed stream", overlapping, "file_damaged package_too_large"),
        ("zips in zips", nested, "archive_not_read"),
        ("50,000 entries", lambda: package(extra=((f"x{n}", Deflated(b"\3\0", 0, 0)) for n in range(50000))), "package_too_large"),
        ("a sheet with a name of 2 MB", lambda: package({"xl/workbook.xml": good.parts()["xl/workbook.xml"].replace("甲", "甲" * 600000)}), "sheet_name_too_long"),
        ("an OpenDocument sheet with such a name", lambda: sheet_named("甲" * 600000), "sheet_name_too_long"),
        ("a string of 1 MB in a million cells", long_string_often, "text_too_large"),
        ("one part as a thousand sheets", same_sheet_often, "package_too_large"),
        ("a dimension of a billion cells", lambda: package({PART: SHEET.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
                                                            + A1 + SHEET_END}), 2),
        ("cells in the last column only", last_column, "text_too_large"),
        ("XML 100,000 deep", lambda: package({PART: SHEET + "<a>" * 100000}), "workbook_damaged"),
        ("an attribute of 100 MB that packs well", part(sheet_of, "a", 100, front='<row a="'), "package_too_large workbook_damaged"),
        ("an attribute of 100 MB that does not", lambda: package({PART: SHEET + f'<row a="{noise(100 * MIB)}"/>' + SHEET_END}),
         "package_too_large workbook_damaged cell_too_long"),
        ("an entity in an entity", entities, "xml_doctype"),
        ("a cell of 1 GB", part(sheet_of, "a", 1000, front='<row><c t="inlineStr"><is><t>'), "cell_too_long package_too_large"),
        ("a shared string of 64 MB", lambda: package({STRINGS_PART: STRINGS + f"<si><t>{noise(64 * MIB)}</t></si></sst>"}),
         "package_too_large cell_too_long"),
        ("forty million empty strings", lambda: package({STRINGS_PART: Deflated.repeated(STRINGS.encode(), b"<si/>" * (MIB // 5), 200, b"</sst>")}),
         "package_too_large"),
        ("formats times styles", quadratic_styles, 41),
        ("a target of 200,000 steps", long_target, "workbook_damaged package_too_large"),
        ("Word, four million blank paragraphs", lambda: word("", "<w:p/>", 4000000, "<w:p><w:r><w:t>a</w:t></w:r></w:p>"), 1),
        ("Word, a million blank rows", lambda: word("<w:tbl>", ROW, 1000000, "</w:tbl>"), 0),
        ("Word, cells in the last column only", lambda: word("<w:tbl>", WIDE_ROW, 200000, "</w:tbl>"), "text_too_large package_too_large"),
        ("Word, a cell of two million paragraphs", lambda: word(NEST, "<w:p/>", 2000000, NEST_END), "package_too_large"),
        ("Word, a row of a million cells", lambda: word("<w:tbl><w:tr>", "<w:tc/>", 1000000, "</w:tr></w:tbl>"), "too_many_columns"),
        ("Word, a text of 100 MB in runs", lambda: word("<w:p>", "<w:r><w:t>aaaaaaaaaaaaaaaa</w:t></w:r>", 3000000, "</w:p>"),
         "cell_too_long package_too_large"),
        ("Word, tables in tables", lambda: word("", NEST, 100, NEST_END * 100), "workbook_damaged"),
        ("Word, tables as wide as can be", lambda: word("", TALL, 30000, ""), 0),
        ("Word, text boxes in text boxes", lambda: word("", "<w:p><w:r><w:pict><w:txbxContent>", 12, "</w:txbxContent></w:pict></w:r></w:p>" * 12),
         "package_too_large"),
        ("Word, fields in fields", lambda: word("<w:p>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', 100, "</w:p>"), "package_too_large"),
        ("Word, a million hidden runs", lambda: word("", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>", 1000000, ""), "package_too_large"),
        ("CSV, a quote that never closes", InFolder(lambda work: text_file(work, '序号,名称\r\n1,"'.encode("gb18030"), wide, 300)), "line_too_long"),
        ("CSV, a line without an end", InFolder(lambda work: text_file(work, "序号".encode("gb18030"), wide, 300)), "line_too_long"),
        ("CSV, a line without an end, UTF-16", InFolder(lambda work: text_file(work, b"\xFF\xFE", "工".encode("utf-16le"), 300)), "line_too_long"),
        ("CSV, a line of separators", InFolder(lambda work: text_file(work, b"a", b",", 300)), "too_many_columns line_too_long"),
        ("CSV, quotes only", InFolder(lambda work: text_file(work, b"a,", b'"', 300)), "line_too_long"),
        ("OLE, a FAT that turns back", fat_cycle, "file_damaged workbook_damaged"),
        ("OLE, a directory that turns back", directory_cycle, 18),
        ("OLE, a FAT of a gigabyte", InFolder(sparse_ole), "file_damaged file_unknown"),
        ("XLS, a million CONTINUE records", lambda: workbook(good.record(0x00FC, struct.pack("<II", 1, 1)) + good.record(0x003C) * 1000000, NUMBER),
         "workbook_damaged"),
        ("XLS, 2^32 strings said", lambda: workbook(good.record(0x00FC, b"\xFF" * 8, b"\1\0\0a"), NUMBER), 1),
        ("XLS, 34 million empty strings", lambda: workbook(good.record(0x00FC, b"\xFF" * 8) + good.record(0x003C, bytes(8223)) * 12500, NUMBER),
         "package_too_large"),
        ("XLS, 800,000 cells, columns first", columns_first, 65536),
        ("XLS, nested substreams", lambda: workbook(b"", good.record(0x0809, good.words(0x0600, 0x20, 0, 0), bytes(8)) * 100000), "workbook_damaged"),
    ]


def write(make, work):
    """Gives the bomb's path."""
    path = os.path.join(work, "bomb")
    if isinstance(make, InFolder):
        return make.make(work)
    with open(path, "wb") as file:
        file.write(make())
    return path


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (SPACE, SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def make_apart(make, work):
    """In a process of its own, so that what it takes to make a bomb is not counted as what it takes to read one."""
    name = os.path.join(work, "name")
    child = os.fork()
    if child == 0:
        status = 1
        try:
            with open(name, "w", encoding="utf-8") as file:
                file.write(write(make, work))
            status = 0
        finally:
            os._exit(status)  # pylint: disable=protected-access
    if os.waitpid(child, 0)[1] != 0:
        raise RuntimeError("the bomb could not be made")
    with open(name, encoding="utf-8") as file:
        return file.read()


def read(extract, path, work):
    """Exit status, the end mark, and the usage. Of the rows only the last bytes are kept."""
    front, back = os.pipe()
    child = os.fork()
    if child == 0:
        limit()
        os.dup2(back, 1)
        os.close(front)
        os.execv(extract, [extract, path, "--findings", os.path.join(work, "found")])
    os.close(back)
    tail = b""
    while piece := os.read(front, MIB):
        tail = (tail + piece)[-200:]
    os.close(front)
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), tail.decode("utf-8", "replace").rstrip("\n").rsplit("\n", 1)[-1].split("\t"), usage


def judge(status, end, usage, wanted):
    if status not in (0, 1):
        return f"exit status {status}"
    if usage.ru_maxrss > PEAK_KIB:
        return f"peak of {usage.ru_maxrss // 1024} MiB"
    if isinstance(wanted, int):
        return None if end[:3] == ["\\#end", "complete", str(wanted)] else f"ends {end}, want {wanted} rows"
    return None if end[:2] == ["\\#end", "refused"] and end[3] in wanted.split(" ") else f"ends {end}, want {wanted}"


def main():
    extract, work = sys.argv[1:3]
    chosen = [bomb for bomb in bombs() if len(sys.argv) < 4 or sys.argv[3] in bomb[0]]
    failed = 0
    for number, (name, make, wanted) in enumerate(chosen):
        path = make_apart(make, work)
        size = os.path.getsize(path)
        status, end, usage = read(extract, path, work)
        os.remove(path)
        said = judge(status, end, usage, wanted)
        failed += bool(said)
        cpu = usage.ru_utime + usage.ru_stime
        print(f"{'not ok' if said else 'ok'} {number + 1} - {name}")
        print(f"#   {size / MIB:.1f} MiB, {' '.join(end[1:])}: {cpu:.2f} CPU seconds{' (more than wanted)' if cpu > CPU_WANTED else ''}, "
              f"peak {usage.ru_maxrss // 1024} MiB")
        if said:
            print(f"#   {said}")
        sys.stdout.flush()
    print(f"1..{len(chosen)}")
    sys.exit(1 if failed or not chosen else 0)


if __name__ == "__main__":
    main()
