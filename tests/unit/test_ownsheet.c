#include "table_kit.h"

#include "table/ownsheet.h"

static Sheet *
sheet_with(const char *name, bool hidden, const char *first, const char *beside)
{
    Text cells[] = {text_of(first), text_of(beside)};
    Row row = {.place = {.row_no = 1, .column = -1}, .cells = cells, .cell_count = 2};
    Sheet *sheet = sheet_new(text_of(name), hidden, kit_arena);
    sheet_add_row(sheet, &row);
    return sheet;
}

static void
notes_and_choices_of_a_template_are_its_own(void **state)
{
    (void)state;
    assert_true(ownsheet_is(sheet_with("填报说明", false, "填报说明", NULL), kit_arena));
    assert_true(ownsheet_is(sheet_with("下拉选项", true, "下拉选项", NULL), kit_arena));
}

static void
what_a_city_wrote_is_not(void **state)
{
    (void)state;
    assert_false(ownsheet_is(sheet_with("填报说明", false, "闽江云平台", NULL), kit_arena));
    assert_false(ownsheet_is(sheet_with("填报说明", false, "填报说明", "闽江云平台"), kit_arena));
    assert_false(ownsheet_is(sheet_with("补充", false, "填报说明", NULL), kit_arena));
    assert_false(ownsheet_is(sheet_with("下拉选项", true, "填报说明", NULL), kit_arena));
    assert_false(ownsheet_is(sheet_new(TEXT("填报说明"), false, kit_arena), kit_arena));
}

static void
add_row(Sheet *sheet, const char *const *cells, size_t count)
{
    Text texts[9];
    for (size_t i = 0; i < count; i++)
        texts[i] = text_of(cells[i]);
    Row row = {.place = {.row_no = sheet->row_count + 1, .column = -1}, .cells = texts, .cell_count = count};
    sheet_add_row(sheet, &row);
}

static void
notes_are_known_by_their_header_whatever_they_are_called(void **state)
{
    (void)state;
    static const char *const header[] = {"栏目", "位置",     "含义和填写要求", "单位",
                                         "必填", "可填“无”", "数据年度",       "依据"};
    static const char *const moved[] = {"",         "栏目", "位置",     "单位", "含义和填写要求",
                                        "可填“无”", "必填", "数据年度", "依据"};
    const char *const names[] = {"Sheet2", "说明", "填报说明 (2)", NULL};
    for (size_t i = 0; names[i] != NULL; i++) {
        Sheet *sheet = sheet_with(names[i], false, "填报说明（已阅）", NULL);
        add_row(sheet, header, 8);
        assert_true(ownsheet_is(sheet, kit_arena));
    }
    Sheet *sheet = sheet_with("说明", false, "填报说明", NULL);
    add_row(sheet, header, 7);
    add_row(sheet, moved, 9);
    assert_false(ownsheet_is(sheet, kit_arena));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(notes_and_choices_of_a_template_are_its_own, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(notes_are_known_by_their_header_whatever_they_are_called, kit_set_up,
                                        kit_tear_down),
        cmocka_unit_test_setup_teardown(what_a_city_wrote_is_not, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
