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

static FormCell
cell_at(const FormLabels *labels, const Sheet *sheet, size_t index, int column, Arena *arena)
{
    FormCell cell = {.index = index, .column = column, .last_column = column, .last_index = index};
    const CellRange *merge = sheet_merge_at(sheet, sheet->rows[index].place.row_no, column);
    if (merge != NULL && merge->first_column == column && merge->first_row == sheet->rows[index].place.row_no) {
        cell.last_column = merge->last_column;
        cell.last_index = last_index(sheet, index, merge->last_row);
    }
    cell.text = form_text_new(sheet_cell(sheet, index, column), arena);
    cell.marks = form_marks_of(labels, &cell.text, arena);
    return cell;
}

FormCell *
form_cells_of(const FormLabels *labels, const Sheet *sheet, size_t rows, Arena *arena, size_t *count)
{
    size_t filled = 0;
    size_t most = rows < sheet->row_count ? rows : sheet->row_count;
    for (size_t index = 0; index < most; index++)
        filled += sheet_filled_count(sheet, index);
    FormCell *cells = arena_array(arena, filled + 1, sizeof *cells);
    *count = 0;
    for (size_t index = 0; index < most; index++) {
        for (size_t column = 0; column < sheet->rows[index].cell_count; column++) {
            if (!character_all_blank(sheet_cell(sheet, index, (int)column)))
                cells[(*count)++] = cell_at(labels, sheet, index, (int)column, arena);
        }
    }
    return cells;
}
