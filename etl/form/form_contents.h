/* A table of contents in a form: headings with page numbers, which are no answers. */
#ifndef HUIZONG_FORM_FORM_CONTENTS_H
#define HUIZONG_FORM_FORM_CONTENTS_H

#include "form/form_cells.h"

/*
 * Takes the cells away that are lines of one: each alone in its row, a heading and behind a gap or dots a page. They
 * stand one below the other, below 目录 or with pages that never go back, and their headings come again in the form. `arena`: of the cells.
 */
void
form_contents_leave(const FormLabels *labels, const Sheet *sheet, FormCells *cells, Arena *arena);

#endif
