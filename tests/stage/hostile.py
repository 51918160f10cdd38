#!/usr/bin/python3
"""hostile.py EXTRACT WORK: files that want to reach what is none of theirs or to be taken for what they are not. Each is refused by name or gives exactly the
rows that were written down here by hand, in the escapes of COPY; in bounds of time and memory. TAP. What costs by its size is in bombs.py."""
import io
import os
import struct
import sys
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import bombs  # noqa: E402  pylint: disable=wrong-import-position
from bombs import A1, PART, SHEET, SHEET_END, STYLES_PART, good, package  # noqa: E402  pylint: disable=wrong-import-position

SECRET = "geheim"
HEAD = "序号,名称\r\n"
TOP = "\t1\t\t序号\t名称\n"
RELATIONS = "xl/_rels/workbook.xml.rels"


def csv(rows, encoding="utf-8"):
    return HEAD.encode(encoding) + (rows if isinstance(rows, bytes) else rows.encode(encoding))


def moved(data, by):
    """A zip file as it is behind so many other bytes: the places in its directory count from there."""
    out, end = bytearray(data), data.rindex(b"PK\5\6")
    at = struct.unpack_from("<I", data, end + 16)[0]
    struct.pack_into("<I", out, end + 16, at + by)
    while out[at:at + 4] == b"PK\1\2":
        struct.pack_into("<I", out, at + 42, struct.unpack_from("<I", data, at + 42)[0] + by)
        at += 46 + sum(struct.unpack_from("<HHH", data, at + 28))
    return bytes(out)


def far_directory(data):
    """Its end says in 64 bits that the directory is where no file reaches."""
    end = data.rindex(b"PK\5\6")
    record = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 9, 9, 500, 1 << 63)
    return data[:end] + record + struct.pack("<IIQI", 0x07064B50, 0, end, 1) + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 65535, 65535, 0xFFFFFFFF, 0xFFFFFFFF, 0)


def with_embedded():
    """A workbook with another one in it, which is packed already and stands in it as it is."""
    out = io.BytesIO(package({PART: SHEET + A1 + SHEET_END}))
    with zipfile.ZipFile(out, "a") as book:
        book.writestr(zipfile.ZipInfo("xl/embeddings/a.xlsx"), package())
    return out.getvalue()


def relations(*more):
    return good.parts()[RELATIONS].replace("</Relationships>", "".join(more) + "</Relationships>")


def relation(number, kind, target, mode=""):
    return f'<Relationship Id="x{number}" Type="{good.OFFICE}/{kind}" Target="{target}"{mode}/>'


def sheet_at(target, mode=""):
    return package({PART: SHEET + A1 + SHEET_END,
                    RELATIONS: good.parts()[RELATIONS].replace('Target="worksheets/a.xml"', f'Target="{target}"{mode}')})


def entity_of_file(work):
    """The text of a file of this machine as the text of a cell."""
    return package({PART: f'<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file://{work}/secret">]>{SHEET}<row><c t="inlineStr"><is><t>&e;</t></is></c></row>{SHEET_END}'})


def included(work):
    return package({PART: SHEET.replace("<sheetData>", f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file://{work}/secret"/><sheetData>')
                    + A1 + SHEET_END})


def inline(text):
    return package({PART: f'{SHEET}<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c></row>{SHEET_END}'})


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text, style=""):
    return f'<w:document {WORD}><w:body><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'


def styled(name, style):
    """A Word form whose styles are these."""
    return good.packed({**good.word(), "word/document.xml": paragraph("平台", name), "word/styles.xml": f"<w:styles {WORD}>{style}</w:styles>"}.items())


def written_twice(text, other):
    """A Word form with two members of one name, but for capitals."""
    return good.packed([*{**good.word(), "word/document.xml": paragraph(text)}.items(), ("WORD/Document.xml", paragraph(other))])


def style(name, base):
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>'


def cases(work):
    """Name, bytes, and the codes that refuse it, or the rows of its first sheet."""
    seven = "甲\t1\tA:number\t7\n"
    plain, other = package({PART: SHEET + A1 + SHEET_END}), package()
    climbing = [(name, "<x/>") for name in ("../../../../tmp/huizong-climbed", "/tmp/huizong-climbed", "..\\..\\huizong-climbed", "xl/../../huizong-climbed", "C:\\huizong-climbed")]
    return [
        ("zip, names that climb out of it", package({PART: SHEET + A1 + SHEET_END}, climbing), seven),
        ("zip, another one behind it", other + plain, "file_damaged"),
        ("zip, another one behind it, whose directory says so", other + moved(plain, len(other)), "file_damaged"),
        ("zip, a directory of nothing in its comment", plain[:-2] + b"\x16\0" + b"PK\5\6" + bytes(18), "file_damaged"),
        ("zip, a directory where no file reaches", far_directory(plain), "file_damaged"),
        ("zip, a workbook in it as it is", with_embedded(), seven),
        ("zip, a sheet outside of it", sheet_at("../../../../../../etc/passwd"), "workbook_damaged"),
        ("zip, a sheet by a path of this machine", sheet_at(f"{work}/secret"), "workbook_damaged"),
        ("zip, a sheet at an address", sheet_at(f"file://{work}/secret", ' TargetMode="External"'), "workbook_damaged"),
        ("zip, an entity that is a file", entity_of_file(work), "xml_doctype"),
        ("Word, an entity that is a file", good.packed({**good.word(), "word/document.xml": good.word()["word/document.xml"].replace(
            "<w:document", f'<!DOCTYPE a [<!ENTITY e SYSTEM "file://{work}/secret">]><w:document', 1)}.items()), "xml_doctype"),
        ("XML of 2003, an entity that is a file", (f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><!DOCTYPE a [<!ENTITY e SYSTEM "file://{work}/secret">]>'
         '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&e;</Data></Cell></Row></Table></Worksheet></Workbook>').encode(), "xml_doctype"),
        ("zip, a sheet that has its name from another, in capitals", package({PART: SHEET + A1 + SHEET_END}, [(PART.upper(), SHEET + SHEET_END)]), "file_damaged"),
        ("zip, a workbook that has its name from another, in capitals", package({PART: SHEET + A1 + SHEET_END}, [("XL/Workbook.xml", "<workbook/>")]), "file_damaged"),
        ("zip, kinds of parts that stand twice, once in capitals", package({PART: SHEET + A1 + SHEET_END}, [("[CONTENT_TYPES].XML", "<Types/>")]), seven),
        ("zip, the same sheet once more in capitals", package({PART: SHEET + A1 + SHEET_END}, [(PART.upper(), SHEET + A1 + SHEET_END)]), seven),
        ("Word, a text that has its name from another, in capitals", written_twice("平台", "别的平台"), "file_damaged"),
        ("Word, the same text once more in capitals", written_twice("平台", "平台"), "正文\t1\t\t平台\n"),
        ("zip, an inclusion of a file", included(work), seven),
        ("zip, relations of themselves", package({PART: SHEET + A1 + SHEET_END, RELATIONS: relations(
            relation(1, "worksheet", "workbook.xml"), relation(2, "styles", "_rels/workbook.xml.rels"), relation(3, "officeDocument", "workbook.xml"))}), seven),
        ("zip, the workbook as its own sheet", sheet_at("workbook.xml"), "workbook_damaged"),
        ("zip, its list of relations as its sheet", sheet_at("_rels/workbook.xml.rels"), "workbook_damaged"),
        ("zip, formats that are based on each other", package({PART: SHEET + A1 + SHEET_END, STYLES_PART: f'<styleSheet xmlns="{good.MAIN}"><cellStyleXfs>'
            '<xf numFmtId="0" xfId="1"/><xf numFmtId="0" xfId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="1"/></cellXfs></styleSheet>'}), seven),
        ("Word, a style based on itself", styled("a", style("a", "a")), "正文\t1\t\t平台\n"),
        ("Word, styles in a ring", styled("s0", "".join(style(f"s{n}", f"s{(n + 1) % 3000}") for n in range(3000))), "正文\t1\t\t平台\n"),
        ("a cell that is a formula's text", inline("=cmd|'/c calc'!A0"), "甲\t1\t\t=cmd|'/c calc'!A0\n"),
        ("a cell with controls in its escapes", inline("a_x001B_[2J_x000D_b"), "甲\t1\t\ta\x1b[2J\\rb\n"),
        ("CSV, a NUL between cells", csv(b"1,a\0b\r\n"), "nul_bytes"),
        ("CSV, UTF-8 that is overlong", csv(b"1,\xc0\xaf\xe0\x80\xaf\r\n"), "encoding_invalid"),
        ("CSV, half of a surrogate", csv(b"1,\xed\xa0\x80" + "甲\r\n2,三明市\r\n".encode()), "encoding_invalid"),
        ("CSV, half of a surrogate in UTF-16", b"\xff\xfe" + (HEAD + "1,").encode("utf-16le") + b"\x00\xd8" + "甲\r\n".encode("utf-16le"), "encoding_invalid"),
        ("CSV, no character in UTF-16", b"\xff\xfe" + (HEAD + "1,\0甲\r\n").encode("utf-16le"), "nul_bytes"),
        ("CSV, beyond Unicode", csv(b"1,\xf4\x90\x80\x80" + "甲\r\n2,三明市\r\n".encode()), "encoding_invalid"),
        ("CSV, a lead byte of GBK at the end", csv("1,甲".encode("gbk") + b"\xb5", "gbk"), "encoding_invalid"),
        ("CSV, a lead byte of GBK before a quote", csv(b'1,"\xb5"\r\n2,a\r\n', "gbk"), "encoding_invalid"),
        ("CSV, a lead byte of GBK before a comma", csv(b"1,\xb5,a\r\n", "gbk"), "encoding_invalid"),
        ("CSV, a lead byte of GBK before a line end", csv(b"1,\xb5\r\n2,a\r\n", "gbk"), "encoding_invalid"),
        ("CSV, a quote that never closes", csv('1,"甲\r\n2,乙\r\n'), TOP + '\t2\tB:quote\t1\t"甲\n\t3\t\t2\t乙\n'),
        ("CSV, what ends a COPY and what is nothing there", csv("\\.,\\N\r\n\\.\r\n\\N,\\\\x\r\n"), TOP + "\t2\t\t\\\\.\t\\\\N\n\t3\t\t\\\\.\n\t4\t\t\\\\N\t\\\\\\\\x\n"),
        ("CSV, a line of control", csv("\\#end,complete\r\n"), TOP + "\t2\t\t\\\\#end\tcomplete\n"),
        ("CSV, a formula and DDE", csv("=1+1,\"=cmd|'/c calc'!A0\"\r\n@SUM(A1),+1\r\n"), TOP + "\t2\t\t=1+1\t=cmd|'/c calc'!A0\n\t3\t\t@SUM(A1)\t+1\n"),
        ("CSV, commands and SQL", csv("$(touch x),'; drop table arrival; --\r\n`id`,%s%n\r\n"), TOP + "\t2\t\t$(touch x)\t'; drop table arrival; --\n\t3\t\t`id`\t%s%n\n"),
        ("CSV, a terminal's commands", csv("1,a\x1b[2Jb\x07\r\n"), TOP + "\t2\t\t1\ta\x1b[2Jb\x07\n"),
        ("CSV, marks that turn the text", csv("1,\u202e云\u200b台\ufe00\r\n"), TOP + "\t2\t\t1\t\u202e云\u200b台\ufe00\n"),
    ]


def rows_of(raw):
    """The rows of the first sheet."""
    return "".join(line + "\n" for line in raw.split("\n") if line and not line.startswith("\\#") and not line.startswith("sheet\trow_no")).replace("\0", "")


def judge(raw, status, usage, wanted):
    end = raw.rstrip("\n").rsplit("\n", 1)[-1].split("\t")
    if status not in (0, 1) or end[0] != "\\#end":
        return f"exit status {status}, ends {end}"
    if usage.ru_maxrss > bombs.PEAK_KIB:
        return f"peak of {usage.ru_maxrss // 1024} MiB"
    if SECRET in raw:
        return "tells what stands in another file"
    if "\n" not in wanted:
        return None if end[1] == "refused" and end[3] in wanted.split(" ") else f"ends {end}, want {wanted}"
    first = rows_of(raw)
    return None if end[1] == "complete" and first.startswith(wanted) else f"{first[:300]!r}, ends {end}, want {wanted!r}"


def read(extract, path, work):
    raw = os.path.join(work, "raw")
    child = os.fork()
    if child == 0:
        bombs.limit()
        os.dup2(os.open(raw, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
        os.execv(extract, [extract, path, "--findings", os.path.join(work, "found")])
    _, status, usage = os.wait4(child, 0)
    with open(raw, encoding="utf-8", newline="") as file:
        return file.read(), os.waitstatus_to_exitcode(status), usage


def main():
    extract, work = sys.argv[1:3]
    with open(os.path.join(work, "secret"), "w", encoding="utf-8") as file:
        file.write(SECRET)
    chosen = cases(work)
    failed = 0
    for number, (name, content, wanted) in enumerate(chosen):
        path = os.path.join(work, "hostile")
        with open(path, "wb") as file:
            file.write(content)
        said = judge(*read(extract, path, work), wanted)
        failed += bool(said)
        print(f"{'not ok' if said else 'ok'} {number + 1} - {name}")
        if said:
            print(f"#   {said}")
    climbed = os.path.exists("/tmp/huizong-climbed")
    print(f"{'not ok' if climbed else 'ok'} {len(chosen) + 1} - nothing was written where a name of a zip file points")
    print(f"1..{len(chosen) + 1}")
    sys.exit(1 if failed or climbed else 0)


if __name__ == "__main__":
    main()
