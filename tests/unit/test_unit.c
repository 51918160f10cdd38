#include "expect.h"

#include "text/decimal.h"
#include "text/unit.h"

static void
expect_converted(const char *written, const char *canonical, const char *expected)
{
    Arena *arena = arena_new();
    Decimal amount, times, converted;
    const char *factor;
    Text unit, rest;

    assert_true(decimal_read(text_of(written), &amount, &unit));
    assert_true(unit_factor(unit, text_of(canonical), &factor));
    assert_true(decimal_read(text_of(factor), &times, &rest));
    assert_true(decimal_multiply(&amount, &times, &converted));
    expect_text(decimal_text(&converted, arena), expected);
    arena_free(arena);
}

static void
unit_factors_convert_amounts_exactly(void **state)
{
    (void)state;
    expect_converted("1.2亿元", "万元", "12000");
    expect_converted("12000元", "万元", "1.2");
    expect_converted("1元", "万元", "0.0001");
    expect_converted("3百万元", "万元", "300");
    expect_converted("5千元", "元", "5000");
    expect_converted("3.5万台", "台/套", "35000");
    expect_converted("500个", "台（套）", "500");
    expect_converted("62％", "%", "62");
    expect_converted("5‰", "%", "0.5");
}

static void
unit_factor_is_decimal_text(void **state)
{
    const char *factor = NULL;

    (void)state;
    assert_true(unit_factor(TEXT("亿元"), TEXT("万元"), &factor));
    assert_string_equal(factor, "10000");
    assert_true(unit_factor(TEXT("元"), TEXT("亿元"), &factor));
    assert_string_equal(factor, "0.00000001");
    assert_true(unit_factor(TEXT("万 台"), TEXT("套"), &factor));
    assert_string_equal(factor, "10000");
    assert_true(unit_factor(TEXT("台（套）"), TEXT("台/套"), &factor));
    assert_string_equal(factor, "1");
}

static void
unit_refuses_what_does_not_measure_the_same(void **state)
{
    static const char *const pairs[][2] = {
        {"元", "台"}, {"个", "次"}, {"人", "家"}, {"%", "万元"}, {"万%", "%"}, {"米", "个"}, {"", "万元"}, {"万", "个"},
    };
    const char *factor;

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        assert_false(unit_factor(text_of(pairs[i][0]), text_of(pairs[i][1]), &factor));
}

static void
unit_known_also_of_what_no_form_asks_for(void **state)
{
    const char *factor;
    Arena *arena = arena_new();

    (void)state;
    assert_true(unit_known(TEXT("万 台")));
    assert_true(unit_known(TEXT("万美元")));
    assert_true(unit_known(TEXT("吨")));
    assert_false(unit_known(TEXT("座")));
    assert_false(unit_factor(TEXT("美元"), TEXT("元"), &factor));
    assert_false(unit_factor(TEXT("美元"), TEXT("欧元"), &factor));
    assert_false(unit_factor(TEXT("吨"), TEXT("个"), &factor));
    expect_text(unit_name(TEXT("台 （套）"), arena), "台(套)");
    expect_text(unit_name(TEXT("佰萬 元、仟元、億元"), arena), "百万元、千元、亿元");
    arena_free(arena);
}

static void
unit_contests_a_label_that_counts_otherwise(void **state)
{
    (void)state;
    assert_true(unit_contests(TEXT("元"), TEXT("万元")));
    assert_true(unit_contests(TEXT("万"), TEXT("万元")));
    assert_true(unit_contests(TEXT("美元"), TEXT("万元")));
    assert_false(unit_contests(TEXT("人民币"), TEXT("万元")));
    assert_false(unit_contests(TEXT("万"), TEXT("台")));
    assert_false(unit_contests(TEXT_NONE, TEXT("万元")));
}

static void
unit_base_is_without_magnitude(void **state)
{
    (void)state;
    expect_text(unit_base(TEXT("万元")), "元");
    expect_text(unit_base(TEXT("万台")), "台");
    expect_text(unit_base(TEXT("台/套")), "台/套");
    expect_text(unit_base(TEXT("米")), NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unit_factors_convert_amounts_exactly),
        cmocka_unit_test(unit_factor_is_decimal_text),
        cmocka_unit_test(unit_refuses_what_does_not_measure_the_same),
        cmocka_unit_test(unit_known_also_of_what_no_form_asks_for),
        cmocka_unit_test(unit_base_is_without_magnitude),
        cmocka_unit_test(unit_contests_a_label_that_counts_otherwise),
    };

    return cmocka_run_group_tests_name("unit", tests, NULL, NULL);
}
