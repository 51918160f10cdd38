#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "out/workbook.h"

static char folder[] = "/tmp/huizong-workbook-XXXXXX";

static const WorkbookColumn columns[] = {{TEXT("序号"), 6, WORKBOOK_COUNT},
                                         {TEXT("工业互联网平台名称"), 34, WORKBOOK_WORDS},
                                         {TEXT("联系方式（手机）"), 20, WORKBOOK_CODE}};
static const WorkbookSheet sheet = {TEXT("汇总表"), WORKBOOK_FORM, columns, 3};

static const char *
path_of(const char *name, Arena *arena)
{
    return arena_printf(arena, "%s/%s", folder, name).ptr;
}

static bool
write_table(Workbook *book, Text platform, Err *err)
{
    const Text cells[] = {TEXT("1"), platform, TEXT("13900000000")};
    return workbook_sheet(book, &sheet, err) && workbook_line(book, WORKBOOK_TITLE, TEXT("推荐信息汇总表"), err) &&
           workbook_labels(book, err) && workbook_row(book, cells, err);
}

static Text
written(const char *name, Arena *arena)
{
    Err err = {0};
    Text bytes;
    const char *path = path_of(name, arena);
    Workbook *book = workbook_open(path, &err);
    assert_non_null(book);
    assert_true(write_table(book, TEXT("示范平台"), &err));
    assert_true(workbook_commit(book, &err));
    workbook_free(book);
    assert_true(file_read(path, 1 << 20, arena, &bytes, &err));
    unlink(path);
    return bytes;
}

static void
the_same_calls_give_the_same_bytes_in_any_zone(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    setenv("TZ", "Asia/Shanghai", 1);
    tzset();
    Text here = written("a.xlsx", arena);
    setenv("TZ", "America/New_York", 1);
    tzset();
    Text there = written("b.xlsx", arena);
    assert_true(here.len > 1000);
    assert_true(text_equal(here, there));
    arena_free(arena);
}

static void
nothing_stands_before_commit(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    const char *path = path_of("early.xlsx", arena);
    Workbook *book = workbook_open(path, &err);
    assert_true(write_table(book, TEXT("示范平台"), &err));
    assert_int_not_equal(access(path, F_OK), 0);
    workbook_free(book);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(mkdir(folder, 0700), 0);
    arena_free(arena);
}

static void
text_that_is_not_utf8_is_a_fault(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    Workbook *book = workbook_open(path_of("gbk.xlsx", arena), &err);
    assert_false(write_table(book, TEXT("\xB8\xA3\xBD\xA8"), &err));
    assert_int_equal(err.code, ERR_BUG);
    workbook_free(book);
    arena_free(arena);
}

static void
a_sheet_name_that_excel_refuses_is_a_fault(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    Workbook *book = workbook_open(path_of("name.xlsx", arena), &err);
    const WorkbookSheet wrong = {TEXT("a/b"), WORKBOOK_LEDGER, columns, 3};
    assert_false(workbook_sheet(book, &wrong, &err));
    assert_int_equal(err.code, ERR_BUG);
    workbook_free(book);
    arena_free(arena);
}

/* A file size limit stands for the full disk: writes beyond it fail. */
static void
a_file_cut_short_is_never_renamed(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    const char *path = path_of("full.xlsx", arena);
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_IGN);
    Workbook *book = workbook_open(path, &err);
    assert_true(write_table(book, TEXT("示范平台"), &err));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){3000, before.rlim_max}), 0);
    bool committed = workbook_commit(book, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(committed);
    assert_int_equal(err.code, ERR_IO);
    assert_int_not_equal(access(path, F_OK), 0);
    workbook_free(book);
    arena_free(arena);
}

/* Rows wait in files of the library's own: the archive made of half of them would be whole. */
static void
assert_cut_rows_are_told(Workbook *(*open)(const char *path, Err *err))
{
    enum { ROWS = 5000, LIMIT = 60000 };
    static const WorkbookColumn one[] = {{TEXT("平台"), 6, WORKBOOK_WORDS}};
    static const WorkbookSheet rows = {TEXT("行"), WORKBOOK_LEDGER, one, 1};
    Err err = {0};
    Arena *arena = arena_new();
    const char *path = path_of("cut.xlsx", arena);
    const Text cell = TEXT("同");
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_IGN);
    Workbook *book = open(path, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){LIMIT, before.rlim_max}), 0);
    assert_true(workbook_sheet(book, &rows, &err) && workbook_labels(book, &err));
    for (size_t i = 0; i < ROWS; i++)
        assert_true(workbook_row(book, &cell, &err));
    bool committed = workbook_commit(book, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(committed);
    assert_int_equal(err.code, ERR_IO);
    assert_int_not_equal(access(path, F_OK), 0);
    workbook_free(book);
    arena_free(arena);
}

static void
rows_cut_short_are_never_renamed(void **state)
{
    (void)state;
    assert_cut_rows_are_told(workbook_open);
    assert_cut_rows_are_told(workbook_open_streamed);
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
        cmocka_unit_test(the_same_calls_give_the_same_bytes_in_any_zone),
        cmocka_unit_test(nothing_stands_before_commit),
        cmocka_unit_test(text_that_is_not_utf8_is_a_fault),
        cmocka_unit_test(a_sheet_name_that_excel_refuses_is_a_fault),
        cmocka_unit_test(a_file_cut_short_is_never_renamed),
        cmocka_unit_test(rows_cut_short_are_never_renamed),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
