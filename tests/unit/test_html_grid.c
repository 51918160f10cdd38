#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "html/html_grid.h"

typedef struct Fixture {
    Arena *arena;
    HtmlGrid grid;
} Fixture;

static int
set_up(void **state)
{
    Fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    html_grid_open(&fixture->grid, fixture->arena);
    html_grid_begin_sheet(&fixture->grid);
    *state = fixture;
    return 0;
}

static int
tear_down(void **state)
{
    Fixture *fixture = *state;
    html_grid_close(&fixture->grid);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

static void
row(HtmlGrid *grid)
{
    assert_int_equal(html_grid_begin_row(grid, false), HTML_PLACED);
}

static HtmlPlace
place(HtmlGrid *grid, uint64_t columns, uint64_t rows, bool hidden)
{
    HtmlSpan span = {columns, rows, {.hidden = hidden}};
    return html_grid_place(grid, &span);
}

static void
assert_placed(HtmlGrid *grid, uint64_t columns, uint64_t rows, int column)
{
    assert_int_equal(place(grid, columns, rows, false), HTML_PLACED);
    assert_int_equal(grid->column, column);
}

static void
cells_stand_beside_what_reaches_down(void **state)
{
    HtmlGrid *grid = &((Fixture *)*state)->grid;
    row(grid);
    assert_placed(grid, 1, 3, 0);
    assert_placed(grid, 2, 1, 1);
    assert_placed(grid, 1, 2, 3);
    row(grid);
    assert_placed(grid, 1, 1, 1);
    assert_placed(grid, 1, 1, 2);
    assert_placed(grid, 1, 1, 4);
    row(grid);
    assert_placed(grid, 3, 1, 1);
    row(grid);
    assert_placed(grid, 1, 1, 0);
    assert_int_equal(merges_count(&grid->merges), 4);
}

static void
a_group_ends_what_reaches_down(void **state)
{
    HtmlGrid *grid = &((Fixture *)*state)->grid;
    row(grid);
    assert_placed(grid, 1, 5, 0);
    html_grid_end_group(grid);
    row(grid);
    assert_placed(grid, 1, 1, 0);
}

static void
cells_that_overlap_are_told(void **state)
{
    HtmlGrid *grid = &((Fixture *)*state)->grid;
    row(grid);
    assert_placed(grid, 1, 1, 0);
    assert_placed(grid, 1, 2, 1);
    row(grid);
    assert_int_equal(place(grid, 2, 1, false), HTML_OVERLAPS);
}

static void
a_column_is_hidden_as_a_whole(void **state)
{
    HtmlGrid *grid = &((Fixture *)*state)->grid;
    for (int i = 0; i < 2; i++) {
        row(grid);
        assert_int_equal(place(grid, 1, 1, false), HTML_PLACED);
        assert_int_equal(place(grid, 1, 1, true), HTML_PLACED);
    }
    assert_true(grid->hidden_columns[1]);
    row(grid);
    assert_int_equal(place(grid, 1, 1, true), HTML_HIDES_PARTS);
}

static void
hidden_cells_and_spans_do_not_go_together(void **state)
{
    HtmlGrid *grid = &((Fixture *)*state)->grid;
    row(grid);
    assert_int_equal(place(grid, 1, 1, true), HTML_PLACED);
    assert_int_equal(place(grid, 2, 1, false), HTML_HIDES_PARTS);
    html_grid_begin_table(grid);
    row(grid);
    assert_int_equal(place(grid, 1, 2, false), HTML_PLACED);
    assert_int_equal(html_grid_begin_row(grid, true), HTML_HIDES_PARTS);
}

static void
a_table_that_is_forgotten_takes_no_rows(void **state)
{
    HtmlGrid *grid = &((Fixture *)*state)->grid;
    assert_int_equal(html_grid_line(grid), HTML_PLACED);
    html_grid_begin_table(grid);
    row(grid);
    assert_placed(grid, 2, 2, 0);
    html_grid_end_group(grid);
    html_grid_forget_table(grid);
    html_grid_begin_table(grid);
    row(grid);
    assert_int_equal(grid->row_no, 2);
    assert_int_equal(merges_count(&grid->merges), 0);
}

static void
the_bounds_are_told(void **state)
{
    HtmlGrid *grid = &((Fixture *)*state)->grid;
    row(grid);
    for (int i = 0; i < 16; i++)
        assert_placed(grid, 1000, 1, i * 1000);
    assert_int_equal(place(grid, 385, 1, false), HTML_TOO_WIDE);
    assert_placed(grid, 384, 1, 16000);
    assert_int_equal(place(grid, 1, 1, false), HTML_TOO_WIDE);
    grid->row_no = LIMIT_ROWS;
    assert_int_equal(html_grid_begin_row(grid, false), HTML_TOO_LONG);
    html_grid_begin_table(grid);
    grid->places = LIMIT_HTML_PLACES;
    grid->width = 0;
    assert_int_equal(place(grid, 1, 1, false), HTML_TOO_MANY);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(cells_stand_beside_what_reaches_down, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_group_ends_what_reaches_down, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cells_that_overlap_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_column_is_hidden_as_a_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hidden_cells_and_spans_do_not_go_together, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_table_that_is_forgotten_takes_no_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_bounds_are_told, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
