#!/usr/bin/python3
"""typed_text.py SCHEMAS CYCLE <TYPED: the typed stream with the tuples of its lists written out, a line each, for goldens.

A reader of its own: the tuples by PostgreSQL's description of COPY BINARY, the types by the schemas, the keys by SipHash as its authors describe it. A tuple is
"+ row_no key field=value … extra=[…] raw=[…]"; the key is written as "folded text" where it is that text's digest, else in hex with an exclamation mark.
"""
import json
import os
import re
import struct
import sys
import unicodedata
from decimal import Decimal

MASK = (1 << 64) - 1


def siphash(data, key=b"huizong list key"):
    """The first eight bytes of SipHash-2-4 with 128 bits of output."""
    k0, k1 = struct.unpack("<QQ", key)
    v = [k0 ^ 0x736F6D6570736575, k1 ^ 0x646F72616E646F6D ^ 0xEE, k0 ^ 0x6C7967656E657261, k1 ^ 0x7465646279746573]

    def turn(x, b):
        return (x << b | x >> (64 - b)) & MASK

    def mix(times):
        for _ in range(times):
            v[0] = (v[0] + v[1]) & MASK
            v[1] = turn(v[1], 13) ^ v[0]
            v[0] = turn(v[0], 32)
            v[2] = (v[2] + v[3]) & MASK
            v[3] = turn(v[3], 16) ^ v[2]
            v[0] = (v[0] + v[3]) & MASK
            v[3] = turn(v[3], 21) ^ v[0]
            v[2] = (v[2] + v[1]) & MASK
            v[1] = turn(v[1], 17) ^ v[2]
            v[2] = turn(v[2], 32)

    padded = data + b"\0" * (7 - len(data) % 8) + bytes([len(data) & 255])
    for at in range(0, len(padded), 8):
        word = struct.unpack_from("<Q", padded, at)[0]
        v[3] ^= word
        mix(2)
        v[0] ^= word
    v[2] ^= 0xEE
    mix(4)
    return v[0] ^ v[1] ^ v[2] ^ v[3]


def folded(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if not c.isspace())


def numeric(data):
    count, weight, sign, scale = struct.unpack_from(">hhHh", data)
    digits = struct.unpack_from(f">{count}H", data, 8)
    value = sum((Decimal(d) * Decimal(10000) ** (weight - i) for i, d in enumerate(digits)), Decimal(0))
    assert sign in (0, 0x4000) and len(data) == 8 + 2 * count
    return f"{-value if sign else value:.{scale}f}"


ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "\\": "\\"}


def texts(data):
    """Texts in one, as COPY writes a line; none in none."""
    cells = data.decode().split("\t")
    return [None if cell == "\\N" else re.sub(r"\\(.)", lambda m: ESCAPES[m.group(1)], cell) for cell in cells if data]


READ = {
    "int4": lambda data: str(struct.unpack(">i", data)[0]),
    "int8": lambda data: str(struct.unpack(">q", data)[0]),
    "bool": lambda data: {b"\0": "f", b"\1": "t"}[data],
    "text": lambda data: data.decode(),
    "numeric": numeric,
    "packed": texts,
}
TYPES = {"sequence": "int8", "integer": "int8", "year": "int8", "decimal": "numeric", "percent": "numeric", "boolean": "bool"}


def fields_of(schemas, cycle, kind):
    with open(os.path.join(schemas, cycle, f"{kind}.json"), encoding="utf-8") as file:
        fields = json.load(file)["fields"]
    return {f["name"]: (TYPES.get(f["x:type"], "text"), f.get("x:match", False)) for f in fields}


def key_text(key, values, fields):
    matched = "|".join(folded(v or "") for k, v in values.items() if fields[k][1])
    return matched if key & MASK == siphash(matched.encode()) else f"!{key & MASK:016x}"


def tuples(data, count, columns, fields):
    types = ["int4", "int8"] + [fields[c][0] for c in columns] + ["packed", "packed"]
    at = 0
    for _ in range(count):
        assert struct.unpack_from(">h", data, at)[0] == len(types)
        at += 2
        values = []
        for kind in types:
            length = struct.unpack_from(">i", data, at)[0]
            at += 4
            values.append(None if length < 0 else READ[kind](data[at : at + length]))
            at += max(length, 0)
        named = dict(zip(columns, values[2:-2]))
        key = "-" if values[1] is None else key_text(int(values[1]), named, fields)
        shown = [f"{name.split('.')[-1]}={value}" for name, value in named.items() if value is not None]
        shown += [f"{name}={json.dumps(v, ensure_ascii=False)}" for name, v in (("extra", values[-2]), ("raw", values[-1])) if v]
        yield "\t".join(["+", values[0], key] + shown)
    assert at == len(data)


def main():
    schemas, cycle = sys.argv[1:]
    stream, out = sys.stdin.buffer, sys.stdout
    fields, columns = {}, []
    for line in stream:
        parts = line.decode().rstrip("\n").split("\t")
        if parts[0] == "\\#table" and parts[1] not in ("document",) and cycle != "registers":
            fields = fields_of(schemas, cycle, parts[1])
        if parts[0] == "\\#columns":
            columns = parts[1:]
        if parts[0] != "\\#rows":
            out.write(line.decode())
            continue
        out.write(f"\\#rows\t{parts[2]}\n")
        for text in tuples(stream.read(int(parts[1])), int(parts[2]), columns, fields):
            out.write(text + "\n")


main()
