#include "upload_kit.h"

#define FORM                                                                                                           \
    "\"x:layout\": \"form\", \"x:units\": {\"个\": {\"家\": \"1\"}}, \"x:lists\": {\"行业\": [\"建材\"]}, "      \
    "\"x:sections\": [{\"section\": \"1\", \"title\": \"甲\"}, "                                                      \
    "{\"section\": \"1.1\", \"title\": \"乙\", \"dimension\": \"1\", \"starred\": true}]"

/* The fields of a form with an open section 1 and a starred section 1.1. */
static void
assert_form_refused(const char *fields, const char *refusal)
{
    assert_schema_refused(arena_printf(arena, "{" FORM ", \"fields\": [%s]}", fields).ptr, refusal);
}

#define BLANK(key, title, section, more)                                                                               \
    "{\"name\": \"" key "\", \"title\": \"" title "\", \"x:section\": \"" section "\", \"x:clause\": \"一\"" more "}"

static void
a_meaning_that_its_type_cannot_have_is_refused(void **state)
{
    (void)state;
    assert_form_refused(BLANK("a", "甲", "1.1", ", \"x:type\": \"text\", \"x:three-state\": true"),
                        "fields[0](a).x:three-state: only of a number");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"integer\", \"x:three-state\": true"),
                        "fields[0](a).x:three-state: its section is not starred");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:unit\": \"个\""),
                        "fields[0](a).x:unit: only a number");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"integer\", \"x:unit\": \"万元\""),
                        "fields[0](a).x:unit: no such unit in x:units");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"integer\", \"x:unit-assumed\": \"猜\""),
                        "fields[0](a).x:unit-assumed: without x:unit");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"integer\", \"x:per\": [\"天\"]"),
                        "fields[0](a).x:per: words for a span of time");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"integer\", \"x:unit\": \"个\", \"x:per\": []"),
                        "fields[0](a).x:per: words for a span of time");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:limit\": 1000"),
                        "fields[0](a).x:limit: not a longtext");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"longtext\", \"x:limit\": 0"),
                        "fields[0](a).x:limit: a limit is");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:partial\": true"),
                        "fields[0](a).x:partial: not a date");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"constraints\": {\"minimum\": 0}"),
                        "fields[0](a).constraints.minimum: only a number");
    assert_form_refused(
        BLANK("a", "甲", "1", ", \"x:type\": \"integer\", \"constraints\": {\"minimum\": 5, \"maximum\": 4}"),
        "fields[0](a).constraints.maximum: below the minimum");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"integer\", \"constraints\": {\"minimum\": 0.5}"),
                        "fields[0](a).constraints.minimum: ");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"enum\", \"x:choices\": \"领域\""),
                        "fields[0](a).x:choices: no such list");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:choices\": \"行业\""),
                        "fields[0](a).x:choices: not on an enum");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:comparable\": \"variant\""),
                        "fields[0](a).x:comparable: without x:comparable-why");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:comparable-why\": \"无\""),
                        "fields[0](a).x:comparable-why: of what is the same");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:comparable\": \"no\""),
                        "fields[0](a).x:comparable: unknown word");
}

static void
a_limit_of_what_is_plausible_is_a_decimal_of_a_unit_and_has_a_reason(void **state)
{
    static const char NUMBER[] = BLANK("a", "甲", "1", ", \"x:type\": \"integer\", \"x:unit\": \"个\"%s");
    static const char *const WRONG[][2] = {
        {", \"x:plausible\": {\"most\": \"10\"}",
         "fields[0](a).x:plausible: x:plausible and x:plausible-why go together"},
        {", \"x:plausible-why\": \"多\"", "fields[0](a).x:plausible-why: x:plausible and"},
        {", \"x:plausible\": {\"most\": \"1,000\"}, \"x:plausible-why\": \"多\"",
         "fields[0](a).x:plausible.most: not a decimal"},
        {", \"x:plausible\": {\"least\": \"1\"}, \"x:plausible-why\": \"多\"",
         "fields[0](a).x:plausible.least: unknown key"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(WRONG) / sizeof(WRONG[0]); i++)
        assert_form_refused(arena_printf(arena, NUMBER, WRONG[i][0]).ptr, WRONG[i][1]);
    assert_form_refused(
        BLANK("a", "甲", "1",
              ", \"x:type\": \"text\", \"x:plausible\": {\"most\": \"1\"}, \"x:plausible-why\": \"多\""),
        "fields[0](a).x:plausible: only a number with a unit");
    assert_schema_refused("{" FORM ", \"x:plausible\": {\"万元\": {\"most\": \"1\"}}, \"x:plausible-why\": \"多\", "
                          "\"fields\": []}",
                          "x:plausible.万元: no such unit");
    assert_schema_refused("{" FORM ", \"x:plausible\": {\"个\": {\"most\": \"1\"}}, \"fields\": []}",
                          "x:plausible: x:plausible and");
}

static void
years_are_counted_from_the_base_year(void **state)
{
    static const char *const WRONG[] = {"2022",          "base+1",       "base-0",         "base-x",
                                        "base..base",    "base..base-1", "base-1..base-2", "base-2..since",
                                        "base-2..base ", "Base"};
    int64_t first;
    int64_t last;
    (void)state;
    for (size_t i = 0; i < sizeof(WRONG) / sizeof(WRONG[0]); i++)
        assert_form_refused(
            arena_printf(arena, BLANK("a", "甲", "1", ", \"x:type\": \"integer\", \"x:years\": \"%s\""), WRONG[i]).ptr,
            "fields[0](a).x:years: not like base");
    assert_true(upload_years(TEXT("base"), &first, &last));
    assert_true(first == 0 && last == 0);
    assert_true(upload_years(TEXT("base-1"), &first, &last));
    assert_true(first == -1 && last == -1);
    assert_true(upload_years(TEXT("base-2..base"), &first, &last));
    assert_true(first == -2 && last == 0);
    assert_false(upload_years(TEXT("since"), &first, &last));
    assert_false(upload_years(TEXT_NONE, &first, &last));
}

static void
a_field_of_a_form_stands_in_a_section_and_a_column_does_not(void **state)
{
    (void)state;
    assert_form_refused(BLANK("a", "甲", "1.2", ", \"x:type\": \"text\""), "fields[0](a).x:section: no such section");
    assert_form_refused("{\"name\": \"a\", \"title\": \"甲\", \"x:type\": \"text\", \"x:clause\": \"一\"}",
                        "fields[0](a).x:section: a string is expected");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:place\": \"head\""),
                        "fields[0](a).x:place: not in a form");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:column\": \"expected\""),
                        "fields[0](a).x:column: not in a form");
    assert_form_refused(BLANK("a", "甲", "1", ", \"x:type\": \"text\", \"x:blank\": 10"),
                        "fields[0](a).x:blank: a blank");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"text\", \"x:group\": \"联系人\""),
                   "fields[0](a).x:group: only in a form");
    assert_refused(FIELD("a", "甲", ", \"x:type\": \"text\", \"x:section\": \"1\""),
                   "fields[0](a).x:section: only in a form");
}

static void
in_a_form_a_label_is_unique_in_its_section_and_group(void **state)
{
    static const char ONE[] = BLANK("a", "其中", "1", ", \"x:type\": \"integer\", \"x:group\": \"国家标准\"") ",";
    (void)state;
    assert_form_refused(BLANK("a", "补充说明", "1", ", \"x:type\": \"text\"") "," BLANK("b", "补充说明（详细）", "1",
                                                                                        ", \"x:type\": \"text\""),
                        "fields[1](b): shares a label");
    assert_form_refused(
        arena_printf(arena, "%s%s", ONE,
                     BLANK("b", "其中", "1", ", \"x:type\": \"integer\", \"x:group\": \"国家标准\", \"x:blank\": 2"))
            .ptr,
        "fields[1](b): shares a label");
    assert_form_refused(BLANK("a", "行业", "1", ", \"x:type\": \"text\", \"x:blank\": 2") "," BLANK(
                            "b", "行业", "1", ", \"x:type\": \"text\", \"x:blank\": 2"),
                        "fields[1](b): shares a label");
    const UploadKind *kind =
        read_schema_text(arena_printf(arena, "{" FORM ", \"fields\": [%s%s,%s,%s,%s]}", ONE,
                                      BLANK("b", "其中", "1", ", \"x:type\": \"integer\", \"x:group\": \"行业标准\""),
                                      BLANK("c", "其中", "1.1", ", \"x:type\": \"integer\", \"x:group\": \"国家标准\""),
                                      BLANK("d", "行业", "1", ", \"x:type\": \"text\", \"x:blank\": 1"),
                                      BLANK("e", "行业", "1", ", \"x:type\": \"text\", \"x:blank\": 2"))
                             .ptr);
    assert_int_equal(kind->field_count, 5);
    assert_int_equal(field_of(kind, "e")->blank, 2);
}

static void
the_form_is_read_as_its_notice_prints_it(void **state)
{
    Err err = {0};
    UploadSet *set = upload_read(schemas(), "fujian-2023", arena, &err);
    (void)state;
    assert_string_equal(err.message, "");
    assert_non_null(set);
    const UploadKind *form = kind_of(set, "application");
    assert_int_equal(form->layout, LAYOUT_FORM);
    assert_int_equal(kind_of(set, "equipment")->layout, LAYOUT_LIST);
    assert_int_equal(kind_of(set, "summary")->layout, LAYOUT_TABLE);
    const Field *revenue = field_of(form, "rev_3y");
    assert_true(text_equal(revenue->unit, TEXT("万元")));
    assert_true(text_equal(revenue->units->accepted[0].factor, TEXT("0.0001")));
    assert_true(text_equal(revenue->years, TEXT("base-2..base")));
    assert_true(text_equal(revenue->section->section, TEXT("5.1")));
    assert_true(text_equal(revenue->section->dimension, TEXT("5")));
    assert_true(revenue->three_state && revenue->section->starred);
    assert_true(text_equal(revenue->clause, TEXT("福建省工业和信息化厅2023年6月5日通知 附件2 5.1")));
    assert_true(text_equal(revenue->most, TEXT("10000000")));
    assert_true(text_equal(field_of(form, "ent_total_assets")->most, TEXT("200000000")));
    assert_null(field_of(form, "ent_debt_ratio")->most.ptr);
    assert_int_equal(field_of(form, "ent_profile")->word_limit, 1000);
    assert_int_equal(field_of(form, "sec_data")->choice_count, 2);
    assert_int_equal(field_of(form, "top_industry_1")->choice_count, 22);
    assert_true(field_of(form, "top_industry_1")->open);
    assert_int_equal(field_of(form, "killer_subscriptions")->comparable, COMPARABLE_NEW);
    assert_int_equal(kind_of(set, "enterprise")->comparable, COMPARABLE_VARIANT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_meaning_that_its_type_cannot_have_is_refused),
        cmocka_unit_test(a_limit_of_what_is_plausible_is_a_decimal_of_a_unit_and_has_a_reason),
        cmocka_unit_test(years_are_counted_from_the_base_year),
        cmocka_unit_test(a_field_of_a_form_stands_in_a_section_and_a_column_does_not),
        cmocka_unit_test(in_a_form_a_label_is_unique_in_its_section_and_group),
        cmocka_unit_test(the_form_is_read_as_its_notice_prints_it),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
