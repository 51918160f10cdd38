"""Text tables."""
from kit import Case, Sheet

CASES = [
    Case("comma, no line end at the end", "序号,名称\r\n1,闽云".encode("gb18030"),
         [Sheet("", {1: ["序号", "名称"], 2: ["1", "闽云"]})], suffix="csv", facts={"encoding": "GB18030", "delimiter": "comma"}),
    Case("quotes that are not doubled, up to the cell's end", '名称,备注,类型\n"甲","他说:"好。"","A"\n"乙","a ""b"" c","A"\n'.encode(),
         [Sheet("", {1: ["名称", "备注", "类型"], 2: ["甲", '他说:"好。"', "A"], 3: ["乙", 'a "b" c', "A"]}, {2: "B:quote"})],
         findings=["stray_quote !B2"], suffix="csv"),
]
