#!/bin/bash
# `make install` under the umask of a hardened host: whoever runs the nights can read all of it and write none.
. "$(dirname "$0")/../lib.sh"

# modes UMASK: those of what is installed into $WORK/UMASK/prefix.
modes() {
    (umask "$1" && make -s -C "$ROOT" install PREFIX="$WORK/$1/prefix") >"$WORK/make.log" 2>&1 || cat "$WORK/make.log"
    (cd "$WORK/$1" && find prefix ! -type l -printf '%y %m %P\n' | LC_ALL=C sort -k 3)
}

want=$(modes 022)
for mask in 000 027 077; do
    is "umask $mask: the same modes" "$(modes "$mask")" "$want"
done
is "those of programs and folders, and of schemas" "$(cut -d ' ' -f 1,2 <<<"$want" | sort -u)" $'d 755\nf 644\nf 755'
is "what is no program is not run" "$(grep '^f 755' <<<"$want" | grep -v ' lib/huizong/\(bin\|scripts\)/')" ''
is "all schemas are there" "$(cd "$WORK/077/prefix/lib/huizong/schemas" && find . -type f | sort)" "$(cd "$ROOT/schemas" && find . -type f | sort)"
if [[ $(id -u) -eq 0 ]]; then
    cp "$ROOT/fixtures/fujian-2023/inbox.1/福州市/来回改.csv" "$WORK"
    install -d -o nobody -g nogroup "$WORK/nobody"
    like "another user checks a file with them" "$(setpriv --reuid=nobody --regid=nogroup --clear-groups env -u HUIZONG_SCHEMAS TMPDIR="$WORK/nobody" \
        "$WORK/077/prefix/bin/huizong" check --cycle fujian-2023 "$WORK/来回改.csv" 2>&1)" '来回改.csv：'
fi
done_testing
