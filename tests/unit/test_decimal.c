#include "expect.h"

#include "text/decimal.h"

/* What stands in a cell, its canonical text (NULL: refused), and what is left behind the number. */
static const struct Reading {
    const char *written;
    const char *number;
    const char *rest;
} readings[] = {
    {"0", "0", ""},
    {"-0.00", "0", ""},
    {"007", "7", ""},
    {"1.50", "1.5", ""},
    {".5", "0.5", ""},
    {"0.05", "0.05", ""},
    {"-12.5", "-12.5", ""},
    {"－１２．５", "-12.5", ""},
    {"−5", "-5", ""},
    {"+3", "3", ""},
    {"１２３", "123", ""},
    {"3,500", "3500", ""},
    {"3，500", "3500", ""},
    {"1,234,567.89", "1234567.89", ""},
    {"3,500万", "35000000", ""},
    {"3.5万台", "35000", "台"},
    {"1.2亿元", "120000000", "元"},
    {"2万亿", "2000000000000", ""},
    {"3.5千万元", "35000000", "元"},
    {"12 万 元", "120000", "元"},
    {"12000元", "12000", "元"},
    {"　62　％　", "62", "％"},
    {"1.5E+3", "1500", ""},
    {"1e-3", "0.001", ""},
    {"5E型", "5", "E型"},
    {"12，其中", "12", "，其中"},
    {"5.台", "5", ".台"},
    {"1.2.3", "1.2", ".3"},
    {"0.10000000000000000000000000000000000000000000000000000000000", "0.1", ""},
    {"123456789012345678901234567890123456789012345678901234567890",
     "123456789012345678901234567890123456789012345678901234567890", ""},
    {"1234567890123456789012345678901234567890123456789012345678901", NULL, NULL},
    {"1,2345", NULL, NULL},
    {"1234,567", NULL, NULL},
    {"1,23", NULL, NULL},
    {"0,123", NULL, NULL},
    {"12,34,567", NULL, NULL},
    {"1E99", NULL, NULL},
    {"1E999999999999", NULL, NULL},
    {"无", NULL, NULL},
    {"", NULL, NULL},
    {"-", NULL, NULL},
    {"万", NULL, NULL},
    {"约12", NULL, NULL},
};

static int
setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int
teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void
decimal_reads_what_offices_write(void **state)
{
    for (size_t i = 0; i < sizeof readings / sizeof readings[0]; i++) {
        const struct Reading *reading = &readings[i];
        Decimal number;
        Text rest;
        bool read = decimal_read(text_of(reading->written), &number, &rest);

        if (read != (reading->number != NULL))
            fail_msg("\"%s\" was %s", reading->written, read ? "read" : "refused");
        if (!read)
            continue;
        expect_text(decimal_text(&number, *state), reading->number);
        expect_text(rest, reading->rest);
    }
}

static void
decimal_names_the_magnitude_words(void **state)
{
    Decimal number;
    Text words, rest;

    (void)state;
    assert_true(decimal_read_words(TEXT("3,500万"), &number, &words, &rest));
    expect_text(words, "万");
    assert_true(decimal_read_words(TEXT("3.5 千万元"), &number, &words, &rest));
    expect_text(words, "千万");
    expect_text(rest, "元");
    assert_true(decimal_read_words(TEXT("3500元"), &number, &words, &rest));
    expect_text(words, "");
}

static Decimal
decimal(const char *written)
{
    Decimal number;
    Text rest;

    assert_true(decimal_read(text_of(written), &number, &rest));
    return number;
}

static void
expect_sum(Arena *arena, const char *left, const char *right, const char *expected)
{
    Decimal a = decimal(left), b = decimal(right), sum;

    assert_true(decimal_add(&a, &b, &sum));
    expect_text(decimal_text(&sum, arena), expected);
}

static void
expect_product(Arena *arena, const char *left, const char *right, const char *expected)
{
    Decimal a = decimal(left), b = decimal(right), product;

    assert_true(decimal_multiply(&a, &b, &product));
    expect_text(decimal_text(&product, arena), expected);
}

static void
decimal_adds_exactly(void **state)
{
    expect_sum(*state, "0.1", "0.2", "0.3");
    expect_sum(*state, "1", "-1", "0");
    expect_sum(*state, "-0.05", "0.01", "-0.04");
    expect_sum(*state, "5", "-7", "-2");
    expect_sum(*state, "999999999999999999999", "0.001", "999999999999999999999.001");
    expect_sum(*state, "99.5", "0.5", "100");
}

static void
decimal_multiplies_exactly(void **state)
{
    expect_product(*state, "12000", "0.0001", "1.2");
    expect_product(*state, "-1.1", "1.1", "-1.21");
    expect_product(*state, "0", "-7", "0");
    expect_product(*state, "999999999999999999999999999999", "999999999999999999999999999999",
                   "999999999999999999999999999998000000000000000000000000000001");
}

static void
decimal_refuses_what_does_not_fit(void **state)
{
    Decimal large = decimal("1E59"), tiny = decimal("1E-40"), ten = decimal("10"), out;

    (void)state;
    assert_false(decimal_multiply(&large, &ten, &out));
    assert_false(decimal_multiply(&tiny, &tiny, &out));
    assert_false(decimal_add(&large, &tiny, &out));
}

static void
decimal_compares_by_value(void **state)
{
    Decimal one = decimal("1.0"), same = decimal("1"), more = decimal("1.01"), less = decimal("-2");

    (void)state;
    assert_int_equal(decimal_compare(&one, &same), 0);
    assert_int_equal(decimal_compare(&one, &more), -1);
    assert_int_equal(decimal_compare(&one, &less), 1);
    assert_int_equal(decimal_compare(&less, &one), -1);
    assert_true(decimal_is_integer(&one));
    assert_false(decimal_is_integer(&more));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(decimal_reads_what_offices_write, setup, teardown),
        cmocka_unit_test(decimal_names_the_magnitude_words),
        cmocka_unit_test_setup_teardown(decimal_adds_exactly, setup, teardown),
        cmocka_unit_test_setup_teardown(decimal_multiplies_exactly, setup, teardown),
        cmocka_unit_test(decimal_refuses_what_does_not_fit),
        cmocka_unit_test(decimal_compares_by_value),
    };

    return cmocka_run_group_tests_name("decimal", tests, NULL, NULL);
}
