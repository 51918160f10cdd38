#include "form_kit.h"

/* The marks of a text: "key@from-end", "#section@…" for a heading, "%group@…" for a group, joined by blanks. */
static Text
marks_of(const char *cell)
{
    FormText text = kit_text(cell);
    FormMarks marks = form_marks_of(&kit_labels, &text, kit_arena);
    Text joined = TEXT("");
    for (size_t i = 0; i < marks.count; i++) {
        const FormMark *mark = &marks.items[i];
        const char *sign = mark->kind == FORM_MARK_HEADING ? "#" : mark->kind == FORM_MARK_GROUP ? "%" : "";
        Text name = mark->kind == FORM_MARK_HEADING ? mark->title->section->section
                    : mark->kind == FORM_MARK_GROUP ? mark->group->group
                                                    : mark->run.first->field->key;
        joined = arena_printf(kit_arena, "%" TEXT_FMT "%s%s%" TEXT_FMT "@%zu-%zu", TEXT_ARG(joined), i > 0 ? " " : "",
                              sign, TEXT_ARG(name), mark->from, mark->end);
    }
    return joined;
}

static void
labels_stand_where_something_can_follow(void **state)
{
    (void)state;
    assert_text(marks_of("运行设备"), "eq_run@0-4");
    assert_text(marks_of("运行设备300台/套；加工设备__台/套"), "eq_run@0-4 eq_proc@11-15");
    assert_text(marks_of("其中，运行设备（台）：300"), "eq_run@0-11");
    assert_text(marks_of("运行设备包括锅炉"), "");
    assert_text(marks_of("平台运行设备300台"), "");
    assert_text(marks_of("（运行设备：锅炉）"), "");
}

static void
a_figure_in_words_may_follow_a_label_without_a_sign(void **state)
{
    (void)state;
    assert_text(marks_of("研发仿真模型三万个；业务流程模型≥50个"), "model_rd_sim@0-6 model_biz_process@10-16");
    assert_text(marks_of("运行设备零台/套"), "eq_run@0-4");
    assert_text(marks_of("运行设备N/A台/套"), "eq_run@0-4");
    assert_text(marks_of("运行设备.5台/套"), "eq_run@0-4");
    assert_text(marks_of("运行设备一万二台/套"), "eq_run@0-4");
    assert_text(marks_of("运行设备几十台/套（含租用）"), "eq_run@0-4");
    assert_text(marks_of("运行设备不适用"), "eq_run@0-4");
    assert_text(marks_of("累计服务中小企业合同金额三千万元"), "sme_contract_amount@0-12");
}

static void
words_of_a_sentence_are_no_figure(void **state)
{
    (void)state;
    assert_text(marks_of("安全生产二期项目"), "");
    assert_text(marks_of("安全生产方面三个"), "");
    assert_text(marks_of("国家标准一级起草单位"), "");
    assert_text(marks_of("第三方活跃开发者数逐年增长到三万个"), "");
    assert_text(marks_of("企业简介三万个"), "");
}

static void
a_number_or_star_before_a_label_alone_in_its_cell_belongs_to_it(void **state)
{
    (void)state;
    assert_text(marks_of("*企业名称"), "ent_name@0-5");
    assert_text(marks_of("12、负债率"), "ent_debt_ratio@0-6");
    assert_text(marks_of("（3）*企业名称："), "ent_name@0-9");
    assert_text(marks_of("*3个领域（第1空）"), "top_domain_1@0-10");
    assert_text(marks_of("*2021年企业研发投入"), "rd_prev@0-12");
    assert_text(marks_of("产值50、运行设备"), "eq_run@5-9");
    assert_text(marks_of("2、运行设备：3台"), "eq_run@2-7");
}

static void
the_longest_label_is_taken(void **state)
{
    (void)state;
    assert_text(marks_of("自研工业APP数量80个、生态伙伴工业APP数量40个"), "app_own@0-9 app_partner@13-24");
    assert_text(marks_of("工业APP数量：120"), "app_total@0-8");
}

static void
a_box_before_a_label_is_its_bullet_only_where_it_stands_apart(void **state)
{
    (void)state;
    assert_text(marks_of("□工业模型数量：3个"), "model_total@0-8");
    assert_text(marks_of("支持跨平台调用：是□ 否□ 公有云杀手锏APP日活：3次"),
                "killer_cross_platform@0-8 killer_daily_calls@12-24");
    assert_text(marks_of("支持跨平台调用：□是 □否 □公有云杀手锏APP日活：3次"),
                "killer_cross_platform@0-8 killer_daily_calls@12-25");
}

static void
headings_have_their_number_or_stand_alone(void **state)
{
    (void)state;
    assert_text(marks_of("1.1 工业设备数量*"), "#1.1@0-10");
    assert_text(marks_of("一、申报企业基本信息"), "#一@0-10");
    assert_text(marks_of("（3）工业互联网平台技术架构"), "#（3）@0-14");
    assert_text(marks_of("3.2 赋能园区转型成效*（数据均从2021年开始计算）"), "#3.2@0-27");
    assert_text(marks_of("封面"), "#封面@0-2");
    assert_text(marks_of("封面设计"), "");
    assert_text(marks_of("工业设备数量*"), "eq_total@0-7");
    assert_text(marks_of("见1.1 工业设备数量"), "eq_total@4-10");
}

static void
years_and_blank_numbers_belong_to_the_label(void **state)
{
    (void)state;
    FormText text = kit_text("2021、2022年企业研发投入：");
    FormMark mark = form_marks_of(&kit_labels, &text, kit_arena).items[0];
    assert_int_equal(mark.year_count, 2);
    assert_int_equal(mark.years[0], 2021);
    assert_int_equal(mark.years[1], 2022);
    text = kit_text("2019、2020年企业研发投入：");
    mark = form_marks_of(&kit_labels, &text, kit_arena).items[0];
    assert_int_equal(mark.from, 0);
    assert_int_equal(mark.years[0], 2019);
    assert_int_equal(mark.years[1], 2020);
    text = kit_text("2021、2022年企业研发投入（2021年）");
    mark = form_marks_of(&kit_labels, &text, kit_arena).items[0];
    assert_int_equal(mark.year_count, 1);
    assert_int_equal(mark.years[0], 2021);
    text = kit_text("3个领域（第2空）");
    mark = form_marks_of(&kit_labels, &text, kit_arena).items[0];
    assert_int_equal(mark.blank, 2);
}

static void
blanks_inside_a_note_are_found(void **state)
{
    (void)state;
    FormText text = kit_text(
        "补充说明和分类详细介绍（列举平台业务量及收入占比最高的3个行业__、__、__，3个领域__、__、__，并介绍）：文");
    FormMarks marks = form_marks_of(&kit_labels, &text, kit_arena);
    assert_int_equal(marks.count, 3);
    assert_int_equal(marks.items[0].within, 0);
    assert_int_equal(marks.items[1].within, marks.items[0].end);
    assert_text(marks.items[1].run.first->field->key, "top_industry_1");
    assert_text(marks.items[2].run.first->field->key, "top_domain_1");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        FORM_TEST(labels_stand_where_something_can_follow),
        FORM_TEST(a_figure_in_words_may_follow_a_label_without_a_sign),
        FORM_TEST(words_of_a_sentence_are_no_figure),
        FORM_TEST(a_number_or_star_before_a_label_alone_in_its_cell_belongs_to_it),
        FORM_TEST(the_longest_label_is_taken),
        FORM_TEST(a_box_before_a_label_is_its_bullet_only_where_it_stands_apart),
        FORM_TEST(headings_have_their_number_or_stand_alone),
        FORM_TEST(years_and_blank_numbers_belong_to_the_label),
        FORM_TEST(blanks_inside_a_note_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
