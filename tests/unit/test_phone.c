#include "expect.h"

#include "text/phone.h"

static const struct Reading {
    const char *written;
    PhoneState state;
    const char *clean;
} readings[] = {
    {"13800000000", PHONE_MOBILE, "13800000000"},
    {"138 0000 0000", PHONE_MOBILE, "13800000000"},
    {"138-0000-0000", PHONE_MOBILE, "13800000000"},
    {"１３８００００００００", PHONE_MOBILE, "13800000000"},
    {"+86 138 0000 0000", PHONE_MOBILE, "13800000000"},
    {"+86-13800000000", PHONE_MOBILE, "13800000000"},
    {"008613800000000", PHONE_MOBILE, "13800000000"},
    {"8613800000000", PHONE_MOBILE, "13800000000"},
    {"86-138 0000 0000", PHONE_MOBILE, "13800000000"},
    {"手机：13800000000", PHONE_MOBILE, "13800000000"},
    {"手机：13800000000 座机：0591-80000181", PHONE_MOBILE, "13800000000、0591-80000181"},
    {"=\"13800000000\"", PHONE_MOBILE, "13800000000"},
    {"'13800000000", PHONE_MOBILE, "13800000000"},
    {"13800000000.0", PHONE_MOBILE, "13800000000"},
    {"0591－8000 0181", PHONE_LANDLINE, "0591-80000181"},
    {"059180000181", PHONE_LANDLINE, "0591-80000181"},
    {"(0591)80000181", PHONE_LANDLINE, "0591-80000181"},
    {"（0591）8000-0181", PHONE_LANDLINE, "0591-80000181"},
    {"010-60000000", PHONE_LANDLINE, "010-60000000"},
    {"+86 10 60000000", PHONE_LANDLINE, "010-60000000"},
    {"0591-80000181-801", PHONE_LANDLINE, "0591-80000181-801"},
    {"0591-80000181转801", PHONE_LANDLINE, "0591-80000181-801"},
    {"80000181", PHONE_LANDLINE, "80000181"},
    {"8000181", PHONE_LANDLINE, "8000181"},
    {"13800000000、13900000000", PHONE_MOBILE, "13800000000、13900000000"},
    {"13800000000/0591-80000181", PHONE_MOBILE, "13800000000、0591-80000181"},
    {"13800000000 13900000000", PHONE_MOBILE, "13800000000、13900000000"},
    {"138 0000 0000；139 0000 0000", PHONE_MOBILE, "13800000000、13900000000"},
    {"13800000000\n13900000000", PHONE_MOBILE, "13800000000、13900000000"},
    {"1.38E+10", PHONE_SCIENTIFIC, "1.38E+10"},
    {"1.38e10", PHONE_SCIENTIFIC, "1.38e10"},
    {"13800000000、1.39E+10", PHONE_SCIENTIFIC, "13800000000、1.39E+10"},
    {"86-1380000-0000", PHONE_MOBILE, "13800000000"},
    {"86138000转41234", PHONE_LANDLINE, "86138000-41234"},
    {"86138000-41234", PHONE_LANDLINE, "86138000-41234"},
    {"1380000-0000", PHONE_MOBILE, "13800000000"},
    {"1380000转0000", PHONE_BAD, "1380000转0000"},
    {"0591-18000181", PHONE_BAD, "0591-18000181"},
    {"+86 0086 8000181", PHONE_BAD, "+86 0086 8000181"},
    {"1380000000", PHONE_BAD, "1380000000"},
    {"138000000000", PHONE_BAD, "138000000000"},
    {"12800000000", PHONE_BAD, "12800000000"},
    {"13800000000、12", PHONE_BAD, "13800000000、12"},
    {"0591-800001", PHONE_BAD, "0591-800001"},
    {"0591-80000181-", PHONE_BAD, "0591-80000181-"},
    {"同上", PHONE_BAD, "同上"},
    {"、", PHONE_BAD, "、"},
    {"", PHONE_BAD, ""},
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
phone_shapes_are_told_and_cleaned(void **state)
{
    for (size_t i = 0; i < sizeof readings / sizeof readings[0]; i++) {
        Text clean;
        PhoneState shape = phone_clean(text_of(readings[i].written), *state, &clean);

        if (shape != readings[i].state)
            fail_msg("\"%s\" has state %d, expected %d", readings[i].written, shape, readings[i].state);
        expect_text(clean, readings[i].clean);
    }
}

static void
phone_cleaning_twice_changes_nothing(void **state)
{
    for (size_t i = 0; i < sizeof readings / sizeof readings[0]; i++) {
        Text once, twice;
        PhoneState first = phone_clean(text_of(readings[i].written), *state, &once);

        assert_int_equal(phone_clean(once, *state, &twice), first);
        assert_true(text_equal(once, twice));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(phone_shapes_are_told_and_cleaned, setup, teardown),
        cmocka_unit_test_setup_teardown(phone_cleaning_twice_changes_nothing, setup, teardown),
    };

    return cmocka_run_group_tests_name("phone", tests, NULL, NULL);
}
