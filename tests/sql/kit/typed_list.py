#!/usr/bin/python3
"""The typed stream of an upload with equipment lists, good or damaged, as the contract says and not as our writer does.

--rows N begins a list with rows 2 … N+1: row r has key r*1000, ID SBr, name 机床r, 日运行 是, 数量 1 and an extra cell; the
last one has neither key nor figures, and keeps what was written. What follows --rows is about that list.
"""
import struct
import sys

LABELS = ["\\N", "设备ID", '设备"名\\\\称', "日运行", "数量", "备注"]
COLUMNS = ["att_equipment.id", "att_equipment.name", "att_equipment.daily_run", "att_equipment.quantity"]
BLOCK = 100


def field(value):
    return struct.pack("!i", -1) if value is None else struct.pack("!i", len(value)) + value


def texts(values):
    escaped = (value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n") for value in values)
    return field("\t".join(escaped).encode())


def row_tuple(row, last):
    fields = [
        field(struct.pack("!i", row)),
        field(None if last else struct.pack("!q", row * 1000)),
        field(f"SB{row}".encode()),
        field(f"机床{row}".encode()),
        field(None if last else b"\x01"),
        field(None if last else struct.pack("!q", 1)),
        texts([f"备注{row}"]),
        texts(["quantity", "一台"] if last else []),
    ]
    return struct.pack("!h", len(fields)) + b"".join(fields)


class Stream:
    def __init__(self, out):
        self.out = out
        self.lists = 0
        self.options = {}

    def line(self, *fields):
        self.out.write(("\t".join(str(field) for field in fields) + "\n").encode())

    def begin(self):
        self.line("\\#huizong-typed", 1)
        self.line("\\#fact", "folder_folded", "福州市")

    def begin_list(self):
        platform = self.options.get("platform", "甲平台")
        part, parts = self.options.get("part", "1/1").split("/")
        self.line("\\#table", "equipment", f"清单{self.lists}", "工业设备清单")
        if self.lists == 1:
            self.line("sheet", "row_no", "item", "cell", "field", "state", "value", "text", "raw", "unit_source", "factor",
                      "folded")
        self.line(f"清单{self.lists}", 1, 0, "B1", "platform_name", "text", "\\N", platform, platform, "\\N", "\\N",
                  platform)
        self.line("\\#list", part, parts)
        self.line("\\#labels", *LABELS)
        self.line("\\#columns", *COLUMNS[:-1], self.options.get("column", COLUMNS[-1]))
        self.line("\\#extras", "备注")

    def rows(self, count):
        tuples = [row_tuple(row, row == count + 1) for row in range(2, count + 2)]
        for start in range(0, count, BLOCK):
            block = tuples[start : start + BLOCK]
            data = b"".join(block)
            if "spoil" in self.options:
                data = b"\xff" + data[1:]
            self.line("\\#rows", len(data), len(block) - int(self.options.get("hide", 0)))
            self.out.write(data)

    def finish_list(self):
        count = self.options["rows"]
        self.begin_list()
        self.rows(count)
        taken = 0
        rejected = self.options.get("rejected", [])
        for kind, row in rejected:
            if kind == "take-back":
                taken += 1
                self.line("\\#takeback", row)
                if ("reject", row) not in rejected:
                    self.line("\\#reject", row, "date_impossible")
            else:
                self.line("\\#reject", row, "date_impossible,number_unreadable", "\\N", f'SB"{row}\\\\', "", "a\\tb,c")
        rejects = sum(kind == "reject" for kind, _ in rejected)
        rejects += sum(kind == "take-back" and ("reject", row) not in rejected for kind, row in rejected)
        loaded = int(self.options.get("told", count - int(self.options.get("hide", 0)) - taken))
        if "no-list-end" not in self.options:
            self.line("\\#list-end", loaded + rejects, loaded, rejects)

    def end(self):
        if "no-end" not in self.options:
            refused = self.options.get("refused")
            self.line("\\#end", "refused" if refused else "complete", self.lists, refused or "-")


def main():
    stream = Stream(sys.stdout.buffer)
    stream.begin()
    arguments = iter(sys.argv[1:])
    for argument in arguments:
        name = argument[2:]
        if name == "rows":
            if stream.lists > 0:
                stream.finish_list()
            stream.lists += 1
            stream.options = {"rows": int(next(arguments)), "rejected": []}
        elif name in ("reject", "take-back"):
            stream.options["rejected"].append((name, int(next(arguments))))
        elif name == "reject-many":
            stream.options["rejected"] += [("reject", 100000 + i) for i in range(int(next(arguments)))]
        elif name in ("no-list-end", "no-end", "spoil"):
            stream.options[name] = True
        else:
            stream.options[name] = next(arguments)
    stream.finish_list()
    stream.end()


main()
