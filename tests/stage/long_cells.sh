#!/bin/bash
# Cells full of one sign, as long as cells may be, and rows as wide as a sheet: each is read and judged within bounds of processor time, whatever would
# have to be looked for in it.
# The bound is many times what it takes, and far below what going through a cell anew from each of its characters costs.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

seconds=8
[[ -z ${HUIZONG_COVER:-} ]] || seconds=40

# repeated TEXT TIMES
repeated() {
    python3 -c 'import sys; sys.stdout.write(sys.argv[1] * int(sys.argv[2]))' "$1" "$2"
}

# summary NAME: a summary whose platform's name is this.
summary() {
    printf '推荐单位：三明市工业和信息化局\n序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）\n1,%s,三明甲有限公司,甲样一,13800000001\n' "$1"
}

# form SIGNS: an application in which each label ends with these, as long as a form may be (4 MiB).
form() {
    iconv -f GB18030 -t UTF-8 "$ROOT/fixtures/fujian-2023/inbox.1/龙岩市/永定土机云/申报书.csv" |
        awk -v signs="$1" 'NR > 3 { sub(/^[^,]+/, "&" signs) } { print }'
}

# reads NAME: check comes to a judgement of $WORK/file.csv.
reads() {
    local status=0
    (ulimit -t $seconds && exec "$BIN/huizong-check" --cycle fujian-2023 "$WORK/file.csv") >"$WORK/told" 2>&1 || status=$?
    is "$1" "$status $(head -c 200 "$WORK/told" | grep -c '^.*file.csv：错误')" "1 1"
}

# wide CELL COUNT: a summary of three rows with so many of these behind each.
wide() {
    local row cells
    cells=$(repeated "$1" "$2")
    echo '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="汇总表"><Table>'
    printf '<Row><Cell><Data ss:Type="String">%s</Data></Cell></Row>' 推荐单位：三明市工业和信息化局
    for row in 序号,工业互联网平台名称,依托企业,联系人,联系方式（手机） {1..3},平台,三明甲有限公司,甲样一,无; do
        printf '<Row>'
        printf '<Cell><Data ss:Type="String">%s</Data></Cell>' ${row//,/ }
        [[ $row == 序号* ]] || printf '%s' "$cells"
        printf '</Row>'
    done
    echo '</Table></Worksheet></Workbook>'
}

summary "a$(repeated $'\u0301\u0323' 250000)" >"$WORK/file.csv"
reads "marks that stand the wrong way round"
summary "甲$(repeated '（' 130000)" >"$WORK/file.csv"
reads "brackets that are never closed"
form "$(repeated _ 23000)" >"$WORK/file.csv"
reads "lines to write on behind labels"
form "$(repeated 0 23000)" >"$WORK/file.csv"
reads "figures behind labels"
wide '<Cell><Data ss:Type="Number">0</Data></Cell>' 16000 >"$WORK/file.csv"
reads "noughts as far as a sheet goes"
repeated "$(repeated '#N/A,' 16000)"$'\n' 6 >"$WORK/file.csv"
reads "a text table of nothing but errors"

form '' | sed "s/^建设时间,.*/建设时间,,$(repeated 至 40000),,/" >"$WORK/file.csv"
reads "joints of a period without dates"

done_testing
