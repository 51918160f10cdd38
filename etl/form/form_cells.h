/* The filled cells of a sheet with the labels in them. */
#ifndef HUIZONG_FORM_FORM_CELLS_H
#define HUIZONG_FORM_FORM_CELLS_H

#include "form/form_reader.h"

/* In reading order; of at most the sheet's first `rows` rows. */
FormCell *
form_cells_of(const FormLabels *labels, const Sheet *sheet, size_t rows, Arena *arena, size_t *count);

#endif
