# shellcheck shell=bash
# Sessions beside each other, for tests of what one may see of the other.

# A psql session that is fed line by line and answers until a mark.
open_session() {
    local name=$1 fd=$2
    mkfifo "$WORK/$name.in" "$WORK/$name.out"
    PGOPTIONS="-c search_path=huizong,pg_temp,public" psql -XAtq -v VERBOSITY=sqlstate "$PGURI" \
        <"$WORK/$name.in" >"$WORK/$name.out" 2>&1 &
    eval "exec $fd>'$WORK/$name.in' $((fd + 1))<'$WORK/$name.out'"
}

tell() {
    printf '%s\n\\echo mark\n' "$2" >&"$1"
}

answer() {
    local line
    while IFS= read -r line <&"$(($1 + 1))" && [[ $line != mark ]]; do printf '%s\n' "$line"; done
}

close_session() {
    eval "exec $2>&- $(($2 + 1))<&-"
    rm -f "$WORK/$1.in" "$WORK/$1.out"
}

ask() {
    tell "$1" "$2"
    answer "$1"
}
