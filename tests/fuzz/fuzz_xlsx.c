/*
 * Packages. An input that begins with PK is the zip file itself, of which mostly one member is changed and packed anew,
 * and sometimes the bytes as they are; any other input is cut at NUL bytes into the sheet, the shared strings, the
 * styles and the workbook, so that the fuzzer can build them from nothing.
 */
#include "packages.h"

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

static bool
is_zip(const uint8_t *bytes, size_t len)
{
    return len >= 2 && memcmp(bytes, "PK", 2) == 0;
}

size_t
LLVMFuzzerMutate(uint8_t *bytes, size_t len, size_t max);

/* Mutates the member that `seed` names; 0 where nothing came of it. */
static size_t
mutate_member(uint8_t *bytes, size_t len, size_t max, unsigned seed)
{
    Package package;
    if (!package_open(&package, bytes, len, 0))
        return 0;
    zip_int64_t count = zip_get_num_entries(package.zip, 0);
    zip_uint64_t index = count > 0 ? seed % (zip_uint64_t)count : 0;
    size_t member_len = 0;
    uint8_t *member = count > 0 ? package_member(&package, index, &member_len) : NULL;
    if (member != NULL)
        member_len = LLVMFuzzerMutate(member, member_len, member_len + max);
    if (member == NULL || !package_replace(&package, index, member, member_len)) {
        package_discard(&package);
        return 0;
    }
    uint8_t *packed = malloc(max);
    size_t packed_len = package_close(&package, packed, max);
    memcpy(bytes, packed, packed_len);
    free(packed);
    return packed_len;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed);

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed)
{
    enum { RAW_ONE_IN = 8 };
    size_t packed =
        is_zip(bytes, len) && seed % RAW_ONE_IN != 0 ? mutate_member(bytes, len, max, seed / RAW_ONE_IN) : 0;
    return packed > 0 ? packed : LLVMFuzzerMutate(bytes, len, max);
}

/* A member of `from` into the package `into`, in the place of the one of that name; false where nothing came of it. */
static bool
take_over(Package *into, const Package *from, unsigned seed)
{
    size_t len;
    zip_int64_t count = zip_get_num_entries(from->zip, 0);
    if (count <= 0)
        return false;
    zip_uint64_t index = seed % (zip_uint64_t)count;
    const char *name = zip_get_name(from->zip, index, 0);
    zip_int64_t place = name != NULL ? zip_name_locate(into->zip, name, 0) : -1;
    uint8_t *member = place >= 0 ? package_member(from, index, &len) : NULL;
    return member != NULL && package_replace(into, (zip_uint64_t)place, member, len);
}

size_t
LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_len, const uint8_t *second, size_t second_len,
                          uint8_t *out, size_t max, unsigned seed);

/* Only between zip files: cut and pasted bytes of two packages are no package. */
size_t
LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_len, const uint8_t *second, size_t second_len,
                          uint8_t *out, size_t max, unsigned seed)
{
    Package into, from;
    if (!is_zip(first, first_len) || !is_zip(second, second_len) || !package_open(&into, first, first_len, 0))
        return 0;
    bool opened = package_open(&from, second, second_len, ZIP_RDONLY);
    bool taken = opened && take_over(&into, &from, seed);
    if (opened)
        package_discard(&from);
    if (taken)
        return package_close(&into, out, max);
    package_discard(&into);
    return 0;
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
    if (is_zip(bytes, len)) {
        bytes_read(bytes, len, &refused);
        return 0;
    }
    size_t packed_len;
    char *packed = pack(bytes, len, &packed_len);
    bytes_read(packed, packed_len, &refused);
    free(packed);
    return 0;
}
