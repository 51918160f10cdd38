#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "out/csvout.h"

static char folder[] = "/tmp/huizong-csv-XXXXXX";

static const char *
path_of(const char *name, Arena *arena)
{
    return arena_printf(arena, "%s/%s", folder, name).ptr;
}

static void
assert_row(const Text *fields, size_t count, const char *expected)
{
    Err err = {0};
    Arena *arena = arena_new();
    const char *path = path_of("row.csv", arena);
    CsvOut *csv = csvout_open(path, &err);
    assert_non_null(csv);
    assert_true(csvout_row(csv, fields, count, &err));
    assert_true(csvout_commit(csv, &err));
    csvout_free(csv);
    Text written;
    assert_true(file_read(path, 4096, arena, &written, &err));
    assert_string_equal(arena_string(arena, written), arena_printf(arena, "\xEF\xBB\xBF%s\r\n", expected).ptr);
    unlink(path);
    arena_free(arena);
}

static void
plain_fields_stand_as_they_are(void **state)
{
    (void)state;
    assert_row((Text[]){TEXT("福州市"), TEXT_NONE, TEXT("12")}, 3, "福州市,,12");
}

static void
commas_quotes_and_line_ends_are_quoted(void **state)
{
    (void)state;
    assert_row((Text[]){TEXT("a,b"), TEXT("说\"好\""), TEXT("一\n二"), TEXT(" 边 ")}, 4,
               "\"a,b\",\"说\"\"好\"\"\",\"一\n二\",\" 边 \"");
}

static void
controls_are_shown(void **state)
{
    (void)state;
    assert_row((Text[]){TEXT("a\x1B[2Jb\x7F"), TEXT("\xC2\x9B,\""), TEXT("表\ta—\u00A0")}, 3,
               "aU+001B[2JbU+007F,\"U+009B,\"\"\",表\ta—\u00A0");
}

static void
signs_of_full_width_begin_formulas_too(void **state)
{
    (void)state;
    assert_row((Text[]){TEXT("＝1+1"), TEXT("＠SUM(A1)"), TEXT("＋1"), TEXT("－1"), TEXT("－"), TEXT("\n=1")}, 6,
               "'＝1+1,'＠SUM(A1),'＋1,'－1,－,\"'\n=1\"");
}

static void
a_field_that_begins_like_a_formula_gets_an_apostrophe(void **state)
{
    (void)state;
    assert_row((Text[]){TEXT("=1+1"), TEXT("@SUM(A1)"), TEXT("+86 591"), TEXT("-cmd|x"), TEXT("\tx")}, 5,
               "'=1+1,'@SUM(A1),'+86 591,'-cmd|x,'\tx");
    assert_row((Text[]){TEXT("=HYPERLINK(\"x\",\"y\")"), TEXT("\r=1")}, 2,
               "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",\"'\r=1\"");
    assert_row((Text[]){TEXT("＝1+1"), TEXT("＋1"), TEXT("－1"), TEXT("＠a"), TEXT("\n=1")}, 5,
               "'＝1+1,'＋1,'－1,'＠a,\"'\n=1\"");
}

static void
negative_numbers_stay_numbers(void **state)
{
    (void)state;
    assert_row((Text[]){TEXT("-12"), TEXT("-0.5"), TEXT("-"), TEXT("-1-2"), TEXT("-5.")}, 5, "-12,-0.5,'-,'-1-2,'-5.");
}

static void
without_commit_nothing_is_left(void **state)
{
    (void)state;
    Err err = {0};
    Arena *arena = arena_new();
    CsvOut *csv = csvout_open(path_of("left.csv", arena), &err);
    assert_non_null(csv);
    assert_true(csvout_row(csv, &TEXT("x"), 1, &err));
    csvout_free(csv);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(mkdir(folder, 0700), 0);
    arena_free(arena);
}

static void
a_folder_that_is_not_there_is_a_fault(void **state)
{
    (void)state;
    Err err = {0};
    assert_null(csvout_open("/nonexistent/a.csv", &err));
    assert_int_equal(err.code, ERR_CANNOT_CREATE);
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
        cmocka_unit_test(plain_fields_stand_as_they_are),
        cmocka_unit_test(commas_quotes_and_line_ends_are_quoted),
        cmocka_unit_test(controls_are_shown),
        cmocka_unit_test(signs_of_full_width_begin_formulas_too),
        cmocka_unit_test(a_field_that_begins_like_a_formula_gets_an_apostrophe),
        cmocka_unit_test(negative_numbers_stay_numbers),
        cmocka_unit_test(without_commit_nothing_is_left),
        cmocka_unit_test(a_folder_that_is_not_there_is_a_fault),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
