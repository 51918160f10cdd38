#include "table_kit.h"

#include "table/header.h"

static HeaderVerdict
find(const Sheet *sheet, const UploadKind *kinds, size_t count, const char *stem, Header *header)
{
    UploadSet set = {.name = TEXT("test"),
                     .form_year = 2023,
                     .kinds = (UploadKind *)kinds,
                     .kind_count = count,
                     .reject_limit_percent = 5};
    return header_find(sheet, &set, text_of(stem), kit_arena, header);
}

static HeaderVerdict
find_summary(const Sheet *sheet, Header *header)
{
    UploadKind *kind = arena_alloc(kit_arena, sizeof *kind);
    *kind = kit_summary();
    return find(sheet, kind, 1, "x", header);
}

/* The keys of the columns' fields, "-" for unknown ones, joined by blanks. */
static Text
keys(const Header *header)
{
    Text joined = TEXT("");
    for (size_t i = 0; i < header->column_count; i++) {
        const Field *field = header->columns[i].field;
        joined = arena_printf(kit_arena, "%" TEXT_FMT "%s%" TEXT_FMT, TEXT_ARG(joined), i > 0 ? " " : "",
                              TEXT_ARG(field == NULL ? TEXT("-") : field->key));
    }
    return joined;
}

static void
header_is_found_below_title_and_head_block(void **state)
{
    const char *const rows[] = {"附件3",
                                "2023年推荐信息汇总表",
                                "推荐单位|三明市工信局|联系人|张样|联系方式|0598-1",
                                "序号|平台名称|企业名称|联系人|联系方式|备注",
                                "1|甲平台|甲公司|李样|139|",
                                NULL};
    Header header;
    (void)state;
    assert_int_equal(find_summary(kit_sheet(rows), &header), HEADER_FOUND);
    assert_int_equal(header.first, 3);
    assert_int_equal(header.last, 3);
    assert_text(keys(&header), "seq platform enterprise contact mobile -");
}

static void
header_of_two_rows_joins_group_and_sub_labels(void **state)
{
    const char *const rows[] = {"序号|平台名称|依托企业||联系人|", "||名称|所在地|姓名|手机",
                                "1|甲平台|甲公司|三明|李样|139", NULL};
    Header header;
    (void)state;
    assert_int_equal(find_summary(kit_sheet(rows), &header), HEADER_FOUND);
    assert_int_equal(header.first, 0);
    assert_int_equal(header.last, 1);
    assert_text(keys(&header), "seq platform enterprise - contact mobile");
    assert_text(header.columns[2].label, "依托企业/名称");
}

static void
header_of_three_rows_keeps_the_columns_that_only_the_first_names(void **state)
{
    const char *const rows[] = {"序号|推荐平台基本情况||||", "|平台||联系信息||", "|平台名称|依托企业|联系人|手机|邮箱",
                                "1|甲平台|甲公司|李样|139|a@b", NULL};
    Header header;
    (void)state;
    Sheet *sheet = kit_sheet(rows);
    assert_true(sheet_add_merge(sheet, TEXT("A1:A3")));
    assert_true(sheet_add_merge(sheet, TEXT("B1:F1")));
    assert_true(sheet_add_merge(sheet, TEXT("B2:C2")));
    assert_true(sheet_add_merge(sheet, TEXT("D2:F2")));
    assert_int_equal(find_summary(sheet, &header), HEADER_FOUND);
    assert_int_equal(header.first, 0);
    assert_int_equal(header.last, 2);
    assert_text(keys(&header), "seq platform enterprise contact mobile -");
    assert_text(header.columns[5].label, "推荐平台基本情况/联系信息/邮箱");
}

static void
header_gives_a_field_to_the_label_that_the_schema_trusts_most(void **state)
{
    const char *const rows[] = {"序号|企业名称|平台名称|依托企业|联系人|手机|联系方式", NULL};
    Header header;
    (void)state;
    assert_int_equal(find_summary(kit_sheet(rows), &header), HEADER_FOUND);
    assert_text(keys(&header), "seq - platform enterprise contact - mobile");
    const char *const noted[] = {"序号|企业名称|平台名称|依托企业（全称）|联系人|手机", NULL};
    assert_int_equal(find_summary(kit_sheet(noted), &header), HEADER_FOUND);
    assert_text(keys(&header), "seq - platform enterprise contact mobile");
}

static void
header_of_one_row_does_not_swallow_the_first_data_row(void **state)
{
    const char *const rows[] = {"序号|平台名称|企业名称|联系人|手机", "1|手机云平台名称|联系人有限公司|李样|139", NULL};
    Header header;
    (void)state;
    assert_int_equal(find_summary(kit_sheet(rows), &header), HEADER_FOUND);
    assert_int_equal(header.last, 0);
}

static void
header_without_an_expected_column_is_only_a_near_miss(void **state)
{
    const char *const rows[] = {"序号|平台名称|联系人|手机", "1|甲平台|李样|139", NULL};
    Header header;
    (void)state;
    assert_int_equal(find_summary(kit_sheet(rows), &header), HEADER_NONE);
    assert_text(header.kind->kind, "summary");
    assert_text(header_expected_labels(&header, header.kind, true, kit_arena), "依托企业");
    assert_text(header_expected_labels(&header, header.kind, false, kit_arena), "工业互联网平台名称、依托企业");
}

static void
header_label_that_stands_twice_is_the_field_once(void **state)
{
    const char *const rows[] = {"平台名称|企业名称|联系人|联系人", NULL};
    Header header;
    (void)state;
    assert_int_equal(find_summary(kit_sheet(rows), &header), HEADER_FOUND);
    assert_text(keys(&header), "platform enterprise contact -");
}

static UploadKind
register_of(const char *title, const char *last)
{
    UploadKind kind = {.kind = text_of(title),
                       .title = text_of(title),
                       .fields = arena_array(kit_arena, 3, sizeof(Field)),
                       .field_count = 3};
    kind.fields[0] = kit_field("unit", FIELD_UNIT, "推荐单位");
    kind.fields[1] = kit_field("platform", FIELD_NAME, "平台名称");
    kind.fields[2] = kit_field(last, FIELD_DATE, "日期");
    for (size_t i = 0; i < 3; i++)
        kind.fields[i].expected = true;
    return kind;
}

static void
header_that_fits_two_kinds_is_settled_by_the_file_name_or_not_at_all(void **state)
{
    const char *const rows[] = {"推荐单位|平台名称|日期", "三明|甲平台|2023-06-01", NULL};
    const UploadKind kinds[] = {register_of("超额批准", "approved"), register_of("撤回登记", "withdrawn")};
    Sheet *sheet = kit_sheet(rows);
    Header header;
    (void)state;
    assert_int_equal(find(sheet, kinds, 2, "2023年 撤回登记（6月）", &header), HEADER_FOUND);
    assert_text(header.kind->title, "撤回登记");
    assert_int_equal(find(sheet, kinds, 2, "超额批准", &header), HEADER_FOUND);
    assert_text(header.kind->title, "超额批准");
    assert_int_equal(find(sheet, kinds, 2, "登记", &header), HEADER_AMBIGUOUS);
    assert_text(header.rival->title, "撤回登记");
}

static void
header_of_a_form_is_no_table(void **state)
{
    const char *const rows[] = {"推荐单位|平台名称|日期", "三明|甲平台|2023-06-01", NULL};
    UploadKind kinds[] = {register_of("申报书", "built"), register_of("撤回登记", "withdrawn")};
    Header header;
    (void)state;
    kinds[0].layout = LAYOUT_FORM;
    assert_int_equal(find(kit_sheet(rows), kinds, 2, "申报书", &header), HEADER_FOUND);
    assert_text(header.kind->title, "撤回登记");
    kinds[1].layout = LAYOUT_FORM;
    assert_int_equal(find(kit_sheet(rows), kinds, 2, "申报书", &header), HEADER_NONE);
    assert_null(header.kind);
}

static UploadKind
list_of(const char *title, const char *third)
{
    Field fields[] = {kit_field("seq", FIELD_SEQUENCE, "序号"), kit_field("name", FIELD_TEXT, "名称"),
                      kit_field("third", FIELD_TEXT, third)};
    UploadKind kind = {.kind = TEXT("list"), .title = text_of(title), .layout = LAYOUT_LIST, .field_count = 3};
    fields[1].expected = true;
    kind.fields = arena_alloc(kit_arena, sizeof fields);
    memcpy(kind.fields, fields, sizeof fields);
    return kind;
}

static void
a_list_is_the_one_that_its_sheet_is_named_for(void **state)
{
    const char *const rows[] = {"序号|名称|类型", "1|甲|乙", NULL};
    const UploadKind kinds[] = {list_of("设备清单", "类型"), list_of("模型清单", "行业")};
    Header header;
    Sheet *sheet = kit_sheet(rows);
    (void)state;
    assert_int_equal(find(sheet, kinds, 2, "", &header), HEADER_FOUND);
    assert_text(header.kind->title, "设备清单");
    sheet->name = TEXT("2.模型清单");
    assert_int_equal(find(sheet, kinds, 2, "", &header), HEADER_FOUND);
    assert_text(header.kind->title, "模型清单");
}

/* A list asks for a name alone, so nearly every table would be one. */
static void
a_list_yields_to_a_table_that_lacks_a_column(void **state)
{
    const char *const rows[] = {"序号|平台名称|联系人", "1|甲平台|林样", NULL};
    const UploadKind kinds[] = {list_of("设备清单", "类型"), kit_summary()};
    Header header;
    (void)state;
    assert_int_equal(find(kit_sheet(rows), kinds, 2, "", &header), HEADER_NONE);
    assert_text(header.kind->kind, "summary");
}

static void
header_said_again_is_no_data(void **state)
{
    const char *const rows[] = {"序号|平台名称|企业名称", "1|甲平台|甲公司", "序 号|平台名称|企业名称", NULL};
    Sheet *sheet = kit_sheet(rows);
    Header header;
    (void)state;
    assert_int_equal(find_summary(sheet, &header), HEADER_FOUND);
    assert_int_equal(header.first, 0);
    assert_false(header_repeats(&header, sheet, 1, kit_arena));
    assert_true(header_repeats(&header, sheet, 2, kit_arena));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(header_is_found_below_title_and_head_block, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(header_of_two_rows_joins_group_and_sub_labels, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(header_of_three_rows_keeps_the_columns_that_only_the_first_names, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(header_gives_a_field_to_the_label_that_the_schema_trusts_most, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(header_of_one_row_does_not_swallow_the_first_data_row, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(header_without_an_expected_column_is_only_a_near_miss, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(header_label_that_stands_twice_is_the_field_once, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(header_that_fits_two_kinds_is_settled_by_the_file_name_or_not_at_all,
                                        kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(header_of_a_form_is_no_table, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(a_list_is_the_one_that_its_sheet_is_named_for, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(a_list_yields_to_a_table_that_lacks_a_column, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(header_said_again_is_no_data, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests_name("header", tests, NULL, NULL);
}
