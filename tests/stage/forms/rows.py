"""Raw rows from a sheet written down by hand: cells parted by "|", a line end in a cell as "⏎", "@sheet NAME", "@merge A1:B2", "@hidden C:C"; each other line is a row."""

import sys


def main(path):
    print("\\#huizong-raw\t1")
    sheet, number, count, header, merges = None, 0, 0, False, []
    for line in open(path, encoding="utf-8").read().splitlines():
        word, _, rest = line.partition(" ")
        if word == "@sheet":
            print("\n".join(merges + [f"\\#sheet\t{rest}\tvisible"]))
            sheet, number, merges = rest, 0, []
            if not header:
                print("sheet\trow_no\tmarks\tcells")
                header = True
        elif word == "@merge":
            merges.append(f"\\#merge\t{sheet}\t{rest}")
        elif word == "@hidden":
            merges.append(f"\\#hidden\t{sheet}\tcolumns\t{rest}")
        else:
            number += 1
            if line:
                count += 1
                cells = [cell.replace("\\", "\\\\").replace("⏎", "\\n") if cell else "\\N" for cell in line.split("|")]
                print("\t".join([sheet, str(number), ""] + cells))
    print("\n".join(merges + [f"\\#end\tcomplete\t{count}\t-"]))


main(sys.argv[1])
