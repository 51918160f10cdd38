/* The filled cells of a sheet with the labels in them. */
#ifndef HUIZONG_FORM_FORM_CELLS_H
#define HUIZONG_FORM_FORM_CELLS_H

#include "form/form_reader.h"

typedef struct FormCells {
    FormCell *items; /* in reading order */
    size_t count;
    bool overlong; /* the rest was not looked at */
} FormCells;

/* Of at most the sheet's first `rows` rows and `bytes` bytes; in `arena`. */
FormCells
form_cells_of(const FormLabels *labels, const Sheet *sheet, size_t rows, size_t bytes, Arena *arena);

#endif
