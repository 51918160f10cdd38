#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "office/correctioncopy.h"
#include "office/sheetcopy.h"

enum { STREAM_MAX = 1 << 20 };

static char folder[] = "/tmp/huizong-sheetcopy-XXXXXX";

/* A stream of `rows` rows of one cell in a sheet; `cat -- PATH` stands in for huizong-extract. */
static const char *
write_stream(const char *sheet, uint64_t rows, Arena *arena)
{
    Err err = {0};
    Buf stream = buf_new(STREAM_MAX);
    const char *path = arena_printf(arena, "%s/rows", folder).ptr;
    assert_true(buf_printf(&stream, "\\#huizong-raw\t1\n\\#sheet\t%s\tvisible\nsheet\trow_no\tmarks\tcells\n", sheet));
    for (uint64_t i = 1; i <= rows; i++)
        assert_true(buf_printf(&stream, "%s\t%llu\t\tcell%llu\n", sheet, (unsigned long long)i, (unsigned long long)i));
    assert_true(buf_printf(&stream, "\\#end\tcomplete\t%llu\t-\n", (unsigned long long)rows));
    assert_true(file_write(path, buf_view(&stream), 0644, &err));
    buf_free(&stream);
    return path;
}

static SheetCopy
read_sheet(uint64_t rows, const uint64_t *wanted, size_t count, Arena *arena)
{
    Err err = {0};
    SheetCopy copy = {.sheet = TEXT("表"), .wanted = wanted, .wanted_count = count};
    Extraction extraction = {"/bin/cat", NULL, write_stream("表", rows, arena), NULL, true, 0, -1};
    assert_true(sheetcopy_read(&extraction, &copy, 1, arena, &err));
    unlink(extraction.path);
    return copy;
}

static void
a_short_sheet_is_kept_whole(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    const uint64_t wanted[] = {3};
    SheetCopy copy = read_sheet(500, wanted, 1, arena);
    assert_int_equal(copy.row_count, 500);
    assert_false(copy.thinned);
    assert_true(text_equal(sheetcopy_row(&copy, 77)->cells[0], TEXT("cell77")));
    arena_free(arena);
}

static void
of_a_long_one_its_head_and_what_is_wanted(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    const uint64_t wanted[] = {4, 300, 501, 900};
    SheetCopy copy = read_sheet(900, wanted, 4, arena);
    assert_true(copy.thinned);
    assert_int_equal(copy.row_count, 10 + 3);
    assert_true(text_equal(sheetcopy_row(&copy, 10)->cells[0], TEXT("cell10")));
    assert_null(sheetcopy_row(&copy, 11));
    assert_true(text_equal(sheetcopy_row(&copy, 300)->cells[0], TEXT("cell300")));
    assert_true(text_equal(sheetcopy_row(&copy, 900)->cells[0], TEXT("cell900")));
    arena_free(arena);
}

static void
where_too_many_are_wanted_nothing_is_kept(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    size_t count = SHEETCOPY_WANTED_MAX + 1;
    uint64_t *wanted = arena_array(arena, count, sizeof *wanted);
    for (size_t i = 0; i < count; i++)
        wanted[i] = i + 1;
    SheetCopy copy = read_sheet(count, wanted, count, arena);
    assert_true(copy.too_long);
    assert_int_equal(copy.row_count, 0);
    arena_free(arena);
}

/* A copy has its rows where the file has them, and a worksheet has 1,048,576. */
static void
what_no_worksheet_has_room_for_is_left_out(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    SheetCopy copy = {.sheet = TEXT("表")};
    const char *path = arena_printf(arena, "%s/rows", folder).ptr;
    assert_true(file_write(path,
                           TEXT("\\#huizong-raw\t1\n\\#sheet\t表\tvisible\nsheet\trow_no\tmarks\tcells\n"
                                "表\t1\t\t甲\n表\t1048576\t\t乙\n表\t1048577\t\t丙\n\\#end\tcomplete\t3\t-\n"),
                           0644, &err));
    Extraction extraction = {"/bin/cat", NULL, path, NULL, true, 0, -1};
    assert_true(sheetcopy_read(&extraction, &copy, 1, arena, &err));
    unlink(path);
    assert_int_equal(copy.row_count, 2);
    assert_true(copy.thinned);
    assert_non_null(sheetcopy_row(&copy, 1048576));
    arena_free(arena);
}

/* `printenv -- NAME` prints what it sees, and ends with 1, as one with findings does, where it sees nothing. */
static void
a_confined_child_sees_no_login(void **state)
{
    (void)state;
    Err err = {0};
    char seen[64];
    setenv("HUIZONG_TEST_LOGIN", "secret", 1);
    Extraction extraction = {"/usr/bin/printenv", NULL, "HUIZONG_TEST_LOGIN", NULL, true, 0, -1};
    assert_true(extraction_start(&extraction, &err));
    assert_int_equal(read(extraction.rows, seen, sizeof seen), 0);
    close(extraction.rows);
    assert_true(extraction_end(&extraction, &err));
    extraction.confined = false;
    assert_true(extraction_start(&extraction, &err));
    assert_int_equal(read(extraction.rows, seen, sizeof seen), sizeof "secret");
    close(extraction.rows);
    assert_true(extraction_end(&extraction, &err));
}

static void
copies_are_of_sheets_with_something_to_do(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    const Correction list[] = {
        {.file = 0, .sheet = TEXT("乙"), .row = 9},
        {.file = 1, .sheet = TEXT("丙"), .row = 3},
        {.file = 0, .sheet = TEXT("乙"), .row = 4},
        {.file = 0, .sheet = TEXT("甲"), .row = 0},
        {.file = 0, .sheet = TEXT("丁"), .row = 5, .fixed = true},
        {.file = 0, .sheet = TEXT("戊"), .row = 1048577},
    };
    CorrectedFile files[2] = {{.name = TEXT("a")}, {.name = TEXT("b")}};
    correctioncopy_plan(files, 0, list, sizeof list / sizeof *list, arena);
    assert_int_equal(files[0].copy_count, 1);
    assert_true(text_equal(files[0].copies[0].sheet, TEXT("乙")));
    assert_int_equal(files[0].copies[0].wanted_count, 2);
    assert_int_equal(files[0].copies[0].wanted[0], 4);
    assert_int_equal(files[0].copies[0].wanted[1], 9);
    arena_free(arena);
}

static int
make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int
remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_sheet_is_kept_whole),
        cmocka_unit_test(of_a_long_one_its_head_and_what_is_wanted),
        cmocka_unit_test(where_too_many_are_wanted_nothing_is_kept),
        cmocka_unit_test(what_no_worksheet_has_room_for_is_left_out),
        cmocka_unit_test(a_confined_child_sees_no_login),
        cmocka_unit_test(copies_are_of_sheets_with_something_to_do),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
