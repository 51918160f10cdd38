#include "table_kit.h"

static void
sheet_drops_blank_rows_and_keeps_row_numbers(void **state)
{
    const char *const rows[] = {"甲", "|", " 　|\t", "|乙", NULL};
    (void)state;
    Sheet *sheet = kit_sheet(rows);
    assert_int_equal(sheet->row_count, 2);
    assert_int_equal(sheet->rows[1].place.row_no, 4);
    assert_int_equal(sheet_first_filled(sheet, 1), 1);
    assert_int_equal(sheet_width(sheet), 2);
    assert_null(sheet_cell(sheet, 0, 5).ptr);
}

static void
sheet_merged_cell_gives_what_its_first_cell_holds(void **state)
{
    const char *const rows[] = {"甲|乙", "|", "丙|", NULL};
    (void)state;
    Sheet *sheet = kit_sheet(rows);
    assert_true(sheet_add_merge(sheet, TEXT("B1:C3")));
    assert_text(sheet_merged_cell(sheet, 1, 1), "乙");
    assert_text(sheet_merged_cell(sheet, 1, 2), "乙");
    assert_text(sheet_merged_cell(sheet, 1, 0), "丙");
    assert_null(sheet_merge_at(sheet, 4, 1));
    assert_false(sheet_add_merge(sheet, TEXT("B1")));
    assert_false(sheet_add_merge(sheet, TEXT("B1:")));
}

static void
sheet_knows_hidden_columns(void **state)
{
    Sheet *sheet = sheet_new(TEXT("S"), false, kit_arena);
    (void)state;
    assert_true(sheet_add_hidden_columns(sheet, TEXT("C:D")));
    assert_true(sheet_add_hidden_columns(sheet, TEXT("AA")));
    assert_false(sheet_add_hidden_columns(sheet, TEXT("3:4")));
    assert_false(sheet_column_hidden(sheet, 1));
    assert_true(sheet_column_hidden(sheet, 2));
    assert_true(sheet_column_hidden(sheet, 3));
    assert_true(sheet_column_hidden(sheet, 26));
}

static void
sheet_stops_at_its_ceiling_and_says_so(void **state)
{
    Sheet *sheet = sheet_new(TEXT("S"), false, kit_arena);
    (void)state;
    for (uint64_t row_no = 1; row_no <= SHEET_MAX_ROWS; row_no++)
        kit_row(sheet, row_no, "甲");
    assert_false(sheet->overlong);
    kit_row(sheet, SHEET_MAX_ROWS + 1, "乙");
    assert_true(sheet->overlong);
    assert_int_equal(sheet->row_count, SHEET_MAX_ROWS);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sheet_drops_blank_rows_and_keeps_row_numbers, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(sheet_merged_cell_gives_what_its_first_cell_holds, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(sheet_knows_hidden_columns, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(sheet_stops_at_its_ceiling_and_says_so, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
