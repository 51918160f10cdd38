#include "reading.h"

#include "xls/ole_stream.h"

/*
 * An OLE file in memory. Its sectors: the stream's, in reverse order, so that no chain is a straight one; the
 * directory; the FAT; where the header has no room for all of the FAT's numbers, the sectors that name the others.
 */
typedef struct File {
    unsigned shift;
    size_t sector, count; /* bytes of a sector, sectors without the header */
    size_t directory, fat, fat_count;
    size_t len;
    unsigned char *bytes;
} File;

static void
put(unsigned char *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (8 * i));
}

static unsigned char *
sector_of(File *file, size_t index)
{
    return file->bytes + (index + 1) * file->sector;
}

static void
link_sector(File *file, size_t from, uint32_t next)
{
    put(sector_of(file, file->fat + from * 4 / file->sector) + from * 4 % file->sector, next);
}

/* An entry of the directory; all links but `child` lead nowhere. */
static unsigned char *
put_entry(File *file, int index, const char *name, unsigned char type, uint32_t child, uint32_t start, uint32_t size)
{
    unsigned char *entry = sector_of(file, file->directory) + (ptrdiff_t)index * OLE_ENTRY;
    for (size_t i = 0; i < strlen(name); i++)
        entry[2 * i] = (unsigned char)name[i];
    entry[64] = (unsigned char)(2 * (strlen(name) + 1));
    entry[66] = type;
    memset(entry + 68, 0xFF, 8);
    put(entry + 76, child);
    put(entry + 116, start);
    put(entry + 120, size);
    return entry;
}

static void
name_fat(File *file, size_t far)
{
    size_t per = file->sector / 4;
    put(file->bytes + 68, far > 0 ? (uint32_t)(file->fat + file->fat_count) : 0xFFFFFFFE);
    memset(file->bytes + 76, 0xFF, 109 * 4);
    for (size_t i = 0; i < file->fat_count; i++) {
        unsigned char *at = file->bytes + 76 + 4 * i;
        if (i >= 109)
            at = sector_of(file, file->fat + file->fat_count + (i - 109) / (per - 1)) + (i - 109) % (per - 1) * 4;
        put(at, (uint32_t)(file->fat + i));
    }
    for (size_t i = 0; i < far; i++)
        put(sector_of(file, file->fat + file->fat_count + i) + (per - 1) * 4,
            i + 1 < far ? (uint32_t)(file->fat + file->fat_count + i + 1) : 0xFFFFFFFE);
}

/* `len` bytes, each telling where it stands, as the root's stream "Workbook". */
static File
make_file(unsigned shift, size_t len)
{
    File file = {.shift = shift, .sector = (size_t)1 << shift};
    size_t per = file.sector / 4, stream = (len + file.sector - 1) / file.sector, far = 0;
    file.directory = stream;
    file.fat = stream + 1;
    for (int i = 0; i < 3; i++) {
        file.count = stream + 1 + file.fat_count + far;
        file.fat_count = (file.count + per - 1) / per;
        far = file.fat_count > 109 ? (file.fat_count - 109 + per - 2) / (per - 1) : 0;
    }
    file.count = stream + 1 + file.fat_count + far;
    file.len = (file.count + 1) * file.sector;
    file.bytes = calloc(1, file.len);
    memcpy(file.bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    file.bytes[30] = (unsigned char)shift;
    put(file.bytes + 48, (uint32_t)file.directory);
    put(file.bytes + 56, 4096);
    put(file.bytes + 60, 0xFFFFFFFE);
    name_fat(&file, far);
    for (size_t i = 0; i < stream; i++)
        link_sector(&file, i, i > 0 ? (uint32_t)i - 1 : 0xFFFFFFFE);
    link_sector(&file, file.directory, 0xFFFFFFFE);
    for (size_t i = 0; i < len; i++)
        sector_of(&file, stream - 1 - i / file.sector)[i % file.sector] = (unsigned char)(i * 7 + i / 251);
    put_entry(&file, 0, "Root Entry", 5, 1, 0xFFFFFFFE, 0);
    put_entry(&file, 1, "Workbook", 2, 0xFFFFFFFF, (uint32_t)stream - 1, (uint32_t)len);
    return file;
}

/* What can be reached of the stream, which must be the bytes that were put there; -1 where reading breaks. */
static long
reached(const File *file, size_t len)
{
    Err err = {0};
    Ole ole;
    OleStream stream;
    Arena *arena = arena_new();
    long all = -1;
    int fd = memory_file(file->bytes, len);
    if (ole_open(fd, arena, &ole, &err) == OLE_GOOD && ole_workbook(&ole) != NULL &&
        ole_stream_open(&ole, ole_workbook(&ole), &stream, &err) == OLE_GOOD) {
        size_t got;
        unsigned char *bytes = malloc(stream.size + 1);
        if (ole_stream_read(&stream, 0, bytes, stream.size + 1, &got, &err) == OLE_GOOD)
            all = (long)got;
        for (long i = 0; i < all; i++)
            if (bytes[i] != (unsigned char)((size_t)i * 7 + (size_t)i / 251))
                fail_msg("byte %ld is another", i);
        free(bytes);
    }
    assert_int_equal(err.code, ERR_NONE);
    close(fd);
    arena_free(arena);
    return all;
}

static void
streams_are_followed_through_their_chain(void **state)
{
    (void)state;
    File file = make_file(9, 70000);
    assert_int_equal(reached(&file, file.len), 70000);
    free(file.bytes);
    file = make_file(12, 70000);
    assert_int_equal(reached(&file, file.len), 70000);
    free(file.bytes);
}

/* More than 109 * 128 sectors, and more than the first sector of further numbers names. */
static void
a_fat_beyond_the_header_is_found(void **state)
{
    (void)state;
    enum { LARGE = (109 + 127 + 1) * 128 * 512 };
    File file = make_file(9, LARGE);
    assert_int_equal(reached(&file, file.len), LARGE);
    free(file.bytes);
}

static void
a_chain_ends_where_it_leaves_the_file_or_comes_back(void **state)
{
    (void)state;
    File file = make_file(9, 5000);
    link_sector(&file, 5, 8);
    assert_int_equal(reached(&file, file.len), 5 * 512);
    link_sector(&file, 5, 999);
    assert_int_equal(reached(&file, file.len), 5 * 512);
    link_sector(&file, 5, 0xFFFFFFFF);
    assert_int_equal(reached(&file, file.len), 5 * 512);
    free(file.bytes);
}

static void
a_cut_file_is_broken(void **state)
{
    (void)state;
    File file = make_file(9, 5000);
    assert_int_equal(reached(&file, file.len), 5000);
    for (size_t len = 0; len < file.len - 512; len += 100)
        assert_int_equal(reached(&file, len), -1);
    free(file.bytes);
}

static void
a_directory_without_a_root_is_broken(void **state)
{
    (void)state;
    File file = make_file(9, 5000);
    sector_of(&file, file.directory)[66] = 1;
    assert_int_equal(reached(&file, file.len), -1);
    assert_refused(file.bytes, file.len, "file_damaged");
    free(file.bytes);
}

/* A letter that holds a workbook, in a storage of whatever name, is a letter; a damaged tree of siblings ends. */
static void
only_the_roots_own_streams_count(void **state)
{
    (void)state;
    Err err = {0};
    OleKind kind;
    File file = make_file(9, 5000);
    put_entry(&file, 1, "Workbook", 1, 2, 0, 0);
    put_entry(&file, 2, "Workbook", 2, 0xFFFFFFFF, 0, 5000);
    unsigned char *letter = put_entry(&file, 3, "WordDocument", 2, 0xFFFFFFFF, 0, 5000);
    put(sector_of(&file, file.directory) + OLE_ENTRY + 68, 3);
    put(letter + 72, 1);
    int fd = memory_file(file.bytes, file.len);
    assert_true(ole_kind(fd, &kind, &err));
    assert_int_equal(kind, OLE_DOCUMENT);
    close(fd);
    free(file.bytes);
}

/*
 * Small streams stand in 64-byte pieces of the root's stream, here the sectors 1 (pieces 0 to 7) and 0; the table of
 * pieces is sector 2.
 */
static void
small_streams_are_followed_too(void **state)
{
    (void)state;
    File file = make_file(9, 3 * 512);
    enum { LEN = 150 };
    static const uint32_t pieces[] = {9, 3, 12};
    memset(sector_of(&file, 0), 0, (size_t)3 * 512);
    memset(sector_of(&file, 2), 0xFF, 512);
    link_sector(&file, 1, 0);
    link_sector(&file, 0, 0xFFFFFFFE);
    link_sector(&file, 2, 0xFFFFFFFE);
    put(file.bytes + 60, 2);
    put_entry(&file, 0, "Root Entry", 5, 1, 1, 1024);
    put_entry(&file, 1, "Workbook", 2, 0xFFFFFFFF, pieces[0], LEN);
    for (size_t i = 0; i < LEN; i++)
        sector_of(&file, 1 - pieces[i / 64] / 8)[pieces[i / 64] % 8 * 64 + i % 64] = (unsigned char)(i * 7 + i / 251);
    for (size_t i = 0; i < 3; i++)
        put(sector_of(&file, 2) + pieces[i] * 4, i < 2 ? pieces[i + 1] : 0xFFFFFFFE);
    assert_int_equal(reached(&file, file.len), LEN);
    put(sector_of(&file, 2) + pieces[1] * 4, 9);
    assert_int_equal(reached(&file, file.len), 128);
    put(sector_of(&file, 2) + pieces[1] * 4, 16);
    assert_int_equal(reached(&file, file.len), 128);
    free(file.bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(streams_are_followed_through_their_chain),
        cmocka_unit_test(a_fat_beyond_the_header_is_found),
        cmocka_unit_test(a_chain_ends_where_it_leaves_the_file_or_comes_back),
        cmocka_unit_test(a_cut_file_is_broken),
        cmocka_unit_test(a_directory_without_a_root_is_broken),
        cmocka_unit_test(only_the_roots_own_streams_count),
        cmocka_unit_test(small_streams_are_followed_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
