#!/usr/bin/python3
"""make_workbook.py ROWS FILE: an invented equipment list of nine shared-string columns as a workbook."""
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
COLUMNS = "ABCDEFGHI"
BATCH = 10000
# How many different texts a column has; the first has a text of its own in every row.
KINDS = [None, 977, 1, 89, 313, 999, 81, 1, 50]

PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/worksheet" '
    f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{OFFICE}/sharedStrings" '
    'Target="sharedStrings.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="设备" sheetId="1" r:id="r1"/>'
    "</sheets></workbook>",
}


def cells(number, starts, rows):
    for column, start, kinds in zip(COLUMNS, starts, KINDS):
        yield f'<c r="{column}{number}" t="s"><v>{start + (number - 1) % (kinds or rows)}</v></c>'


def main():
    rows = int(sys.argv[1])
    starts, total = [], 0
    for kinds in KINDS:
        starts.append(total)
        total += kinds or rows
    with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        with archive.open("xl/sharedStrings.xml", "w") as part:
            part.write(f'<sst xmlns="{MAIN}">'.encode())
            for start in range(0, total, BATCH):
                texts = (f"<si><t>设备文字{i:08d}</t></si>" for i in range(start, min(start + BATCH, total)))
                part.write("".join(texts).encode())
            part.write(b"</sst>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for start in range(1, rows + 1, BATCH):
                lines = (
                    f'<row r="{i}">{"".join(cells(i, starts, rows))}</row>'
                    for i in range(start, min(start + BATCH, rows + 1))
                )
                part.write("".join(lines).encode())
            part.write(b"</sheetData></worksheet>")


main()
