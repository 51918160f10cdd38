#include "html/html_grid.h"

#include <string.h>

#include "base/limits.h"

enum { SEEN_SHOWN = 1, SEEN_HIDDEN = 2 };

void
html_grid_open(HtmlGrid *grid, Arena *arena)
{
    *grid = (HtmlGrid){.merges = merges_new()};
    grid->covered = arena_array(arena, LIMIT_COLUMNS, sizeof *grid->covered);
    grid->owners = arena_array(arena, LIMIT_COLUMNS, sizeof *grid->owners);
    grid->seen = arena_array(arena, LIMIT_COLUMNS, sizeof *grid->seen);
    grid->hidden_columns = arena_array(arena, LIMIT_COLUMNS, sizeof *grid->hidden_columns);
}

void
html_grid_close(HtmlGrid *grid)
{
    merges_free(&grid->merges);
}

void
html_grid_begin_sheet(HtmlGrid *grid)
{
    grid->row_no = 0;
    buf_clear(&grid->merges.list);
    html_grid_begin_table(grid);
}

void
html_grid_begin_table(HtmlGrid *grid)
{
    grid->row_before = grid->deepest = grid->row_no;
    grid->merges_before = merges_count(&grid->merges);
    grid->cells_hidden = grid->spanned = false;
    grid->next_col = grid->reach = 0;
    memset(grid->covered, 0, LIMIT_COLUMNS * sizeof *grid->covered);
    memset(grid->seen, 0, LIMIT_COLUMNS * sizeof *grid->seen);
    memset(grid->hidden_columns, 0, LIMIT_COLUMNS * sizeof *grid->hidden_columns);
}

void
html_grid_forget_table(HtmlGrid *grid)
{
    grid->row_no = grid->row_before;
    merges_keep(&grid->merges, grid->merges_before);
}

HtmlPlace
html_grid_line(HtmlGrid *grid)
{
    grid->row_no++;
    return grid->row_no <= LIMIT_ROWS ? HTML_PLACED : HTML_TOO_LONG;
}

void
html_grid_columns(HtmlGrid *grid, uint64_t count, bool hidden)
{
    for (; count > 0 && grid->next_col < LIMIT_COLUMNS; count--)
        grid->hidden_columns[grid->next_col++] = hidden;
}

HtmlPlace
html_grid_begin_row(HtmlGrid *grid, bool hidden)
{
    grid->row_hidden = hidden;
    grid->width = 0;
    grid->column = -1;
    if (html_grid_line(grid) != HTML_PLACED)
        return HTML_TOO_LONG;
    return hidden && grid->deepest >= grid->row_no ? HTML_HIDES_PARTS : HTML_PLACED;
}

/* Cells of a column are all shown or all hidden: else the others of a row would stand under the wrong heads. */
static bool
hides_parts(HtmlGrid *grid, const HtmlSpan *span)
{
    bool hidden = span->style.hidden && !grid->row_hidden;
    grid->cells_hidden = grid->cells_hidden || hidden;
    grid->spanned = grid->spanned || span->columns > 1 || span->rows > 1;
    if (grid->row_hidden)
        return span->rows > 1;
    unsigned char *seen = &grid->seen[grid->column];
    unsigned char now = hidden ? SEEN_HIDDEN : SEEN_SHOWN;
    bool mixed = *seen != 0 && *seen != now;
    *seen = now;
    grid->hidden_columns[grid->column] = grid->hidden_columns[grid->column] || hidden;
    return mixed || (grid->cells_hidden && grid->spanned);
}

static bool
add_merge(HtmlGrid *grid, const HtmlSpan *span, uint64_t last_row)
{
    int last_column = span->style.ignores_columns ? grid->column : grid->column + (int)span->columns - 1;
    Merge merge = {(uint32_t)grid->row_no, (uint32_t)(span->style.ignores_rows ? grid->row_no : last_row), grid->column,
                   last_column};
    return merges_add(&grid->merges, &merge);
}

/* Takes the columns from grid->column on. */
static HtmlPlace
cover(HtmlGrid *grid, const HtmlSpan *span)
{
    uint64_t last_row = grid->row_no + span->rows - 1;
    size_t owner = merges_count(&grid->merges);
    if (span->columns == 1 && span->rows == 1)
        return HTML_PLACED;
    for (int i = grid->column; i < grid->width; i++) {
        if (grid->covered[i] >= grid->row_no)
            return HTML_OVERLAPS;
        grid->covered[i] = last_row;
        grid->owners[i] = owner;
    }
    if (span->rows > 1 && grid->width > grid->reach)
        grid->reach = grid->width;
    grid->deepest = last_row > grid->deepest ? last_row : grid->deepest;
    return add_merge(grid, span, last_row) ? HTML_PLACED : HTML_TOO_MANY;
}

HtmlPlace
html_grid_place(HtmlGrid *grid, const HtmlSpan *span)
{
    int before = grid->width;
    grid->column = grid->width;
    while (grid->column < LIMIT_COLUMNS && grid->covered[grid->column] >= grid->row_no)
        grid->column++;
    if (grid->column + span->columns > LIMIT_COLUMNS)
        return HTML_TOO_WIDE;
    grid->width = grid->column + (int)span->columns;
    grid->places += (uint64_t)(grid->width - before);
    if (grid->places > LIMIT_HTML_PLACES)
        return HTML_TOO_MANY;
    return hides_parts(grid, span) ? HTML_HIDES_PARTS : cover(grid, span);
}

void
html_grid_end_group(HtmlGrid *grid)
{
    for (int i = 0; i < grid->reach; i++)
        if (grid->covered[i] > grid->row_no) {
            merges_cut(&grid->merges, grid->owners[i], (uint32_t)grid->row_no);
            grid->covered[i] = grid->row_no;
        }
    grid->reach = 0;
    grid->deepest = grid->row_no;
}
