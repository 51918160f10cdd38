"""The containers of old workbooks: OLE files of both sector sizes, small streams, scattered and damaged ones, and none at all."""
import struct

import xls
from kit import Case, Sheet

FREE, END, FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALL, CUTOFF = 64, 4096


def padded(data, size):
    return data + bytes(-len(data) % size)


def entry(name, kind, left=FREE, right=FREE, child=FREE, start=END, size=0):
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBLLL36xLLL", text, len(text), kind, 1, left, right, child, start, size, 0)


def chain(table, first, count):
    for i in range(count):
        table.append(first + i + 1 if i + 1 < count else END)


def ole(streams, sector=512, scattered=False, tree=None):
    """`streams`: pairs of a name and its bytes, all in the root. `tree`: left, right of each entry, where it is no plain list."""
    table, body, small, small_table, entries = [], b"", b"", [], []
    for name, data in streams:
        if len(data) < CUTOFF:
            entries.append((name, len(small_table), len(data)))
            chain(small_table, len(small_table), len(padded(data, SMALL)) // SMALL)
            small += padded(data, SMALL)
            continue
        entries.append((name, len(table), len(data)))
        chain(table, len(table), len(padded(data, sector)) // sector)
        body += padded(data, sector)
    root_start = small_fat_start = END
    if small:
        root_start = len(table)
        chain(table, root_start, len(padded(small, sector)) // sector)
        body += padded(small, sector)
        small_fat_start = len(table)
        packed = padded(struct.pack(f"<{len(small_table)}L", *small_table), sector)
        chain(table, small_fat_start, len(packed) // sector)
        body += packed
    directory = entry("Root Entry", 5, child=1, start=root_start, size=len(small))
    for i, (name, start, size) in enumerate(entries, 1):
        left, right = tree[i - 1] if tree else (FREE, i + 1 if i < len(entries) else FREE)
        directory += entry(name, 2, left, right, start=start, size=size)
    directory_start = len(table)
    directory = padded(directory, sector)
    chain(table, directory_start, len(directory) // sector)
    body += directory
    fat_at = len(table)
    table.append(FAT_SECTOR)
    assert len(table) <= sector // 4
    if scattered:
        table, body = reverse(table, body, entries, sector)
    body += struct.pack(f"<{sector // 4}L", *(table + [FREE] * (sector // 4 - len(table))))
    header = struct.pack("<8s16xHHHHH6xLLLLLLLLL", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0x3E, 4 if sector == 4096 else 3, 0xFFFE,
                         12 if sector == 4096 else 9, 6, 0, 1, directory_start, 0, CUTOFF, small_fat_start, 1 if small else 0, END, 0)
    header += struct.pack("<109L", fat_at, *[FREE] * 108)
    return padded(header, sector) + body


def reverse(table, body, entries, sector):
    """The sectors of the first stream from its second on the other way round."""
    count = -(-entries[0][2] // sector)
    order = [0] + list(range(count - 1, 0, -1))
    sectors = [body[i * sector:(i + 1) * sector] for i in range(len(body) // sector)]
    for place, following in zip(order, order[1:] + [None]):
        table[place] = END if following is None else following
    moved = list(sectors)
    for i, place in enumerate(order):
        moved[place] = sectors[i]
    return table, b"".join(moved)


def workbook(value, rows=1):
    return xls.stream([("s", b"".join(xls.number(row, 0, float(value)) for row in range(rows)))])


def whole(name, data, rows=1, value="1"):
    return Case(name, data, [Sheet("s", {row + 1: [value] for row in range(rows)})])


SMALL_BOOK, BIG_BOOK = workbook(1), workbook(1, 400)
EXCEL_95 = xls.stream([(b"s", xls.number(0, 0, 2.0))], version=xls.BIFF5, styles=b"")

CASES = [
    whole("a workbook in small sectors", ole([("Workbook", SMALL_BOOK)])),
    whole("a workbook in sectors of 512 bytes", ole([("Workbook", BIG_BOOK)]), 400),
    whole("a workbook in sectors of 4096 bytes", ole([("Workbook", BIG_BOOK)], 4096), 400),
    whole("small sectors in sectors of 4096 bytes", ole([("Workbook", SMALL_BOOK)], 4096)),
    whole("sectors in another order", ole([("Workbook", BIG_BOOK)], scattered=True), 400),
    whole("a file whose last sector is not full", ole([("Workbook", SMALL_BOOK)]) + b"\0" * 100),
    whole("the name in capitals, beside other streams", ole([("\5SummaryInformation", b"x" * 90), ("WORKBOOK", SMALL_BOOK), ("Ctls", b"y")])),
    whole("a directory that is a tree", ole([("\1CompObj", b"x"), ("Workbook", SMALL_BOOK), ("\5Document", b"y")],
                                            tree=[(2, 3), (FREE, FREE), (FREE, FREE)])),
    whole("Excel 95 by its name", ole([("Book", EXCEL_95)]), value="2"),
    whole("of both names the newer", ole([("Book", EXCEL_95), ("Workbook", SMALL_BOOK)])),
    whole("an empty text of another program beside it", ole([("Workbook", SMALL_BOOK), ("ETExtData", b"")])),
    whole("no container", SMALL_BOOK),
    whole("Excel 95 without a container", EXCEL_95, value="2"),
    Case("a container that is cut", ole([("Workbook", BIG_BOOK)])[:3000], refused="file_damaged"),
    Case("a stream that ends too early", ole([("Workbook", BIG_BOOK[:5000])]), refused="workbook_damaged"),
    Case("a container of nothing known", ole([("Contents", b"x" * 99)]), refused="file_unknown"),
    Case("a package with a password", ole([("EncryptionInfo", b"x" * 99), ("EncryptedPackage", b"y" * 5000)]), refused="spreadsheet_encrypted"),
    Case("Excel 4", struct.pack("<HHHHH", 0x0409, 6, 0, 0x10, 0) + xls.record(xls.EOF), refused="xls_too_old"),
    Case("Excel 4 in a container", ole([("Book", struct.pack("<HHHHH", 0x0409, 6, 0, 0x10, 0) + xls.record(xls.EOF))]), refused="xls_too_old"),
]
