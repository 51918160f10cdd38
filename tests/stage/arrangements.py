#!/usr/bin/python3
"""Tidy tables in every arrangement that cities use: each must give its rows, its head block and no finding.

usage: arrangements.py NORMALISE SCHEMAS WORK COUNT. Prints one line for each arrangement that does not."""
import random
import subprocess
import sys

HEAD = ("三明市工业和信息化局", "张样", "0598-8200001")
HEAD_FIELDS = ("sum_recommending_unit", "sum_unit_contact", "sum_unit_phone")
ROW_FIELDS = ("sum_seq", "sum_platform_name", "sum_enterprise", "sum_contact", "sum_mobile")
HEADS = [
    [["推荐单位（盖章）：三明市工业和信息化局  联系人：张样  联系方式：0598-8200001"]],
    [["推荐单位 三明市工业和信息化局 联系人 张样 联系方式 0598-8200001"]],
    [["推荐单位:三明市工业和信息化局/联系人:张样/联系方式:0598-8200001"]],
    [["推荐单位：三明市工业和信息化局（盖章）　联系人：张样　联系方式：0598-8200001　2023年6月1日"]],
    [["推 荐 单 位：三明市工业和信息化局", "", "", "联 系 人：张样", "联系方式：0598-8200001"]],
    [["推荐单位", "三明市工业和信息化局", "联系人", "张样"], ["联系方式", "0598-8200001"]],
    [["推荐单位（公章）∶", "三明市工业和信息化局"], ["联系人∶", "张样", "", "联系电话∶", "05988200001"]],
    [["推荐单位", "联系人", "联系方式"], ["三明市工业和信息化局", "张样", "0598-8200001"]],
    [["填报时间：2023年6月2日", "", "填报单位：三明市工业和信息化局"], ["联系人：张样，联系方式：0598-8200001，邮编：365000"]],
]
TITLES = ["2023年推荐信息汇总表", "２０２３年推荐信息汇总表", "二○二三年度推荐信息汇总表", ""]
NOTES = [
    [],
    [["说明：1.推荐单位：填全称；2.联系方式请填手机。"]],
    [["填表须知："], ["1.平台名称填全称"], ["2.推荐单位：填全称"]],
]
LABELS = [
    ["序号", "编号", "NO.", "序 号"],
    ["工业互联网平台名称", "平台名称*", "申报平台名称", "工业互联网\n平台名称（必填）"],
    ["依托企业", "企业名称", "申报单位名称", "依托企业（全称）"],
    ["联系人", "企业联系人", "姓名"],
    ["联系方式（手机）", "手机", "手机号码（11位）", "联系电话"],
]
EXTRAS = ["备注", "所属行业", "推荐理由", "电子邮箱", "传真", "单位名称", "联系人身份证号", "手机型号"]
TAILS = [
    [],
    [["合计", "2个"]],
    [["共计推荐2个平台"]],
    [["填表人：张样", "", "审核人：李样", "", "日期：2023年6月8日"]],
    [["分管领导：", "", "处室负责人："]],
    [["", "", "", "三明市工业和信息化局"], ["", "", "", "二〇二三年六月八日"]],
    [["", "", "2023.6.8"]],
    [["注：1.平台名称应与申报书一致；"], ["2.依托企业：填全称。"]],
    [["", "——以下无正文——"], ["", "", "", "第1页 共1页"]],
]
NUMBERINGS = [str, "{}、".format, "（{}）".format, "No.{}".format, lambda n: "一二三四五六七八九"[n - 1]]


def entries(rng):
    names = ["沙溪", "共享", "注塑", "例行", "说明书", "备用"]
    firms = ["三明", "合计", "日期"]
    return [
        (str(n), f"{rng.choice(names)}{n}号云平台", f"{rng.choice(firms)}{n}科技有限公司", "李样", f"139{n:08d}")
        for n in range(1, rng.randint(1, 6))
    ]


def arrangement(rng):
    rows = entries(rng)
    head, notes, number = rng.choice(HEADS), rng.choice(NOTES), rng.choice(NUMBERINGS)
    below = rng.random() < 0.2
    order = [0] + rng.sample([1, 2, 3, 4], 4)
    extras = rng.sample(EXTRAS, rng.randint(0, 3))
    sheet = [["附件3"], [rng.choice(TITLES)]] + notes + ([] if below else head)
    sheet.append([rng.choice(LABELS[column]) for column in order] + extras)
    if rng.random() < 0.2:
        sheet.append([f"（{n}）" for n in range(1, len(sheet[-1]) + 1)])
    for n, row in enumerate(rows, start=1):
        cells = (number(n),) + row[1:]
        sheet.append([cells[column] for column in order] + ["乙"] * len(extras))
    sheet.append([number(len(rows) + 1)])
    return sheet + (head if below else []) + rng.choice(TAILS), rows


def raw_rows(sheet):
    lines = ["\\#huizong-raw\t1", "\\#sheet\t\tvisible", "sheet\trow_no\tmarks\tcells"]
    lines += [f"\t{n}\t\t" + "\t".join(cell.replace("\n", "\\n") for cell in row) for n, row in enumerate(sheet, 1)]
    return "\n".join(lines + [f"\\#end\tcomplete\t{len(sheet)}\t-", ""])


def typed(stream):
    items = {}
    for line in stream.splitlines():
        cell = line.split("\t")
        if len(cell) == 12 and cell[0] != "sheet":
            items.setdefault(int(cell[2]), {})[cell[4]] = cell[7]
    head = items.pop(0, {})
    return tuple(head.get(field) for field in HEAD_FIELDS), [tuple(items[n].get(field) for field in ROW_FIELDS) for n in sorted(items)]


def main():
    normalise, schemas, work, count = sys.argv[1:]
    for seed in range(int(count)):
        sheet, rows = arrangement(random.Random(seed))
        command = [normalise, "--schemas", schemas, "--cycle", "fujian-2023", "--name", "三明市/表.csv"]
        run = subprocess.run(command + ["--findings", work + "/findings"], input=raw_rows(sheet), capture_output=True, text=True)
        if run.returncode != 0 or typed(run.stdout) != (HEAD, rows):
            print(f"arrangement {seed}: status {run.returncode}, {typed(run.stdout)} instead of {rows}: {sheet}")


main()
