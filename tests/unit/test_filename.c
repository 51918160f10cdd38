#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

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

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_name_leads_nowhere_else)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
