"""Damage to text tables that a reader can know: a cut within a character, NULs, bytes that no character of the encoding has."""


FEW = 60  # characters that may be too few to know an encoding by


def characters(text, encoding, mark):
    """Where each character stands, for those of more bytes than one unit has."""
    at, out = mark, []
    for character in text:
        size = len(character.encode(encoding))
        out.append((at, size))
        at += size
    return out


def damage_cut(rng, data, wide):
    at, size = rng.choice(wide)
    cut = at + rng.randrange(1, size)
    return f"cut at {cut}, within a character", data[:cut]


def damage_nul(rng, data, mark):
    """So long that one unit of every encoding is wholly of zeros."""
    size = rng.choice([3, 5, 64, 512, 4096])
    at = rng.randrange(mark, max(len(data) - size, mark + 1))
    if rng.random() < 0.5:
        return f"{size} zeros in the place of bytes from {at}", data[:at] + bytes(min(size, len(data) - at)) + data[at + size:]
    return f"{size} zeros put in at {at}", data[:at] + bytes(size) + data[at:]


def damage_foreign(rng, data, places, encoding):
    foreign = {"utf-8": [b"\xFF", b"\xC0\xAF", b"\xED\xA0\x80", b"\xC6\xBD\xCC", b"\xE5\xB9", b"\xF5\x80\x80\x80"],
               "gb18030": [b"\xFF", b"\xFF\xFE", b"\x81\x30\xFF"], "utf-16le": [b"\x00\xD8", b"\x00\xDC", b"A"],
               "utf-16be": [b"\xD8\x00", b"\xDC\x00", b"A"]}[encoding]
    piece, (at, _) = rng.choice(foreign), rng.choice(places)
    return f"{piece.hex(' ')} put in at {at}", data[:at] + piece + data[at:]


def variants(rng, data, count, encoding):
    mark = 3 if data[:3] == b"\xEF\xBB\xBF" else 2 if data[:2] == b"\xFF\xFE" else 0
    places = characters(data[mark:].decode(encoding), encoding, mark)
    wide = [place for place in places[FEW:] if place[1] > 1]
    ways = [lambda: damage_cut(rng, data, wide), lambda: damage_nul(rng, data, mark), lambda: damage_foreign(rng, data, places, encoding)]
    return [ways[number % len(ways)]() for number in range(count)]
