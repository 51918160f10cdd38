#!/bin/bash
# Whatever a program says to an office has its text in the one catalogue, and whatever the text speaks of is given: what C says is read from the sources, what the rules say
# is watched in every pgTAP test (tests/sql/kit/catalogue.psql), and nights look for holes in their findings.
. "$(dirname "$0")/../lib.sh"

proof() {
    /usr/bin/python3 -B "$ROOT/tests/stage/catalogue.py" "$1"
}

# after FILE OLD NEW: what the proof says of the sources with one text changed.
after() {
    rm -rf "$WORK/tree"
    mkdir "$WORK/tree"
    cp -R "$ROOT/etl" "$ROOT/sql" "$ROOT/schemas" "$WORK/tree/"
    grep -qF -- "$2" "$WORK/tree/$1" || { echo "nothing to change in $1"; return; }
    /usr/bin/python3 - "$WORK/tree/$1" "$2" "$3" <<'PYTHON'
import pathlib, sys
path = pathlib.Path(sys.argv[1])
path.write_text(path.read_text(encoding="utf-8").replace(sys.argv[2], sys.argv[3], 1), encoding="utf-8")
PYTHON
    proof "$WORK/tree"
}

is "every code has a text, every placeholder a value, and every text is said" "$(proof "$ROOT" 2>&1)" ""
like "a code that is misspelt in a call is told" "$(after etl/xlsx/xlsx_cell.c '"date_impossible"' '"date_imposible"')" 'xlsx_cell.c: date_imposible: no text'
like "a code that is misspelt in a table is told" "$(after etl/schema/conversion_number.c '"number_range"' '"number_rang"')" 'number_rang: no text'
like "a code that is misspelt in a member is told" "$(after etl/read/sniff.c '"xlsb_not_read"' '"xlsb_no"')" 'xlsb_no: no text'
like "a value that a call leaves empty is told" "$(after etl/xlsx/xlsx_cell.c '"date_impossible", (Remark){cell->place, cell->stored' '"date_impossible", (Remark){cell->place, TEXT_NONE')" \
    'date_impossible: \{raw\} is empty'
like "a text that nobody says is told" "$(after schemas/messages.json '"number_range": {' '"number_ranges": {')" 'number_ranges: nobody says it'

# The readers' goldens hold findings as clerks get them. What is missing, a ditto below a blank cell, and a file without any header may be spoken of as blank; a text
# file's sheet has no name and is called 本文件.
holes() {
    /usr/bin/python3 - "$ROOT" <<'PYTHON'
import json, pathlib, re, sys
root = pathlib.Path(sys.argv[1])
catalogue = json.loads((root / "schemas/messages.json").read_text(encoding="utf-8"))
for path in sorted(root.glob("tests/stage/*/*/findings")):
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        values = dict(zip(("sheet", "cell", "row", "field", "severity", "code", "raw", "read_as", "expected"), line.split("\t")))
        if line.startswith("\\#") or "code" not in values:
            continue
        blank = {"required_missing": "raw", "ditto_read": "read_as", "kind_not_recognised": "raw"}.get(values["code"])
        entry = catalogue[values["code"]]
        for name in re.findall(r"\{(\w+)\}", entry["text"] + entry.get("todo", "")):
            if name not in (blank, "sheet") and values.get(name, "-") in ("", "\\N"):
                print(f"{path.relative_to(root)}: {values['code']}: {{{name}}}")
PYTHON
}
is "no golden finding speaks of what it does not give" "$(holes 2>&1)" ""
done_testing
