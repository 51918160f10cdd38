#!/bin/bash
# Rows beyond the last of a worksheet, and numbers of rows that no table has: told to their unit, with its slip, and the night is everybody's all the same.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

INBOX=$WORK/inbox
CURRENT=$OUTBOX/fujian-2023/current

# with_row PATH INDEX: an .xlsx of one sheet whose row has that number.
with_row() {
    /usr/bin/python3 -B - "$@" <<'PYTHON'
import sys, zipfile
path, number = sys.argv[1:]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
parts = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="{number}"><c t="inlineStr"><is><t>甲</t></is></c></row></sheetData></worksheet>',
}
with zipfile.ZipFile(path, "w") as out:
    for name, text in parts.items():
        out.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
PYTHON
}

mkdir -p "$INBOX"/{福州市,厦门市,泉州市}
{
    printf '%s\n' 2023年跨行业跨领域工业互联网平台推荐信息汇总表 推荐单位：福州市工业和信息化局,,,, 序号,工业互联网平台名称,依托企业,联系人,联系方式（手机） \
        1,深井样例平台,福州深井样例科技有限公司,林样一,13800000001
    head -c 1048600 /dev/zero | tr '\0' '\n'
    printf '%s\n' 2,井底样例平台,福州井底样例科技有限公司,林样二,1380000
} >"$INBOX/福州市/汇总表.csv"
with_row "$INBOX/厦门市/负数.xlsx" -4
with_row "$INBOX/厦门市/太大.xlsx" 4294967300
cat >"$INBOX/泉州市/太深.xls" <<'XML'
<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Row ss:Index="3000000000"><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table></Worksheet></Workbook>
XML

pg_start
check "the night runs to its end" night fujian-2023 2023-06-09T02:30:00+08:00 "$INBOX" "$FIXTURES/fujian-2023/registers.1"
is "each file has its outcome" "$(sed 1d "$CURRENT/uploads.csv" | tr -d '\r' | cut -d , -f 2,9,10 | sort)" "$(printf '%s\n' \
    福州市/汇总表.csv,accepted, 厦门市/太大.xlsx,refused,workbook_damaged 厦门市/负数.xlsx,refused,workbook_damaged 泉州市/太深.xls,refused,too_many_rows | sort)"
is "a finding at a row that no worksheet has stands at its place" "$(grep phone_bad "$CURRENT/findings.csv" | cut -d , -f 6-9)" \
    E1048605,1048605,联系方式（手机）,error
slip=$(find "$CURRENT/units/福州市" -name '退回修改意见*.xlsx')
is "and in the unit's list" "$(/usr/bin/python3 -B - "$slip" <<'PYTHON'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cells = [cell.value for row in book["问题清单"].iter_rows() for cell in row]
print("E1048605" in cells, *book.sheetnames)
PYTHON
)" "True 退回意见 问题清单 文件"
status_is "whoever tries the file before gets his workbook" 1 \
    "$BIN/huizong-check" --cycle fujian-2023 --workbook "$WORK/问题清单.xlsx" "$INBOX/福州市/汇总表.csv"
check "and it is there" test -s "$WORK/问题清单.xlsx"
done_testing
