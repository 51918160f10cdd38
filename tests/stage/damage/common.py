"""Damage that every kind of file may take. A damage is (what, bytes); `rng` decides where."""


def put(data, at, new):
    return data[:at] + new + data[at + len(new):]


def flip(data, at, bit):
    return put(data, at, bytes([data[at] ^ 1 << bit]))


def flip_in(rng, data, at, size, what):
    place, bit = rng.randrange(at, at + size), rng.randrange(8)
    return f"{what}: bit {bit} of byte {place}", flip(data, place, bit)


def truncate(rng, data, places):
    """At a structure's boundary or one byte beside it, or anywhere; what is left can still be known for what it was."""
    at = rng.choice(places) + rng.choice([-1, 0, 0, 1]) if rng.random() < 0.5 else rng.randrange(len(data))
    at = min(max(at, 3), len(data) - 1)
    return f"cut at {at}", data[:at]


def zeros(rng, data, size, places):
    at = min(rng.choice(places), max(len(data) - size, 0))
    return f"{size} zeros at {at}", put(data, at, bytes(min(size, len(data) - at)))


def block(rng, data, size, places):
    """A block doubled, removed, or swapped with the one behind it."""
    at = rng.choice([place for place in places if place + size <= len(data)] or [0])
    way = rng.choice(["doubled", "removed", "swapped"])
    here, behind = data[at:at + size], data[at + size:at + 2 * size]
    new = {"doubled": here + here + data[at + size:], "removed": data[at + size:], "swapped": behind + here + data[at + 2 * size:]}[way]
    return f"block of {size} at {at} {way}", data[:at] + new
