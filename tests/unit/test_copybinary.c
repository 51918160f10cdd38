#include "expect.h"

#include "rows/copybinary.h"

/* `hex` as two digits a byte, blanks between. */
static void
expect_bytes(const char *bytes, const char *end, const char *hex)
{
    char shown[1000] = "";

    for (const char *at = bytes; at < end; at++)
        snprintf(shown + 3 * (at - bytes), 4, "%02x ", (unsigned char)*at);
    if (end > bytes)
        shown[3 * (end - bytes) - 1] = '\0';
    assert_string_equal(shown, hex);
}

static void
a_tuple_of_all_plain_types(void **state)
{
    char bytes[200];
    char *at = copybinary_begin(bytes, 6);

    (void)state;
    at = copybinary_int4(at, 7);
    at = copybinary_int8(at, -2);
    at = copybinary_bool(at, true);
    at = copybinary_text(at, TEXT("台A"));
    at = copybinary_text(at, TEXT(""));
    at = copybinary_text(at, TEXT_NONE);
    expect_bytes(bytes, at,
                 "00 06 00 00 00 04 00 00 00 07 00 00 00 08 ff ff ff ff ff ff ff fe 00 00 00 01 01 "
                 "00 00 00 04 e5 8f b0 41 00 00 00 00 ff ff ff ff");
}

static void
expect_numeric(const char *decimal, const char *hex)
{
    char bytes[200];
    char *end = copybinary_numeric(bytes, text_of(decimal));

    expect_bytes(bytes, end, hex);
    assert_true((size_t)(end - bytes) <= COPYBINARY_NUMERIC_ROOM + strlen(decimal));
}

/* Groups of four decimal digits from the point on: 12345.6789 is 1, 2345 (0929), 6789 (1a85). */
static void
numerics_are_groups_of_four_digits(void **state)
{
    (void)state;
    expect_numeric("12345.6789", "00 00 00 0e 00 03 00 01 00 00 00 04 00 01 09 29 1a 85");
    expect_numeric("0", "00 00 00 08 00 00 00 00 00 00 00 00");
    expect_numeric("10000", "00 00 00 0a 00 01 00 01 00 00 00 00 00 01");
    expect_numeric("9999", "00 00 00 0a 00 01 00 00 00 00 00 00 27 0f");
    expect_numeric("0.0001", "00 00 00 0a 00 01 ff ff 00 00 00 04 00 01");
    expect_numeric("0.00001", "00 00 00 0a 00 01 ff fe 00 00 00 05 03 e8");
    expect_numeric("-0.5", "00 00 00 0a 00 01 ff ff 40 00 00 01 13 88");
    expect_numeric("100000000.5", "00 00 00 10 00 04 00 02 00 00 00 01 00 01 00 00 00 00 13 88");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tuple_of_all_plain_types),
        cmocka_unit_test(numerics_are_groups_of_four_digits),
    };

    return cmocka_run_group_tests_name("copybinary", tests, NULL, NULL);
}
