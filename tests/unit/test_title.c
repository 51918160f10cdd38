#include "table_kit.h"

#include "table/title.h"

static bool
names_other_year(const char *title, int64_t form_year)
{
    const char *const rows[] = {title, NULL};
    Text found;
    Place place;
    return title_names_other_year(kit_sheet(rows), 1, form_year, kit_arena, &found, &place);
}

static void
title_year_is_read_in_any_writing(void **state)
{
    static const struct {
        const char *title;
        bool other;
    } cases[] = {
        {"2023年跨行业跨领域工业互联网平台推荐信息汇总表", false},
        {"2022年跨行业跨领域工业互联网平台推荐信息汇总表", true},
        {"２０２２ 年推荐信息汇总表", true},
        {"二〇二二年跨行业跨领域工业互联网平台", true},
        {"二○二三年汇总表", false},
        {"2022跨行业跨领域平台汇总表", true},
        {"2023年汇总表（参照2022年格式）", false},
        {"推荐信息汇总表", false},
        {"二O二二年度汇总表", true},
        {"2022年", true},
        {"2023年度", false},
        {"栏目|2021年|2022年", false},
        {"2022年5月", false},
        {"2022年工作总结", false},
        {"汇总表20220318", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (names_other_year(cases[i].title, 2023) != cases[i].other)
            fail_msg("\"%s\" was misread", cases[i].title);
    }
}

static void
title_of_other_year_below_the_header_does_not_count(void **state)
{
    const char *const rows[] = {"序号|平台名称|依托企业", "1|2022年跨行业跨领域平台|甲公司", NULL};
    Text found;
    Place place;
    (void)state;
    assert_false(title_names_other_year(kit_sheet(rows), 0, 2023, kit_arena, &found, &place));
}

static void
title_is_neither_annex_mark_nor_head_block(void **state)
{
    const char *const form[] = {"附件3", "推荐单位：甲局", "2023 年推荐信息汇总表", "序号", NULL};
    const char *const other[] = {"附件 4：", "推荐单位：甲局", "平台名单", "序号", NULL};
    UploadKind kind = kit_summary();
    (void)state;
    HeadBlock block = headblock_new(&kind, kit_arena);
    assert_text(title_above(kit_sheet(form), 3, &block, kit_arena), "2023 年推荐信息汇总表");
    assert_text(title_above(kit_sheet(other), 3, &block, kit_arena), "平台名单");
    assert_null(title_above(kit_sheet(other), 2, &block, kit_arena).ptr);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(title_year_is_read_in_any_writing, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(title_of_other_year_below_the_header_does_not_count, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(title_is_neither_annex_mark_nor_head_block, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests_name("title", tests, NULL, NULL);
}
