#include "form_kit.h"

#include "asked/form_span.h"

/* "2020-2022" with + behind it for 以来, < for what ends there, ? for parts of years, * where more is said; "-" where no year is named. */
static Text
span_of(const char *cell)
{
    FormText text = kit_text(cell);
    FormSpan span = form_span_read(&text, 2022);
    if (span.first == 0)
        return TEXT("-");
    return arena_printf(kit_arena, "%lld-%lld%s%s%s%s", (long long)span.first, (long long)span.last,
                        span.since ? "+" : "", span.until ? "<" : "", span.part ? "?" : "", span.whole ? "" : "*");
}

static void
years_are_read_however_they_are_written(void **state)
{
    (void)state;
    assert_text(span_of("2022"), "2022-2022");
    assert_text(span_of("２０２２年度"), "2022-2022");
    assert_text(span_of("2020—2022年"), "2020-2022");
    assert_text(span_of("2020年至2022年"), "2020-2022");
    assert_text(span_of("2020、2021、2022年"), "2020-2022");
    assert_text(span_of("近三年"), "2020-2022");
    assert_text(span_of("最近2年"), "2021-2022");
    assert_text(span_of("上年"), "2022-2022");
}

static void
whole_years_are_told_from_parts(void **state)
{
    (void)state;
    assert_text(span_of("2021年1-12月"), "2021-2021");
    assert_text(span_of("2021.1-2021.12"), "2021-2021");
    assert_text(span_of("2020年1月至2022年12月"), "2020-2022");
    assert_text(span_of("2022年1-6月"), "2022-2022?");
    assert_text(span_of("2022年上半年"), "2022-2022?");
    assert_text(span_of("2022年前三季度"), "2022-2022?");
    assert_text(span_of("2022年6月30日"), "2022-2022?");
}

static void
what_begins_and_what_ends_is_told(void **state)
{
    (void)state;
    assert_text(span_of("2021年以来"), "2021-2021+");
    assert_text(span_of("自2021年1月起"), "2021-2021+");
    assert_text(span_of("2021年3月起"), "2021-2021+?");
    assert_text(span_of("从2021年开始计算"), "2021-2021+");
    assert_text(span_of("截至2022年"), "2022-2022<");
    assert_text(span_of("2022年末"), "2022-2022<");
    assert_text(span_of("2022-12-31"), "2022-2022<");
    assert_text(span_of("截至2022年6月"), "2022-2022<?");
}

static void
what_is_no_list_of_years_is_not_whole(void **state)
{
    (void)state;
    assert_text(span_of("2020、2022年"), "2020-2022*");
    assert_text(span_of("2022年（2021年为410）"), "2021-2022*");
    assert_text(span_of("数据为2020年"), "2020-2020*");
    assert_text(span_of("12022"), "-");
    assert_text(span_of("累计"), "-");
}

/* "fits", "doubtful" or "other", of the field and what a cell says; the base year is 2022, counted since 2021. */
static void
assert_fit(const char *key, const char *cell, FormSpanFit fit)
{
    FormText text = kit_text(cell);
    FormSpan span = form_span_read(&text, kit_labels.base_year);
    assert_int_equal(form_span_fit(&kit_labels, form_field(key), &span), fit);
}

static void
one_year_fits_a_field_of_that_year(void **state)
{
    (void)state;
    assert_fit("ent_sales_prev", "2022", FORM_SPAN_FITS);
    assert_fit("ent_sales_prev", "截至2022年底", FORM_SPAN_FITS);
    assert_fit("ent_sales_prev", "2022年审计数", FORM_SPAN_DOUBTFUL);
    assert_fit("ent_sales_prev", "累计", FORM_SPAN_DOUBTFUL);
    assert_fit("ent_sales_prev", "2022年6月", FORM_SPAN_OTHER);
    assert_fit("ent_sales_prev", "2021-2022年", FORM_SPAN_OTHER);
    assert_fit("ent_sales_prev", "数据为2020年", FORM_SPAN_OTHER);
    assert_fit("rd_prev", "2021年", FORM_SPAN_FITS);
    assert_fit("rd_prev", "2022年", FORM_SPAN_OTHER);
    assert_fit("employees", "2020年", FORM_SPAN_FITS);
}

static void
no_single_year_fits_a_sum_of_years(void **state)
{
    (void)state;
    assert_fit("rev_3y", "2020至2022年", FORM_SPAN_FITS);
    assert_fit("rev_3y", "截至2022年12月", FORM_SPAN_FITS);
    assert_fit("rev_3y", "2020年起", FORM_SPAN_DOUBTFUL);
    assert_fit("rev_3y", "2020年", FORM_SPAN_OTHER);
    assert_fit("rev_3y", "2022年", FORM_SPAN_OTHER);
    assert_fit("rev_3y", "2018-2020年", FORM_SPAN_OTHER);
}

static void
a_count_since_a_year_wants_that_beginning(void **state)
{
    (void)state;
    assert_fit("parks_served", "2021年以来", FORM_SPAN_FITS);
    assert_fit("parks_served", "2021-2022年", FORM_SPAN_FITS);
    assert_fit("parks_served", "2021年", FORM_SPAN_DOUBTFUL);
    assert_fit("parks_served", "截至2022年底", FORM_SPAN_DOUBTFUL);
    assert_fit("parks_served", "截至2020年底", FORM_SPAN_OTHER);
    assert_fit("parks_served", "2018年以来", FORM_SPAN_OTHER);
    assert_fit("parks_served", "2022年", FORM_SPAN_OTHER);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        FORM_TEST(years_are_read_however_they_are_written),   FORM_TEST(whole_years_are_told_from_parts),
        FORM_TEST(what_begins_and_what_ends_is_told),         FORM_TEST(what_is_no_list_of_years_is_not_whole),
        FORM_TEST(one_year_fits_a_field_of_that_year),        FORM_TEST(no_single_year_fits_a_sum_of_years),
        FORM_TEST(a_count_since_a_year_wants_that_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
