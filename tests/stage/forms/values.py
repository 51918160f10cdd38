"""Answers for every field, and what must be read from them: written by a random clerk, valued by Python's decimal."""

import decimal
import json
import pathlib
import random

decimal.getcontext().prec = 60
WORDS = "智慧制造平台云网边端数据模型算法设备采集协议服务企业生产管理协同创新应用推广成效显著持续优化"
UNITS = {"台/套": [("万台", 4), ("台", 0), ("套", 0)], "个": [("万个", 4), ("家", 0)], "次": [("万次", 4)], "万元": [("亿元", 4), ("元", -4)], "人": [("名", 0)], "种": [("项", 0)], "%": []}


def full_width(text):
    return "".join(chr(ord(c) + 0xFEE0) if c in "0123456789" else c for c in text)


def grouped(number):
    whole, _, fraction = number.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(whole):,}" + ("." + fraction if fraction else "")


def plain(number):
    text = format(number.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class Clerk:
    def __init__(self, schemas, cycle, seed, tidy=False):
        folder = pathlib.Path(schemas) / cycle
        self.schema = json.loads((folder / "application.json").read_text())
        package = json.loads((folder / "datapackage.json").read_text())
        self.cycle = {key: value["value"] for key, value in package["x:cycle"].items()}
        self.chance = random.Random(f"{cycle} {seed}")
        self.tidy = tidy
        self.written, self.expected, self.bare_unit = {}, {}, {}
        for field in self.schema["fields"]:
            self.answer(field)

    def words(self, least, most):
        return "".join(self.chance.choice(WORDS) for _ in range(self.chance.randint(least, most)))

    def put(self, field, written, state, value):
        self.written[field["name"]] = written
        self.expected[field["name"]] = (state, value)

    def number(self, field):
        whole = field["x:type"] == "integer"
        if field.get("x:three-state") and self.chance.random() < 0.15:
            return self.put(field, "无", "none", None)
        if field["x:type"] == "percent" or field["x:unit"] == "%":
            digits = f"{self.chance.randint(2, 60)}.{self.chance.randint(1, 9)}"
        else:
            digits = str(self.chance.randint(1, 99999)) + ("" if whole else f".{self.chance.randint(1, 99):02d}")
        value = decimal.Decimal(digits)
        shape = 0 if self.tidy else self.chance.randint(0, 3)
        written = [digits, grouped(digits), full_width(digits), digits][shape]
        self.put(field, written, "number", plain(value))
        if not self.tidy and UNITS[field["x:unit"]] and self.chance.random() < 0.2:
            unit, power = self.chance.choice(UNITS[field["x:unit"]])
            if power < 0:
                self.bare_unit[field["name"]] = (f"{int(value.scaleb(4)) }{unit}", plain(decimal.Decimal(int(value.scaleb(4))).scaleb(-4)))
            else:
                scaled = value if power <= 0 else value % 900 + 1
                self.bare_unit[field["name"]] = (plain(scaled) + unit, plain(scaled.scaleb(power)))

    def answer(self, field):
        kind = field["x:type"]
        if kind in ("integer", "decimal", "percent"):
            return self.number(field)
        if kind == "longtext":
            text = "\n".join(self.words(5, 30) + "。" for _ in range(self.chance.randint(1, 3)))
            if field["name"] == "eq_note":
                text += "\n其中运行设备300台、加工设备20台，国家标准：3项。"
            if field["name"] == "std_note":
                text = "国家标准：《平台通用要求》。\n" + text
            if field["name"] == "plan_text":
                text += "\n（1）平台建设。\n（2）推广应用，从业人员数量：300人。"
            return self.put(field, text, "text", text.replace("\n", " "))
        if kind in ("boolean", "enum", "tick"):
            return self.choice(field, kind)
        return self.put(field, *self.plain_text(field, kind))

    def choice(self, field, kind):
        if kind == "boolean":
            choices = ["是", "否"]
        elif kind == "tick":
            ticked = self.chance.random() < 0.5
            return self.put(field, "√" if ticked else "□", "text", "是" if ticked else "否")
        else:
            choices = field.get("constraints", {}).get("enum") or self.schema["x:lists"][field["x:choices"]]
        chosen = self.chance.choice(choices)
        self.put(field, chosen, "text", chosen)

    def plain_text(self, field, kind):
        day = f"{self.chance.randint(1, 28)}"
        if kind == "date":
            year = 2015 if field["name"] == "ent_established" else self.cycle["form_year"]
            return f"{year}年3月{day}日", "text", f"{year}-03-{int(day):02d}"
        if kind == "period":
            return "2019年3月至2020年6月", "text", "2019-03/2020-06"
        if kind == "uscc":
            return "91350100M000100Y43", "text", "91350100M000100Y43"
        if kind == "phone":
            return f"0591-870000{int(day):02d}", "text", f"0591-870000{int(day):02d}"
        if kind == "mobile":
            return f"139000000{int(day):02d}", "text", f"139000000{int(day):02d}"
        if kind == "email":
            return f"a_{day}@example.cn", "text", f"a_{day}@example.cn"
        if kind == "unit":
            unit = next(unit["name"] for unit in self.cycle["units"] if unit["type"] != "direct")
            return unit, "text", unit
        if kind == "person":
            return "张样", "text", "张样"
        text = self.words(4, 12) + ("有限公司" if kind == "name" and field["name"] != "platform_name" else "")
        return text, "text", text
