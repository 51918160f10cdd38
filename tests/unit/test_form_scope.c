#include "form_kit.h"

#include "asked/form_scope.h"

static bool headed[64];

static const FormSection *
section(const char *number)
{
    for (size_t i = 0; i < kit_labels.kind->section_count; i++) {
        if (text_equal(kit_labels.kind->sections[i].section, text_of(number)))
            return &kit_labels.kind->sections[i];
    }
    fail_msg("no section %s", number);
    return NULL;
}

/* "key key", with "?" before what nothing tells apart and "!" before another year's; "-" for nothing. */
static Text
meaning(const char *label, const char *in_section, const char *group)
{
    FormText text = kit_text(label);
    FormMarks marks = form_marks_of(&kit_labels, &text, kit_arena);
    FormScope scope = {.labels = &kit_labels, .headed = headed, .group = text_of(group)};
    if (in_section != NULL)
        scope.section = section(in_section);
    assert_int_equal(marks.count, 1);
    FormTarget target = form_scope_resolve(&scope, &marks.items[0]);
    if (target.meaning == FORM_MEANS_NOTHING)
        return TEXT("-");
    Text keys = text_of(target.meaning == FORM_MEANS_SEVERAL      ? "?"
                        : target.meaning == FORM_MEANS_OTHER_YEAR ? "!"
                                                                  : "");
    for (size_t i = 0; i < target.count; i++)
        keys = arena_printf(kit_arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(keys), i > 0 ? " " : "",
                            TEXT_ARG(target.fields[i]->key));
    return keys;
}

static void
shared_labels_are_told_apart_by_section(void **state)
{
    (void)state;
    assert_text(meaning("覆盖的行业数量", "3.1", ""), "sol_industries");
    assert_text(meaning("覆盖的行业数量", "4.2", ""), "dual_industries");
    assert_text(meaning("覆盖的行业数量", NULL, ""), "?sol_industries dual_industries");
    assert_text(meaning("补充说明", "1.2", ""), "model_note");
}

static void
labels_under_a_heading_mean_nothing_elsewhere(void **state)
{
    (void)state;
    assert_text(meaning("运行设备", "1.2", ""), "eq_run");
    headed[section("1.1") - kit_labels.kind->sections] = true;
    assert_text(meaning("运行设备", "1.2", ""), "-");
    assert_text(meaning("运行设备", "1.1", ""), "eq_run");
    headed[section("1.1") - kit_labels.kind->sections] = false;
}

static void
shared_labels_are_told_apart_by_group(void **state)
{
    (void)state;
    assert_text(meaning("其中牵头制定", "4.5", "行业标准"), "std_industry_lead");
    assert_text(meaning("日期", "一", "推荐单位"), "recommend_date");
    assert_text(meaning("日期", "一", ""), "?pledge_date recommend_date");
}

static void
shared_labels_are_told_apart_by_year_and_blank(void **state)
{
    (void)state;
    assert_text(meaning("2021、2022年企业研发投入", "5.2", ""), "rd_prev rd_base");
    assert_text(meaning("企业研发投入（2022年）", "5.2", ""), "rd_base");
    assert_text(meaning("3个领域（第3空）", "3.3", ""), "top_domain_3");
    assert_text(meaning("2021年平台相关的业务收入", "5.1", ""), "!rev_year");
    assert_text(meaning("获评省部级优秀APP数量（2020年以来）", "2.3", ""), "!killer_awards");
    assert_text(meaning("获评省部级优秀APP数量（2021年以来）", "2.3", ""), "killer_awards");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        FORM_TEST(shared_labels_are_told_apart_by_section),
        FORM_TEST(labels_under_a_heading_mean_nothing_elsewhere),
        FORM_TEST(shared_labels_are_told_apart_by_group),
        FORM_TEST(shared_labels_are_told_apart_by_year_and_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
