#!/bin/bash
# scripts/bootstrap where it may install nothing: one line for root, and no attempt. Packages are never touched here.
. "$(dirname "$0")/../lib.sh"

STUBS=$WORK/stubs
mkdir -p "$STUBS" "$WORK/clone" "$WORK/a bundle" "$WORK/damaged"
cp -R "$ROOT/scripts" "$WORK/clone/"

stub() {
    printf '#!/bin/sh\n%s\n' "$2" >"$STUBS/$1"
    chmod +x "$STUBS/$1"
}

bootstrap() {
    local user=()
    if [[ $(id -u) -eq 0 ]]; then user=(setpriv --reuid=nobody --regid=nogroup --clear-groups); fi
    (cd / && env -i PATH="$STUBS:/usr/bin:/bin" "${user[@]}" "$WORK/clone/scripts/bootstrap" "$@")
}

stub sudo 'exit 1'
stub apt-get 'echo touched >&2; exit 1'
stub dpkg-query 'echo installed'
status_is "where all is there, nothing is to do" 0 bootstrap --tests
is "and nothing is said" "$(bootstrap --tests 2>&1)" ''

stub dpkg-query 'case $* in *gcc | *libcmocka-dev) exit 1 ;; esac; echo installed'
status_is "something is missing and nobody is root: 78" 78 bootstrap
like "the line for root" "$(bootstrap 2>&1 | tail -n 1)" '^  apt-get update && apt-get install -y --no-install-recommends gcc$'
like "with the tests' packages" "$(bootstrap --tests 2>&1 | tail -n 1)" ' gcc libcmocka-dev$'
refute "apt is not asked" grep -q touched <<<"$(bootstrap 2>&1)"

: >"$WORK/a bundle/Packages"
is "from a bundle the line is bootstrap's own" "$(bootstrap --tests --from ".$WORK/a bundle" 2>&1 | tail -n 1)" \
    "  $WORK/clone/scripts/bootstrap --tests --from $WORK/a\\ bundle"
status_is "a folder that is no bundle: 66" 66 bootstrap --from "$WORK/damaged"
status_is "an unknown option: 64" 64 bootstrap --fly
done_testing
