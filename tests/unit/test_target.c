#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/tree.h"
#include "trace/target.h"

static char root[] = "/tmp/huizong-target-XXXXXX";

static const char *
below(const char *path, Arena *arena)
{
    return arena_printf(arena, "%s/%s", root, path).ptr;
}

static void
put(const char *path, Text content, Arena *arena)
{
    Err err = {0};
    assert_true(file_write(below(path, arena), content, 0644, &err));
}

/* A night's folder with a run.json, a workbook, one in a unit's folder and one whose name has the marks of a place; a final package beside it, and a
 * folder that is none. */
static int
lay_out(void **state)
{
    Err err = {0};
    Arena *arena = arena_new();
    assert_non_null(mkdtemp(root));
    assert_true(tree_make(below("night/units/甲市", arena), 0755, &err));
    put("night/run.json",
        TEXT("{\"cycle\": \"c-1\", \"as_of\": \"2022-01-01T00:00:00+08:00\", \"schemas_sha256\": \"ab\"}"), arena);
    put("night/表.xlsx", TEXT("x"), arena);
    put("night/units/甲市/表.xlsx", TEXT("x"), arena);
    put("night/怪!名!A1.csv", TEXT("x"), arena);
    assert_true(tree_make(below("ministry/c-1-v2", arena), 0755, &err));
    assert_true(tree_make(below("ministry/notes-v2", arena), 0755, &err));
    put("ministry/c-1-v2/manifest.json", TEXT("{}"), arena);
    put("ministry/c-1-v2/表.xlsx", TEXT("x"), arena);
    put("ministry/notes-v2/表.xlsx", TEXT("x"), arena);
    *state = arena;
    return 0;
}

static int
clear(void **state)
{
    Err err = {0};
    assert_true(tree_remove(root, &err));
    arena_free(*state);
    return 0;
}

static Target
read_target(const char *operand, Arena *arena)
{
    Target target;
    target_read(operand, below("night", arena), arena, &target);
    return target;
}

static void
assert_place(const Target *target, const char *name, const char *sheet, const char *row, const char *cell)
{
    assert_true(name == NULL ? target->name == NULL : text_equal(text_of(target->name), text_of(name)));
    assert_true(text_equal(target->sheet, text_of(sheet)));
    assert_true(text_equal(target->row, text_of(row)));
    assert_true(text_equal(target->cell, text_of(cell)));
}

static void
a_place_is_file_sheet_and_cell(void **state)
{
    Target target = read_target("表.xlsx!汇总表!c5", *state);
    assert_place(&target, "表.xlsx", "汇总表", "5", "C5");
    assert_int_equal(target.column, 2);
    target = read_target("表.xlsx!'甲 乙'!12", *state);
    assert_place(&target, "表.xlsx", "甲 乙", "12", NULL);
    assert_int_equal(target.column, -1);
    target = read_target("units/甲市/表.xlsx!AA10", *state);
    assert_place(&target, "units/甲市/表.xlsx", "", "10", "AA10");
}

static void
a_file_whose_name_looks_like_a_place_is_a_file(void **state)
{
    Target target = read_target("怪!名!A1.csv", *state);
    assert_place(&target, "怪!名!A1.csv", "", NULL, NULL);
    target = read_target("怪!名!A1.csv!B2", *state);
    assert_place(&target, "怪!名!A1.csv", "", "2", "B2");
}

static void
what_is_no_file_here_keeps_what_was_asked(void **state)
{
    Target target = read_target("福州市/来回改.csv!C7", *state);
    assert_place(&target, NULL, "", "7", "C7");
    assert_true(text_equal(target.file, TEXT("福州市/来回改.csv")));
    target = read_target("福州市/申报书.xlsx!指标!C7", *state);
    assert_place(&target, NULL, "指标", "7", "C7");
    assert_true(text_equal(target.file, TEXT("福州市/申报书.xlsx")));
    target = read_target("闽江!数造平台", *state);
    assert_place(&target, NULL, "", NULL, NULL);
    assert_true(text_equal(target.file, TEXT("闽江!数造平台")));
    target = read_target("表.xlsx!汇总表!0", *state);
    assert_place(&target, NULL, "", NULL, NULL);
}

static void
an_output_has_its_own_nights_clock(void **state)
{
    Err err = {0};
    Target target = read_target("units/甲市/表.xlsx!A1", *state);
    assert_true(text_equal(target_clock(&target, "c-1", *state, &err), TEXT("2022-01-01T00:00:00+08:00")));
    assert_true(text_equal(target.schemas_sha256, TEXT("ab")));
    assert_true(text_equal(target_clock(&target, "c-2", *state, &err), TEXT_NONE));
    assert_int_equal(err.code, ERR_DATA);
}

static void
a_file_of_a_final_package_is_found_below_the_outbox(void **state)
{
    Target target;
    Arena *arena = *state;
    target_read_below("ministry/c-1-v2/表.xlsx!汇总表!B7", root, arena, &target);
    assert_place(&target, "ministry/表.xlsx", "汇总表", "7", "B7");
    assert_true(target.package);
    assert_true(text_ends_with(text_of(target.root), TEXT("/ministry/c-1-v2")));
    target_read_below("表.xlsx!汇总表!B7", below("night", arena), arena, &target);
    assert_place(&target, "表.xlsx", "汇总表", "7", "B7");
    assert_false(target.package);
}

static void
below_the_outbox_a_path_as_it_is_written_counts_for_nothing(void **state)
{
    Target target;
    Arena *arena = *state;
    target_read_below(below("ministry/c-1-v2/表.xlsx", arena), root, arena, &target);
    assert_null(target.path);
    target_read(below("ministry/c-1-v2/表.xlsx", arena), NULL, arena, &target);
    assert_true(target.package);
}

static void
a_folder_without_a_manifest_is_no_final_package(void **state)
{
    Target target;
    target_read_below("ministry/notes-v2/表.xlsx!汇总表!B7", root, *state, &target);
    assert_non_null(target.path);
    assert_null(target.root);
    assert_false(target.package);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_is_file_sheet_and_cell),
        cmocka_unit_test(a_file_whose_name_looks_like_a_place_is_a_file),
        cmocka_unit_test(what_is_no_file_here_keeps_what_was_asked),
        cmocka_unit_test(an_output_has_its_own_nights_clock),
        cmocka_unit_test(a_file_of_a_final_package_is_found_below_the_outbox),
        cmocka_unit_test(below_the_outbox_a_path_as_it_is_written_counts_for_nothing),
        cmocka_unit_test(a_folder_without_a_manifest_is_no_final_package),
    };
    return cmocka_run_group_tests(tests, lay_out, clear);
}
