#!/usr/bin/python3
"""run.py EXTRACT FILES SCHEMAS WORK [COUNT]: damaged variants (3,000 where not said) of good files, read one by one. Each gives exactly the rows
of the good file, or is refused with a finding that a clerk can read; anything else fails. TAP, one line a good file."""
import json
import os
import random
import resource
import subprocess
import sys

import books
import good
import packages
import texts

SEED = 20230613
BATCH = 100
CPU_SECONDS = 5
MEMORY_KIB = 256 * 1024
PLACED = ("workbook_damaged", "encoding_invalid", "encoding_mixed")
LOOP = f'''ulimit -t {CPU_SECONDS}; ulimit -v {MEMORY_KIB}; ulimit -c 0
while [ $# -gt 1 ]; do
    "$1" "$2" --findings "$2.found" >"$2.raw" 2>"$2.err"; echo $? >"$2.status"
    extract=$1; shift 2; set -- "$extract" "$@"
done'''


def read(path):
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        return file.read()


class Batch:
    """Files that are read by one shell, a process each; the verdicts come in the same order."""

    def __init__(self, extract, work):
        self.extract, self.work = extract, work

    def run(self, contents):
        paths = [os.path.join(self.work, str(number)) for number in range(len(contents))]
        for path, content in zip(paths, contents):
            with open(path, "wb") as file:
                file.write(content)
        subprocess.run(["sh", "-c", LOOP, "sh", self.extract, *paths], check=True)
        return [(int(read(path + ".status")), read(path + ".raw"), read(path + ".found"), read(path + ".err")) for path in paths]


def refusal(code, found, messages):
    """What is wrong with a refusal, or None."""
    lines = [line.split("\t") for line in found.split("\n")]
    errors = [line for line in lines if len(line) > 6 and line[4] == "error" and line[5] == code]
    if not errors:
        return f"refused {code} without a finding"
    if code not in messages or not messages[code]["text"] or not messages[code]["todo"]:
        return f"no message for {code}"
    if code in PLACED and all(line[1] == line[2] == line[6] == "\\N" for line in errors):
        return f"{code} names no place"
    return None


def plain(raw):
    """The stream with the marks of each row sorted: in an .xls they come in the order of the records."""
    lines = [line.split("\t") for line in raw.split("\n")]
    for line in lines:
        if len(line) > 3 and not line[0].startswith("\\#"):
            line[2] = " ".join(sorted(line[2].split(" ")))
    return lines


def judge(result, rows, messages):
    """What is wrong with the reading of a damaged file, or None."""
    status, raw, found, err = result
    end = raw.rstrip("\n").rsplit("\n", 1)[-1].split("\t")
    if status not in (0, 1):
        return f"exit status {status}: {err.strip()}"
    if end[0] != "\\#end" or not found.rstrip("\n").rsplit("\n", 1)[-1].startswith("\\#end\tcomplete\t"):
        return "no end mark"
    if end[1] == "complete":
        return None if plain(raw) == plain(rows) else "complete, but other rows"
    return refusal(end[3], found, messages)


def variants(kind, rng, data, count):
    if kind == "zip":
        return packages.variants(rng, data, count)
    return books.variants(rng, data, count) if kind == "xls" else texts.variants(rng, data, count, kind)


def main():
    extract, folder, schemas, work = sys.argv[1:5]
    wanted = int(sys.argv[5]) if len(sys.argv) > 5 else 3000
    messages = json.loads(read(os.path.join(schemas, "messages.json")))
    batch = Batch(extract, work)
    files = [(name, kind, data, batch.run([data])[0]) for name, kind, data in good.files(folder)]
    files = [file for file in files if file[3][1].split("\n")[-2].startswith("\\#end\tcomplete")]
    share = {"zip": 4, "xls": 5}
    parts = sum(share.get(kind, 2) for _, kind, _, _ in files)
    failed = exact = refused = 0
    for number, (name, kind, data, undamaged) in enumerate(files):
        rng = random.Random(f"{SEED} {name}")
        todo, said = variants(kind, rng, data, -(-wanted * share.get(kind, 2) // parts)), []
        for start in range(0, len(todo), BATCH):
            piece = todo[start:start + BATCH]
            for (what, content), result in zip(piece, batch.run([content for _, content in piece])):
                wrong = judge(result, undamaged[1], messages)
                if wrong:
                    said.append(f"{what}: {wrong}")
                exact += result[1] == undamaged[1]
                refused += not wrong and result[1] != undamaged[1]
        failed += bool(said)
        print(f"{'not ok' if said else 'ok'} {number + 1} - {name}: {len(todo)} damaged files are read exactly or refused")
        for line in said:
            print(f"#   {line}")
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"# {exact} exact, {refused} refused, in {usage.ru_utime + usage.ru_stime:.1f} CPU seconds")
    print(f"1..{len(files)}")
    sys.exit(1 if failed or not files else 0)


main()
