#include "expect.h"

#include "text/calendar.h"

enum { BEIJING = 480 };

/* What is written, its ISO text with just its precision (NULL: refused). */
static const struct Reading {
    const char *written;
    const char *iso;
} readings[] = {
    {"2022", "2022"},
    {"2022年", "2022"},
    {"2022年3月", "2022-03"},
    {"2022-03", "2022-03"},
    {"2022-03-18", "2022-03-18"},
    {"2022/3/18", "2022-03-18"},
    {"2022.3.18", "2022-03-18"},
    {"20220318", "2022-03-18"},
    {"2022年3月18日", "2022-03-18"},
    {" 2022 年 3 月 18 号 ", "2022-03-18"},
    {"２０２２年３月１８日", "2022-03-18"},
    {"2022－03－18", "2022-03-18"},
    {"2022-03-18 15:00", "2022-03-18T15:00"},
    {"2022年3月18日15：00:05", "2022-03-18T15:00:05"},
    {"2022年3月18日15时30分", "2022-03-18T15:30"},
    {"2022年3月18日15时", "2022-03-18T15:00"},
    {"2022年3月18日下午3点", "2022-03-18T15:00"},
    {"2022年3月18日下午3点半", "2022-03-18T15:30"},
    {"2022年3月18日上午9:05", "2022-03-18T09:05"},
    {"2022年3月18日下午12:30", "2022-03-18T12:30"},
    {"2022年3月18日下午15:00", "2022-03-18T15:00"},
    {"2022年3月18日15时30分05秒", "2022-03-18T15:30:05"},
    {"2023年6月12日 24:00", "2023-06-12T24:00"},
    {"2022-03-18T15:00:00Z", "2022-03-18T15:00:00+00:00"},
    {"2022-03-18T15:00:00+08:00", "2022-03-18T15:00:00+08:00"},
    {"2022-03-18T15:00:00+0800", "2022-03-18T15:00:00+08:00"},
    {"2022-03-18 15:00:00.000 +08", "2022-03-18T15:00:00+08:00"},
    {"2022-03-18T15:00:00-03:30", "2022-03-18T15:00:00-03:30"},
    {"2024-02-29", "2024-02-29"},
    {"2022年3月18日15点整", "2022-03-18T15:00"},
    {"2022年3月18日晚上12点", "2022-03-18T24:00"},
    {"2022年3月18日晚上8点20", "2022-03-18T20:20"},
    {"2022年3月18日晚上24:00", "2022-03-18T24:00"},
    {"2022年3月18日晚上18点", "2022-03-18T18:00"},
    {"2022年3月18日晚5点", "2022-03-18T17:00"},
    {"2022年3月18日夜里11点", "2022-03-18T23:00"},
    {"2022年3月18日早上8点", "2022-03-18T08:00"},
    {"2022年3月18日上午11点59分", "2022-03-18T11:59"},
    {"2022年3月18日中午10点", "2022-03-18T10:00"},
    {"2022年3月18日中午11点30分", "2022-03-18T11:30"},
    {"2022年3月18日中午12点30分", "2022-03-18T12:30"},
    {"2022年3月18日中午1点", "2022-03-18T13:00"},
    {"2022年3月18日中午2:05", "2022-03-18T14:05"},
    {"2022年3月18日中午13:00", "2022-03-18T13:00"},
    {"2022年3月18日凌晨12点30分", "2022-03-18T00:30"},
    {"2022年3月18日凌晨0:30", "2022-03-18T00:30"},
    {"2022年3月18日凌晨2点", "2022-03-18T02:00"},
    {"2022年3月18日中午3点", NULL},
    {"2022年3月18日中午9点", NULL},
    {"2022年3月18日中午0:30", NULL},
    {"2022年3月18日下午0:30", NULL},
    {"2022年3月18日下午24:00", NULL},
    {"2022年3月18日凌晨15点", NULL},
    {"2022年3月18日凌晨11点", NULL},
    {"2022年3月18日上午13点", NULL},
    {"2022年3月18日上午12点30分", NULL},
    {"2022年3月18日早上12点", NULL},
    {"2022年3月18日早上15点", NULL},
    {"2022年3月18日晚上1点", NULL},
    {"2022年3月18日晚0:30", NULL},
    {"2022年3月18日晚上4点", NULL},
    {"2022年3月18日晚上15点", NULL},
    {"2022年3月18日晚上12点30分", NULL},
    {"2022年3月18日夜里2点", NULL},
    {"2022年3月18日15时x分", NULL},
    {"2022-03-18 15:0", NULL},
    {"2022-03-18 15:00:0", NULL},
    {"2022-03-18 15:00:00+08:0", NULL},
    {"2022-03-18 15:00:00+080x", NULL},
    {"2022-03-18 15:00:00+8", NULL},
    {"2022年3月 15:00", NULL},
    {"2000-02-29", "2000-02-29"},
    {"2022-02-30", NULL},
    {"2022-02-29", NULL},
    {"1900-02-29", NULL},
    {"2022-13-01", NULL},
    {"2022-00-10", NULL},
    {"20220230", NULL},
    {"2022年4月31日", NULL},
    {"2022-03-18 24:01", NULL},
    {"2022-03-18 25:00", NULL},
    {"2022-03-18 15:60", NULL},
    {"2022-03-18 15", NULL},
    {"2022-03-18前", NULL},
    {"2022.3", NULL},
    {"2022-03 15:00", NULL},
    {"22-3-18", NULL},
    {"3月18日", NULL},
    {"2022-3/18", NULL},
    {"202203180", NULL},
    {"2022-03-18T15:00+25:00", NULL},
    {"0000-01-01", NULL},
    {"", NULL},
    {"待定", NULL},
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
calendar_reads_what_offices_write(void **state)
{
    for (size_t i = 0; i < sizeof readings / sizeof readings[0]; i++) {
        CalendarTime time;
        bool read = calendar_read(text_of(readings[i].written), &time);

        if (read != (readings[i].iso != NULL))
            fail_msg("\"%s\" was %s", readings[i].written, read ? "read" : "refused");
        if (read)
            expect_text(calendar_text(&time, *state), readings[i].iso);
    }
}

static int64_t
instant_of(const char *written)
{
    CalendarTime time;

    assert_true(calendar_read(text_of(written), &time));
    return calendar_instant(&time, BEIJING);
}

/* The seconds by GNU date: date -ud '2022-03-18 07:00' +%s. */
static void
calendar_instants_are_seconds_since_1970(void **state)
{
    (void)state;
    assert_int_equal(instant_of("1970-01-01T00:00:00Z"), 0);
    assert_int_equal(instant_of("2022-03-18 15:00"), 1647586800);
    assert_int_equal(instant_of("2022-03-18T07:00:00Z"), 1647586800);
    assert_int_equal(instant_of("2022-03-18T15:00:01+08:00"), 1647586801);
    assert_int_equal(instant_of("1969-12-31T23:59:59Z"), -1);
    assert_int_equal(instant_of("0001-01-01T00:00:00Z"), -62135596800);
    assert_int_equal(instant_of("2023年6月12日 24:00"), instant_of("2023-06-13"));
}

static void
calendar_writes_instants_in_the_cycles_offset(void **state)
{
    expect_text(calendar_iso(1647586800, BEIJING, *state), "2022-03-18T15:00:00+08:00");
    expect_text(calendar_iso(1647586800, 0, *state), "2022-03-18T07:00:00+00:00");
    expect_text(calendar_iso(-1, 0, *state), "1969-12-31T23:59:59+00:00");
    expect_text(calendar_iso(-62135596800, 0, *state), "0001-01-01T00:00:00+00:00");
    expect_text(calendar_compact(1647586800, BEIJING, *state), "20220318T150000");
    expect_text(calendar_chinese_date(1647586800, BEIJING, *state), "2022年3月18日");
    expect_text(calendar_chinese_date(1647619199, BEIJING, *state), "2022年3月18日");
    expect_text(calendar_chinese_date(1647619200, BEIJING, *state), "2022年3月19日");
    expect_text(calendar_chinese_time(1647586800, BEIJING, *state), "2022年3月18日 15:00");
    expect_text(calendar_chinese_time(1647586801, BEIJING, *state), "2022年3月18日 15:00:01");
    expect_text(calendar_chinese_time(1647619200, BEIJING, *state), "2022年3月19日 00:00");
}

static void
calendar_reads_offsets(void **state)
{
    int minutes = 0;

    (void)state;
    assert_true(calendar_read_offset(TEXT("+08:00"), &minutes));
    assert_int_equal(minutes, 480);
    assert_true(calendar_read_offset(TEXT("-03:30"), &minutes));
    assert_int_equal(minutes, -210);
    assert_true(calendar_read_offset(TEXT("Z"), &minutes));
    assert_int_equal(minutes, 0);
    assert_false(calendar_read_offset(TEXT("8"), &minutes));
    assert_false(calendar_read_offset(TEXT("+08:60"), &minutes));
    assert_false(calendar_read_offset(TEXT("+08:00x"), &minutes));
}

static void
calendar_option_wants_at_least_a_day(void **state)
{
    int64_t instant = 0;
    Err err = {.code = ERR_NONE};

    (void)state;
    assert_true(calendar_option("2022-03-18T15:00:00+08:00", 0, &instant, &err));
    assert_int_equal(instant, 1647586800);
    assert_true(calendar_option("2022-03-18 15:00", BEIJING, &instant, &err));
    assert_int_equal(instant, 1647586800);
    assert_false(calendar_option("2022-03", BEIJING, &instant, &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_false(calendar_option("gestern", BEIJING, &instant, &err));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(calendar_reads_what_offices_write, setup, teardown),
        cmocka_unit_test(calendar_instants_are_seconds_since_1970),
        cmocka_unit_test_setup_teardown(calendar_writes_instants_in_the_cycles_offset, setup, teardown),
        cmocka_unit_test(calendar_reads_offsets),
        cmocka_unit_test(calendar_option_wants_at_least_a_day),
    };

    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
