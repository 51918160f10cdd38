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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(notes_and_choices_of_a_template_are_its_own, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(what_a_city_wrote_is_not, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
