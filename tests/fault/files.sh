#!/bin/bash
# A file of the outbox that cannot be written: each in its turn, in the export of one night. The export ends with a status of its own and a line, and what
# its readers see is the outbox of the night before; never one with half a file, or without it. N: all of them; else 4, evenly, and a CSV and a workbook of each folder.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"
. "$ROOT/tests/fault/kit/programs.sh"

command -v strace >/dev/null || skip_all "no strace"
strace -qq -o /dev/null -e trace=none true 2>/dev/null || skip_all "strace is not allowed here"

files() {
    (cd "$WORK/whole/outbox/$CYCLE/current/" && find . -type f -printf '%P\n' | LC_ALL=C sort)
}

# The first of each kind in each folder of the tree's top, and 4 evenly.
some_files() {
    { files | awk -F / '{ kind = $NF; sub(/.*\./, "", kind) } !seen[(NF > 1 ? $1 : "") kind]++'; files | evenly 4 0; } | LC_ALL=C sort -u
}

# Each is written beside its place, under a name with a dot before it and .part behind it.
fail_at() {
    local file=$1 place=$WORK/again status=0 folder=.building
    [[ $file != */* ]] || folder=.building/${file%/*}
    export_again "$place" strace -f -qq -o "$WORK/fired" -P "$place/outbox/$CYCLE/$folder/.${file##*/}.part" -e trace=write,pwrite64 -e inject=write,pwrite64:error=ENOSPC:when=1 || status=$?
    if ! grep -q INJECTED "$WORK/fired"; then
        echo "it is not written there"
    elif [[ $status -eq 0 ]]; then
        echo "it ends well"
    else
        export_verdict "$place" "$status"
    fi
    rm -rf "$place"
}

world
undisturbed
while IFS= read -r file; do
    is "the export ends where $file cannot be written" "$(fail_at "$file")" ''
done < <(if [[ -n ${N:-} ]]; then files; else some_files; fi)
done_testing
