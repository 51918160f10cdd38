#include "expect.h"

#include "xlsx/xlsx_number.h"

static Text
shown(const char *stored, Arena *arena)
{
    XlsxNumber number;

    assert_true(xlsx_number_read(text_of(stored), &number));
    return xlsx_number_text(&number, arena);
}

static void
number_loses_the_noise_of_binary_fractions(void **state)
{
    Arena *arena = arena_new();

    (void)state;
    expect_text(shown("0.30000000000000004", arena), "0.3");
    expect_text(shown("1234.5600000000001", arena), "1234.56");
    expect_text(shown("9.9999999999999995E-8", arena), "0.0000001");
    expect_text(shown("-0", arena), "0");
    arena_free(arena);
}

static void
number_of_a_phone_is_plain_digits(void **state)
{
    Arena *arena = arena_new();

    (void)state;
    expect_text(shown("1.3800138E10", arena), "13800138000");
    expect_text(shown("13800138000", arena), "13800138000");
    expect_text(shown("1.38E+10", arena), "13800000000");
    arena_free(arena);
}

static void
number_of_more_than_fifteen_digits_is_kept_and_said_to_be_long(void **state)
{
    Arena *arena = arena_new();
    XlsxNumber number;

    (void)state;
    assert_true(xlsx_number_read(TEXT("350100198001011234"), &number));
    assert_true(number.is_long);
    expect_text(xlsx_number_text(&number, arena), "350100198001011234");
    assert_true(xlsx_number_read(TEXT("999999999999999"), &number));
    assert_false(number.is_long);
    arena_free(arena);
}

static void
number_percent_moves_the_point_and_nothing_else(void **state)
{
    Arena *arena = arena_new();
    XlsxNumber number;

    (void)state;
    assert_true(xlsx_number_read(TEXT("0.625"), &number));
    expect_text(xlsx_number_percent(&number, arena), "62.5%");
    assert_true(xlsx_number_read(TEXT("1"), &number));
    expect_text(xlsx_number_percent(&number, arena), "100%");
    arena_free(arena);
}

/* Serial 45047 is 1 May 2023: checked with Python, date(1899, 12, 30) + 45047 days, and date(1904, 1, 1) for the other. */
static void
number_dates_follow_both_calendars(void **state)
{
    Arena *arena = arena_new();
    XlsxNumber number;
    const char *word;
    Text out;

    (void)state;
    assert_true(xlsx_number_read(TEXT("45047"), &number));
    assert_true(xlsx_number_date(&number, XLSX_DATE, false, arena, &out, &word));
    expect_text(out, "2023-05-01");
    assert_string_equal(word, "date");
    assert_true(xlsx_number_date(&number, XLSX_DATE, true, arena, &out, &word));
    expect_text(out, "2027-05-02");
    assert_true(xlsx_number_read(TEXT("45047.604166666664"), &number));
    assert_true(xlsx_number_date(&number, XLSX_DATE, false, arena, &out, &word));
    expect_text(out, "2023-05-01T14:30:00");
    arena_free(arena);
}

static void
number_outside_the_calendar_is_no_date(void **state)
{
    static const char *const serials[] = {"-1", "60", "2958466"};
    Arena *arena = arena_new();
    XlsxNumber number;
    const char *word;
    Text out;

    (void)state;
    for (size_t i = 0; i < sizeof serials / sizeof *serials; i++) {
        assert_true(xlsx_number_read(text_of(serials[i]), &number));
        assert_false(xlsx_number_date(&number, XLSX_DATE, false, arena, &out, &word));
    }
    arena_free(arena);
}

static void
number_refuses_what_is_none(void **state)
{
    static const char *const texts[] = {"", "abc", "1,5", "1e", "--1", "1e999", "１"};
    XlsxNumber number;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(xlsx_number_read(text_of(texts[i]), &number));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(number_loses_the_noise_of_binary_fractions),
        cmocka_unit_test(number_of_a_phone_is_plain_digits),
        cmocka_unit_test(number_of_more_than_fifteen_digits_is_kept_and_said_to_be_long),
        cmocka_unit_test(number_percent_moves_the_point_and_nothing_else),
        cmocka_unit_test(number_dates_follow_both_calendars),
        cmocka_unit_test(number_outside_the_calendar_is_no_date),
        cmocka_unit_test(number_refuses_what_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
