#!/bin/bash
# What a sheet is, told from its header as people write them: a line of headers.tsv is the kind (or the code of the refusal), the file's name, the header in GBK (⏎ ends a line
# above it), and why.
. "$(dirname "$0")/../lib.sh"

# The kind of the first table, else the code of the refusal.
kind_of() {
    { sed 's/⏎/\n/g' <<<"$2"; echo "1$(tr -cd , <<<"$2" | sed 's/,/,1/g')"; } | iconv -f UTF-8 -t GBK >"$WORK/upload.csv"
    "$BIN/huizong-normalise" --cycle fujian-2023 --name "福州市/甲平台/$1" --findings "$WORK/findings" \
        --file "$WORK/upload.csv" --file-findings "$WORK/file-findings" 2>"$WORK/talk" |
        grep -a -m 1 -oP '^\\#table\t\K\w+|^\\#end\trefused\t\d+\t\K\w+'
}

while IFS=$'\t' read -r kind name header why; do
    is "$header is $kind${why:+: $why}" "$(kind_of "$name" "$header" || true)" "$kind"
done <"$ROOT/tests/stage/headers.tsv"
done_testing
