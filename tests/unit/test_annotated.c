#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "out/annotated.h"
#include "out/matrix.h"

static char folder[] = "/tmp/huizong-annotated-XXXXXX";

static void
expect_name(size_t number, Text sheet, const char *wanted)
{
    Arena *arena = arena_new();
    Text name = annotated_name(number, sheet, arena);
    assert_int_equal(name.len, strlen(wanted));
    assert_memory_equal(name.ptr, wanted, name.len);
    arena_free(arena);
}

static void
a_copy_has_a_name_that_a_sheet_may_have(void **state)
{
    (void)state;
    expect_name(2, TEXT("汇总表"), "2 汇总表");
    expect_name(3, TEXT(""), "3");
    expect_name(4, TEXT("Bob's [1]:a*?/\\\x01"), "4 Bob_s _1__a_____");
    expect_name(1000000, TEXT("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"),
                "1000000 一二三四五六七八九十一二三四五六七八九十一二三四");
}

static bool
write_book(const char *path, Err *err)
{
    const WorkbookColumn columns[] = {{TEXT("单元格"), 8, WORKBOOK_CODE}};
    const WorkbookSheet list = {TEXT("问题清单"), WORKBOOK_LEDGER, columns, 1};
    const Text cells[] = {TEXT("B1")};
    const Text copied[] = {TEXT("=1+1"), TEXT_NONE, TEXT("甲")};
    const int widths[] = {4, 400, 10};
    Workbook *book = workbook_open(path, err);
    bool ok = book != NULL && workbook_sheet(book, &list, err) && workbook_labels(book, err) &&
              workbook_row(book, cells, err) &&
              annotated_link(book, 0, TEXT("B1"), ANNOTATED_ERROR, TEXT("1 表"), TEXT("B1"), err) &&
              annotated_begin(book, TEXT("1 表"), err) && annotated_row(book, 0, copied, 3, err) &&
              annotated_mark(book, 0, 1, TEXT_NONE, ANNOTATED_ERROR, TEXT("请补填"), err) &&
              annotated_widths(book, widths, 3, err) && workbook_commit(book, err);
    workbook_free(book);
    return ok;
}

static void
marked_copies_are_the_same_byte_by_byte(void **state)
{
    (void)state;
    Err err = {0};
    Text first, second;
    Arena *arena = arena_new();
    const char *path = arena_printf(arena, "%s/a.xlsx", folder).ptr;
    assert_true(write_book(path, &err));
    assert_true(file_read(path, 1 << 20, arena, &first, &err));
    assert_true(write_book(path, &err));
    assert_true(file_read(path, 1 << 20, arena, &second, &err));
    assert_true(text_equal(first, second));
    unlink(path);
    arena_free(arena);
}

static void
a_matrix_without_sides_is_a_bug_of_ours(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    const MatrixSheet sheet = {TEXT("表"), NULL, 0, 1, 10};
    Workbook *book = workbook_open(arena_printf(arena, "%s/b.xlsx", folder).ptr, &err);
    assert_non_null(book);
    assert_null(matrix_begin(book, &sheet, &err));
    assert_int_equal(err.code, ERR_BUG);
    workbook_free(book);
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
        cmocka_unit_test(a_copy_has_a_name_that_a_sheet_may_have),
        cmocka_unit_test(marked_copies_are_the_same_byte_by_byte),
        cmocka_unit_test(a_matrix_without_sides_is_a_bug_of_ours),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
