"""Text tables."""
from kit import Case, Sheet

CASES = [
    Case("comma, no line end at the end", "序号,名称\r\n1,闽云".encode("gb18030"),
         [Sheet("", {1: ["序号", "名称"], 2: ["1", "闽云"]})], suffix="csv", facts={"encoding": "GB18030", "delimiter": "comma"}),
]
