#include "expect.h"

#include "ods/ods_time.h"

/* The text of a stored date; "" where it is none. */
static Text
date(const char *stored, Arena *arena)
{
    Text out;

    return ods_time_date(text_of(stored), arena, &out) ? out : TEXT("");
}

static Text
duration(const char *stored, Arena *arena)
{
    Text out;

    return ods_time_duration(text_of(stored), arena, &out) ? out : TEXT("");
}

static void
date_stays_as_stored(void **state)
{
    Arena *arena = arena_new();

    (void)state;
    expect_text(date("2023-05-01", arena), "2023-05-01");
    expect_text(date(" 2023-05-01T14:30:00 ", arena), "2023-05-01T14:30:00");
    expect_text(date("2023-05-01T00:00:00", arena), "2023-05-01T00:00:00");
    expect_text(date("1899-12-30", arena), "1899-12-30");
    expect_text(date("0001-01-01", arena), "0001-01-01");
    expect_text(date("9999-12-31T23:59:59", arena), "9999-12-31T23:59:59");
    expect_text(date("2024-02-29", arena), "2024-02-29");
    arena_free(arena);
}

static void
date_seconds_are_rounded_to_thousandths(void **state)
{
    Arena *arena = arena_new();

    (void)state;
    expect_text(date("2023-05-01T14:30:00.1", arena), "2023-05-01T14:30:00.100");
    expect_text(date("2023-05-01T14:30:00,12", arena), "2023-05-01T14:30:00.120");
    expect_text(date("2023-05-01T14:30:00.1234999", arena), "2023-05-01T14:30:00.123");
    expect_text(date("2023-05-01T14:30:00.1235", arena), "2023-05-01T14:30:00.124");
    expect_text(date("2023-05-01T14:30:00.000000000", arena), "2023-05-01T14:30:00");
    expect_text(date("2023-12-31T23:59:59.999999162", arena), "2024-01-01T00:00:00");
    expect_text(date("1969-12-31T23:59:59.9996", arena), "1970-01-01T00:00:00");
    arena_free(arena);
}

static void
date_that_no_calendar_has_is_none(void **state)
{
    static const char *const none[] = {"2023-02-30",
                                       "2023-13-01",
                                       "2023-00-10",
                                       "2023-05-00",
                                       "2023-02-29",
                                       "0000-01-01",
                                       "10113-09-19",
                                       "-0044-03-15",
                                       "2023-05-01T24:30:00",
                                       "2023-05-01T23:60:00",
                                       "2023-05-01T23:00:60",
                                       "2023-05-01T14:30:00Z",
                                       "2023-05-01+08:00",
                                       "2023-5-1",
                                       "20230501",
                                       "2023-05-01T",
                                       "2023-05-01T14:30",
                                       "2023-05-01 14:30:00",
                                       "2023-05-01T14:30:00.",
                                       "2023-05-01x",
                                       "9999-12-31T23:59:59.9995",
                                       "",
                                       "45047"};
    Arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        expect_text(date(none[i], arena), "");
    arena_free(arena);
}

static void
duration_is_hours_minutes_and_seconds(void **state)
{
    Arena *arena = arena_new();

    (void)state;
    expect_text(duration("PT14H30M00S", arena), "14:30:00");
    expect_text(duration("PT00H00M00S", arena), "00:00:00");
    expect_text(duration("PT27H30M00S", arena), "27:30:00");
    expect_text(duration("P1DT3H30M", arena), "27:30:00");
    expect_text(duration("P2D", arena), "48:00:00");
    expect_text(duration("PT90M", arena), "01:30:00");
    expect_text(duration("PT3661S", arena), "01:01:01");
    expect_text(duration("PT1080012H00M00S", arena), "1080012:00:00");
    arena_free(arena);
}

static void
duration_keeps_its_sign_and_its_fraction(void **state)
{
    Arena *arena = arena_new();

    (void)state;
    expect_text(duration("-PT06H00M00S", arena), "-06:00:00");
    expect_text(duration("-PT0S", arena), "00:00:00");
    expect_text(duration("-PT0.25S", arena), "-00:00:00.250");
    expect_text(duration("PT08H05M09.5S", arena), "08:05:09.500");
    expect_text(duration("PT00H00M01,5000S", arena), "00:00:01.500");
    expect_text(duration("PT14H29M59.999999942S", arena), "14:30:00");
    expect_text(duration("PT23H59M59.9995S", arena), "24:00:00");
    arena_free(arena);
}

static void
duration_of_no_certain_length_is_none(void **state)
{
    static const char *const none[] = {
        "",       "P",     "PT",    "P1DT", "P1Y",   "P1M",   "PT1H30", "1H",     "14:30",  "PT1M1H",
        "PT1.5H", "PT-1H", "PT1S2", "P1H",  "PT.5S", "PT1.S", "+PT1H",  "--PT1H", "PT1H P", "PT1234567890123H"};
    Arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        expect_text(duration(none[i], arena), "");
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(date_stays_as_stored),
        cmocka_unit_test(date_seconds_are_rounded_to_thousandths),
        cmocka_unit_test(date_that_no_calendar_has_is_none),
        cmocka_unit_test(duration_is_hours_minutes_and_seconds),
        cmocka_unit_test(duration_keeps_its_sign_and_its_fraction),
        cmocka_unit_test(duration_of_no_certain_length_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
