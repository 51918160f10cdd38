"""Prints what Python's decimal and datetime say about pseudo-random cases, the same ones each time: KIND<TAB>LEFT<TAB>RIGHT<TAB>ANSWER."""
import random
from datetime import datetime, timedelta, timezone
from decimal import Decimal, getcontext

getcontext().prec = 300
CASES = 3000
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
MAGNITUDES = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}


def canonical(number):
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def number(rng):
    digits = "".join(rng.choice("0123456789") for _ in range(rng.randint(1, 28)))
    scale = rng.randint(0, 28)
    return Decimal(f"{rng.choice(['', '-'])}{digits}E-{scale}")


def written(rng, value):
    """One of the ways an office writes this number, and the number it then is."""
    text = format(value, "f")
    if rng.random() < 0.5:
        text = format(value, ",f")
    word = rng.choice(list(MAGNITUDES))
    if rng.random() < 0.3:
        text = text.translate(FULL_WIDTH)
    return text + word, value.scaleb(MAGNITUDES[word])


def decimal_cases(rng):
    left, right = number(rng), number(rng)
    text, value = written(rng, left)
    yield "read", text, "", canonical(value)
    yield "add", canonical(left), canonical(right), canonical(left + right)
    yield "multiply", canonical(left), canonical(right), canonical(left * right)
    yield "compare", canonical(left), canonical(right), str((left > right) - (left < right))


def iso(moment):
    return f"{moment.year:04d}" + moment.strftime("-%m-%dT%H:%M:%S") + "+08:00"


def time_cases(rng):
    second = rng.randint(-62135510400, 253402214400)
    east = (EPOCH + timedelta(seconds=second)).astimezone(timezone(timedelta(hours=8)))
    yield "iso", str(second), "", iso(east)
    yield "instant", iso(east), "", str(second)
    year, month, day = rng.randint(1, 9999), rng.randint(1, 12), rng.randint(27, 31)
    try:
        answer = str(int((datetime(year, month, day, tzinfo=timezone.utc) - EPOCH).total_seconds()) - 8 * 3600)
    except ValueError:
        answer = "impossible"
    yield "instant", f"{year:04d}年{month}月{day}日", "", answer


def main():
    rng = random.Random(20230612)
    for _ in range(CASES):
        for case in (*decimal_cases(rng), *time_cases(rng)):
            print("\t".join(case))


main()
