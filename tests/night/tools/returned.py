"""returned.py FILE: how many rows a file of returned rows holds below its header; above that stand platform and part."""
import csv
import sys

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    rows = list(csv.reader(file))
header = next(number for number, row in enumerate(rows) if row[0] == "原行号")
print(len(rows) - header - 1)
