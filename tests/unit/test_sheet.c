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

/* Ranges of all heights, so many that each kind of place for them is used, in no order of theirs; looked for one by one. */
static void
sheet_finds_the_first_of_its_merged_ranges(void **state)
{
    enum { RANGES = 3000, ROWS = 1048576 };
    static CellRange ranges[RANGES];
    Sheet *sheet = sheet_new(TEXT("S"), false, kit_arena);
    (void)state;
    for (size_t i = 0; i < RANGES; i++) {
        uint64_t first = i * 7919 % (i % 3 == 0 ? 20000 : i % 50 == 1 ? ROWS : 400) + 1;
        uint64_t last = first + i * 31 % (i % 100 == 0 ? 600000 : i % 10 == 0 ? 300 : 5);
        int column = (int)(i % 11);
        ranges[i] = (CellRange){first, last < ROWS ? last : ROWS, column, column + (int)(i % 2)};
        Place from = {TEXT("S"), ranges[i].first_row, column};
        Place to = {TEXT("S"), ranges[i].last_row, ranges[i].last_column};
        Text name = arena_printf(kit_arena, "%" TEXT_FMT ":%" TEXT_FMT, TEXT_ARG(row_cell_name(from, kit_arena)),
                                 TEXT_ARG(row_cell_name(to, kit_arena)));
        assert_true(sheet_add_merge(sheet, name));
    }
    for (uint64_t row_no = 1; row_no <= ROWS; row_no += row_no < 500 ? 1 : row_no < 21000 ? 37 : 9973) {
        for (int column = 0; column < 13; column++) {
            size_t want = 0;
            while (want < RANGES && (row_no < ranges[want].first_row || row_no > ranges[want].last_row ||
                                     column < ranges[want].first_column || column > ranges[want].last_column))
                want++;
            const CellRange *got = sheet_merge_at(sheet, row_no, column);
            assert_ptr_equal(got, want == RANGES ? NULL : &sheet->merges[want]);
        }
    }
}

/* Two columns of a full sheet, merged in pairs, are far from what is kept. */
static void
sheet_keeps_the_merged_ranges_of_all_its_rows(void **state)
{
    Sheet *sheet = sheet_new(TEXT("S"), false, kit_arena);
    (void)state;
    for (int i = 0; i < SHEET_MAX_MERGES; i++)
        assert_true(sheet_add_merge(sheet, TEXT("B3:B4")));
    assert_true(SHEET_MAX_MERGES >= SHEET_MAX_ROWS / 2 * 10);
    assert_false(sheet->overmerged);
    assert_true(sheet_add_merge(sheet, TEXT("B5:B6")));
    assert_true(sheet->overmerged);
    assert_false(sheet->overlong);
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
        cmocka_unit_test_setup_teardown(sheet_finds_the_first_of_its_merged_ranges, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(sheet_keeps_the_merged_ranges_of_all_its_rows, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(sheet_knows_hidden_columns, kit_set_up, kit_tear_down),
        cmocka_unit_test_setup_teardown(sheet_stops_at_its_ceiling_and_says_so, kit_set_up, kit_tear_down),
    };
    return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
