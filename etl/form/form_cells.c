#include "form/form_cells.h"

#include "text/character.h"

/* The index of the last row that a merged range reaches. */
static size_t
last_index(const Sheet *sheet, size_t index, uint64_t last_row)
{
    while (index + 1 < sheet->row_count && sheet->rows[index + 1].place.row_no <= last_row)
        index++;
    return index;
}

/* What the cells of a sheet are read with. */
typedef struct Look {
    const FormLabels *labels;
    const Sheet *sheet;
    Arena *scratch;
    Arena *arena;
} Look;

static FormCell
cell_at(const Look *look, size_t index, int column)
{
    const Sheet *sheet = look->sheet;
    FormCell cell = {.index = index, .column = column, .last_column = column, .last_index = index};
    const CellRange *merge = sheet_merge_at(sheet, sheet->rows[index].place.row_no, column);
    if (merge != NULL && merge->first_column == column && merge->first_row == sheet->rows[index].place.row_no) {
        cell.last_column = merge->last_column;
        cell.last_index = last_index(sheet, index, merge->last_row);
    } else {
        cell.covered = merge != NULL;
    }
    cell.text = form_text_new(sheet_cell(sheet, index, column), look->scratch, look->arena);
    cell.marks = form_marks_of(look->labels, &cell.text, look->arena);
    return cell;
}

/* False where the bytes left do not hold a cell. */
static bool
look_at_row(const Look *look, size_t index, size_t *bytes, FormCells *cells)
{
    for (size_t column = 0; column < look->sheet->rows[index].cell_count; column++) {
        Text text = sheet_cell(look->sheet, index, (int)column);
        if (character_all_blank(text))
            continue;
        if (text.len > *bytes)
            return false;
        *bytes -= text.len;
        cells->items[cells->count++] = cell_at(look, index, (int)column);
    }
    return true;
}

FormCells
form_cells_of(const FormLabels *labels, const Sheet *sheet, size_t rows, size_t bytes, Arena *arena)
{
    size_t filled = 0;
    size_t most = rows < sheet->row_count ? rows : sheet->row_count;
    for (size_t index = 0; index < most; index++)
        filled += sheet_filled_count(sheet, index);
    FormCells cells = {.items = arena_array(arena, filled + 1, sizeof(FormCell))};
    Look look = {labels, sheet, arena_new(), arena};
    for (size_t index = 0; index < most && !cells.overlong; index++)
        cells.overlong = !look_at_row(&look, index, &bytes, &cells);
    arena_free(look.scratch);
    return cells;
}
