#!/usr/bin/python3
"""long.py INBOX: uploads of 三明市 whose names, people, numbers and paths are far longer than real ones and do not repeat themselves, since PostgreSQL
compresses what does before it asks whether a key is too long."""
import os
import random
import sys

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../fixtures")
CHOICE = random.Random(20230609)
HEAD = """2023年跨行业跨领域工业互联网平台推荐信息汇总表
推荐单位（盖章）：三明市工业和信息化局
联系人：林样一
联系方式：0598-80000099
序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）
"""


def words(characters):
    return "".join(chr(CHOICE.randrange(0x4E00, 0x9F00)) for _ in range(characters))


def write(inbox, path, text):
    path = os.path.join(inbox, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    inbox = sys.argv[1]
    rows = [(words(1000), "三明甲有限公司", "甲样一", "13800000001"), ("三明乙云", words(30000), "乙样一", "13800000002"),
            ("三明丙云", "三明丙有限公司", words(30000), "13800000003"), ("三明丁云", "三明丁有限公司", "丁样一", words(30000)),
            (words(200), words(200), words(200), "13800000005"), ("\ufdfa" * 200, "三明己有限公司", "己样一", "13800000006")]
    write(inbox, "三明市/汇总表.csv", HEAD + "".join(f"{n},{','.join(row)}\n" for n, row in enumerate(rows, 1)))
    write(inbox, "/".join(["三明市", *(words(80) for _ in range(12)), "登记.txt"]), "路径很长")
    with open(os.path.join(FIXTURES, "fujian-2023/inbox.1/龙岩市/永定土机云/申报书.csv"), encoding="gb18030", newline="") as file:
        form = file.read()
    for label in "项目名称", "平台名称":
        form = form.replace(f"{label},,永定土机云", f"{label},,{words(3000)}")
    write(inbox, "三明市/申报书.csv", form)
    solution = f"解决方案清单\n平台名称：三明丙云\n序号,解决方案名称,聚焦行业,领域,解决的痛点难点问题\n1,{words(3000)},{words(3000)},{words(3000)},{words(3000)}\n"
    write(inbox, "三明市/三明丙云/解决方案清单.csv", solution + f"2,甲方案,{words(3000)},{words(3000)},{words(3000)}\n")


if __name__ == "__main__":
    main()
