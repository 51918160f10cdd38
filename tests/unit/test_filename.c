#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/filename.h"

static void
a_name_leads_nowhere_else(void **state)
{
    Arena *arena = arena_new();
    (void)state;
    assert_string_equal(filename_safe(TEXT("../../etc"), arena).ptr, "_._.._etc");
    assert_string_equal(filename_safe(TEXT(" a:b*c?\"<>|\\\n "), arena).ptr, "a_b_c______");
    assert_string_equal(filename_safe(TEXT("平潭综合实验区"), arena).ptr, "平潭综合实验区");
    assert_true(text_equal(filename_safe(TEXT(""), arena), TEXT("_")));
    arena_free(arena);
}

/* Windows leaves blanks and points at the end out, and would make one folder of two. */
static void
a_name_ends_in_no_blank_and_no_point(void **state)
{
    char written[260];
    Arena *arena = arena_new();
    (void)state;
    assert_true(text_equal(filename_safe(TEXT("Yun Co. Ltd."), arena), TEXT("Yun Co. Ltd_")));
    memset(written, 'a', sizeof written);
    written[239] = ' ';
    assert_int_equal(filename_safe((Text){written, sizeof written}, arena).len, 239);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_name_leads_nowhere_else),
                                       cmocka_unit_test(a_name_ends_in_no_blank_and_no_point)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
