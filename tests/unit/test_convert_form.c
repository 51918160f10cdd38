#include "convert_kit.h"

#define FORM_CASES(key, cases)                                                                                         \
    assert_cases(kit_schema_field("application", key), cases, sizeof(cases) / sizeof((cases)[0]))

static void
form_yes_or_no_in_the_ways_that_people_tick(void **state)
{
    static const Case cases[] = {
        {"是", "text", NULL, "是", NULL},
        {"否", "text", NULL, "否", NULL},
        {"是√ 否□", "text", NULL, "是", NULL},
        {"■是 □否", "text", NULL, "是", NULL},
        {"是☑否☐", "text", NULL, "是", NULL},
        {"□是 ☑否", "text", NULL, "否", NULL},
        {"是□ 否✔", "text", NULL, "否", NULL},
        {"○是 ●否", "text", NULL, "否", NULL},
        {"（√）是　（　）否", "text", NULL, "是", NULL},
        {"是（ ）否（√）", "text", NULL, "否", NULL},
        {"是[✓] 否[ ]", "text", NULL, "是", NULL},
        {"√是 否", "text", NULL, "是", NULL},
        {"是 √否", "text", NULL, "否", NULL},
        {"是√/否", "text", NULL, "是", NULL},
        {"是√ 否×", "text", NULL, "是", NULL},
        {"☒是 ☐否", "text", NULL, "是", NULL},
        {"是√\n否□", "text", NULL, "是", NULL},
        {"口是 √否", "text", NULL, "否", NULL},
        {"√", "text", NULL, "是", NULL},
        {"TRUE", "text", NULL, "是", NULL},
        {"□是 □√否", "text", NULL, "否", NULL},
        {"□是√ □否", "text", NULL, "是", NULL},
        {"□√是　□否", "text", NULL, "是", NULL},
        {"是□ 否□√", "text", NULL, "否", NULL},
        {"□√是 □√否", "bad", NULL, "□√是 □√否", "choice_ticked_twice"},
        {"□是√□否", "bad", NULL, "□是√□否", "choice_unclear"},
        {"□是 √ □否", "bad", NULL, "□是 √ □否", "choice_unclear"},
        {"□是 □√√否", "bad", NULL, "□是 □√√否", "choice_unclear"},
        {"□是 √否 □", "bad", NULL, "□是 √否 □", "choice_unclear"},
        {"是√ 否√", "bad", NULL, "是√ 否√", "choice_ticked_twice"},
        {"是□ 否□", "bad", NULL, "是□ 否□", "choice_not_ticked"},
        {"是/否", "bad", NULL, "是/否", "choice_not_ticked"},
        {"□", "bad", NULL, "□", "choice_not_ticked"},
        {"是√否", "bad", NULL, "是√否", "choice_unclear"},
        {"是 √ 否", "bad", NULL, "是 √ 否", "choice_unclear"},
        {"是（√）否", "bad", NULL, "是（√）否", "choice_unclear"},
        {"×", "bad", NULL, "×", "choice_unclear"},
        {"是□√否□", "bad", NULL, "是□√否□", "choice_unclear"},
        {"☑是 ☒否", "bad", NULL, "☑是 ☒否", "choice_unclear"},
        {"√ 已具备", "bad", NULL, "√ 已具备", "choice_unclear"},
        {"具备", "bad", NULL, "具备", "choice_unknown"},
        {"1", "bad", NULL, "1", "choice_unknown"},
    };
    (void)state;
    FORM_CASES("sec_data", cases);
}

static void
form_single_boxes(void **state)
{
    static const Case cases[] = {
        {"√", "text", NULL, "是", NULL},
        {"☑5G", "text", NULL, "是", NULL},
        {"5G√", "text", NULL, "是", NULL},
        {"５Ｇ　■", "text", NULL, "是", NULL},
        {"是", "text", NULL, "是", NULL},
        {"□", "text", NULL, "否", NULL},
        {"□5G", "text", NULL, "否", NULL},
        {"否", "text", NULL, "否", NULL},
        {"", "blank", NULL, NULL, NULL},
        {"5G", "bad", NULL, "5G", "choice_unclear"},
        {"×", "bad", NULL, "×", "choice_unclear"},
        {"√5G √大数据", "bad", NULL, "√5G √大数据", "choice_unclear"},
        {"部分", "bad", NULL, "部分", "choice_unclear"},
        {"□5G√", "text", NULL, "是", NULL},
        {"√□5G", "text", NULL, "是", NULL},
        {"5G□（√）", "text", NULL, "是", NULL},
        {"☑5G□", "bad", NULL, "☑5G□", "choice_unclear"},
        {"5G：是", "text", NULL, "是", NULL},
        {"5G有", "text", NULL, "是", NULL},
        {"5G：无", "text", NULL, "否", NULL},
        {"5G：□是 ☑否", "text", NULL, "否", NULL},
        {"5G：是 否", "bad", NULL, "5G：是 否", "choice_unclear"},
        {"☑5G：否", "bad", NULL, "☑5G：否", "choice_unclear"},
        {"5G：", "bad", NULL, "5G：", "choice_unclear"},
    };
    (void)state;
    FORM_CASES("sol_tech_5g", cases);
}

static void
form_choices_with_boxes_and_open_ones(void **state)
{
    static const Case modes[] = {
        {"自建", "text", NULL, "自建", NULL},
        {"自建☑ 合作共建□", "text", NULL, "自建", NULL},
        {"□自建 ■合作共建", "text", NULL, "合作共建", NULL},
        {"√", "bad", NULL, "√", "choice_unclear"},
        {"自建 合作共建", "bad", NULL, "自建 合作共建", "choice_not_ticked"},
        {"外包", "bad", NULL, "外包", "choice_unknown"},
    };
    static const Case industries[] = {
        {"建材", "text", NULL, "建材", NULL},
        {"陶瓷", "text", NULL, "陶瓷", "choice_not_listed"},
    };
    (void)state;
    FORM_CASES("platform_build_mode", modes);
    FORM_CASES("top_industry_1", industries);
    assert_false(findings.items[0].error);
}

static void
form_dates_are_as_coarse_as_written(void **state)
{
    static const Case cases[] = {
        {"2009年3月", "text", NULL, "2009-03", NULL},
        {"2009年03月份", "text", NULL, "2009-03", NULL},
        {"2009年", "text", NULL, "2009", NULL},
        {"2009.5", "text", NULL, "2009-05", NULL},
        {"2009.05", "text", NULL, "2009-05", NULL},
        {"2009.12", "text", NULL, "2009-12", NULL},
        {"2009.1", "text", NULL, "2009-01", "date_month_unclear"},
        {"２００９．５．１", "text", NULL, "2009-05-01", NULL},
        {"二〇〇九年三月十二日", "text", NULL, "2009-03-12", NULL},
        {"二〇〇九年十二月", "text", NULL, "2009-12", NULL},
        {"2009.13", "bad", NULL, NULL, "date_bad"},
        {"2009-02-30", "bad", NULL, NULL, "date_bad"},
        {"二〇〇九年十三月", "bad", NULL, NULL, "date_bad"},
        {"44927", "bad", NULL, NULL, "date_serial"},
        {"去年", "bad", NULL, NULL, "date_bad"},
    };
    static const Case days[] = {
        {"二〇二三年六月十二日", "text", NULL, "2023-06-12", NULL},
        {"2023年6月", "bad", NULL, NULL, "date_bad"},
    };
    (void)state;
    FORM_CASES("ent_established", cases);
    FORM_CASES("cover_date", days);
}

static void
form_periods_keep_their_precision(void **state)
{
    static const Case cases[] = {
        {"2019年", "text", NULL, "2019", NULL},
        {"2019年5月", "text", NULL, "2019-05", NULL},
        {"2019-05-01至2020-06-30", "text", NULL, "2019-05-01/2020-06-30", NULL},
        {"2019.5-2020.6", "text", NULL, "2019-05/2020-06", NULL},
        {"2019-5-2020-6", "text", NULL, "2019-05/2020-06", NULL},
        {"2019-2021", "text", NULL, "2019/2021", NULL},
        {"2019年5月—2020年6月", "text", NULL, "2019-05/2020-06", NULL},
        {"2019年5月—— 2020年6月", "text", NULL, "2019-05/2020-06", NULL},
        {"2019年5月-8月", "text", NULL, "2019-05/2019-08", NULL},
        {"2019年5月1日至8日", "text", NULL, "2019-05-01/2019-05-08", NULL},
        {"自2019年至2021年止", "text", NULL, "2019/2021", NULL},
        {"2019年至今", "text", NULL, "2019/..", NULL},
        {"2019/..", "text", NULL, "2019/..", NULL},
        {"2019年5月起", "text", NULL, "2019-05/..", NULL},
        {"2019-10", "text", NULL, "2019-10", NULL},
        {"2019.1-2020.6", "text", NULL, "2019-01/2020-06", "date_month_unclear"},
        {"2021年至2019年", "bad", NULL, NULL, "date_bad"},
        {"2019-05-01至2019-02-30", "bad", NULL, NULL, "date_bad"},
        {"三年", "bad", NULL, NULL, "date_bad"},
        {"至今", "bad", NULL, NULL, "date_bad"},
    };
    (void)state;
    FORM_CASES("platform_built", cases);
}

static void
form_mail_addresses(void **state)
{
    static const Case cases[] = {
        {"li.yang@example.cn", "text", NULL, "li.yang@example.cn", NULL},
        {" ｌｉ＠ｅｘａｍｐｌｅ．ｃｎ ", "text", NULL, "li@example.cn", NULL},
        {"邮箱：li@example.cn", "text", NULL, "li@example.cn", NULL},
        {"li@example.cn；wang@example.cn", "text", NULL, "li@example.cn、wang@example.cn", "email_several"},
        {"li@example.cn wang@example.cn", "text", NULL, "li@example.cn、wang@example.cn", "email_several"},
        {"li@example", "bad", NULL, "li@example", "email_bad"},
        {"li@@example.cn", "bad", NULL, "li@@example.cn", "email_bad"},
        {"li@example。cn", "bad", NULL, "li@example。cn", "email_bad"},
        {"li.example.cn", "bad", NULL, "li.example.cn", "email_bad"},
        {"李@example.cn", "bad", NULL, "李@example.cn", "email_bad"},
        {"li@example.cn;王", "bad", NULL, "li@example.cn、王", "email_bad"},
        {".li@example.cn", "bad", NULL, ".li@example.cn", "email_bad"},
        {"li@-example.cn", "bad", NULL, "li@-example.cn", "email_bad"},
    };
    (void)state;
    FORM_CASES("contact_email", cases);
}

/* `count` times "字" and then `more`. */
static const char *
long_text(size_t count, const char *more)
{
    char *text = arena_alloc(kit_arena, 3 * count + strlen(more) + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + 3 * i, "字", 3);
    memcpy(text + 3 * count, more, strlen(more) + 1);
    return text;
}

static void
form_long_text_is_counted_as_word_does(void **state)
{
    const Field *field = kit_schema_field("application", "ent_profile");
    (void)state;
    assert_text(convert(field, long_text(999, "APP2000"), "", "").state, "text");
    assert_int_equal(findings.count, 0);
    assert_text(convert(field, long_text(999, "APP 2000"), "", "").state, "text");
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.items[0].code, "text_over_limit");
    assert_false(findings.items[0].error);
    assert_text(findings.items[0].read_as, "1001");
    assert_text(findings.items[0].expected, "1000");
    convert(kit_schema_field("application", "eq_note"), long_text(3000, ""), "", "");
    assert_int_equal(findings.count, 0);
}

static void
form_organisation_codes_of_both_lengths(void **state)
{
    static const Case cases[] = {
        {"91350100M000100Y43", "text", NULL, "91350100M000100Y43", NULL},
        {"M000100Y-4", "text", NULL, "M000100Y4", NULL},
        {"M000100Y5", "text", NULL, "M000100Y5", "uscc_check_digit"},
        {"12345678", "bad", NULL, "12345678", "uscc_bad"},
    };
    (void)state;
    FORM_CASES("ent_org_code", cases);
}

/* What a field is counted by anyway may be said behind its unit; another span of time may not. */
static void
form_figures_by_the_day_or_the_month(void **state)
{
    static const Case daily[] = {
        {"3000次/天", "number", "3000", "3000", NULL},           {"3.5万次／日", "number", "35000", "35000", NULL},
        {"3000次每天", "number", "3000", "3000", NULL},          {"3000/天", "number", "3000", "3000", NULL},
        {"3000次/月", "bad", NULL, NULL, "number_unit_unknown"}, {"3000天", "bad", NULL, NULL, "number_unit_unknown"},
        {"3000元/天", "bad", NULL, NULL, "number_unit_other"},
    };
    static const Case income[] = {
        {"15万元/月", "number", "15", "15", NULL},
        {"150000元/月", "number", "15", "15", NULL},
        {"15万/月", "number", "15", "15", NULL},
        {"15万元/年", "bad", NULL, NULL, "number_unit_unknown"},
    };
    const Field *month = kit_schema_field("application", "killer_monthly_income");
    (void)state;
    ASSERT_CASES(*kit_schema_field("killer", "att_killer.daily"), daily);
    ASSERT_CASES(*kit_schema_field("application", "killer_daily_calls"), daily);
    ASSERT_CASES(*kit_schema_field("killer", "att_killer.income"), income);
    ASSERT_CASES(*month, income);
    assert_text(convert(month, "150000", "月均收入（元/月）", "").value, "15");
    assert_int_equal(findings.count, 0);
    convert(month, "150000", "月均收入（元/年）", "");
    assert_string_equal(findings.items[0].code, "number_unit_unknown");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(form_yes_or_no_in_the_ways_that_people_tick), TEST(form_single_boxes),
        TEST(form_choices_with_boxes_and_open_ones),       TEST(form_dates_are_as_coarse_as_written),
        TEST(form_periods_keep_their_precision),           TEST(form_mail_addresses),
        TEST(form_figures_by_the_day_or_the_month),        TEST(form_long_text_is_counted_as_word_does),
        TEST(form_organisation_codes_of_both_lengths),
    };
    return cmocka_run_group_tests_name("convert_form", tests, NULL, NULL);
}
