#!/usr/bin/python3
"""run.py EXTRACT WORK: every case of every module of this folder, as TAP."""
import glob
import importlib
import os
import sys

import kit


def modules():
    names = sorted(os.path.basename(path)[:-3] for path in glob.glob(os.path.join(os.path.dirname(__file__), "*.py")))
    return [importlib.import_module(name) for name in names if name not in ("kit", "run")]


def main():
    extract, work = sys.argv[1:]
    count = failed = 0
    for module in modules():
        for case in module.CASES:
            count += 1
            path = os.path.join(work, f"case.{case.suffix}")
            with open(path, "wb") as file:
                file.write(case.data)
            try:
                said = kit.differences(case, kit.read(extract, path, work))
            except RuntimeError as error:
                said = [str(error)]
            failed += bool(said)
            print(f"{'not ok' if said else 'ok'} {count} - {module.__name__}: {case.name}")
            for line in said:
                print(f"#   {line}")
    print(f"1..{count}")
    sys.exit(1 if failed or count == 0 else 0)


main()
