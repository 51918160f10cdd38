#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "out/grid.h"

static void
assert_grid(const Text *cells, size_t rows, size_t columns, const char *expected)
{
    char *printed;
    size_t len;
    FILE *stream = open_memstream(&printed, &len);
    assert_non_null(stream);
    grid_print(stream, cells, rows, columns);
    fclose(stream);
    assert_string_equal(printed, expected);
    free(printed);
}

static void
grid_counts_a_chinese_character_as_two(void **state)
{
    (void)state;
    const Text cells[] = {TEXT("单位"), TEXT("情况"), TEXT("备注"), TEXT("平潭ABC"), TEXT("有效"),
                          TEXT("无"),   TEXT("A"),    TEXT("退回"), TEXT("x")};
    assert_grid(cells, 3, 3, "单位     情况  备注\n平潭ABC  有效  无\nA        退回  x\n");
}

static void
grid_pads_nothing_behind_the_last_text(void **state)
{
    (void)state;
    const Text cells[] = {TEXT("甲"), TEXT("乙"), TEXT("丙"), TEXT_NONE};
    assert_grid(cells, 2, 2, "甲  乙\n丙\n");
}

/* A file's name may hold what moves a terminal's cursor: CSI in its C0 and C1 forms, a line feed. */
static void
grid_shows_control_characters_as_blanks(void **state)
{
    (void)state;
    const Text cells[] = {TEXT("a\033[2Jb\n"), TEXT("c\xC2\x9B"
                                                    "2Jd")};
    assert_grid(cells, 1, 2, "a [2Jb   c 2Jd\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grid_counts_a_chinese_character_as_two),
        cmocka_unit_test(grid_pads_nothing_behind_the_last_text),
        cmocka_unit_test(grid_shows_control_characters_as_blanks),
    };

    return cmocka_run_group_tests_name("grid", tests, NULL, NULL);
}
