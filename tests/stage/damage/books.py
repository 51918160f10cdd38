"""Damage to .xls: the container, the heads of records, their order, offsets and counts. The payload of cells bears no checksum and is left
alone, but where a whole sector goes."""

import common
import compound

SST, BOUNDSHEET, BOF, EOF, MULRK, MERGEDCELLS = 0x00FC, 0x0085, 0x0809, 0x000A, 0x00BD, 0x00E5


class Book:
    """The container and, over it, the records: (offset in the stream, type, length); `sheets` from the first sheet on."""

    def __init__(self, data):
        self.ole = compound.Compound(data)
        self.stream = bytes(data[at] for at in self.ole.stream)
        self.records = list(compound.records(self.stream))
        self.first_sheet = next(at for at, kind, _ in self.records if kind == BOF and at > 0)
        self.sheets = [index for index, record in enumerate(self.records) if record[0] >= self.first_sheet]

    def put(self, data, at, new):
        out = bytearray(data)
        for number, byte in enumerate(new):
            out[self.ole.stream[at + number]] = byte
        return bytes(out)


def damage_container(rng, data, book):
    ole = book.ole
    zones = [("header", 0, 80)] * 2 + [("FAT", at, ole.size) for at in ole.fat[:1]] + [("directory", at, 128) for at in ole.entries]
    zones += [("small FAT", at, ole.size) for at in ole.minifat]
    name, at, size = rng.choice(zones)
    if name == "FAT":
        size = min(size, 4 * (len(book.ole.units) + 8))
    if name == "small FAT":
        size = min(size, 4 * (len(book.ole.units) + 4))
    return common.flip_in(rng, data, at, size, name)


def damage_head(rng, data, book):
    """One bit of a record's type or length; records of every type in turn, not only those of which there are many."""
    kinds = sorted({record[1] for record in book.records})
    kind = rng.choice(kinds)
    at, kind, length = rng.choice([record for record in book.records if record[1] == kind])
    byte, bit = rng.randrange(4), rng.randrange(8)
    return (f"record {kind:04X} ({length}) at {at}: bit {bit} of byte {byte} of its head",
            book.put(data, at + byte, bytes([book.stream[at + byte] ^ 1 << bit])))


def damage_order(rng, data, book):
    """Two records of a sheet that stand together change places."""
    index = rng.choice(book.sheets[:-1])
    (at, kind, length), (behind, next_kind, next_length) = book.records[index], book.records[index + 1]
    whole = book.stream[behind:behind + 4 + next_length] + book.stream[at:at + 4 + length]
    return f"records {kind:04X} and {next_kind:04X} at {at} swapped", book.put(data, at, whole)


def damage_count(rng, data, book):
    """Offsets and counts that other records can prove wrong."""
    known = {BOUNDSHEET: (0, 4), SST: (4, 4), MERGEDCELLS: (0, 2), MULRK: (-2, 2)}
    at, kind, length = rng.choice([record for record in book.records if record[1] in known])
    offset, size = known[kind]
    at += 4 + (offset if offset >= 0 else length + offset)
    value = int.from_bytes(book.stream[at:at + size], "little")
    new = rng.choice([value ^ 1 << rng.randrange(8 * size), value + 1, max(value - 1, 0), 2 ** (8 * size) - 1])
    return f"record {kind:04X}: {value} is {new}", book.put(data, at, (new % 2 ** (8 * size)).to_bytes(size, "little"))


def sectors(data, book):
    """Of the container, and those of the sheets."""
    ole = book.ole
    own = set(ole.units) if ole.unit == ole.size else set()
    strings = {ole.stream[at] // ole.size * ole.size for at, kind, length in book.records if kind == SST or at < book.first_sheet
               for at in range(at, min(at + 4 + length, len(ole.stream)), 64)}
    return [at for at in range(0, len(data), ole.size) if at not in own or at not in strings]


def variants(rng, data, count):
    book = Book(data)
    blocks = sectors(data, book)
    ole = book.ole
    places = ole.fat + ole.directory + ole.minifat + [ole.stream[at] for at, _, _ in book.records]
    ways = [
        lambda: damage_container(rng, data, book), lambda: damage_container(rng, data, book), lambda: damage_head(rng, data, book),
        lambda: damage_head(rng, data, book), lambda: damage_head(rng, data, book), lambda: damage_order(rng, data, book),
        lambda: damage_count(rng, data, book), lambda: common.truncate(rng, data, places),
        lambda: common.zeros(rng, data, rng.choice([512, 4096]), blocks), lambda: common.block(rng, data, ole.size, blocks),
    ]
    return [ways[number % len(ways)]() for number in range(count)]
