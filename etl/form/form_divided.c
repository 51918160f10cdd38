#include "form/form_divided.h"

enum { DIVIDED_LEAST = 2 };

static bool
is_figure(const FormText *text)
{
    size_t at = 0;
    while (at < text->count && (form_text_is_digit(text, at) || form_text_match(text, at, TEXT(".")) > 0))
        at++;
    return at == text->count;
}

static const FormCell *
cell_at(const FormCell *cells, size_t count, size_t index, int column)
{
    for (size_t i = 0; i < count; i++) {
        if (cells[i].index == index && cells[i].column == column)
            return &cells[i];
    }
    return NULL;
}

/* Nothing is above it, or a label that lies over further columns, merged or not. */
static bool
divides(const FormCell *cells, size_t count, const FormCell *cell)
{
    const FormCell *over = cell_at(cells, count, cell->index - 1, cell->column);
    if (over == NULL || over->last_column > over->column)
        return true;
    return cell_at(cells, count, over->index, over->column + 1) == NULL &&
           cell_at(cells, count, cell->index, cell->column + 1) != NULL;
}

bool
form_divided_row(const Sheet *sheet, const FormCell *cells, size_t count, size_t index)
{
    size_t parts = 0;
    for (size_t i = 0; i < count; i++) {
        if (cells[i].index != index)
            continue;
        if (is_figure(&cells[i].text) || !divides(cells, count, &cells[i]))
            return false;
        parts++;
    }
    return parts >= DIVIDED_LEAST && sheet->rows[index].place.row_no == sheet->rows[index - 1].place.row_no + 1;
}
