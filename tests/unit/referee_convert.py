"""Prints figures, dates and texts as offices write them, and what Python's decimal and datetime make of them, the same ones each time:
FIELD<TAB>LABEL<TAB>RAW<TAB>STATE<TAB>ANSWER<TAB>SOURCE. The answer is the value or text; of a cell that is refused, the finding's code."""
import random
from datetime import date
from decimal import Decimal, getcontext

getcontext().prec = 300
NUMBERS, DATES, TEXTS = 20000, 5000, 1000
FULL_WIDTH = str.maketrans("0123456789.,-%/()", "０１２３４５６７８９．，－％／（）")
DIGITS = "零一二三四五六七八九"
BANK = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")

# Canonical unit: the power of ten by which a unit is more than it. None: the unit of something else.
MONEY = {"元": -4, "千元": -1, "万元": 0, "百万元": 2, "亿元": 4, "人": None, "台": None, "%": None, "美元": None}
MACHINES = {"台": 0, "套": 0, "台/套": 0, "台（套）": 0, "万台": 4, "万套": 4, "个": 0, "元": None, "人": None, "次": None}
TIMES = {"次": 0, "万次": 4, "亿次": 8, "个": None, "家": None}
PEOPLE = {"人": 0, "名": 0, "万人": 4, "个": 0, "户": None, "万元": None}
# Field: its units, whole numbers only, negative ones too.
FIELDS = {
    "rev_3y": (MONEY, False, False), "ent_profit_prev": (MONEY, False, True), "platform_investment": (MONEY, False, False),
    "eq_total": (MACHINES, True, False), "killer_daily_calls": (TIMES, True, False), "employees": (PEOPLE, True, False),
}
LABELS = {"rev_3y": "累计业务收入", "ent_profit_prev": "上年利润", "platform_investment": "投资金额", "eq_total": "工业设备数量",
          "killer_daily_calls": "APP日活", "employees": "从业人员数量"}
ASSUMED = {"platform_investment"}
WORDS = {"十": 1, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8}


def canonical(number):
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def section(number):
    """Below 10,000, as it is said."""
    text, gap = "", False
    for power, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit == 0:
            gap = gap or text != ""
            continue
        text += ("零" if gap else "") + DIGITS[digit] + word
        gap = False
    return text


def chinese(rng, number):
    if number == 0:
        return rng.choice("零〇")
    text, gap = "", False
    for power, word in ((10 ** 8, "亿"), (10 ** 4, "万"), (1, "")):
        part = number // power % 10 ** 4
        if part == 0:
            gap = gap or text != ""
            continue
        text += ("零" if text and (gap or part < 1000) else "") + section(part) + word
        gap = False
    if text.startswith("一十") and rng.random() < 0.7:
        text = text[1:]
    return text.translate(BANK) if rng.random() < 0.2 else text


def figure(rng, negative):
    digits = rng.choice((1, 2, 3, 5, 8, 12))
    scale = rng.choice((0, 0, 0, 1, 2, 4))
    number = Decimal(rng.randrange(10 ** digits)).scaleb(-scale)
    return -number if rng.random() < (0.3 if negative else 0.03) else number


def digits_of(rng, number):
    text = format(number, ",f" if rng.random() < 0.4 else "f")
    return text.translate(FULL_WIDTH) if rng.random() < 0.3 else text


def answer(value, whole, negative):
    if whole and value != value.to_integral_value():
        return "bad", "number_bad"
    if value < 0 and not negative:
        return "bad", "number_out_of_range"
    return "number", canonical(value)


def spoilt(rng, key, text):
    """What is no exact number, whatever the field."""
    code, raw = rng.choice((
        ("number_about", "约" + text), ("number_about", text + "余"), ("number_about", text + "以上"), ("number_about", "≥" + text),
        ("number_range", text + "-" + text), ("number_range", text + "至" + text), ("number_several", text + "；" + text),
        ("number_several", "一期" + text + "、二期" + text), ("none_and_number", "无（" + text + "）")))
    return key, "", raw, "bad", code, ""


def number_case(rng):
    key = rng.choice(list(FIELDS))
    units, whole, negative = FIELDS[key]
    number = figure(rng, negative)
    base = next(unit for unit, power in units.items() if power == min(p for p in units.values() if p is not None))
    if rng.random() < 0.1:
        return spoilt(rng, key, digits_of(rng, abs(number)))
    if rng.random() < 0.15:
        unit = rng.choice([unit for unit, power in units.items() if power is not None and unit[0] not in "千百"])
        most = {"万": 8, "亿": 4}.get(unit[0], 12)    # beyond that no one says it so
        count = rng.randrange(unit[0] in "万亿", 10 ** rng.randint(1, most))
        text, value = chinese(rng, count) + unit, Decimal(count).scaleb(units[unit])
        return key, "", text, *answer(value, whole, negative), "cell"
    way = rng.choice(("cell", "cell", "head", "around", "words", "plain"))
    unit = rng.choice(list(units))
    text, label, value, source = digits_of(rng, number), "", number, "assumed" if key in ASSUMED else "label"
    if way == "cell":
        text += rng.choice(("", " ")) + (unit.translate(FULL_WIDTH) if rng.random() < 0.2 else unit)
        source = "cell"
    elif way in ("head", "around"):
        label = LABELS[key] + rng.choice(("（%s）", "(%s)", "（含税）（%s）", "（单位：%s）", "（含税，%s）")) % unit
        source = "head"
    elif way == "words":
        word = rng.choice(("万", "百万", "千万", "亿"))
        text, value, unit, source = text + word, number.scaleb(WORDS[word]), base, "cell"
    else:
        unit = next(unit for unit, power in units.items() if power == 0)
    if units[unit] is None:
        return key, label, text, "bad", "number_unit_other", ""
    return key, label, text, *answer(value.scaleb(units[unit]), whole, negative), source


def day(rng):
    """Year, month, day or less, a notation, and ISO text; None where there is no such day."""
    year, month, number = rng.randint(1950, 2099), rng.randint(1, 12), rng.randint(1, 31)
    try:
        iso = date(year, month, number).isoformat()
    except ValueError:
        iso = None
    full = ("{0}-{1}-{2}", "{0}/{1}/{2}", "{0}.{1}.{2}", "{0}年{1}月{2}日", "{0}-{1:02}-{2:02}", "{0}{1:02}{2:02}")
    coarse = rng.random()
    if coarse < 0.15:
        return rng.choice(("{0}年", "{0}")).format(year), f"{year:04}"
    if coarse < 0.4:
        text = rng.choice(("{0}年{1}月", "{0}-{1:02}", "{0}年{1}月份", "{0}.{1:02}")).format(year, month)
        return text, f"{year:04}-{month:02}"
    if coarse < 0.5:
        places = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
        tens = [section(part).removeprefix("一") if 10 <= part < 20 else section(part) for part in (month, number)]
        return f"{places}年{tens[0]}月{tens[1]}日", iso
    return rng.choice(full).format(year, month, number), iso


def date_case(rng):
    text, iso = day(rng)
    if rng.random() < 0.3:
        text = text.translate(FULL_WIDTH)
    if rng.random() < 0.5:
        return ("ent_established", "", text, *(("text", iso) if iso else ("bad", "date_bad")), "")
    end, end_iso = day(rng)
    raw = text + rng.choice(("至", "—", "～", " - ", "到")) + end
    if iso is None or end_iso is None:
        return "platform_built", "", raw, "bad", "date_bad", ""
    common = min(len(iso), len(end_iso))
    if end_iso[:common] < iso[:common]:
        return "platform_built", "", raw, "bad", "date_bad", ""
    return "platform_built", "", raw, "text", f"{iso}/{end_iso}", ""


def text_case(rng):
    """Near the limit of 1000: Chinese characters and signs count one each, and so does a run of others."""
    parts = []
    for _ in range(rng.randint(990, 1010)):
        after_run = bool(parts) and parts[-1].isascii()
        parts.append(rng.choice("工业平台，。设备") if after_run or rng.random() < 0.9 else rng.choice(("APP", "2000", "5G", "v2.0")))
    over = len(parts) > 1000
    return "ent_profile", "", "".join(parts), "text", f"text_over_limit {len(parts)}" if over else "", ""


def main():
    rng = random.Random(20230612)
    for maker, count in ((number_case, NUMBERS), (date_case, DATES), (text_case, TEXTS)):
        for _ in range(count):
            print("\t".join(maker(rng)))


main()
