#include "form_kit.h"

#include "answer/form_answer.h"

static bool no_headings[64];

static FormScope
scope_of(const Field *field)
{
    return (FormScope){.labels = &kit_labels, .headed = no_headings, .section = field->section};
}

static void
assert_answer(const char *key, const char *cell, const char *want)
{
    const Field *field = form_field(key);
    FormScope scope = scope_of(field);
    FormText text = kit_text(cell);
    FormPart rest;
    FormPart part = form_answer_part(&text, (FormPart){0, text.count}, field, &rest);
    Text got = form_answer_raw(&scope, &text, part, field, kit_arena);
    if (!text_equal(got, text_of(want)))
        fail_msg("\"%s\": got \"%" TEXT_FMT "\", expected \"%s\"", cell, TEXT_ARG(got), want);
}

static void
figures_lose_lines_and_what_the_form_prints(void **state)
{
    (void)state;
    assert_answer("eq_run", "__300__台/套；", "300台/套");
    assert_answer("eq_run", "____台/套，", "");
    assert_answer("eq_run", "无 台/套", "无");
    assert_answer("eq_run", "N/A台/套", "N/A");
    assert_answer("eq_run", "暂无 台/套", "暂无");
    assert_answer("eq_run", "没有", "没有");
    assert_answer("eq_run", "三万台/套", "三万台/套");
    assert_answer("eq_daily_run", "300台/套（指每日上传实时运行数据的工业设备数量）", "300台/套");
    assert_answer("eq_run", "300台（含停机）", "300台（含停机）");
    assert_answer("rd_prev_pct", "5.5%、", "5.5%");
    assert_answer("roi_pct", ".5%", ".5%");
}

static void
texts_keep_what_is_theirs(void **state)
{
    (void)state;
    assert_answer("contact_email", "a_b@example.cn", "a_b@example.cn");
    assert_answer("cover_project_name", "____甲项目____", "甲项目");
    assert_answer("cover_date", "   年  月  日", "");
    assert_answer("cover_date", "2023年6月1日", "2023年6月1日");
}

static void
boxes_go_on_over_lines_and_other_answers_do_not(void **state)
{
    (void)state;
    assert_answer("platform_build_mode", "□自建\n☑合作共建", "□自建\n☑合作共建");
    assert_answer("eq_run", "300台\n另有5台", "300台");
}

static void
the_last_date_of_a_text_is_signed(void **state)
{
    (void)state;
    FormPart date;
    FormText text = kit_text("2022年以来均真实。公章： 2023年 6月1日");
    assert_true(form_answer_date(&text, (FormPart){0, text.count}, &date));
    assert_text(form_text_between(&text, date.from, date.to), "2023年 6月1日");
    text = kit_text("推荐2023年平台。公章：2023-06-09");
    assert_true(form_answer_date(&text, (FormPart){0, text.count}, &date));
    assert_text(form_text_between(&text, date.from, date.to), "2023-06-09");
    text = kit_text("2023．6．9 盖章");
    assert_true(form_answer_date(&text, (FormPart){0, text.count}, &date));
    assert_text(form_text_between(&text, date.from, date.to), "2023．6．9");
    text = kit_text("2023-6-9__年_月_日");
    assert_true(form_answer_date(&text, (FormPart){0, text.count}, &date));
    assert_text(form_text_between(&text, date.from, date.to), "__年_月_日");
    text = kit_text("12年345年6月7日");
    assert_true(form_answer_date(&text, (FormPart){0, text.count}, &date));
    assert_text(form_text_between(&text, date.from, date.to), "345年6月7日");
    text = kit_text("12023-06-09 2023-6 2023-6.9");
    assert_false(form_answer_date(&text, (FormPart){0, text.count}, &date));
    text = kit_text("公章：   年 月 日");
    assert_true(form_answer_date(&text, (FormPart){0, text.count}, &date));
    assert_text(form_text_between(&text, date.from, date.to), "年 月 日");
    text = kit_text("公章：");
    assert_false(form_answer_date(&text, (FormPart){0, text.count}, &date));
}

static void
printed_prompts_are_no_text(void **state)
{
    (void)state;
    const Field *field = form_field("ent_profile");
    FormScope scope = scope_of(field);
    FormText text = kit_text("（限 1000 字）\n（一）申报单位情况介绍 发展历程、主营业务、市场销售等方面基本情况。");
    FormPart own = form_answer_text(&scope, &text, (FormPart){0, text.count}, kit_arena);
    assert_int_equal(own.from, own.to);
    text = kit_text("（限1000字）\n甲公司成立于2010年。");
    own = form_answer_text(&scope, &text, (FormPart){0, text.count}, kit_arena);
    assert_text(form_text_between(&text, own.from, own.to), "甲公司成立于2010年。");
    text = kit_text("主营业务、市场销售");
    own = form_answer_text(&scope, &text, (FormPart){0, text.count}, kit_arena);
    assert_int_equal(own.from, 0);
}

static void
furniture_says_nothing(void **state)
{
    static const char *const says_nothing[] = {
        "；",
        "□ □",
        "____",
        "公章：",
        "注：以上为2022年数据",
        "（运行设备包括：采矿设备、化工设备、冶炼设备、电力设备、建材设备、动力设备、仪器仪表等；加工设备）"};
    static const char *const says_something[] = {"另有5台", "（含停机5台）", "见附件"};
    (void)state;
    FormScope scope = scope_of(form_field("eq_run"));
    for (size_t i = 0; i < sizeof says_nothing / sizeof says_nothing[0]; i++) {
        FormText text = kit_text(says_nothing[i]);
        assert_true(form_answer_is_furniture(&scope, &text, (FormPart){0, text.count}, kit_arena));
    }
    for (size_t i = 0; i < sizeof says_something / sizeof says_something[0]; i++) {
        FormText text = kit_text(says_something[i]);
        assert_false(form_answer_is_furniture(&scope, &text, (FormPart){0, text.count}, kit_arena));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        FORM_TEST(figures_lose_lines_and_what_the_form_prints),
        FORM_TEST(texts_keep_what_is_theirs),
        FORM_TEST(boxes_go_on_over_lines_and_other_answers_do_not),
        FORM_TEST(the_last_date_of_a_text_is_signed),
        FORM_TEST(printed_prompts_are_no_text),
        FORM_TEST(furniture_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
