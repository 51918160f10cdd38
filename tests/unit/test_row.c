#include "expect.h"

#include "rows/row.h"

static void
row_names_columns_like_a_spreadsheet(void **state)
{
    static const struct {
        int column;
        const char *name;
    } names[] = {{0, "A"}, {25, "Z"}, {26, "AA"}, {51, "AZ"}, {52, "BA"}, {701, "ZZ"}, {702, "AAA"}, {16383, "XFD"}};
    Arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        expect_text(row_column_name(names[i].column, arena), names[i].name);
    arena_free(arena);
}

static void
row_cell_names_read_back(void **state)
{
    char name[ROW_CELL_MAX];
    uint64_t row_no = 0;
    int column = 0;

    (void)state;
    for (int i = 0; i < 16384; i += 13) {
        assert_true(row_read_cell(row_write_cell((Place){.row_no = 5, .column = i}, name), &row_no, &column));
        assert_int_equal(row_no, 5);
        assert_int_equal(column, i);
    }
    assert_true(row_read_cell(TEXT("XFD1048576"), &row_no, &column));
    assert_true(row_read_cell(TEXT("aB7"), &row_no, &column));
    assert_int_equal(row_no, 7);
    assert_int_equal(column, 27);
}

static void
row_cell_is_empty_where_row_or_column_is_unknown(void **state)
{
    char name[ROW_CELL_MAX];

    (void)state;
    expect_text(row_write_cell((Place){.row_no = 0, .column = 2}, name), "");
    expect_text(row_write_cell((Place){.row_no = 2, .column = -1}, name), "");
    expect_text(row_write_cell((Place){.row_no = 12, .column = 2}, name), "C12");
}

static void
row_refuses_what_is_no_reference(void **state)
{
    static const char *const wrong[] = {"", "A", "5", "A0", "A01", "A-1", "XFE1", "A1048577", "AAAAAAAAAAAA1", "A1B"};
    uint64_t row_no;
    int column;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(row_read_cell(text_of(wrong[i]), &row_no, &column));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(row_names_columns_like_a_spreadsheet),
        cmocka_unit_test(row_cell_names_read_back),
        cmocka_unit_test(row_cell_is_empty_where_row_or_column_is_unknown),
        cmocka_unit_test(row_refuses_what_is_no_reference),
    };

    return cmocka_run_group_tests_name("row", tests, NULL, NULL);
}
