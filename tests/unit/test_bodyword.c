#include "expect.h"

#include "table/bodyword.h"
#include "text/fold.h"

typedef bool
Says(Text folded);

static void
expect_says(Says *says, bool expected, const char *const *texts)
{
    Arena *arena = arena_new();

    for (; *texts != NULL; texts++)
        if (says(fold_key(text_of(*texts), arena)) != expected)
            fail_msg("%s: expected %s", *texts, expected ? "yes" : "no");
    arena_free(arena);
}

static void
notes_are_known_and_names_are_not(void **state)
{
    (void)state;
    expect_says(bodyword_is_note, true, (const char *[]){"说明：以上属实", "注：1.须盖章", "备注：", "填表说明", NULL});
    expect_says(bodyword_is_note, false, (const char *[]){"注塑云平台", "说文解字工业云", "三明甲科技有限公司", NULL});
}

static void
signatures_are_known_and_firms_are_not(void **state)
{
    (void)state;
    expect_says(bodyword_is_signature, true, (const char *[]){"填表人：王样", "审核人：", "（盖章）", NULL});
    expect_says(bodyword_is_signature, false, (const char *[]){"审计云平台", "福州填海工程有限公司", NULL});
}

static void
dates_to_sign_by_are_known(void **state)
{
    (void)state;
    expect_says(bodyword_is_date, true, (const char *[]){"2023年6月1日", "二〇二三年六月一日", "年 月 日", NULL});
    expect_says(bodyword_is_date, false, (const char *[]){"2023工业云", "月光平台", NULL});
}

static void
open_names_are_samples_and_zero_reports_are_words(void **state)
{
    (void)state;
    expect_says(bodyword_is_blank_name, true, (const char *[]){"XX平台", "某某公司", NULL});
    expect_says(bodyword_is_blank_name, false, (const char *[]){"三明甲平台", NULL});
    expect_says(bodyword_states_nothing, true, (const char *[]){"本单位无推荐项目", NULL});
    expect_says(bodyword_states_nothing, false, (const char *[]){"无锡推荐云平台", NULL});
}

static void
totals_are_known(void **state)
{
    (void)state;
    assert_true(bodyword_is_total(TEXT("合计"), false));
    assert_true(bodyword_is_total(TEXT("共2个"), true));
    assert_true(bodyword_is_total(TEXT("共计推荐两个平台"), true));
    assert_false(bodyword_is_total(TEXT("共享制造云平台"), true));
    assert_false(bodyword_is_total(TEXT("合计量仪有限公司"), true));
}

static bool
sums_up_among_words(Text folded)
{
    return bodyword_sums_up(folded, false);
}

static bool
sums_up_among_figures(Text folded)
{
    return bodyword_sums_up(folded, true);
}

static void
sums_are_known_wherever_they_stand(void **state)
{
    (void)state;
    expect_says(sums_up_among_words, true,
                (const char *[]){"合 计", "（小计）", "本页合计", "以上累计", "金额合计：", "福州市合计", "合计40家",
                                 "总计（16家）", "全市总计", NULL});
    expect_says(sums_up_among_words, false,
                (const char *[]){"产量累计", "合计量仪有限公司", "总线数据累计", "福州总计软件公司", "设计云平台",
                                 "累计算法平台", "统计", NULL});
    expect_says(sums_up_among_words, false, (const char *[]){"汇总", "Total", "平均", NULL});
    expect_says(sums_up_among_figures, true,
                (const char *[]){"产量累计", "某街道小计", "汇总", "总额：", "平均", "Total", "Grand Total", NULL});
    expect_says(sums_up_among_figures, false,
                (const char *[]){"合计量仪有限公司", "设计", "会计", "数据汇总", "平均科技",
                                 "福州市闽侯县上街镇乌龙江大道企业合计", NULL});
}

static void
what_stands_elsewhere_is_referred_to(void **state)
{
    (void)state;
    expect_says(bodyword_refers_elsewhere, true, (const char *[]){"略", "（略）", "详见附件", "见附表2", "另附", NULL});
    expect_says(bodyword_refers_elsewhere, false, (const char *[]){"策略公司", "略阳机械厂", "附件公司", NULL});
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_are_known_and_names_are_not),
        cmocka_unit_test(signatures_are_known_and_firms_are_not),
        cmocka_unit_test(dates_to_sign_by_are_known),
        cmocka_unit_test(open_names_are_samples_and_zero_reports_are_words),
        cmocka_unit_test(totals_are_known),
        cmocka_unit_test(sums_are_known_wherever_they_stand),
        cmocka_unit_test(what_stands_elsewhere_is_referred_to),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
