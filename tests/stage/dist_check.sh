#!/bin/bash
# What a city office gets: the folder runs where nothing else is, and finds there what the night finds here.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

make -s -C "$ROOT" dist-check >"$WORK/make.log" 2>&1 || cat "$WORK/make.log"
version=$("$BIN/huizong-check" --version | cut -d ' ' -f 2)
archive=$ROOT/.build/huizong-check-$version.tar.gz
place=$WORK/root
folder=$place/huizong-check-$version
mkdir "$place"
tar xzf "$archive" -C "$place"

is "the archive holds one folder with these things" "$(cd "$place" && find . -mindepth 1 -maxdepth 2 | LC_ALL=C sort)" "$(LC_ALL=C sort <<TEXT
./huizong-check-$version
./huizong-check-$version/huizong-check
./huizong-check-$version/huizong-extract
./huizong-check-$version/lib
./huizong-check-$version/licences
./huizong-check-$version/schemas
./huizong-check-$version/使用说明.txt
TEXT
)"
refute "what is started needs no library" ldd "$folder/huizong-check"
is "every library has its licence, the loader with libc" "$(find "$folder/licences" -type f | wc -l)" \
    "$(find "$folder/lib" -maxdepth 1 -name 'lib*.so*' | wc -l)"
for cycle in fujian-2023 guangdong-2022 guangzhou-2022; do
    check "the manual names $cycle" grep -q "$cycle  *202[23]年" "$folder/使用说明.txt"
done
is "the manual opens in Notepad: BOM, CRLF" "$(head -c 3 "$folder/使用说明.txt" | xxd -p) $(grep -c $'\r$' "$folder/使用说明.txt")" \
    "efbbbf $(wc -l <"$folder/使用说明.txt")"

before=$(sha256sum <"$archive")
make -s -C "$ROOT" dist-check >/dev/null
is "built again it is the same, byte by byte" "$(sha256sum <"$archive")" "$before"

# 逾 is one of the characters that only a converter can give; 𠮷 has four bytes in GB 18030.
/usr/bin/python3 - "$place" <<'PYTHON'
import sys
import openpyxl
import xlwt

place = sys.argv[1]
rows = [["2023年跨行业跨领域工业互联网平台推荐信息汇总表"],
        ["推荐单位：三明市工业和信息化局，联系人：张样，联系方式：0598-8200001"],
        ["序号", "工业互联网平台名称", "依托企业", "联系人", "联系方式（手机）"],
        [1, "沙溪云平台", "", "李样", "1.38E+10"], [2, "逾云平台", "三明𠮷有限公司", "王样", "逾期"]]
text = "".join(",".join(map(str, row)).replace("局，联系人", "局；联系人") + "\r\n" for row in rows)
for name, encoding in (("gbk", "gbk"), ("gb18030", "gb18030"), ("utf16", "utf-16")):
    kept = text.replace("𠮷", "吉") if encoding == "gbk" else text
    open(f"{place}/{name}.csv", "wb").write(kept.encode(encoding))
open(f"{place}/cp936.csv", "wb").write(text.replace("𠮷", "吉").replace("王样", "王€").encode("gbk", "ignore").replace("王".encode("gbk"), "王".encode("gbk") + b"\x80"))
book = openpyxl.Workbook()
old = xlwt.Workbook(encoding="utf-8")
sheet = old.add_sheet("汇总表")
for row, cells in enumerate(rows):
    book.active.append(cells)
    for column, value in enumerate(cells):
        sheet.write(row, column, value)
book.save(f"{place}/new.xlsx")
old.save(f"{place}/old.xls")
open(f"{place}/broken.xlsx", "wb").write(b"PK\x03\x04" + bytes(60))
PYTHON
files=(gbk.csv gb18030.csv cp936.csv utf16.csv new.xlsx old.xls broken.xlsx)

expected=$(cd "$place" && "$BIN/huizong-check" --cycle fujian-2023 --schemas "$ROOT/schemas" "${files[@]}") || true
like "here the blank cell and the unreadable number are found" "$expected" 'old.xls：错误[3-9]处.*C4.*依托企业.*E5.*逾期'
output=$(cd "$place" && env -i "$folder/huizong-check" --cycle fujian-2023 "${files[@]}") || true
is "without an environment, from another folder: the same" "$output" "$expected"
output=$(cd "$place" && LD_LIBRARY_PATH=/nowhere GCONV_PATH=/nowhere "$folder/huizong-check" --cycle fujian-2023 "${files[@]}") || true
is "with libraries of others in the environment: the same" "$output" "$expected"
ln -s "$folder/huizong-check" "$WORK/link"
output=$(cd "$place" && "$WORK/link" --cycle fujian-2023 "${files[@]}") || true
is "through a link: the same" "$output" "$expected"
status_is "a wrong command line" 64 "$folder/huizong-check"

if [[ $(id -u) -eq 0 ]]; then
    is "nothing else is in the root directory" "$(find "$place" -mindepth 1 -maxdepth 1 -type d -printf '%f\n')" "huizong-check-$version"
    output=$(env -i "$(command -v chroot)" "$place" "/huizong-check-$version/huizong-check" --cycle fujian-2023 "${files[@]}") || true
    is "where nothing else is, neither /proc nor /dev nor /tmp: the same" "$output" "$expected"
    (cd "$place" && "$BIN/huizong-check" --cycle fujian-2023 --workbook "$WORK/here.xlsx" "${files[@]}" >/dev/null) || true
    env -i "$(command -v chroot)" "$place" "/huizong-check-$version/huizong-check" --cycle fujian-2023 --workbook there.xlsx "${files[@]}" >/dev/null || true
    check "the workbook of corrections too, byte by byte" cmp "$WORK/here.xlsx" "$place/there.xlsx"
    is "and nothing is left there" "$(find "$place" -mindepth 1 -maxdepth 1 -type d -printf '%f\n')" "huizong-check-$version"
    mv "$folder/lib/gconv" "$WORK/gconv"
    refute "without its converters it would not read a GBK file there" env -i "$(command -v chroot)" "$place" \
        "/huizong-check-$version/huizong-check" --cycle fujian-2023 gbk.csv
fi
done_testing
