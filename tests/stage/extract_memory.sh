#!/bin/bash
# A CSV of a million rows is read as a stream: memory stays below 64 MB, and every row comes out.
. "$(dirname "$0")/../lib.sh"

rows=1000000
limit_kib=65536
/usr/bin/python3 "$ROOT/tests/bench/make_list.py" $rows "$WORK/list.csv"

# Peak of the child alone, without depending on GNU time.
/usr/bin/python3 - "$BIN/huizong-extract" "$WORK/list.csv" "$WORK/raw" >"$WORK/peak" <<'PYTHON'
import resource
import subprocess
import sys

with open(sys.argv[3], "wb") as out:
    subprocess.run([sys.argv[1], sys.argv[2]], stdout=out, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
PYTHON
peak=$(<"$WORK/peak")

echo "# peak memory $peak KiB"
check "peak memory is below $limit_kib KiB" test "$peak" -lt $limit_kib
is "the end mark counts every row" "$(tail -n 1 "$WORK/raw")" '\#end'$'\tcomplete\t'$((rows + 1))$'\t-'

# The list has no quotes, so that iconv and tr read it as well.
iconv -f GB18030 -t UTF-8 "$WORK/list.csv" | tr -d '\r' | tr ',' '\t' | awk '{ print "\t" NR "\t\t" $0 }' >"$WORK/expected"
check "every row is what iconv and tr make of it" cmp "$WORK/expected" <(grep '^	' "$WORK/raw")

done_testing
