#include "expect.h"

#include "text/halfwidth.h"

static void
halfwidth_makes_full_width_signs_ascii(void **state)
{
    Arena *arena = arena_new();

    (void)state;
    expect_text(halfwidth_text(TEXT("Ａ１２３（％）：，．　x"), arena), "A123(%):,. x");
    expect_text(halfwidth_text(TEXT("5–6−7－8"), arena), "5-6-7-8");
    expect_text(halfwidth_text(TEXT("表、𠮷。"), arena), "表、𠮷。");
    expect_text(halfwidth_text(TEXT(""), arena), "");
    arena_free(arena);
}

static void
halfwidth_copy_says_where_it_does_not_fit(void **state)
{
    char out[3];
    size_t len;

    (void)state;
    assert_true(halfwidth_copy(TEXT("１２３"), out, sizeof out, &len));
    assert_int_equal(len, 3);
    assert_false(halfwidth_copy(TEXT("１２３４"), out, sizeof out, &len));
    assert_false(halfwidth_copy(TEXT("1表"), out, sizeof out, &len));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(halfwidth_makes_full_width_signs_ascii),
        cmocka_unit_test(halfwidth_copy_says_where_it_does_not_fit),
    };

    return cmocka_run_group_tests_name("halfwidth", tests, NULL, NULL);
}
