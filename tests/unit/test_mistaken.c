#include "table_kit.h"

#include "table/mistaken.h"

/* A kit's summary that requires what it prints, and knows other names and columns. */
static UploadKind *
summary(void)
{
    static Text words[] = {{"推荐入选名单", sizeof("推荐入选名单") - 1}};
    static Text others[] = {{"入选名单", sizeof("入选名单") - 1}, {"撤回平台", sizeof("撤回平台") - 1}};
    static Text year[] = {{"入选年份", sizeof("入选年份") - 1}};
    static Text date[] = {{"推荐单位", sizeof("推荐单位") - 1}, {"日期", sizeof("日期") - 1}};
    static OtherColumns columns[] = {{year, 1}, {date, 2}};
    UploadKind *kind = arena_alloc(kit_arena, sizeof *kind);
    *kind = kit_summary();
    for (size_t i = 4; i < kind->field_count; i++)
        kind->fields[i].required = true;
    kind->words = words;
    kind->word_count = 1;
    kind->other_words = others;
    kind->other_word_count = 2;
    kind->other_columns = columns;
    kind->other_column_count = 2;
    return kind;
}

/* The code, cell and text of what is told; "-" where nothing is. */
static Text
told(const char *const *rows, const char *stem)
{
    UploadSet set = {.name = TEXT("test"), .form_year = 2023, .kinds = summary(), .kind_count = 1};
    const Sheet *sheet = kit_sheet(rows);
    Header header;
    Finding finding;
    assert_int_equal(header_find(sheet, &set, text_of(stem), kit_arena, &header), HEADER_FOUND);
    if (!mistaken_find(sheet, &header, text_of(stem), kit_arena, &finding))
        return TEXT("-");
    return arena_printf(kit_arena, "%s %llu/%d %" TEXT_FMT " %" TEXT_FMT, finding.code,
                        (unsigned long long)finding.place.row_no, finding.place.column, TEXT_ARG(finding.raw),
                        TEXT_ARG(finding.read_as));
}

#define TOLD(stem, ...) told((const char *const[]){__VA_ARGS__, NULL}, stem)

static void
columns_of_others_tell_where_one_is_missing(void **state)
{
    (void)state;
    assert_text(TOLD("x", "平台名称|依托企业|入选年份"), "table_of_other_kind 1/2 入选年份 联系人、联系方式(手机)");
    assert_text(TOLD("x", "平台名称|依托企业|入选年份（年）|联系人"),
                "table_of_other_kind 1/2 入选年份（年） 联系方式(手机)");
    assert_text(TOLD("x", "平台名称|依托企业|入选年份|联系人|手机"), "-");
}

static void
labels_that_tell_together_do_not_tell_alone(void **state)
{
    (void)state;
    assert_text(TOLD("x", "日期|推荐单位|平台名称|依托企业"),
                "table_of_other_kind 1/1 推荐单位”“日期 联系人、联系方式(手机)");
    assert_text(TOLD("x", "推荐单位|平台名称|依托企业"), "-");
    assert_text(TOLD("x", "平台名称|依托企业|日期"), "-");
    assert_text(TOLD("x", "平台名称|依托企业|填报日期|推荐单位"), "-");
}

static void
label_below_a_group_is_the_thing_itself(void **state)
{
    (void)state;
    assert_text(TOLD("x", "平台|平台|国家", "平台名称|依托企业|入选年份"),
                "table_of_other_kind 2/2 入选年份 联系人、联系方式(手机)");
}

static void
nearest_title_names_the_table(void **state)
{
    (void)state;
    assert_text(TOLD("x", "2022年入选名单", "撤回平台情况", "平台名称|依托企业"),
                "table_of_other_kind 2/0 撤回平台情况 联系人、联系方式(手机)");
    assert_text(TOLD("x", "2022年入选名单", "平台名称|依托企业|联系人|手机"),
                "table_named_otherwise 1/0 2022年入选名单 ");
}

static void
title_of_the_kind_itself_goes_before_all_names(void **state)
{
    (void)state;
    assert_text(TOLD("入选名单", "推荐信息汇总表", "入选名单", "平台名称|依托企业"), "-");
    assert_text(TOLD("入选名单", "拟推荐入选名单", "平台名称|依托企业"), "-");
}

static void
notes_name_nothing(void **state)
{
    (void)state;
    assert_text(TOLD("x", "入选名单中的平台不必再报", "平台名称|依托企业"), "-");
    assert_text(TOLD("x", "推荐平台（不含2022年入选名单）", "平台名称|依托企业"), "-");
    assert_text(TOLD("x", "说明：不含入选名单", "平台名称|依托企业"), "-");
}

static void
file_names_a_sheet_that_nothing_else_names(void **state)
{
    (void)state;
    assert_text(TOLD("入选名单 福州市 0601", "平台名称|依托企业"),
                "table_of_other_kind 0/-1 入选名单 福州市 0601 联系人、联系方式(手机)");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(columns_of_others_tell_where_one_is_missing, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(labels_that_tell_together_do_not_tell_alone, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(label_below_a_group_is_the_thing_itself, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(nearest_title_names_the_table, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(title_of_the_kind_itself_goes_before_all_names, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(notes_name_nothing, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(file_names_a_sheet_that_nothing_else_names, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests_name("mistaken", tests, NULL, NULL);
}
