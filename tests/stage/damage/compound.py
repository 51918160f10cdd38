"""OLE compound files ([MS-CFB]): made anew around a workbook's records, and taken apart to where everything stands in the file."""
import struct

MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
ENTRY, SMALL, CUTOFF = 128, 64, 4096


def u16(data, at):
    return struct.unpack_from("<H", data, at)[0]


def u32(data, at):
    return struct.unpack_from("<I", data, at)[0]


class Compound:
    """Where the parts of an OLE file stand: fat, directory and minifat are offsets of sectors; stream is, by byte of the workbook's
    stream, its offset in the file."""

    def __init__(self, data):
        self.size = 1 << u16(data, 30)
        count = (len(data) - 1) // self.size
        self.fat = [self.at(u32(data, 76 + 4 * i)) for i in range(u32(data, 44))]
        table = [u32(data, at + i) for at in self.fat for i in range(0, self.size, 4)][:count]
        self.directory = self.offsets(table, u32(data, 48))
        self.minifat = self.offsets(table, u32(data, 60))
        entries = [at + i for at in self.directory for i in range(0, self.size, ENTRY)]
        root = entries[0]
        entry = next(at for at in entries if data[at:at + 2 * u16(data, at + 64)].startswith(("Workbook".encode("utf-16le"), "Book".encode("utf-16le"))))
        self.entries = [at for at in entries if data[at + 66] != 0]
        first, length = u32(data, entry + 116), u32(data, entry + 120)
        if length < CUTOFF:
            small = [u32(data, at + i) for at in self.minifat for i in range(0, self.size, 4)]
            places = [at + i for at in self.offsets(table, u32(data, root + 116)) for i in range(0, self.size, SMALL)]
            units, step = [], first
            while step != END:
                units.append(places[step])
                step = small[step]
            self.unit = SMALL
        else:
            units, self.unit = self.offsets(table, first), self.size
        self.units = units
        self.stream = [at + i for at in units for i in range(self.unit)][:length]

    def at(self, sector):
        return (sector + 1) * self.size

    def offsets(self, table, sector):
        out = []
        while sector < len(table):
            out.append(self.at(sector))
            sector = table[sector]
        return out


def entry(name, kind, child=FREE, left=FREE, right=FREE, start=END, size=0):
    name = name.encode("utf-16le") + b"\0\0" if name else b""
    return struct.pack("<64sHBBIII36sIII", name, len(name), kind, 1, left, right, child, b"", start, size, 0)


class Sectors:
    def __init__(self, size):
        self.size, self.data, self.table = size, [], []

    def add(self, data, stride=1):
        """A chain of sectors; with a stride of 2 or more they stand apart and backwards."""
        pieces = [data[i:i + self.size].ljust(self.size, b"\0") for i in range(0, len(data), self.size)]
        if not pieces:
            return END
        order = list(range(len(pieces)))
        if stride > 1:
            order = [i for start in reversed(range(stride)) for i in order[start::stride]]
        base = len(self.data)
        places = {piece: base + n for n, piece in enumerate(order)}
        self.data += [pieces[piece] for piece in order]
        self.table += [places[piece + 1] if piece + 1 < len(pieces) else END for piece in order]
        return places[0]


def container(workbook, size=512, stride=1, pad=True, embedded=None, other=b"\xFE\xFF" + bytes(238)):
    """The records of a workbook in a container; `embedded`: those of another one in a storage of its own. Where the stream is not padded
    and short, it stands in the small sectors."""
    if pad:
        workbook = workbook.ljust(CUTOFF, b"\0")
    sectors = Sectors(size)
    streams = [("Workbook", workbook), ("\x05SummaryInformation", other)] + ([("Workbook", embedded)] if embedded else [])
    small, minifat, starts = b"", [], []
    for _, data in streams:
        if len(data) >= CUTOFF:
            starts.append(sectors.add(data, stride))
            continue
        first, count = len(minifat), -(-len(data) // SMALL)
        starts.append(first)
        small += data.ljust(count * SMALL, b"\0")
        minifat += list(range(first + 1, first + count)) + [END]
    root = sectors.add(small)
    small_fat = sectors.add(b"".join(struct.pack("<I", value) for value in minifat).ljust(size, b"\xFF")) if minifat else END
    directory = [entry("Root Entry", 5, child=1, start=root, size=len(small)),
                 entry("Workbook", 2, left=FREE, right=2, start=starts[0], size=len(workbook)),
                 entry(streams[1][0], 2, right=3 if embedded else FREE, start=starts[1], size=len(other))]
    if embedded:
        directory += [entry("MBD00001", 1, child=4), entry("Workbook", 2, start=starts[2], size=len(embedded))]
    else:
        directory.append(entry("", 0))
    blank = entry("", 0)
    directory += [blank] * (-len(directory) % (size // ENTRY))
    first_directory = sectors.add(b"".join(directory))
    fat_count = 1
    while fat_count * (size // 4) < len(sectors.table) + fat_count:
        fat_count += 1
    fat_first = len(sectors.table)
    table = sectors.table + [FAT] * fat_count
    table += [FREE] * (-len(table) % (size // 4))
    header = MAGIC + bytes(16) + struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3 if size == 512 else 4, 0xFFFE, size.bit_length() - 1, 6,
                                             0, fat_count, first_directory, 0, CUTOFF, small_fat, 1 if minifat else 0, END, 0, FREE)
    header = header[:72] + struct.pack("<I", 0)
    header += b"".join(struct.pack("<I", fat_first + i) for i in range(fat_count)).ljust(109 * 4, b"\xFF")
    return (header.ljust(size, b"\0") + b"".join(sectors.data) + b"".join(struct.pack("<I", value) for value in table))


def records(stream):
    """Offset, type and length of the records of a workbook's stream, up to the padding."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == 0 or at + 4 + length > len(stream):
            break
        yield at, kind, length
        at += 4 + length
