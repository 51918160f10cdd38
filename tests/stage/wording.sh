#!/bin/bash
# What the deadline report says: every text that the program asks for is there, and every one that is there is asked for.
. "$(dirname "$0")/../lib.sh"

WORDING=$ROOT/schemas/progress.json
keys=$(sed -nE 's/^  "([a-z_]+)": .*/\1/p' "$WORDING" | sort)
literals=$(grep -ohE '"[a-z_]+"' "$ROOT"/etl/progress/*.c "$ROOT/etl/stage/status.c" | tr -d '"' | sort -u)

# What is put together: the words of a unit's states.
composed() {
    printf 'unit_%s\n' accepted zero refused late missing
}

is "no text stands twice" "$(uniq -d <<<"$keys")" ''
is "no text is left that nothing asks for" "$(comm -23 <(echo "$keys") <({ echo "$literals"; composed; } | sort -u))" ''
asked=$(tr -d '\n' <<<"$(cat "$ROOT"/etl/progress/*.c "$ROOT/etl/stage/status.c")" | grep -oE 'progress_(word|say|say_number)\(progress, *([^"();]*\? *)?"[a-z_]+"( *: *"[a-z_]+")?' |
    grep -oE '"[a-z_]+"' | tr -d '"' | sort -u)
is "every text that is asked for is there" "$(comm -13 <(echo "$keys") <(echo "$asked"))" ''
check "and there are many of them" test "$(wc -l <<<"$asked")" -gt 40
done_testing
