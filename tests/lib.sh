# shellcheck shell=bash disable=SC2034
# For shell tests: `. "$(dirname "$0")/../lib.sh"`. Prints TAP; end every test with done_testing.
#   check NAME COMMAND…   passes where the command succeeds     refute NAME COMMAND…   where it fails
#   is NAME GOT WANT      passes where both are equal           status_is NAME WANT COMMAND…   exit status
#   like NAME GOT REGEX   passes where the extended regex fits  skip_all WHY
#   uri_of DATABASE       another database of the test's server     ask_server STATEMENT   in none of ours
# $ROOT the clone, $BIN the programs, $WORK a directory that goes with the test; pg_start sets $PGURI.
set -euo pipefail
export LC_ALL=C.UTF-8

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$ROOT/tests/server.sh"
BIN=${HUIZONG_BIN:-$ROOT/.build/bin}
WORK=$(mktemp -d "${TMPDIR:-/tmp}/huizong-test.XXXXXX")
chmod 755 "$WORK"
export HUIZONG_SCHEMAS=$ROOT/schemas

_test_count=0
_test_failed=0
_test_done=

_clean_up() {
    local status=$?
    local cluster
    find "$WORK" -maxdepth 4 -name postgres \( -type d -o -type l \) -print0 2>/dev/null |
        while IFS= read -r -d '' cluster; do
            "$ROOT/scripts/pg-local" remove --data "$(dirname "$cluster")" || true
        done
    chmod -R u+rwX "$WORK" 2>/dev/null || true
    rm -rf "$WORK"
    if [[ -z $_test_done ]]; then
        echo "not ok $((_test_count + 1)) - the test ends regularly (status $status)"
        echo "1..$((_test_count + 1))"
        exit 1
    fi
}
trap _clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

_result() {
    local verdict=$1 name=$2
    _test_count=$((_test_count + 1))
    if [[ $verdict == ok ]]; then
        echo "ok $_test_count - $name"
    else
        _test_failed=$((_test_failed + 1))
        echo "not ok $_test_count - $name"
    fi
}

_explain() {
    printf '%s\n' "$1" | head -n 40 | sed 's/^/#   /'
}

check() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then _result ok "$name"; else _result fail "$name"; _explain "$output"; fi
}

refute() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then _result fail "$name"; _explain "$output"; else _result ok "$name"; fi
}

status_is() {
    local name=$1 want=$2 status=0 output
    shift 2
    output=$("$@" 2>&1) || status=$?
    if [[ $status == "$want" ]]; then
        _result ok "$name"
    else
        _result fail "$name"
        _explain "exit status $status, expected $want"
        _explain "$output"
    fi
}

is() {
    local name=$1 got=$2 want=$3
    if [[ $got == "$want" ]]; then
        _result ok "$name"
    else
        _result fail "$name"
        _explain "$(diff --label got --label want -u <(printf '%s\n' "$got") <(printf '%s\n' "$want"))"
    fi
}

like() {
    local name=$1 got=$2 regex=$3
    if [[ $got =~ $regex ]]; then
        _result ok "$name"
    else
        _result fail "$name"
        _explain "got: $got"
        _explain "does not fit: $regex"
    fi
}

skip_all() {
    _test_done=1
    echo "1..0 # SKIP $*"
    exit 0
}

done_testing() {
    _test_done=1
    echo "1..$_test_count"
    [[ $_test_failed -eq 0 && $_test_count -gt 0 ]] || exit 1
    exit 0
}

# A throwaway server of this test's own.
pg_start() {
    "$ROOT/scripts/pg-local" start --data "$WORK/server" --throwaway
    PGURI=$("$ROOT/scripts/pg-local" uri --data "$WORK/server")
    export PGURI
}

# Unaligned rows of a query, in the schema the pipeline uses.
sql() {
    PGOPTIONS="-c search_path=huizong,pg_temp,public -c TimeZone=UTC" psql -XAtq -v ON_ERROR_STOP=1 "$PGURI" -c "$1"
}
