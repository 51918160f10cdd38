"""Damage to zip files: the fields of every header, names, packed bytes, members."""
import io
import struct
import zipfile

import common

LOCAL = [("signature", 4), ("version", 2), ("flags", 2), ("method", 2), ("time", 2), ("date", 2), ("crc", 4), ("packed size", 4),
         ("size", 4), ("name length", 2), ("extra length", 2)]
CENTRAL = [("signature", 4), ("made by", 2), ("version", 2), ("flags", 2), ("method", 2), ("time", 2), ("date", 2), ("crc", 4),
           ("packed size", 4), ("size", 4), ("name length", 2), ("extra length", 2), ("comment length", 2), ("disk", 2),
           ("inner attributes", 2), ("outer attributes", 4), ("offset", 4)]
END = [("signature", 4), ("disk", 2), ("directory's disk", 2), ("entries here", 2), ("entries", 2), ("directory size", 4),
       ("directory offset", 4), ("comment length", 2)]


def layout(form):
    at, out = 0, []
    for name, size in form:
        out.append((name, at, size))
        at += size
    return out, at


class Package:
    """Where everything stands: members as (name, local header, packed bytes, their length, central entry)."""

    def __init__(self, data):
        self.end = data.rindex(b"PK\5\6")
        self.directory = struct.unpack_from("<I", data, self.end + 16)[0]
        self.members = []
        at = self.directory
        while data[at:at + 4] == b"PK\1\2":
            packed, name_len, extra, comment = struct.unpack_from("<I4xHHH", data, at + 20)
            local = struct.unpack_from("<I", data, at + 42)[0]
            local_name, local_extra = struct.unpack_from("<HH", data, local + 26)
            self.members.append((data[at + 46:at + 46 + name_len], local, local + 30 + local_name + local_extra, packed, at))
            at += 46 + name_len + extra + comment

    def places(self):
        return [place for _, local, packed, size, central in self.members for place in (local, packed, packed + size, central)] + [self.end]


def damage_field(rng, data, base, form, what):
    fields, _ = layout(form)
    name, at, size = rng.choice(fields)
    old = data[base + at:base + at + size]
    value = int.from_bytes(old, "little")
    new = rng.choice([0, 2 ** (8 * size) - 1, value + 1, value - 1, value ^ 1 << rng.randrange(8 * size), rng.randrange(2 ** (8 * size))])
    return f"{what}, {name} {value} is {new}", common.put(data, base + at, (new % 2 ** (8 * size)).to_bytes(size, "little"))


def damage_header(rng, data, package):
    name, local, _, _, central = rng.choice(package.members)
    where = rng.choice(["local", "central", "end"])
    base, form = {"local": (local, LOCAL), "central": (central, CENTRAL), "end": (package.end, END)}[where]
    return damage_field(rng, data, base, form, f"{where} header of {name.decode()}")


def damage_name(rng, data, package):
    name, local, _, _, central = rng.choice(package.members)
    at, bit, where = rng.randrange(len(name)), rng.randrange(8), rng.choice(["both", "local", "central"])
    for base in {"both": [local + 30, central + 46], "local": [local + 30], "central": [central + 46]}[where]:
        data = common.flip(data, base + at, bit)
    return f"name {name.decode()}, bit {bit} of byte {at}, {where}", data


def damage_bytes(rng, data, package):
    name, _, packed, size, _ = rng.choice([member for member in package.members if member[3] > 0])
    return common.flip_in(rng, data, packed, size, f"packed bytes of {name.decode()}")


def damage_between(rng, data, package):
    """Behind the packed bytes, where a data descriptor may stand."""
    name, _, packed, size, _ = rng.choice(package.members)
    return common.flip_in(rng, data, packed + size, min(16, len(data) - packed - size), f"behind {name.decode()}")


def damage_member(rng, data, _package):
    """A whole and sound package, of which a member is missing, doubled or empty."""
    way, out = rng.choice(["missing", "doubled", "empty"]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        victim = rng.choice(names)
        for name in names:
            content = b"" if name == victim and way == "empty" else old.read(name)
            if name == victim and way == "missing":
                continue
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        if way == "doubled":
            central = zipfile.ZipInfo(victim)
            new.NameToInfo.pop(victim)
            new.writestr(central, old.read(victim), zipfile.ZIP_DEFLATED)
    return f"member {victim} {way}", out.getvalue()


def variants(rng, data, count):
    package = Package(data)
    places = package.places()
    anywhere = range(0, len(data), 64)
    ways = [
        lambda: damage_header(rng, data, package), lambda: damage_header(rng, data, package), lambda: damage_name(rng, data, package),
        lambda: damage_bytes(rng, data, package), lambda: damage_bytes(rng, data, package), lambda: damage_between(rng, data, package),
        lambda: damage_member(rng, data, package), lambda: common.truncate(rng, data, places),
        lambda: common.flip_in(rng, data, 0, len(data), "anywhere"),
        lambda: common.zeros(rng, data, rng.choice([512, 4096]), anywhere),
        lambda: common.block(rng, data, rng.choice([64, 512, 4096]), anywhere),
    ]
    return [ways[number % len(ways)]() for number in range(count)]
