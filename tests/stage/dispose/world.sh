# A small world for disposals: to be sourced behind tests/lib.sh and tests/night/tools/night.sh. Nights of fujian-2023 over a few uploads with people in them, whose date of
# retention is over wherever this runs; another cycle beside it.
cycle=fujian-2023
inbox=$WORK/inbox
registers=$WORK/registers
archive=$WORK/data/archive
late=2024-07-01T02:30:00+08:00
mkdir -p "$inbox/福州市" "$inbox/厦门市" "$registers" "$WORK/other/深圳市" "$WORK/none"
cp -R "$ROOT/schemas" "$WORK/schemas"
export HUIZONG_SCHEMAS=$WORK/schemas
sed -i '/"retain_until"/s/"value": "20[0-9-]*"/"value": "2024-06-30"/' "$WORK/schemas/"{fujian-2023,guangdong-2022}/datapackage.json

people() {
    /usr/bin/python3 -B "$ROOT/tests/stage/dispose/people.py" "$@"
}
dispose_as() {
    "$BIN/huizong-dispose" --database "$PGURI" --cycle "$1" --archive "$archive" --outbox "$OUTBOX" "${@:2}"
}
dispose() {
    dispose_as $cycle --as-of $late "$@"
}
ordered() {
    dispose --by 何样二 --doc-no 闽工信销〔2026〕1号
}
filed() {
    local sha256
    sha256=$(sha256sum "$1" | cut -d ' ' -f 1)
    echo "$archive/${sha256:0:2}/$sha256"
}
register() {
    printf '%s\r\n' "${@:2}" >"$registers/$1.csv"
}
registers_of_fujian() {
    register 本单位 推荐单位全称,简称,联系人,联系方式 福建省工业和信息化厅,福建省,何样二,0591-80000099
    register 历年入选名单 入选年份,平台名称,依托企业,统一社会信用代码,曾用名,来源 2022,木兰云工业互联网平台,莆田木兰云数字科技有限公司,,,虚构样例
    register 遴选结果 推荐单位,平台名称,依托企业,顺序 福州市,福云工联平台,福州云帆数联科技有限公司,1
}
final_package() {
    "$BIN/huizong-export" --final --doc-no 闽工信函〔2023〕8号 --by 何样二 --cycle $cycle --outbox "$OUTBOX" --archive "$archive" --database "$PGURI" \
        --with-lists --with-personal --reason 部里要名单
}
