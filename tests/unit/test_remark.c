#include "table_kit.h"

#include "schema/remark.h"

static void
what_is_planned_or_added_is_another_figure(void **state)
{
    static const struct {
        const char *note;
        RemarkSense sense;
    } cases[] = {
        {"（计划）", REMARK_OTHER},
        {"(预计数)", REMARK_OTHER},
        {"（2022年新增）", REMARK_OTHER},
        {"（预计，万元）", REMARK_OTHER},
        {"（同比增长）", REMARK_OTHER},
        {"（2021年以来新增）", REMARK_DOUBTFUL},
        {"（累计）", REMARK_DOUBTFUL},
        {"（含申请中）", REMARK_DOUBTFUL},
        {"（按公司年度计划口径统计的各产线设备数）", REMARK_DOUBTFUL},
        {"（不含计划数）", REMARK_NONE},
        {"（台/套）", REMARK_NONE},
        {"（截至2022年底）", REMARK_NONE},
        {"*", REMARK_NONE},
        {"", REMARK_NONE},
    };
    Field field = kit_field("run", FIELD_INTEGER, "运行设备");
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (remark_sense(text_of(cases[i].note), &field, kit_arena) != cases[i].sense)
            fail_msg("%s", cases[i].note);
    }
}

static void
words_of_the_form_itself_change_nothing(void **state)
{
    Field served = kit_field("served", FIELD_INTEGER, "累计服务园区数量 服务园区数量");
    Field since = kit_field("since", FIELD_INTEGER, "服务企业数量");
    Field planned = kit_field("planned", FIELD_INTEGER, "研发计划 计划数");
    (void)state;
    since.years = TEXT("since");
    assert_int_equal(remark_sense(TEXT("（累计）"), &served, kit_arena), REMARK_NONE);
    assert_int_equal(remark_sense(TEXT("（累计）"), &since, kit_arena), REMARK_NONE);
    assert_int_equal(remark_sense(TEXT("（计划）"), &planned, kit_arena), REMARK_NONE);
    assert_int_equal(remark_sense(TEXT("（预计）"), &planned, kit_arena), REMARK_OTHER);
}

static void
the_head_of_a_column_says_that_it_is_a_plan(void **state)
{
    static const char *const plans[] = {"计划", "计划数", "目标值", "年度目标", "预计完成", "全年预计数", "年计划"};
    static const char *const others[] = {"计划单位", "完成数", "目标客户", "数", "", "项目"};
    (void)state;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
        assert_true(remark_is_plan(text_of(plans[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(remark_is_plan(text_of(others[i])));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_planned_or_added_is_another_figure, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(words_of_the_form_itself_change_nothing, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(the_head_of_a_column_says_that_it_is_a_plan, kit_set_up, kit_tear_down),
    };

    return cmocka_run_group_tests_name("remark", tests, NULL, NULL);
}
