# shellcheck shell=bash
# Databases of a test's server beside the one of $PGURI; for lib.sh, and for what a test starts without it.
uri_of() {
    printf '%s' "${PGURI/\/\/\/huizong/\/\/\/$1}"
}

ask_server() {
    psql -XqAt -v ON_ERROR_STOP=1 "$(uri_of postgres)" -c "$1"
}
