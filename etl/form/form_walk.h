/* Reads a form's sheet, cell by cell in the order of the rows. */
#ifndef HUIZONG_FORM_FORM_WALK_H
#define HUIZONG_FORM_FORM_WALK_H

#include "form/form_cells.h"

/* Which sections' headings stand in the cells; sets those of `headed`. */
void
form_walk_headings(const FormLabels *labels, const FormCells *cells, bool *headed);

/* `headed`: by section, whether its heading stands in any sheet of the form. In `arena`. */
FormReading *
form_walk_read(const FormLabels *labels, const Sheet *sheet, const FormCells *cells, const bool *headed, Arena *arena);

#endif
