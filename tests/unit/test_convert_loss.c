#include "number_kit.h"

static void
number_below_the_least_is_a_finding(void **state)
{
    static const NumberCase cases[] = {
        {"ent_profit_prev", "-350.5", "", "-350.5", "label", "1", NULL},
        {"ent_profit_prev", "－350.5万元", "", "-350.5", "cell", "0.0001", NULL},
        {"ent_profit_prev", "负三百", "", "-300", "label", "1", NULL},
        {"roi_pct", "-12.5%", "", "-12.5", "cell", "1", NULL},
        {"rev_3y", "-1", "", NULL, NULL, NULL, "number_out_of_range"},
        {"eq_total", "-0", "", "0", "label", "1", NULL},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
}

static void
number_of_a_loss_in_words_is_negative(void **state)
{
    static const NumberCase cases[] = {
        {"ent_profit_prev", "亏损300", "", "-300", "label", "1", NULL},
        {"ent_profit_prev", "亏损：25.5万元", "", "-25.5", "cell", "0.0001", NULL},
        {"ent_profit_prev", "净亏损额三百万元", "", "-300", "cell", "0.0001", NULL},
        {"ent_profit_prev", "亏损0", "", "0", "label", "1", NULL},
        {"ent_profit_prev", "亏损-300", "", NULL, NULL, NULL, "number_bad"},
        {"ent_profit_prev", "亏损约300", "", NULL, NULL, NULL, "number_about"},
        {"ent_profit_prev", "扭亏300", "", NULL, NULL, NULL, "number_bad"},
        {"rev_3y", "亏损300", "", NULL, NULL, NULL, "number_bad"},
        {"roi_pct", "亏损3%", "", NULL, NULL, NULL, "number_bad"},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
}

static void
number_in_brackets_is_taken_for_a_loss_and_told(void **state)
{
    static const NumberCase cases[] = {
        {"ent_profit_prev", "(25.5)", "", "-25.5", "label", "1", "number_loss_assumed"},
        {"ent_profit_prev", "（5）", "", "-5", "label", "1", "number_loss_assumed"},
        {"ent_profit_prev", "（1,200.50）万元", "", "-1200.5", "cell", "0.0001", "number_loss_assumed"},
        {"ent_profit_prev", "(25.5万元)", "", "-25.5", "cell", "0.0001", "number_loss_assumed"},
        {"ent_profit_prev", "（1）25.5", "", NULL, NULL, NULL, "number_several"},
        {"ent_profit_prev", "（-25.5）", "", NULL, NULL, NULL, "number_bad"},
        {"ent_profit_prev", "25.5（已审）", "", NULL, NULL, NULL, "number_unit_unknown"},
        {"eq_total", "（5）", "", NULL, NULL, NULL, "number_bad"},
    };
    (void)state;
    ASSERT_NUMBERS(cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(number_below_the_least_is_a_finding),
        TEST(number_of_a_loss_in_words_is_negative),
        TEST(number_in_brackets_is_taken_for_a_loss_and_told),
    };
    return cmocka_run_group_tests_name("convert_number", tests, NULL, NULL);
}
