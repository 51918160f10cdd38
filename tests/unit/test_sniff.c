#include "reading.h"

#include "read/sniff.h"

static void
assert_sniffed(const void *bytes, size_t len, SniffKind kind, const char *name)
{
    Err err = {0};
    Sniff sniff;
    int fd = memory_file(bytes, len);
    assert_true(sniff_file(fd, &sniff, &err));
    close(fd);
    assert_int_equal(sniff.kind, kind);
    if (name == NULL)
        assert_null(sniff.name);
    else
        assert_string_equal(sniff.name, name);
}

#define SNIFFED(bytes, kind, name) assert_sniffed(bytes, sizeof(bytes) - 1, kind, name)

static void
documents_are_known_by_their_front(void **state)
{
    (void)state;
    SNIFFED("%PDF-1.7\n", SNIFF_DOCUMENT, "pdf");
    SNIFFED("\x89PNG\r\n\x1A\n....", SNIFF_DOCUMENT, "png");
    SNIFFED("\xFF\xD8\xFF\xE0", SNIFF_DOCUMENT, "jpeg");
    SNIFFED("II*\0\x08", SNIFF_DOCUMENT, "tiff");
    SNIFFED("BM\x36\0\0\0\0\0\0\0", SNIFF_DOCUMENT, "bmp");
    SNIFFED("RIFF\x10\0\0\0WEBPVP8 ", SNIFF_DOCUMENT, "webp");
}

static void
text_that_looks_like_a_magic_is_text(void **state)
{
    (void)state;
    SNIFFED("BM代码,平台\n", SNIFF_TEXT, NULL);
    SNIFFED("<5人,平台\n", SNIFF_TEXT, NULL);
    SNIFFED("PK,平台\n", SNIFF_TEXT, NULL);
}

static void
empty_is_empty_with_and_without_a_mark(void **state)
{
    (void)state;
    SNIFFED("", SNIFF_REFUSED, "empty_file");
    SNIFFED("\xEF\xBB\xBF", SNIFF_REFUSED, "empty_file");
    SNIFFED("\xFF\xFE", SNIFF_REFUSED, "empty_file");
    assert_refused("\r\n\n", 3, "empty_file");
    assert_refused("\0\0\0\0\0\0\0\0\0", 9, "file_damaged");
}

static void
what_is_named_xls_and_is_not(void **state)
{
    (void)state;
    SNIFFED("\xEF\xBB\xBF\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", SNIFF_HTML, NULL);
    SNIFFED("<table><tr>", SNIFF_HTML, NULL);
    SNIFFED("<!-- x --><!DOCTYPE HTML><style>", SNIFF_HTML, NULL);
    SNIFFED("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">", SNIFF_HTML, NULL);
    SNIFFED("<\0h\0t\0m\0l\0>\0", SNIFF_HTML, NULL);
    SNIFFED("<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", SNIFF_XML2003,
            NULL);
    SNIFFED("<s:Workbook xmlns:s='urn:schemas-microsoft-com:office:spreadsheet' xmlns:html='x'><html:B>", SNIFF_XML2003,
            NULL);
    SNIFFED("<?xml version=\"1.0\"?><root/>", SNIFF_REFUSED, "file_unknown");
    SNIFFED("MIME-Version: 1.0\r\n", SNIFF_REFUSED, "mhtml_not_read");
    SNIFFED("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", SNIFF_REFUSED, "mhtml_not_read");
    SNIFFED("From: 省厅,平台\r\n", SNIFF_TEXT, NULL);
    SNIFFED("\x09\x08\x10\0\0\x06", SNIFF_BIFF, NULL);
    SNIFFED("\x09\x04\x06\0\0\0", SNIFF_REFUSED, "xls_too_old");
    SNIFFED("\x09\0\x04\0\x02\0", SNIFF_REFUSED, "xls_too_old");
    SNIFFED("Rar!\x1A\x07\x01", SNIFF_REFUSED, "archive_not_read");
    SNIFFED("BZh91AY&SY", SNIFF_REFUSED, "archive_not_read");
    SNIFFED("MSCF\0\0\0\0\x10", SNIFF_REFUSED, "archive_not_read");
    SNIFFED("\0\1\0\0Standard Jet DB", SNIFF_REFUSED, "file_unknown");
}

#define OFFICE "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"

static void
flat_open_documents_are_known_by_their_media_type(void **state)
{
    (void)state;
    SNIFFED("<?xml version='1.0'?><office:document " OFFICE
            " office:mimetype='application/vnd.oasis.opendocument.spreadsheet'>",
            SNIFF_FLAT_ODS, NULL);
    SNIFFED("<office:document " OFFICE " office:mimetype='application/vnd.oasis.opendocument.text'>", SNIFF_DOCUMENT,
            "opendocument");
    SNIFFED("<?xml version='1.0'?><office:document-content " OFFICE ">", SNIFF_FLAT_ODS, NULL);
    SNIFFED("<html " OFFICE "><table>", SNIFF_HTML, NULL);
}

/*
 * An OLE file of 512-byte sectors: FAT in sector 0, directory in the sectors 1 and 2, the root the first entry of the
 * first and `name`, its child, the first entry of the second.
 */
static void
make_ole(unsigned char file[4 * 512], const char *name)
{
    static const unsigned char magic[] = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    memset(file, 0, 4 * 512);
    memcpy(file, magic, sizeof magic);
    file[30] = 9;
    file[48] = 1;
    memset(file + 76 + 4, 0xFF, 108 * 4);
    memset(file + 512, 0xFF, 512);
    memcpy(file + 512 + 4, "\x02\0\0\0\xFE\xFF\xFF\xFF", 8);
    unsigned char *root = file + 2 * 512, *entry = file + 3 * 512;
    root[66] = 5;
    root[76] = 4;
    memset(entry + 68, 0xFF, 12);
    for (size_t i = 0; i < strlen(name); i++)
        entry[2 * i] = (unsigned char)name[i];
    entry[64] = (unsigned char)(2 * (strlen(name) + 1));
    entry[66] = 2;
}

static void
assert_ole(const char *stream, SniffKind kind, const char *name)
{
    unsigned char file[4 * 512];
    make_ole(file, stream);
    assert_sniffed(file, sizeof file, kind, name);
}

static void
old_office_files_are_known_by_their_streams(void **state)
{
    (void)state;
    assert_ole("Workbook", SNIFF_XLS, NULL);
    assert_ole("Book", SNIFF_XLS, NULL);
    assert_ole("WordDocument", SNIFF_DOCUMENT, "doc");
    assert_ole("PowerPoint Document", SNIFF_DOCUMENT, "ppt");
    assert_ole("EncryptedPackage", SNIFF_REFUSED, "spreadsheet_encrypted");
    assert_ole("Worbook", SNIFF_REFUSED, "file_unknown");
}

static void
a_directory_that_is_a_ring_or_cut_ends(void **state)
{
    (void)state;
    unsigned char file[4 * 512];
    make_ole(file, "x");
    file[512 + 8] = 1;
    memset(file + 512 + 9, 0, 3);
    assert_sniffed(file, sizeof file, SNIFF_REFUSED, "file_unknown");
    assert_sniffed(file, 600, SNIFF_REFUSED, "file_damaged");
}

static void
assert_package(const Part *parts, size_t count, const char *refused, const char *document)
{
    size_t len;
    char *bytes = pack(parts, count, &len);
    Reading reading = read_upload(bytes, len);
    assert_string_equal(reading.refused, refused);
    if (document != NULL)
        assert_has(reading.rows, document);
    reading_free(&reading);
    free(bytes);
}

#define TYPES(type)                                                                                                    \
    ((Part[]){{"[Content_Types].xml", "<Types><Override ContentType='application/" type "+xml'/></Types>"}})

static void
packages_are_known_by_their_main_part(void **state)
{
    (void)state;
    assert_package(TYPES("vnd.openxmlformats-officedocument.wordprocessingml.document.main"), 1, "workbook_damaged",
                   "\\#fact\tformat\tdocx\n");
    assert_package(TYPES("vnd.ms-word.template.macroEnabledTemplate.main"), 1, "workbook_damaged",
                   "\\#fact\tformat\tdocx\n");
    assert_package(TYPES("vnd.openxmlformats-officedocument.presentationml.presentation.main"), 1, "",
                   "\\#fact\tdocument\tpptx\n\\#end\tcomplete\t0\t-\n");
    assert_package(TYPES("vnd.ms-excel.sheet.binary.macroEnabled.main"), 1, "xlsb_not_read", NULL);
    assert_package((Part[]){{"OFD.xml", "<x/>"}}, 1, "", "\\#fact\tdocument\tofd\n");
    assert_package((Part[]){{"mimetype", "application/vnd.oasis.opendocument.text"}}, 1, "",
                   "\\#fact\tdocument\topendocument\n\\#end\tcomplete\t0\t-\n");
    assert_package((Part[]){{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}, 1, "workbook_damaged",
                   NULL);
    assert_package(
        (Part[]){{"META-INF/manifest.xml", "<m media-type='application/vnd.oasis.opendocument.spreadsheet'/>"}}, 1,
        "workbook_damaged", NULL);
    assert_package((Part[]){{"汇总表.csv", "a,b"}}, 1, "archive_not_read", NULL);
    assert_package(TYPES("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"), 1, "workbook_damaged", NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_are_known_by_their_front),
        cmocka_unit_test(text_that_looks_like_a_magic_is_text),
        cmocka_unit_test(empty_is_empty_with_and_without_a_mark),
        cmocka_unit_test(what_is_named_xls_and_is_not),
        cmocka_unit_test(flat_open_documents_are_known_by_their_media_type),
        cmocka_unit_test(old_office_files_are_known_by_their_streams),
        cmocka_unit_test(a_directory_that_is_a_ring_or_cut_ends),
        cmocka_unit_test(packages_are_known_by_their_main_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
