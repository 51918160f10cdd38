/*
 * Packages. An input that begins with PK is the zip file itself; any other is cut at NUL bytes into the sheet, the
 * shared strings, the styles and the workbook, which are packed anew, so that the fuzzer gets past checksums and
 * deflate.
 */
#include "bytes.h"

#include <string.h>

#include <zip.h>

enum { PARTS = 4 };

static const char *const part_names[PARTS] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                                              "xl/workbook.xml"};
static const char types[] =
    "<Types><Override "
    "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>";
static const char package_relations[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>";
static const char book_relations[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='r2' Type='x/styles' Target='styles.xml'/>"
    "<Relationship Id='r3' Type='x/sharedStrings' Target='sharedStrings.xml'/></Relationships>";
static const char book[] = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
                           "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                           "<sheet name='s' sheetId='1' r:id='r1'/></sheets></workbook>";

static void
add(zip_t *zip, const char *name, const void *bytes, size_t len)
{
    zip_int64_t index = zip_file_add(zip, name, zip_source_buffer(zip, bytes, len, 0), 0);
    PROMISE(index >= 0 && zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0);
}

static void
add_parts(zip_t *zip, const uint8_t *bytes, size_t len)
{
    for (int i = 0; i < PARTS; i++) {
        const uint8_t *end = len > 0 && i < PARTS - 1 ? memchr(bytes, '\0', len) : NULL;
        size_t part = end != NULL ? (size_t)(end - bytes) : len;
        if (part > 0)
            add(zip, part_names[i], bytes, part);
        else if (i == PARTS - 1)
            add(zip, part_names[i], book, sizeof book - 1);
        bytes += part + (end != NULL);
        len -= part + (end != NULL);
    }
}

static char *
pack(const uint8_t *bytes, size_t len, size_t *packed_len)
{
    zip_error_t error;
    zip_stat_t stat;
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    PROMISE(zip != NULL);
    zip_source_keep(target);
    add(zip, "[Content_Types].xml", types, sizeof types - 1);
    add(zip, "_rels/.rels", package_relations, sizeof package_relations - 1);
    add(zip, "xl/_rels/workbook.xml.rels", book_relations, sizeof book_relations - 1);
    add_parts(zip, bytes, len);
    PROMISE(zip_close(zip) == 0 && zip_source_open(target) == 0 && zip_source_stat(target, &stat) == 0);
    char *packed = malloc(stat.size);
    *packed_len = (size_t)zip_source_read(target, packed, stat.size);
    zip_source_close(target);
    zip_source_free(target);
    return packed;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    const char *refused;
    if (len >= 2 && memcmp(bytes, "PK", 2) == 0) {
        bytes_read(bytes, len, &refused);
        return 0;
    }
    size_t packed_len;
    char *packed = pack(bytes, len, &packed_len);
    bytes_read(packed, packed_len, &refused);
    free(packed);
    return 0;
}
