#!/bin/bash
# What git cannot hold: links, a FIFO, names with a line feed, in GBK bytes, in no encoding at all.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

FUJIAN=$FIXTURES/fujian-2023/inbox.1
INBOX=$WORK/inbox

make_inbox() {
    local putian
    putian=$(printf '莆田市' | iconv -t GBK)
    mkdir -p "$INBOX"/{福州市,厦门市,三明市,泉州市} "$INBOX/$putian" "$INBOX/福州市/名为文件的文件夹.csv" "$WORK/elsewhere"
    cp "$FUJIAN/福州市/来回改.csv" "$INBOX/福州市/汇总表.csv"
    cp "$FUJIAN/福州市/来回改.csv" "$WORK/elsewhere/别处.csv"
    ln -s "$WORK/elsewhere/别处.csv" "$INBOX/福州市/链接.csv"
    ln -s "$WORK/elsewhere" "$INBOX/福州市/通向别处的文件夹"
    mkfifo "$INBOX/福州市/管道.csv"
    head -c 100 "$FUJIAN/福州市/来回改.csv" >"$INBOX/福州市/传输中.csv.part"
    cp "$FUJIAN/福州市/申报书扫描件.pdf" "$INBOX/福州市/名为文件的文件夹.csv/里面的.pdf"
    cp "$FUJIAN/厦门市/三个平台.csv" "$INBOX/厦门市/名字里有"$'\n'"换行.csv"
    cp "$FUJIAN/莆田市/汇总表 Unicode文本.txt" "$INBOX/$putian/$(printf '汇总表' | iconv -t GBK).csv"
    cp "$FUJIAN/三明市/零报告.xlsx" "$INBOX/三明市/百分号%41.csv"
    cp "$FUJIAN/泉州市/汇总表 含欧元符号.csv" "$INBOX/泉州市/"$'\xff\xfe'.csv
}

pg_start
make_inbox
check "the night over odd names runs to its end" \
    night fujian-2023 2023-06-09T02:30:00+08:00 "$INBOX" "$FIXTURES/fujian-2023/registers.1"
check "every odd name has its line and its outcome" \
    compare uploads "$EXPECTED/oddities/uploads.tsv" "$OUTBOX/fujian-2023/current/uploads.csv"
is "nothing was taken from behind a link" "$(ls "$WORK/elsewhere")" 别处.csv
done_testing
