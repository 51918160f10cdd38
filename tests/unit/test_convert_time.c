#include "convert_kit.h"

static void
convert_dates_and_times_as_precise_as_written(void **state)
{
    static const Case dates[] = {
        {"2023年6月9日", "text", NULL, "2023-06-09", NULL},
        {"2023.2.30", "bad", NULL, NULL, "date_bad"},
        {"2023年6月", "bad", NULL, NULL, "date_bad"},
    };
    static const Case times[] = {
        {"2023-06-12", "text", NULL, "2023-06-12", NULL},
        {"2023-06-12 15:00", "text", NULL, "2023-06-12T15:00", NULL},
        {"2023-06-12 15:00:01", "text", NULL, "2023-06-12T15:00:01", NULL},
        {"15:00", "bad", NULL, NULL, "date_bad"},
        {"2023-06-12 晚上1点", "bad", NULL, NULL, "date_bad"},
    };
    static const Case partial_dates[] = {
        {"2009年3月", "text", NULL, "2009-03", NULL},  {"2009", "text", NULL, "2009", NULL},
        {"2009年度", "text", NULL, "2009", NULL},      {"2022.10.", "text", NULL, "2022-10", NULL},
        {"202205", "text", NULL, "2022-05", NULL},     {"１９９９０５", "text", NULL, "1999-05", NULL},
        {"201305", "text", NULL, "2013-05", NULL},     {"202213", "bad", NULL, NULL, "date_bad"},
        {"220501", "bad", NULL, NULL, "date_bad"},     {"201013", "bad", NULL, NULL, "date_bad"},
        {"2009-02-30", "bad", NULL, NULL, "date_bad"},
    };
    static const Case years[] = {
        {"2022", "number", "2022", "2022", NULL},
        {"2022年度", "number", "2022", "2022", NULL},
        {"2022-01", "bad", NULL, NULL, "date_bad"},
        {"22", "bad", NULL, NULL, "date_bad"},
    };
    Field date = kit_field("date", FIELD_DATE, "日期");
    Field time = kit_field("received_at", FIELD_TIME, "送达时间");
    Field year = kit_field("award_year", FIELD_YEAR, "入选年份");
    (void)state;
    ASSERT_CASES(date, dates);
    date.partial = true;
    ASSERT_CASES(date, partial_dates);
    ASSERT_CASES(time, times);
    ASSERT_CASES(year, years);
}

static void
assert_date_refused(const Field *field, const char *raw, const char *code, const char *read_as, const char *expected)
{
    TypedCell cell = convert(field, raw, "", "");
    assert_text(cell.state, "bad");
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.items[0].code, code);
    assert_true(findings.items[0].error);
    assert_text(findings.items[0].read_as, read_as);
    assert_text(findings.items[0].expected, expected);
}

/* Never guessed: what a spreadsheet has made of a date is told with the day, or with both. */
static void
dates_that_a_spreadsheet_has_changed_are_told(void **state)
{
    static const char partial[] = "年月日，或者年月、年份，如2009-03";
    Field date = kit_field("date", FIELD_DATE, "接入时间");
    Field time = kit_field("received_at", FIELD_TIME, "送达时间");
    Field period = kit_field("built", FIELD_PERIOD, "建设时间");
    (void)state;
    date.partial = true;
    assert_date_refused(&date, "44682", "date_serial", "2022-05-01", partial);
    assert_date_refused(&date, " ４４８３５ ", "date_serial", "2022-10-01", partial);
    assert_date_refused(&date, "21916", "date_serial", "1960-01-01", partial);
    assert_date_refused(&date, "73415", "date_serial", "2100-12-31", partial);
    assert_date_refused(&time, "45089.625", "date_serial", "2023-06-12",
                        "日期和24小时制的时间，如2023-06-12 15:00（不写上午、下午、晚上）");
    assert_date_refused(&date, "201003", "date_unclear", "2010-03", "2020-10-03");
    assert_date_refused(&date, "Oct-22", "date_unclear", "2022-10", "10月22日");
    assert_date_refused(&period, "feb-09", "date_unclear", "2009-02", "2月9日");
    assert_date_refused(&date, "21915", "date_bad", "", partial);
    assert_date_refused(&date, "73416", "date_bad", "", partial);
    assert_date_refused(&date, "Oct-45", "date_bad", "", partial);
    assert_date_refused(&date, "Okt-22", "date_bad", "", partial);
    assert_date_refused(&date, "-44682", "date_bad", "", partial);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(convert_dates_and_times_as_precise_as_written),
        TEST(dates_that_a_spreadsheet_has_changed_are_told),
    };

    return cmocka_run_group_tests_name("convert time", tests, NULL, NULL);
}
