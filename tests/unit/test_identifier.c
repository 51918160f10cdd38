#include "expect.h"

#include "text/identifier.h"

static void
uscc_check_character_is_computed(void **state)
{
    char expected = 0;

    (void)state;
    assert_int_equal(identifier_uscc(TEXT("91350100M000100Y43"), &expected), IDENTIFIER_VALID);
    assert_int_equal(identifier_uscc(TEXT("91350100m000100y43"), &expected), IDENTIFIER_VALID);
    assert_int_equal(identifier_uscc(TEXT("91350100M000100Y47"), &expected), IDENTIFIER_BAD_CHECK);
    assert_int_equal(expected, '3');
}

static void
uscc_with_another_digit_inside_fails_the_check(void **state)
{
    char expected = 0;

    (void)state;
    assert_int_equal(identifier_uscc(TEXT("91350200M000100Y43"), &expected), IDENTIFIER_BAD_CHECK);
    assert_int_not_equal(expected, '3');
}

static void
uscc_of_wrong_shape_is_told_apart(void **state)
{
    char expected;

    (void)state;
    assert_int_equal(identifier_uscc(TEXT("91350100M000100Y4"), &expected), IDENTIFIER_BAD_SHAPE);
    assert_int_equal(identifier_uscc(TEXT("91350100M000100Y433"), &expected), IDENTIFIER_BAD_SHAPE);
    assert_int_equal(identifier_uscc(TEXT("9135O100M000100Y43"), &expected), IDENTIFIER_BAD_SHAPE);
    assert_int_equal(identifier_uscc(TEXT("91350100M000100Y4I"), &expected), IDENTIFIER_BAD_SHAPE);
    assert_int_equal(identifier_uscc((Text){"91350100M000100Y\0"
                                            "3",
                                            18},
                                     &expected),
                     IDENTIFIER_BAD_SHAPE);
    assert_int_equal(identifier_uscc(TEXT(""), &expected), IDENTIFIER_BAD_SHAPE);
}

/* D2143569-X is the worked example of GB 11714-1997. */
static void
organisation_code_check_is_computed(void **state)
{
    char expected = 0;

    (void)state;
    assert_int_equal(identifier_organisation(TEXT("M000100Y-4"), &expected), IDENTIFIER_VALID);
    assert_int_equal(identifier_organisation(TEXT("M000100Y4"), &expected), IDENTIFIER_VALID);
    assert_int_equal(identifier_organisation(TEXT("m000100y-4"), &expected), IDENTIFIER_VALID);
    assert_int_equal(identifier_organisation(TEXT("D2143569-X"), &expected), IDENTIFIER_VALID);
    assert_int_equal(identifier_organisation(TEXT("D2143569-1"), &expected), IDENTIFIER_BAD_CHECK);
    assert_int_equal(expected, 'X');
}

static void
organisation_code_of_wrong_shape_is_told_apart(void **state)
{
    char expected;

    (void)state;
    assert_int_equal(identifier_organisation(TEXT("M000100Y"), &expected), IDENTIFIER_BAD_SHAPE);
    assert_int_equal(identifier_organisation(TEXT("M000100Y/4"), &expected), IDENTIFIER_BAD_SHAPE);
    assert_int_equal(identifier_organisation(TEXT("M000100Y-A"), &expected), IDENTIFIER_BAD_SHAPE);
    assert_int_equal(identifier_organisation(TEXT("M00 100Y-4"), &expected), IDENTIFIER_BAD_SHAPE);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uscc_check_character_is_computed),
        cmocka_unit_test(uscc_with_another_digit_inside_fails_the_check),
        cmocka_unit_test(uscc_of_wrong_shape_is_told_apart),
        cmocka_unit_test(organisation_code_check_is_computed),
        cmocka_unit_test(organisation_code_of_wrong_shape_is_told_apart),
    };

    return cmocka_run_group_tests_name("identifier", tests, NULL, NULL);
}
